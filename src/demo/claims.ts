import type { Place } from '../self-assessment/claim.ts'

/** Which packs each district of the demo has taken over. */
export const demoPacks = {
  nechako: ['bc/core-competencies', 'plain/habits-of-learning'],
  harbour: ['spokane/graduate-profile'],
} as const

/** What a work needed, in its learner's judgement: identifiers below the pack. */
export type TagScript = { learner: string; work: string; needed: readonly string[]; daysAgo: number }
export type SuggestionScript = {
  by: string
  learner: string
  work: string
  needed: string
  daysAgo: number
  words: string
}
export type ClaimScript = {
  learner: string
  at: string
  daysAgo: number
  words: string
  works?: readonly string[]
  place?: readonly [Place, string]
  reflection?: string
  shared: readonly ('teachers' | 'family')[]
  /** who wrote it down for a young child */
  scribe?: string
}

const core = 'bc/core-competencies'
const habits = 'plain/habits-of-learning'

export const demoTags: readonly TagScript[] = [
  {
    learner: 'mika',
    work: 'Butterfly',
    needed: [`${core}/reflecting-and-assessing`, `${core}/evaluating-and-developing`, `${habits}/noticing`],
    daysAgo: 28,
  },
  {
    learner: 'mika',
    work: 'Wolf',
    needed: [`${core}/reflecting-and-assessing`, `${habits}/keeping-at-it`],
    daysAgo: 12,
  },
  {
    learner: 'mika',
    work: 'Inside a beaver lodge',
    needed: [`${core}/questioning-and-investigating`, `${core}/acquiring-and-presenting-information`],
    daysAgo: 34,
  },
  {
    learner: 'mika',
    work: 'The Night the River Moved',
    needed: [`${core}/creating-and-innovating`, `${core}/generating-and-incubating`],
    daysAgo: 23,
  },
  {
    learner: 'mika',
    work: 'Our garden bed',
    needed: [
      `${core}/contributing-to-community-and-caring-for-the-environment`,
      `${core}/working-collectively`,
    ],
    daysAgo: 20,
  },
  { learner: 'noor', work: 'Butterfly', needed: [`${core}/evaluating-and-developing`], daysAgo: 9 },
  {
    learner: 'jonas',
    work: 'Glass lamp',
    needed: [
      `${core}/designing-and-developing`,
      `${core}/evaluating-and-developing`,
      `${core}/self-regulating`,
      `${habits}/keeping-at-it`,
      `${habits}/making`,
    ],
    daysAgo: 40,
  },
  {
    learner: 'jonas',
    work: 'Footbridge, 54 centimeters',
    needed: [`${core}/designing-and-developing`],
    daysAgo: 30,
  },
  {
    learner: 'jonas',
    work: 'Lab: how heat moves through glass',
    needed: [`${core}/questioning-and-investigating`, `${core}/analyzing-and-critiquing`],
    daysAgo: 25,
  },
  {
    learner: 'jonas',
    work: 'Should the mill site become a park?',
    needed: [`${core}/valuing-diversity`],
    daysAgo: 18,
  },
  { learner: 'theo', work: 'My pot for Mama', needed: [`${core}/building-relationships`], daysAgo: 8 },
]

export const demoSuggestions: readonly SuggestionScript[] = [
  {
    by: 'rivera',
    learner: 'mika',
    work: 'Inside a beaver lodge',
    needed: `${core}/connecting-and-engaging-with-others`,
    daysAgo: 4,
    words: 'You asked Kʼi and his grandfather, and you listened for what you did not expect.',
  },
  {
    by: 'halvorsen',
    learner: 'jonas',
    work: 'Glass lamp',
    needed: `${core}/identifying-personal-strengths-and-abilities`,
    daysAgo: 3,
    words: 'By the third shade you knew what your hands are good at.',
  },
]

export const demoClaims: readonly ClaimScript[] = [
  {
    learner: 'mika',
    at: `${core}/critical-and-reflective-thinking`,
    daysAgo: 60,
    words: 'I can look at my drawing and say one thing to change.',
    works: ['Butterfly'],
    shared: ['teachers', 'family'],
  },
  {
    learner: 'mika',
    at: `${core}/critical-and-reflective-thinking`,
    daysAgo: 11,
    words: 'I can now look ten times before I draw, and I can tell which attempt is truer and why.',
    works: ['Butterfly', 'Wolf'],
    reflection: 'It is slow and my friends are done sooner. I do it anyway because then it looks alive.',
    shared: ['teachers', 'family'],
  },
  {
    learner: 'mika',
    at: `${core}/collaborating`,
    daysAgo: 15,
    words: 'I can wait and then say my idea so that others still get their turn.',
    place: ['sport', 'At ringette I pass before I skate. Coach says look up first.'],
    shared: ['teachers'],
  },
  {
    learner: 'noor',
    at: `${core}/critical-and-reflective-thinking`,
    daysAgo: 8,
    words: 'I can tell which of my butterflies is truer, and show where.',
    works: ['Butterfly'],
    shared: ['teachers', 'family'],
  },
  {
    learner: 'sam',
    at: `${core}/personal-awareness-and-responsibility`,
    daysAgo: 7,
    words: 'I can notice that I am getting loud and ask to go outside before it is too late.',
    shared: [],
  },
  {
    learner: 'theo',
    at: `${core}/social-awareness-and-responsibility`,
    daysAgo: 7,
    words: 'I can give Ada the blue when she is sad.',
    works: ['My pot for Mama'],
    shared: ['teachers', 'family'],
    scribe: 'okafor',
  },
  {
    learner: 'jonas',
    at: `${core}/creative-thinking`,
    daysAgo: 38,
    words: 'I can take an idea through five versions without falling out of love with it.',
    works: ['Glass lamp', 'Footbridge, 54 centimeters'],
    reflection:
      'What helped was breaking the first one early. Next time I will test the joint before I cut the glass.',
    shared: ['teachers', 'family'],
  },
  {
    learner: 'jonas',
    at: `${core}/personal-awareness-and-responsibility`,
    daysAgo: 6,
    words: 'I can tell when I am about to give up, and go outside for ten minutes instead.',
    place: ['job', 'On Saturdays at the tire shop I ask before I guess. Nobody laughs.'],
    shared: ['teachers'],
  },
]
