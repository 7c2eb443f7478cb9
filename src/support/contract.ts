import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { hoursToChoose, longestReason } from './support.ts'

export const ListSupport = endpoint({
  name: 'ListSupport',
  method: 'GET',
  path: '/api/support',
  summary:
    'For the office of the district: who of those who host Cairn could be let in, who was, why and until when.',
  output: z.strictObject({
    people: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        host: z.string(),
        /** without a second step nobody of support is let in */
        hasStep: z.boolean(),
      }),
    ),
    grants: z.array(
      z.strictObject({
        id: Id,
        personId: Id,
        name: z.string(),
        reason: z.string(),
        grantedBy: z.string(),
        grantedAt: Moment,
        endsAt: Moment,
        /** before its time, by whom: also by the host, who names them no more */
        ended: z.strictObject({ by: z.string(), at: Moment }).nullable(),
        looks: z.number().int(),
        stands: z.boolean(),
        /** stands, and opens nothing until they have a second step */
        lacksStep: z.boolean(),
      }),
    ),
    /** false for support itself, which sees this page too */
    may: z.strictObject({ letIn: z.boolean() }),
  }),
})

export const LetSupportIn = endpoint({
  name: 'LetSupportIn',
  method: 'PUT',
  path: '/api/support-grants/:id',
  summary: 'Let somebody of support look at the counts and settings of my district, for some hours.',
  params: ById,
  body: z.strictObject({
    personId: Id,
    reason: words(longestReason).trim().min(1),
    hours: z.union(hoursToChoose.map((hours) => z.literal(hours))),
  }),
  output: Done,
})

export const EndSupport = endpoint({
  name: 'EndSupport',
  method: 'PUT',
  path: '/api/support-grants/:id/ending',
  summary: 'Support sees nothing of my district any more, from this moment on.',
  params: ById,
  output: Done,
})
