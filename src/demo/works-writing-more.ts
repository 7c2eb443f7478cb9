import {
  attempt,
  changed,
  differently,
  made,
  notYet,
  piece,
  said,
  text,
  used,
  type WorkScript,
} from './works-shape.ts'

/** More writing of Division 3, and of the school in the other district. */
export const moreElementaryWritings: WorkScript[] = [
  piece(
    'danylo',
    'The bus',
    'teachers family',
    attempt(
      48,
      text('I go on bus. Bus is yellow. I not know the kids. Now I know Jude.'),
      said(
        'rivera',
        'I understood every word, and the last sentence made me happy. What does Jude say when you get on?',
        used('He say: saved you a seat.'),
      ),
    ),
    attempt(
      15,
      changed('I wrote more English and one part in Ukrainian because it is better.'),
      text(
        'The bus is yellow and it comes at 7:40. In September I did not know the kids. I sat in front, behind Mr. Dave. One day Jude said: "I saved you a seat." Тепер це наше місце. That means: now it is our place.',
      ),
      said('rivera', 'The Ukrainian sentence belongs exactly there. I practiced saying it.'),
    ),
  ),
  piece(
    'saoirse',
    'How to be a hedge',
    'teachers class',
    attempt(
      43,
      text('Stand very still. Grow thorns. Let birds come. That is how to be a hedge.'),
      said(
        'rivera',
        'What a fine instruction. What is the hardest part of being a hedge?',
        differently('I think it should stay short. A hedge would not talk a lot.'),
      ),
    ),
  ),
  piece(
    'bituin',
    'Letter to Lola',
    'family',
    attempt(
      35,
      text(
        'Dear Lola, it is snowing here but only a little. I learned to draw a wolf. Mama says you can see the same moon as me but later. I looked at it for you. Love, Bituin (your star)',
      ),
    ),
  ),
  piece(
    'ines',
    'The lighthouse',
    'teachers family',
    attempt(
      59,
      text('There is a lighthouse in my old town. It is white. It has a stairs with 212 steps.'),
      said(
        'rivera',
        'You counted 212! What do your legs feel at step 200?',
        notYet('I want to ask my dad, he carried me the last part.'),
      ),
    ),
    attempt(
      37,
      changed('I put the part where my dad carried me.'),
      text(
        'In my old town there is a white lighthouse with 212 steps. At step 150 your legs go soft like spaghetti. At step 180 my dad said "up you go" and carried me. At the top the wind took my hat, and I think it is still flying.',
      ),
    ),
  ),
  piece(
    'ines',
    'Our town before I move',
    'everyone',
    attempt(26, made('map', 1, 1, 'A map of the town with the river and the school', 'So that I remember')),
  ),
  piece(
    'suda',
    'New shoes',
    'teachers',
    attempt(32, text('My shoes are new. They make a sound eek eek. Everybody look at me.')),
    attempt(
      10,
      changed('I wrote what happened after.'),
      text(
        'My shoes are new. They make a sound: eek, eek. Everybody looked at me. Then Zofia walked like this too: eek, eek with her mouth. Then everybody did. Now it is a song.',
      ),
    ),
  ),
  piece(
    'ravi',
    'The tide pool',
    'everyone',
    attempt(
      42,
      text('We went to the tide pool. There were crabs. A sea star had six arms not five.'),
      said(
        'marsh',
        'Six arms is a discovery. Could you draw it so that we can look it up together?',
        used('I drew it from my photo.'),
      ),
    ),
    attempt(
      21,
      changed('I found out the name: six-armed star.'),
      text(
        'At low tide we found a sea star with six arms. Freya said it was a mistake, but it is a real kind: the six-armed star. It keeps its babies under itself and does not eat until they can walk.',
      ),
    ),
  ),
]
