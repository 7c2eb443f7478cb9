import {
  attempt,
  changed,
  link,
  made,
  notYet,
  piece,
  said,
  text,
  used,
  type WorkScript,
} from './works-shape.ts'

/** Grades 6 and 7: mostly words, a few pictures, and what they were told about them. */
export const middleSchoolWorks: WorkScript[] = [
  piece(
    'talia',
    'Where the salmon stop',
    'everyone',
    attempt(
      62,
      text(
        'Question: why do fewer sockeye reach our creek than in my grandmother’s time? I think it is the culvert on Mill Road. I will count on Saturdays.',
      ),
      said(
        'laroche',
        'A question you can count is a good question. What would you see if you were wrong about the culvert?',
        used('I would see just as few below it. So I count on both sides.'),
      ),
    ),
    attempt(
      38,
      changed('I count on both sides now, and I drew where I stand.'),
      made('map', 1, 3, 'A map of a creek with two crosses and a road', 'The two crosses are where I stand.'),
      text('Six Saturdays. Below the culvert: 41. Above it: 3.'),
      said('laroche', 'Your map lets somebody else repeat it. How sure are you after six Saturdays?'),
    ),
    attempt(
      9,
      changed('Grandma told me when the culvert came, so now there is a before.'),
      text(
        'Below the culvert: 58. Above it: 4. My grandmother says they swam past her house until the road came in 1974. I am surer, but not all the way: nobody counted before me.',
      ),
    ),
  ),
  piece(
    'dev',
    'Bridge out of sixty sticks',
    'teachers class',
    attempt(
      45,
      made('bridge', 0, 2, 'A drawing of a flat bridge on two posts', 'It bends in the middle.'),
      said(
        'laroche',
        'It held four books. Which part gave first?',
        used('The middle. Not the glue, the stick.'),
      ),
    ),
    attempt(
      20,
      changed('Triangles instead of squares.'),
      made('bridge', 1, 2, 'A bridge with triangles along both sides'),
      text('Eleven books. Squares lean over, triangles cannot.'),
    ),
  ),
  piece(
    'maelle',
    'Lettre à la mairesse',
    'teachers family',
    attempt(
      33,
      text(
        'Madame la mairesse, notre autobus passe à 7 h 10 et l’école commence à 8 h 40. Nous attendons dehors, même à moins vingt.',
      ),
      said(
        'laroche',
        'On vous croit tout de suite, à cause des heures. Que lui demandez-vous, en une phrase?',
        used('D’ouvrir la bibliothèque à 7 h 15.'),
      ),
    ),
    attempt(
      13,
      changed('J’ai mis la demande au début.'),
      text(
        'Madame la mairesse, pourriez-vous ouvrir la bibliothèque à 7 h 15? Notre autobus passe à 7 h 10 et l’école commence à 8 h 40.',
      ),
    ),
  ),
  piece(
    'rowan',
    'How to fix a chain',
    'everyone',
    attempt(
      29,
      text('1. Turn it over. 2. Take the chain off. 3. Put it back on the small one first.'),
      said(
        'laroche',
        'Josh tried it from your page and stopped at 2. What does he not know that you know?',
        notYet('I have to watch him do it.'),
      ),
    ),
    attempt(
      11,
      changed('I watched Josh. He did not know which wheel.'),
      made('bike', 1, 1, 'A drawing of a bicycle with the chain marked'),
      link('https://en.wikipedia.org/wiki/Bicycle_chain', 'What the parts are called'),
    ),
  ),
  piece(
    'amara-k',
    'My name in three languages',
    'teachers family',
    attempt(24, text('In Mandinka it means grace, in Igbo too, and in Spanish it will be: she will love.')),
  ),
  piece(
    'josh',
    'Drum for the winter feast',
    'everyone',
    attempt(
      40,
      made('drum', 0, 1, 'Drum beats, uneven'),
      said('laroche', 'Where does your foot go when you count?'),
    ),
    attempt(15, changed('I count with my heel.'), made('drum', 1, 1, 'Drum beats, steady')),
  ),
]
