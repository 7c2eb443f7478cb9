/** A showcase event a little ahead, in the class whose learner already shows a collection to guests. */
export const demoExhibition = {
  runner: 'halvorsen',
  class: 'morning',
  title: 'What light does: open studio',
  words: 'Begin in the gym. Ask what went wrong first; they all have an answer.',
  daysAway: 12,
  fromMinute: 17 * 60,
  toMinute: 19 * 60 + 30,
  places: [
    { name: 'Gym, by the stage', row: 2, column: 2 },
    { name: 'Gym, under the basket', row: 2, column: 5 },
    { name: 'Glass studio', row: 5, column: 5 },
  ],
  stands: [
    { learner: 'jonas', title: 'Ask me about the third lamp', showcaseOf: 'What light needs', place: 0 },
    { learner: 'minh', title: 'A bridge that holds a bicycle', place: 1 },
  ],
} as const
