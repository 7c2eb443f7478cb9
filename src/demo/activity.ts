import type { Subject } from './studio.ts'

/** What a whole class did: its titles, and the words that went with each learner's attempts. */
export type Activity = {
  subject: Subject
  titles: string[]
  alts: string[]
  captions: string[]
  changes: string[]
  /** What the teacher said, and what the learner answered. */
  talks: [feedback: string, reply: string][]
}
