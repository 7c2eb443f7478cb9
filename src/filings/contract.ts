import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment } from '../platform/contract.ts'
import { filingWays } from './filing.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

export const Filing = z.strictObject({
  iterationId: Id,
  pieceId: Id,
  number: z.number().int(),
  learner: Person,
  way: z.enum(filingWays),
  filedAt: Moment,
  /** as far as I see the piece; empty and null when its learner keeps it to themselves, or it was taken back */
  title: z.string(),
  cover: Media.nullable(),
  excerpt: z.string(),
  /** somebody else has added something: it cannot be taken back any more */
  builtUpon: z.boolean(),
  takenBack: z.strictObject({ id: Id, at: Moment, erasedOn: Day, movedTo: Person.nullable() }).nullable(),
  may: z.strictObject({ takeBack: z.boolean(), move: z.boolean(), putBack: z.boolean() }),
})

const Filings = z.strictObject({
  filings: z.array(Filing),
  /** whom else it may belong to: those I teach beside its learner */
  learners: z.array(Person),
})

export const ListFilings = endpoint({
  name: 'ListFilings',
  method: 'GET',
  path: '/api/classes/:id/filings',
  summary: 'What I filed to the learners of a class I teach in the last 30 days, newest first.',
  params: ById,
  output: Filings.extend({ id: Id, name: z.string() }),
})

export const ListPieceFilings = endpoint({
  name: 'ListPieceFilings',
  method: 'GET',
  path: '/api/pieces/:id/filings',
  summary: 'What I filed to this piece of a learner I teach.',
  params: ById,
  output: Filings,
})

export const TakeBackFiling = endpoint({
  name: 'TakeBackFiling',
  method: 'PUT',
  path: '/api/filing-deletions/:id',
  summary:
    'Take back what I filed to the wrong learner. Nobody sees it any more; I can put it back for 30 days. Refused once anybody else has added something to it.',
  params: ById,
  body: z.strictObject({ iterationId: Id }),
  output: Done,
})

export const PutBackFiling = endpoint({
  name: 'PutBackFiling',
  method: 'PUT',
  path: '/api/filing-deletions/:id/restoration',
  summary: 'Put back what I took back.',
  params: ById,
  output: Done,
})

export const MoveFiling = endpoint({
  name: 'MoveFiling',
  method: 'PUT',
  path: '/api/filing-moves/:id',
  summary:
    'What I filed belongs to another learner whom I teach: it is taken back and filed there in one step, to the same activity and the same audiences.',
  params: ById,
  body: z.strictObject({ iterationId: Id, learnerId: Id, newPieceId: Id, newIterationId: Id }),
  output: Done,
})

export const ListTakenBack = endpoint({
  name: 'ListTakenBack',
  method: 'GET',
  path: '/api/taken-back',
  summary: 'That something filed to me turned out to be another’s, and who took it back: never what it was.',
  output: z.array(z.strictObject({ takenBackBy: Person, at: Moment })),
})
