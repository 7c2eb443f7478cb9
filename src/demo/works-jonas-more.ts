import { attempt, changed, link, made, piece, said, text, used, type WorkScript } from './works-shape.ts'

/** What Jonas made beside the lamp and the essay, most of it in his first spring. */
export const moreOfJonas: WorkScript[] = [
  piece(
    'jonas',
    'Footbridge, 54 centimeters',
    'everyone',
    attempt(292, made('bridge', 0, 0, 'Pencil sketch of a plank bridge with a car')),
    attempt(
      281,
      changed('Triangles instead of posts.'),
      made('bridge', 1, 0, 'Sketch of a truss'),
      said(
        'halvorsen',
        'Triangles, good. Which of these sticks are pulled and which are pushed?',
        used('Marked them in the next drawing.'),
      ),
    ),
    attempt(
      268,
      changed('Drew it to scale, with the forces.'),
      made('bridge', 2, 0, 'Scale drawing of a Warren truss with forces'),
    ),
    attempt(
      254,
      changed('Built it. Six books, no bending that I could measure.'),
      made('test', 2, 0, 'A cardboard truss bridge carrying six books'),
    ),
  ),
  piece(
    'jonas',
    'Lab: how heat moves through glass',
    'teachers',
    attempt(
      236,
      text(
        'We heated glass and it cracked. The thick one cracked more. The result is that thick glass is weaker.',
      ),
      said(
        'halvorsen',
        'Something interesting happened, and a reader could not repeat it yet. How thick, how hot, how many of each?',
        used('Did it again with a table.'),
      ),
    ),
    attempt(
      221,
      changed('Repeated it five times per thickness, added a table and a different explanation.'),
      text(
        `Question: Does thickness change whether glass cracks when it cools quickly?

Method: Five strips each of 2 mm, 3 mm and 6 mm window glass were heated to 120 °C for ten minutes and put into water at 20 °C.

Results: 2 mm: 0 of 5 cracked. 3 mm: 1 of 5. 6 mm: 5 of 5.

Discussion: The outside of a thick strip cools and shrinks while the inside is still hot, and the difference pulls it apart. So thick glass is not weaker in general; it is worse at sudden changes. Five strips each is few, and I could not measure the temperature inside.`,
      ),
      said(
        'halvorsen',
        'You corrected your own conclusion and named the limits. That is what a scientist does.',
      ),
    ),
  ),
  piece(
    'jonas',
    'Ukulele, three chords and a tune',
    'family',
    attempt(203, made('ukulele', 0, 1, 'Ukulele tune with stops')),
    attempt(
      176,
      changed('Metronome at 60 until I stopped hating it.'),
      made('ukulele', 2, 1, 'Ukulele tune played fluently'),
    ),
  ),
  piece(
    'jonas',
    'Self-portrait in pencil',
    'teachers class',
    attempt(262, made('portrait', 2, 1, 'A self-portrait colored with broad lines')),
    attempt(
      239,
      changed('One light from the right, and I left the paper white where it hits.'),
      made('portrait', 3, 1, 'A shaded self-portrait'),
    ),
  ),
  piece(
    'jonas',
    'Where I learned to solder',
    'teachers',
    attempt(
      57,
      link('https://example.org/stained-glass-basics', 'The course I followed, chapters 2 to 4'),
      text('Chapter 3 explains flux better than I could. I skipped chapter 1 and paid for it.'),
    ),
  ),
  piece(
    'jonas',
    'What next (notes to myself)',
    '',
    attempt(
      4,
      text(
        'Glazier apprenticeship in Prince George or the art program? Ask Ms. Chen about the fee waiver. The lamp is the first thing I made that I did not want to hide.',
      ),
    ),
  ),
]
