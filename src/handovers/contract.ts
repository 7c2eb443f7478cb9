import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { handoverAudiences, mostBrought } from './handover.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

export const OpenHandover = endpoint({
  name: 'OpenHandover',
  method: 'PUT',
  path: '/api/handovers/:id',
  summary:
    'Hand the device I am signed in on to a class I teach. Until it is taken back, this session brings in work of its learners and does nothing else.',
  params: ById,
  body: z.strictObject({ classId: Id, audiences: z.array(z.enum(handoverAudiences)).max(2).default([]) }),
  output: Done,
})

export const GetHandover = endpoint({
  name: 'GetHandover',
  method: 'GET',
  path: '/api/handover',
  whileHandedOver: true,
  summary: 'On a device that was handed over: the faces of its class, and nothing of anybody’s work.',
  output: z.strictObject({
    id: Id,
    class: z.strictObject({ id: Id, name: z.string() }),
    openedBy: Person,
    learners: z.array(z.strictObject({ id: Id, name: z.string(), givenName: z.string() })),
  }),
})

export const BringWork = endpoint({
  name: 'BringWork',
  method: 'PUT',
  path: '/api/handover-pieces/:id',
  whileHandedOver: true,
  summary:
    'Bring in what a learner made on a device that I handed over: photos, drawings and recordings, no words. It is a piece of theirs. May be sent twice, and later than the device was taken back.',
  params: ById,
  body: z.strictObject({
    handoverId: Id,
    learnerId: Id,
    iterationId: Id,
    mediaIds: z.array(Id).min(1).max(mostBrought),
  }),
  output: Done,
})

export const EndHandover = endpoint({
  name: 'EndHandover',
  method: 'PUT',
  path: '/api/handovers/:id/ending',
  whileHandedOver: true,
  summary: 'Take back a device that I handed over, with my password.',
  params: ById,
  body: z.strictObject({ password: words(1000) }),
  output: Done,
})

export const ListHandovers = endpoint({
  name: 'ListHandovers',
  method: 'GET',
  path: '/api/classes/:id/handovers',
  summary: 'When devices were handed to a class I teach, by whom, and how much was made. The newest twenty.',
  params: ById,
  output: z.strictObject({
    id: Id,
    name: z.string(),
    handovers: z.array(
      z.strictObject({
        id: Id,
        openedBy: Person,
        openedAt: Moment,
        endedAt: Moment.nullable(),
        pieces: z.number().int(),
      }),
    ),
  }),
})
