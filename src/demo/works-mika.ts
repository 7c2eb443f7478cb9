import {
  attempt,
  changed,
  differently,
  made,
  notYet,
  piece,
  pinned,
  said,
  text,
  used,
  type WorkScript,
} from './works-shape.ts'

/** The learner everybody knows: grade 3 last year, grade 4 now. */
export const mikaWorks: WorkScript[] = [
  piece(
    'mika',
    'Butterfly',
    'everyone',
    attempt(
      72,
      made(
        'butterfly',
        0,
        0,
        'Two yellow scribbles on both sides of a black line',
        'My first one. I did it fast.',
      ),
      said(
        'rivera',
        'I can see two wings and a body already. Next time, put the real butterfly beside your paper and look at it ten times while you draw. What shape are the wings really?',
        used('I put the box with the butterfly on my desk and looked.'),
      ),
    ),
    attempt(
      64,
      changed('I gave it four wings because I counted them. Before I thought it was two.'),
      made('butterfly', 1, 0, 'A butterfly with four round wings and a smiling face'),
      said(
        'dubois',
        'Four wings, you counted well. Hold your paper up to the window and fold it: do the left and the right match?',
        used('I folded it and the left was way bigger. So I drew the middle line first.'),
      ),
    ),
    attempt(
      55,
      changed('I drew the middle first and made both sides the same. I put spots.'),
      made('butterfly', 2, 0, 'A butterfly with matching sides and blue spots', 'The sides match now'),
      said(
        'rivera',
        'Both sides match, and the spots sit in the same places. Now look at the edge of the wing with the magnifier. Is it round like a balloon?',
        differently('I like the round wings because they look friendly. But I will do a real one too.'),
      ),
    ),
    attempt(
      41,
      changed('The wings have points now, and black edges, and I found the lines in the wings.'),
      made('butterfly', 3, 0, 'A yellow butterfly with pointed wings, black edges and veins'),
      pinned(
        { spot: { x: 0.22, y: 0.25, width: 0.2, height: 0.3 } },
        said(
          'rivera',
          'Look at those veins: they all start at the body, just as on the real one. A scientist would label the parts. Which three would you name?',
          used('I asked Ms. Dubois how to spell antenna.'),
        ),
      ),
    ),
    attempt(
      29,
      changed(
        'I drew with a sharp pencil first and looked after every line. I wrote the names of the parts.',
      ),
      made(
        'butterfly',
        4,
        0,
        'A labeled swallowtail with veins, spots and a furry body',
        'Swallowtail, drawn from the real one',
      ),
      pinned(
        { spot: { x: 0.5, y: 0.5, width: 0, height: 0 } },
        said(
          'rivera',
          'You looked, and looked again, and it shows in the hairs on the body. Put the first and the last one side by side for your family and tell them what you learned to see.',
        ),
      ),
    ),
  ),
  piece(
    'mika',
    'Inside a beaver lodge',
    'everyone',
    attempt(
      50,
      made('lodge', 1, 0, 'A brown heap in water with a room inside'),
      said(
        'rivera',
        'Your cut shows that the door is under water. How would someone know what the heap is made of?',
        used('I put mud and sticks and wrote it.'),
      ),
    ),
    attempt(
      36,
      changed('I read that there are two doors and an air hole, so I drew them. I also drew the food.'),
      made(
        'lodge',
        2,
        0,
        'A labeled diagram of a beaver lodge with two doors',
        'The bedroom is dry because it is higher than the water',
      ),
      said(
        'dubois',
        'I learned about the air hole from your drawing. Where does the warm air go in winter?',
        notYet('I do not know yet. I will ask Kʼi, his grandpa traps.'),
      ),
    ),
  ),
  piece(
    'mika',
    'The Night the River Moved',
    'teachers family',
    attempt(
      46,
      text(
        'One night the river moved. A girl saw it. She was scared. The river went in the school. Then it went back. The end.',
      ),
      said(
        'rivera',
        'A river that moves at night: I want to know more. Stay with the girl. What does she hear first?',
        used('I started with the sound.'),
      ),
    ),
    attempt(
      38,
      changed('It starts with a sound now and I said her name.'),
      text(
        'Shh, shh, shh. That was what Lou heard when she was almost asleep. She thought it was the wind. But the curtain did not move. She looked out and the river was on the street. It was going very slow like a cat. Lou was scared but she put on her boots.',
      ),
      said(
        'rivera',
        'The river going slow like a cat gave me a shiver. Now what does Lou want? To stop it, or to follow it?',
        used('She wants to follow it and find out why.'),
      ),
    ),
    attempt(
      24,
      changed(
        'I made an ending that explains why the river went. I read it to Noor and took out two "and thens".',
      ),
      text(
        `Shh, shh, shh.

That was what Lou heard when she was almost asleep. She thought it was the wind, but the curtain hung still. When she looked out, the river was on the street. It came slowly, like a cat that does not want to be noticed.

Lou pulled on her boots and followed. It slid past the store, past the church, and stopped at the school. There it curled up on the playground, right where the old pond used to be before they paved it.

"You miss it," Lou whispered.

In the morning the river was back in its bed. But in the middle of the pavement there was a crack, and in the crack there was water, and in the water there was one small fish.`,
      ),
      said(
        'rivera',
        'I read the last sentence three times. The pond under the pavement is the heart of it, and you found it yourself.',
      ),
    ),
  ),
]
