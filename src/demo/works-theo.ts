import { attempt, changed, made, piece, said, text, used, type WorkScript } from './works-shape.ts'

/** Five years old. What he said was written down by his teacher where it says so. */
export const theoWorks: WorkScript[] = [
  piece(
    'theo',
    'This is me',
    'everyone',
    attempt(
      70,
      made('portrait', 0, 2, 'A yellow circle with a smile, arms and legs', 'This is me. I have big feet.'),
      said(
        'okafor',
        'You drew a big smile and long arms, Théo. Come and look in the mirror with me: where do your arms grow?',
        used('On my tummy!'),
      ),
    ),
    attempt(
      16,
      changed('I have a tummy now.'),
      made('portrait', 1, 2, 'A child in a yellow shirt on green grass', 'Me and the sky and the grass'),
    ),
  ),
  piece(
    'theo',
    'Butterfly like Mika',
    'teachers family',
    attempt(44, made('butterfly', 0, 2, 'Blue loops with a line in the middle', 'It is going so fast')),
    attempt(
      22,
      changed('It has a face.'),
      made('butterfly', 1, 2, 'A butterfly with four blue circles and a face'),
      said('okafor', 'Four wings and two feelers. You told me it is saying hello, and I can see it.'),
    ),
  ),
  piece(
    'theo',
    'My words',
    'teachers family',
    attempt(
      58,
      text('I C A KT'),
      said(
        'okafor',
        'You read it to me: I see a cat. You heard the K at the start of cat. What sound is in the middle?',
        used('aaaa'),
      ),
    ),
    attempt(31, changed('I did spaces with my finger.'), text('I see a cat. it is on the bd')),
    attempt(
      6,
      changed('I did a long one.'),
      text('I see a cat. It is on mi bed. it sleps with me and mika.'),
    ),
  ),
  piece(
    'theo',
    'Drum',
    'teachers family class',
    attempt(37, made('drum', 0, 2, 'Drum beats, fast and uneven', 'This is thunder')),
    attempt(9, changed('This is rain, it is little.'), made('drum', 1, 2, 'Drum beats, steady and soft')),
  ),
  piece(
    'theo',
    'My pot for Mama',
    'family',
    attempt(20, made('pot', 0, 0, 'A small lopsided clay pot', 'It is for rings. She has two.')),
  ),
]
