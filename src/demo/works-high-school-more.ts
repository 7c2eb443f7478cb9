import {
  attempt,
  changed,
  differently,
  notYet,
  piece,
  said,
  text,
  used,
  type WorkScript,
} from './works-shape.ts'

/** More writing of Riverbend Academy. */
export const moreHighSchoolWritings: WorkScript[] = [
  piece(
    'minh',
    'Bánh mì, a business plan',
    'teachers',
    attempt(
      232,
      text('I will sell bánh mì at lunch. It will make a lot of money because students are hungry.'),
      said(
        'halvorsen',
        'Hungry students are a market. What does one sandwich cost you, with the bread?',
        used('3.10. I had guessed 2.'),
      ),
    ),
    attempt(
      67,
      changed('Real prices from two shops; a test day with 20 sandwiches.'),
      text(
        'Cost per sandwich: 3.10. Price: 5.50. Test day: 20 made, 20 sold in eleven minutes, 4 people asked for one without meat. Profit 48.00 before my time. Problem: I was in the kitchen from 5:30. Plan B is pickles the evening before and a partner who is paid.',
      ),
      said(
        'halvorsen',
        'You included your own time. Most adults forget that.',
        differently('I think my time is an investment, so I list it but do not subtract it yet.'),
      ),
    ),
  ),
  piece(
    'selam',
    'Two alphabets',
    'everyone',
    attempt(
      66,
      text(
        'I write from left to right in two alphabets. ሰላም is my name and it means peace. In grade six a teacher asked for something shorter. I gave him Sally. I want my name back, so here it is, at the top, where names go.',
      ),
      said(
        'halvorsen',
        'Thank you, Selam. May I ask: how would you like it printed on the wall at the showcase?',
        used('ሰላም first, Selam under it.'),
      ),
    ),
  ),
  piece(
    'oleks',
    'Ode to a woodstove',
    'teachers class',
    attempt(199, text('The stove is black. It is warm. It eats wood all winter and never says thank you.')),
    attempt(
      181,
      changed('Found a second voice: the stove answers.'),
      text(`You eat all winter
and never say thank you.

I say it in your knees,
says the stove,
when you come in from the yard.
I say it in bread.
I say it by not going out
when you forget me.`),
      said(
        'halvorsen',
        'The answer turned it around. "By not going out when you forget me" is the line I will keep.',
      ),
    ),
  ),
  piece(
    'xochitl',
    'Should phones sleep at school?',
    'teachers class',
    attempt(
      61,
      text('Phones should be allowed because we need them. Teachers use them too. It is not fair.'),
      said(
        'halvorsen',
        'Fairness is a strong reason. Can you find a person in this building who disagrees, and quote them kindly?',
        used('I interviewed Ms. Chen and Ash.'),
      ),
    ),
    attempt(
      38,
      changed('Two interviews and a rule I would accept myself.'),
      text(
        'Ash works nights and needs the phone for shifts. Ms. Chen sees students who cannot look away. I used to think this was about trust. After the interviews I think it is about tiredness. My proposal: phones sleep in the pouch during studio, and wake at every break, for staff too. I tried it for a week. The first day was awful and the fourth was quiet.',
      ),
      said(
        'halvorsen',
        'You changed your mind in public and gave the reason. Please present this.',
        notYet('I want to try it one more week first.'),
      ),
    ),
  ),
  piece(
    'marek',
    'Small engine, rebuilt',
    'everyone',
    attempt(
      400,
      text('Took the engine apart. Eleven screws left over.'),
      said(
        'halvorsen',
        'Photograph every step next time, and lay the screws out in order on tape.',
        used('Egg cartons, numbered.'),
      ),
    ),
    attempt(
      300,
      changed('Numbered egg cartons. No screws left over.'),
      text(
        'Second rebuild: 3 hours 40 minutes, no parts left over, starts on the third pull. The carburetor was never the problem, it was the gasket I had put in backwards.',
      ),
    ),
  ),
  piece(
    'tessa',
    'A chair for short people',
    'everyone',
    attempt(
      310,
      text('I am 1.49 m. My feet never reach the floor. I want to build one chair in this school that fits.'),
    ),
    attempt(
      225,
      changed('Measured nine people under 1.55 m and used the middle one, not myself.'),
      text(
        'Seat height 38 cm. I measured nine people. Two wanted arms, seven did not. It is in the library now, third window.',
      ),
      said('halvorsen', 'You designed for nine people and not for one. I saw three of them waiting for it.'),
    ),
  ),
  piece(
    'cody',
    'First week',
    'teachers',
    attempt(
      13,
      text(
        'Came from the big school. Here they ask what you want to make. I said nothing, they said fine, look around. I looked at the glass lamp for a long time.',
      ),
    ),
  ),
]
