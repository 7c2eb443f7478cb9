import type { WordModule } from '../words.ts'

/** The English files; a key that exists here exists in every language (a test sees to it). */
type WordFiles = {
  ui: typeof import('../../../words/en/ui.json', { with: { type: 'json' }})
  outbox: typeof import('../../../words/en/outbox.json', { with: { type: 'json' }})
  access: typeof import('../../../words/en/access.json', { with: { type: 'json' }})
  people: typeof import('../../../words/en/people.json', { with: { type: 'json' }})
  schools: typeof import('../../../words/en/schools.json', { with: { type: 'json' }})
  spaces: typeof import('../../../words/en/spaces.json', { with: { type: 'json' }})
  media: typeof import('../../../words/en/media.json', { with: { type: 'json' }})
  recordings: typeof import('../../../words/en/recordings.json', { with: { type: 'json' }})
  drawings: typeof import('../../../words/en/drawings.json', { with: { type: 'json' }})
  writing: typeof import('../../../words/en/writing.json', { with: { type: 'json' }})
  work: typeof import('../../../words/en/work.json', { with: { type: 'json' }})
  critiques: typeof import('../../../words/en/critiques.json', { with: { type: 'json' }})
  growth: typeof import('../../../words/en/growth.json', { with: { type: 'json' }})
  reflections: typeof import('../../../words/en/reflections.json', { with: { type: 'json' }})
  feedback: typeof import('../../../words/en/feedback.json', { with: { type: 'json' }})
  pins: typeof import('../../../words/en/pins.json', { with: { type: 'json' }})
  rounds: typeof import('../../../words/en/rounds.json', { with: { type: 'json' }})
  activities: typeof import('../../../words/en/activities.json', { with: { type: 'json' }})
  library: typeof import('../../../words/en/library.json', { with: { type: 'json' }})
  papers: typeof import('../../../words/en/papers.json', { with: { type: 'json' }})
  goals: typeof import('../../../words/en/goals.json', { with: { type: 'json' }})
  'self-assessment': typeof import('../../../words/en/self-assessment.json', { with: { type: 'json' }})
  prompts: typeof import('../../../words/en/prompts.json', { with: { type: 'json' }})
  competencies: typeof import('../../../words/en/competencies.json', { with: { type: 'json' }})
  communications: typeof import('../../../words/en/communications.json', { with: { type: 'json' }})
  letters: typeof import('../../../words/en/letters.json', { with: { type: 'json' }})
  timeline: typeof import('../../../words/en/timeline.json', { with: { type: 'json' }})
  collections: typeof import('../../../words/en/collections.json', { with: { type: 'json' }})
  showcases: typeof import('../../../words/en/showcases.json', { with: { type: 'json' }})
  welcomes: typeof import('../../../words/en/welcomes.json', { with: { type: 'json' }})
  askings: typeof import('../../../words/en/askings.json', { with: { type: 'json' }})
  learner: typeof import('../../../words/en/learner.json', { with: { type: 'json' }})
  teacher: typeof import('../../../words/en/teacher.json', { with: { type: 'json' }})
  handovers: typeof import('../../../words/en/handovers.json', { with: { type: 'json' }})
  stack: typeof import('../../../words/en/stack.json', { with: { type: 'json' }})
  family: typeof import('../../../words/en/family.json', { with: { type: 'json' }})
  office: typeof import('../../../words/en/office.json', { with: { type: 'json' }})
  'sign-in': typeof import('../../../words/en/sign-in.json', { with: { type: 'json' }})
  demo: typeof import('../../../words/en/demo.json', { with: { type: 'json' }})
  piece: typeof import('../../../words/en/piece.json', { with: { type: 'json' }})
  account: typeof import('../../../words/en/account.json', { with: { type: 'json' }})
  device: typeof import('../../../words/en/device.json', { with: { type: 'json' }})
  errors: typeof import('../../../words/en/errors.json', { with: { type: 'json' }})
}

type AllKeys = { [Module in WordModule]: keyof WordFiles[Module] & string }[WordModule]

/** A sentence that can be said. The `@early` variants are chosen by voice and never named. */
export type WordKey = Exclude<AllKeys, `${string}@${string}`>
