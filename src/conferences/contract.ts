import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestRoundName } from './conference.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

export const ConferenceRound = z.strictObject({
  id: Id,
  class: z.strictObject({ id: Id, name: z.string() }),
  name: z.string(),
  startsOn: Day,
  endsOn: Day,
  revision: z.number().int(),
  openedBy: Person,
  openedAt: Moment,
  /** called off, and when */
  withdrawnAt: Moment.nullable(),
  may: z.strictObject({
    revise: z.boolean(),
    withdraw: z.boolean(),
    seeReadiness: z.boolean(),
    /** is a learner of it, with a conference of their own to prepare */
    prepare: z.boolean(),
  }),
})

const Said = { name: words(longestRoundName), startsOn: Day, endsOn: Day }

export const ListConferenceRounds = endpoint({
  name: 'ListConferenceRounds',
  method: 'GET',
  path: '/api/classes/:id/conference-rounds',
  summary: 'The rounds of conferences of a class of mine or of a child of mine, the latest first.',
  params: ById,
  output: z.array(ConferenceRound),
})

export const GetConferenceRound = endpoint({
  name: 'GetConferenceRound',
  method: 'GET',
  path: '/api/conference-rounds/:id',
  summary: 'One round of conferences: its class, its days, and whether it was called off.',
  params: ById,
  output: ConferenceRound,
})

export const OpenConferenceRound = endpoint({
  name: 'OpenConferenceRound',
  method: 'PUT',
  path: '/api/conference-rounds/:id',
  summary: 'Open a round of conferences for a class I teach. May be sent twice.',
  params: ById,
  body: z.strictObject({ classId: Id, ...Said }),
  output: Done,
})

export const ReviseConferenceRound = endpoint({
  name: 'ReviseConferenceRound',
  method: 'PUT',
  path: '/api/conference-rounds/:id/revisions/:revision',
  summary: 'Change the name or the days of a round; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject(Said),
  output: Done,
})

export const WithdrawConferenceRound = endpoint({
  name: 'WithdrawConferenceRound',
  method: 'PUT',
  path: '/api/conference-rounds/:id/withdrawal',
  summary: 'Call a round off. What learners prepared and what was said stays theirs.',
  params: ById,
  output: Done,
})
