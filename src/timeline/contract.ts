import { z } from 'zod'
import { goalForms, standings } from '../goals/goal.ts'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { Claim } from '../self-assessment/contract.ts'
import { entryKinds, longestSearch, mediums } from './timeline.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

export const Entry = z.strictObject({
  id: Id,
  kind: z.enum(entryKinds),
  madeAt: Moment,
  learner: Person,
  mediums: z.array(z.enum(mediums)),
  /** how it begins, or where what was looked for stands */
  words: z.string(),
  /** who wrote it down, when that was not the learner */
  scribe: Person.nullable(),
  piece: z.strictObject({ id: Id, title: z.string() }).nullable(),
  /** that a reflection is about */
  collection: z.strictObject({ id: Id, title: z.string() }).nullable(),
  /** that a reflection is about */
  term: z.strictObject({ id: Id, name: z.string() }).nullable(),
  /** of the attempt */
  number: z.number().int().nullable(),
  cover: Media.nullable(),
  /** the question a reflection answers */
  prompt: z.string(),
  /** what is wanted; of a reflection: the goal it is about, for those who see that too */
  goal: z
    .strictObject({ id: Id, form: z.enum(goalForms), words: z.record(z.string(), z.string()) })
    .nullable(),
  standing: z.enum(standings).nullable(),
  /** what a claim says something about */
  competency: Claim.shape.competency.nullable(),
  /** of a letter: when its learner wrote it */
  sealedAt: Moment.nullable(),
})

const Asked = z.strictObject({
  words: words(longestSearch).optional(),
  from: Day.optional(),
  to: Day.optional(),
  kind: z.enum(entryKinds).optional(),
  medium: z.enum(mediums).optional(),
  /** whose it is, where there are several; otherwise who had a hand in it */
  person: Id.optional(),
  /** made for this class, or, where it was made for none, while its learner was in it */
  class: Id.optional(),
  competency: Id.optional(),
  /** where the page before ended */
  before: Moment.optional(),
  beforeId: Id.optional(),
})

const Found = {
  entries: z.array(Entry),
  /** nothing has exactly these words: these come close */
  near: z.boolean(),
  next: z.strictObject({ before: Moment, beforeId: Id }).nullable(),
  /** what can be chosen among */
  choices: z.strictObject({
    people: z.array(Person),
    classes: z.array(z.strictObject({ id: Id, name: z.string() })),
    competencies: z.array(z.strictObject({ id: Id, name: z.string() })),
  }),
}

export const GetTimeline = endpoint({
  name: 'GetTimeline',
  method: 'GET',
  path: '/api/learners/:id/timeline',
  summary:
    'Everything a learner made and said, as far as I may see it, newest first, or what is found among it.',
  params: ById,
  query: Asked,
  output: z.strictObject({ learner: Person, mine: z.boolean(), ...Found }),
})

export const FindInClass = endpoint({
  name: 'FindInClass',
  method: 'GET',
  path: '/api/classes/:id/timeline',
  summary: 'What the learners of a class I teach made and said, as far as I may see it.',
  params: ById,
  query: Asked,
  output: z.strictObject({ class: z.strictObject({ id: Id, name: z.string() }), ...Found }),
})

export const GetYearAgo = endpoint({
  name: 'GetYearAgo',
  method: 'GET',
  path: '/api/year-ago',
  summary: 'Whether I want to see what I made a year ago, and, only then, what that is.',
  output: z.strictObject({ wished: z.boolean(), entries: z.array(Entry) }),
})

export const WishYearAgo = endpoint({
  name: 'WishYearAgo',
  method: 'PUT',
  path: '/api/year-ago',
  summary: 'Show me what I made a year ago, or do not.',
  body: z.strictObject({ wished: z.boolean() }),
  output: Done,
})
