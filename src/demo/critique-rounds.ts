/** Critique rounds of the demo as they are written down here: days ago and words, not yet rows. */
export type RoundScript = {
  key: string
  class: string
  by: string
  title: string
  protocol: 'kind-specific-helpful' | 'critical-response'
  opened: number
  /** days ago; below nothing is in the days to come */
  closes: number
  tables: string[][]
  brought: { learner: string; work: string; attempt: number; daysAgo: number; question?: string }[]
  said: SaidScript[]
}

export type SaidScript = {
  by: string
  to: string
  daysAgo: number
  words: Record<string, string>
  replies?: { step: string; text?: string; leave?: boolean }[]
  answer?: { kind: 'used' | 'not_yet' | 'differently'; why: string }
}

export const demoRounds: readonly RoundScript[] = [
  {
    key: 'showcase',
    class: 'division-3',
    by: 'rivera',
    title: 'Before we hang it up',
    protocol: 'kind-specific-helpful',
    opened: 3,
    closes: -6,
    tables: [
      ['mika', 'noor', 'kai'],
      ['zofia', 'jude', 'bituin'],
      ['saoirse', 'sam', 'harpreet', 'danylo'],
    ],
    brought: [
      { learner: 'mika', work: 'Wolf', attempt: 2, daysAgo: 2 },
      { learner: 'noor', work: 'Butterfly', attempt: 2, daysAgo: 2 },
    ],
    said: [
      {
        by: 'kai',
        to: 'mika',
        daysAgo: 1,
        words: {
          kind: 'I like how the eyes look right at me. It feels like it could blink.',
          specific: 'Around the nose, where the short lines turn, I can feel which way the fur goes.',
          helpful: 'You could make the fur under the chin longer. My grandpa’s pelt is longest there.',
        },
      },
    ],
  },
  {
    key: 'essays',
    class: 'morning',
    by: 'halvorsen',
    title: 'Arguments that have to convince somebody',
    protocol: 'critical-response',
    opened: 50,
    closes: 40,
    tables: [['jonas', 'ada', 'minh']],
    brought: [
      {
        learner: 'jonas',
        work: 'Should the mill site become a park?',
        attempt: 2,
        daysAgo: 49,
        question: 'Does the paragraph about housing sound as if I mean it?',
      },
    ],
    said: [
      {
        by: 'minh',
        to: 'jonas',
        daysAgo: 47,
        words: {
          meaning:
            'What stays with me is that the reason lies under the ground. I had only thought about what stands on top.',
          question:
            'It does from “have a point” on. Before that it sounds as if you were getting it over with.',
          neutral: 'What was in your mind when you put the housing paragraph last?',
          about: 'the ending',
          opinion:
            'In my view it stops rather than ends, because after the eight years I do not know what you want anybody to do.',
        },
        replies: [
          {
            step: 'neutral',
            text: 'I wanted the strongest objection to be the last thing they remember I dealt with.',
          },
          { step: 'about', leave: true },
        ],
        answer: { kind: 'used', why: 'New ending with one request and a date.' },
      },
    ],
  },
]
