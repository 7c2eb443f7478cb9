import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment } from '../platform/contract.ts'

export const ListSecondSteps = endpoint({
  name: 'ListSecondSteps',
  method: 'GET',
  path: '/api/second-steps',
  summary:
    'Whether the district I run the office of demands a second step of its staff, who of them has one, and who was helped lately.',
  output: z.strictObject({
    demand: z.strictObject({ id: Id, fromOn: Day, demandedBy: z.string(), demandedAt: Moment }).nullable(),
    staff: z.array(z.strictObject({ id: Id, name: z.string(), has: z.boolean(), me: z.boolean() })),
    helped: z.array(
      z.strictObject({ id: Id, name: z.string(), givenBy: z.string(), givenAt: Moment, lastsUntil: Moment }),
    ),
  }),
})

export const DemandSecondStep = endpoint({
  name: 'DemandSecondStep',
  method: 'PUT',
  path: '/api/second-step-demands/:id',
  summary: 'From that day on a password alone lets no staff of my district in.',
  params: ById,
  body: z.strictObject({ fromOn: Day }),
  output: Done,
})

export const EndSecondStepDemand = endpoint({
  name: 'EndSecondStepDemand',
  method: 'PUT',
  path: '/api/second-step-demands/:id/ending',
  summary: 'Nobody has to have a second step any more; whoever has one keeps it.',
  params: ById,
  output: Done,
})

export const HelpWithSecondStep = endpoint({
  name: 'HelpWithSecondStep',
  method: 'PUT',
  path: '/api/second-step-helps/:id',
  summary:
    'Somebody of my district lost what they show: theirs ends, they are signed out everywhere, and have three days to set up another. It is kept who helped.',
  params: ById,
  body: z.strictObject({ personId: Id }),
  output: Done,
})
