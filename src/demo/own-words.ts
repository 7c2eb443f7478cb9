import type { Stage } from '../reflections/prompt.ts'

type Said = {
  learner: string
  daysAgo: number
  stage: Stage
  words: string
  /** of the prompt bank */
  prompt?: string
  /** the title of a piece of theirs */
  work?: string
  aboutTerm?: true
  scribe?: string
  for?: readonly ('teachers' | 'family')[]
}

export type WantedScript = {
  learner: string
  daysAgo: number
  form: 'step' | 'smart' | 'woop'
  words: Record<string, string>
  checkIn?: number
  scribe?: string
  checks?: readonly { daysAgo: number; standing: 'there' | 'closer' | 'same' | 'harder'; words: string }[]
  encouraged?: readonly { by: string; daysAgo: number; words: string }[]
  ended?: { daysAgo: number; kind: 'reached' | 'set_aside'; words: string }
}

/** What those whom everybody knows said about their work, oldest first. */
export const demoReflections: readonly Said[] = [
  {
    learner: 'mika',
    daysAgo: 300,
    stage: 'looking_back',
    prompt: '35-back-strong',
    words: 'I am getting better at reading to the end even when I want to know it right away.',
  },
  {
    learner: 'mika',
    daysAgo: 40,
    stage: 'after_feedback',
    work: 'Butterfly',
    words:
      'I thought wings are triangles. Then I looked at the photo for a whole minute. They are more like maps.',
  },
  {
    learner: 'mika',
    daysAgo: 12,
    stage: 'finished',
    work: 'The Night the River Moved',
    words: 'I kept the part with the otter because my brother held his breath there.',
  },
  {
    learner: 'mika',
    daysAgo: 6,
    stage: 'looking_back',
    prompt: '35-back-strong',
    aboutTerm: true,
    words: 'Looking longer before I draw. The butterfly shows it, and the garden bed a little.',
  },
  {
    learner: 'mika',
    daysAgo: 3,
    stage: 'stuck',
    words: 'Nobody laughed at my joke in the play. I want to think about it some more.',
    for: [],
  },
  {
    learner: 'theo',
    daysAgo: 15,
    stage: 'finished',
    work: 'Drum',
    scribe: 'okafor',
    words: 'It says boom like my heart. The string was the hard part and then it was not.',
  },
  {
    learner: 'theo',
    daysAgo: 5,
    stage: 'looking_back',
    prompt: 'k2-back-can',
    aboutTerm: true,
    scribe: 'okafor',
    words: 'I can zip my coat. I can write the T, and the O is easy because it is round.',
  },
  {
    learner: 'jonas',
    daysAgo: 30,
    stage: 'after_feedback',
    work: 'Glass lamp',
    words:
      'The third attempt cracked because I was impatient with the kiln, not because the design was wrong. I had blamed the design twice.',
  },
  {
    learner: 'jonas',
    daysAgo: 8,
    stage: 'looking_back',
    aboutTerm: true,
    words:
      'In September I wanted everything to look finished. Now I keep the failed ones on the shelf and learn more from them than from the good one.',
  },
]

/** What their goals are, and how they came along. */
export const demoGoals: readonly WantedScript[] = [
  {
    learner: 'mika',
    daysAgo: 52,
    form: 'woop',
    words: {
      wish: 'Read a whole chapter book to my brother',
      outcome: 'We both know how it ends',
      obstacle: 'I stop when he wriggles',
      plan: 'If he wriggles, then I do the voices',
      helper: 'Papa',
    },
    checkIn: 20,
    checks: [
      { daysAgo: 31, standing: 'same', words: 'Two evenings, then I forgot.' },
      { daysAgo: 10, standing: 'closer', words: 'Four chapters. The voices work.' },
    ],
    encouraged: [
      { by: 'amara', daysAgo: 9, words: 'I hear you through the wall and I laugh at the beaver every time.' },
      { by: 'rivera', daysAgo: 8, words: 'Would you like to borrow the second book over the holidays?' },
    ],
  },
  {
    learner: 'mika',
    daysAgo: 260,
    form: 'step',
    words: { step: 'Swim across the shallow end', helper: 'My aunt' },
    checks: [{ daysAgo: 220, standing: 'closer', words: 'Half way.' }],
    ended: { daysAgo: 190, kind: 'reached', words: 'At the lake, with everybody watching!' },
  },
  {
    learner: 'theo',
    daysAgo: 20,
    form: 'step',
    words: { step: 'Tie my shoes all by myself', helper: 'Mika' },
    scribe: 'okafor',
    encouraged: [{ by: 'amara', daysAgo: 18, words: 'Slowly is fine. We have time in the morning.' }],
  },
  {
    learner: 'jonas',
    daysAgo: 60,
    form: 'smart',
    words: {
      specific: 'Make a lamp shade that survives the kiln',
      measure: 'Three in a row without a crack',
      reach: 'The kiln is free on Thursdays',
      why: 'I want to show it in June',
    },
    checkIn: 14,
    checks: [
      { daysAgo: 28, standing: 'harder', words: 'One of three. The cooling takes nine hours, not six.' },
    ],
    encouraged: [
      { by: 'halvorsen', daysAgo: 27, words: 'Write the cooling curve down; you will thank yourself.' },
    ],
  },
]
