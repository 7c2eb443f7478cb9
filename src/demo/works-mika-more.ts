import { attempt, changed, made, piece, said, text, used, type WorkScript } from './works-shape.ts'

/** The rest of Mika's portfolio: music, maps, a wolf, last year, and a secret. */
export const moreOfMika: WorkScript[] = [
  piece(
    'mika',
    'Recorder: the hill song',
    'teachers family',
    attempt(
      60,
      made('recorder', 0, 0, 'Recorder tune with stops and wrong notes'),
      said(
        'dubois',
        'You kept going after the squeaks, that takes courage. Play only the first five notes, slowly, until they feel easy.',
        used('I did five notes every day before breakfast.'),
      ),
    ),
    attempt(
      39,
      changed('I played it slower and covered the holes all the way.'),
      made('recorder', 1, 0, 'The recorder tune, slow with few mistakes'),
    ),
    attempt(
      13,
      changed('No stops! I played it two times.'),
      made('recorder', 2, 0, 'The recorder tune played fluently', 'For Papa, because he was at work'),
    ),
  ),
  piece(
    'mika',
    'My town from above',
    'everyone',
    attempt(34, made('map', 1, 0, 'A map with a river, roads and four houses')),
    attempt(
      8,
      changed(
        'I made the houses all from above except the roofs because it looks nicer. I added a key and north.',
      ),
      made(
        'map',
        2,
        0,
        'A map with a key, a pond, a bridge and an arrow for north',
        'I walked to the bridge with Mama to check',
      ),
    ),
  ),
  piece(
    'mika',
    'Wolf',
    'teachers class',
    attempt(
      68,
      made('wolf', 1, 0, 'A gray wolf standing on grass'),
      said(
        'rivera',
        'The tail hangs down the way a wolf carries it, not like a dog. What could you try for the fur?',
        used('Short lines, not coloring.'),
      ),
    ),
    attempt(
      18,
      changed('I only did the face, so it could be big, and I did the fur hair by hair.'),
      made('wolf', 2, 0, 'A wolf face with yellow eyes'),
    ),
  ),
  piece(
    'mika',
    'Me in grade 3',
    'teachers family',
    attempt(420, made('portrait', 1, 0, 'A child with a green shirt, standing on grass')),
    attempt(
      170,
      changed('I looked in the mirror. My eyes are in the middle of my head, not at the top!'),
      made('portrait', 2, 0, 'A self-portrait with long hair'),
    ),
  ),
  piece(
    'mika',
    'Our garden bed',
    'everyone',
    attempt(236, made('garden', 0, 0, 'A garden bed with bare soil', 'Planting day')),
    attempt(212, changed('It came up.'), made('garden', 1, 0, 'Small green shoots in rows')),
    attempt(
      184,
      changed('The lettuce won. The beans are slow.'),
      made('garden', 2, 0, 'Leafy plants in a garden bed'),
    ),
  ),
  piece(
    'mika',
    'A secret plan',
    '',
    attempt(
      11,
      text(
        'I want to build a raft for the summer. Needed: 6 barrels (ask Baba), rope, Noor. Do not tell Théo yet because he will tell everybody.',
      ),
    ),
  ),
]
