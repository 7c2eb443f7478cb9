import { attempt, changed, made, piece, said, text, used, type WorkScript } from './works-shape.ts'

const looks = [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30]
const practice = [
  'First try, from memory.',
  'Same tune, tuned the strings first.',
  'Only the first line, over and over.',
  'Counted aloud. Fewer stops.',
  'Left hand looks ahead now.',
  'Played with the metronome at 60.',
  'Metronome at 72. The jump in bar three works most of the time.',
  'Thumb instead of finger, softer.',
  'Twice through without looking.',
  'Recorded in the stairwell, because it rings there.',
  'For the showcase: no metronome, and I breathe between the lines.',
]

/** Writing and long projects of Riverbend Academy. */
export const highSchoolWritings: WorkScript[] = [
  piece(
    'ash',
    'One tune, eleven times',
    'everyone',
    ...looks.map((look, index) =>
      attempt(
        [73, 66, 60, 53, 46, 40, 33, 27, 20, 13, 5][index] ?? 5,
        ...(index === 0 ? [] : [changed(practice[index] ?? '')]),
        made(
          'ukulele',
          index < 3 ? 0 : index < 7 ? 1 : 2,
          look,
          `Ukulele, take ${index + 1}`,
          index === 0 ? (practice[0] ?? '') : undefined,
        ),
        ...(index === 3
          ? [
              said(
                'halvorsen',
                'You slowed down on purpose and the tune appeared. Where do your eyes go when the jump comes?',
                used('To my right hand. I moved them to the left.'),
              ),
            ]
          : []),
        ...(index === 7
          ? [said('halvorsen', 'The thumb gives it a voice. I would keep that.', used('Kept it.'))]
          : []),
      ),
    ),
  ),
  piece(
    'delphine',
    'Ce que la forêt garde',
    'teachers family',
    attempt(
      62,
      text('La forêt a brûlé. C’était triste. Maintenant il y a des fleurs roses. La nature est forte.'),
      said(
        'halvorsen',
        'Tu étais là quand ça a brûlé. Qu’as-tu vu que les journaux n’ont pas montré ?',
        used('Les bouleaux. J’ai réécrit à partir des bouleaux.'),
      ),
    ),
    attempt(
      44,
      changed('Je pars d’une seule image, les bouleaux, et j’ai enlevé « triste » : on doit le sentir.'),
      text(`Les bouleaux sont restés debout, noirs d’un côté et blancs de l’autre, comme s’ils hésitaient.

Au printemps, l’épilobe a poussé entre leurs pieds. Rose partout. Ma mère a dit : c’est beau. Mon père n’a rien dit ; il comptait les souches.

Je crois que la forêt garde les deux : ce que ma mère voit et ce que mon père compte.`),
      said('halvorsen', 'Tes deux parents devant le même paysage : tout est là. Je n’y toucherais plus.'),
    ),
  ),
  piece(
    'ada',
    'Lab: what grows in our creek',
    'everyone',
    attempt(
      240,
      text(
        'We looked at creek water under the microscope. There was a lot of life in it. The creek is healthy.',
      ),
      said(
        'halvorsen',
        'How would you know a creek that is not healthy? Find one thing you can count.',
        used('Mayfly larvae. They only live in clean water.'),
      ),
    ),
    attempt(
      219,
      changed('Counted mayfly larvae at three places instead of saying "a lot".'),
      text(
        'We counted mayfly larvae in ten scoops at each of three places. Above the road: 41. At the culvert: 12. Below the parking lot: 3. Mayflies need clean, cold water, so the numbers suggest that something enters between the road and the lot. Temperature was the same everywhere (9 °C), so it is probably not heat. Next: salt, because of winter roads.',
      ),
      said('halvorsen', 'You ruled out one cause and named the next test. I would fund this study.'),
    ),
    attempt(
      64,
      changed('One year later, with salt measured. Made a poster for the town hall.'),
      made('poster', 1, 1, 'A science poster about creek health', 'On the wall of the town hall'),
      said('halvorsen', 'Clear question, three numbers, one answer. People stopped in front of it.'),
    ),
  ),
]
