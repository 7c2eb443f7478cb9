import type { ClaimScript, TagScript } from './claims.ts'
import type { demoReflections, WantedScript } from './own-words.ts'

const core = 'bc/core-competencies'

/** What grades 6 and 7 said, asked in the voice of their band. */
export const middleSchoolReflections: typeof demoReflections = [
  {
    learner: 'talia',
    daysAgo: 37,
    stage: 'after_feedback',
    prompt: '69-feedback-surprise',
    work: 'Where the salmon stop',
    words: 'That I could be wrong in a way I can count. I only had one side of the creek.',
  },
  {
    learner: 'talia',
    daysAgo: 5,
    stage: 'looking_back',
    prompt: '69-back-thought',
    aboutTerm: true,
    words:
      'I used to think science is knowing. Now I think it is finding out how sure you are. So next I will ask the ministry whether anybody counted before 1974.',
  },
  {
    learner: 'dev',
    daysAgo: 19,
    stage: 'stuck',
    prompt: '69-stuck-failed',
    work: 'Bridge out of sixty sticks',
    words: 'More glue. It told me that the joint was never the problem.',
  },
  {
    learner: 'maelle',
    daysAgo: 12,
    stage: 'finished',
    prompt: '69-done-drafts',
    work: 'Lettre à la mairesse',
    words: 'La demande était cachée à la fin. Maintenant, on la lit même si on s’arrête après une phrase.',
  },
  {
    learner: 'rowan',
    daysAgo: 4,
    stage: 'looking_back',
    prompt: '69-back-help',
    aboutTerm: true,
    words: 'Watching somebody use what I wrote helped. Being asked to read aloud got in the way.',
    for: ['teachers'],
  },
]

export const middleSchoolGoals: readonly WantedScript[] = [
  {
    learner: 'talia',
    daysAgo: 50,
    form: 'smart',
    words: {
      specific: 'Present my salmon count to people who are not from our school',
      measure: 'They can say what I counted and how sure I am',
      reach: 'I have the numbers; I need to practice without notes',
      why: 'The town decides about the culvert in spring',
      helper: 'My grandmother, who listens',
    },
    checkIn: 8,
    checks: [
      { daysAgo: 14, standing: 'closer', words: 'I told it to my cousins and they asked good questions.' },
    ],
    encouraged: [{ by: 'lorna', daysAgo: 13, words: 'I will sit in front. Speak to me.' }],
  },
  {
    learner: 'dev',
    daysAgo: 18,
    form: 'step',
    words: { step: 'Build one with half the sticks' },
    checkIn: 12,
  },
  {
    learner: 'josh',
    daysAgo: 16,
    form: 'step',
    words: { step: 'Drum the whole song at the feast without looking at my uncle' },
  },
]

export const middleSchoolTags: readonly TagScript[] = [
  {
    learner: 'talia',
    work: 'Where the salmon stop',
    needed: [`${core}/questioning-and-investigating`, `${core}/reflecting-and-assessing`],
    daysAgo: 8,
  },
]

export const middleSchoolClaims: readonly ClaimScript[] = [
  {
    learner: 'talia',
    at: `${core}/critical-and-reflective-thinking`,
    daysAgo: 6,
    words: 'I can say how sure I am of something I found out, and what would change my mind.',
    works: ['Where the salmon stop'],
    reflection: 'Before, I only looked for what fits.',
    shared: ['teachers', 'family'],
  },
  {
    learner: 'rowan',
    at: `${core}/personal-awareness-and-responsibility`,
    daysAgo: 5,
    words: 'I can tell when I need to do it with my hands first and write it down after.',
    place: ['home', 'I fixed my neighbour’s bike and she gave me her old wheel.'],
    shared: ['teachers'],
  },
]
