import { z } from 'zod'
import { ById, Day, endpoint, Id } from '../platform/contract.ts'

const Named = z.strictObject({ id: Id, name: z.string() })
const Titled = z.strictObject({ id: Id, title: z.string() })

export const ListLooks = endpoint({
  name: 'ListLooks',
  method: 'GET',
  path: '/api/learners/:id/looks',
  summary:
    'For a learner and their guardians: who opened which work and collection lately, and on which days a showcase was opened by its link.',
  params: ById,
  output: z.strictObject({
    learner: Named,
    looks: z.array(
      z.strictObject({
        on: Day,
        person: Named,
        piece: Titled.nullable(),
        collection: Titled.nullable(),
      }),
    ),
    links: z.array(z.strictObject({ on: Day, times: z.number().int(), collection: Titled })),
  }),
})
