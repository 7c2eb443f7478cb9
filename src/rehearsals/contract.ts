import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Done, endpoint, Id, Moment } from '../platform/contract.ts'

export const KeepRehearsal = endpoint({
  name: 'KeepRehearsal',
  method: 'PUT',
  path: '/api/rehearsals/:id',
  summary: 'Keep that I tried my conference out, and what I recorded, for nobody but me. May be sent twice.',
  params: ById,
  body: z.strictObject({ roundId: Id, seconds: z.number().int().min(0).max(86_400), mediaId: Id.optional() }),
  output: Done,
})

export const ListRehearsals = endpoint({
  name: 'ListRehearsals',
  method: 'GET',
  path: '/api/conference-rounds/:id/rehearsals',
  summary: 'How I tried my conference out, the latest first. Nobody else has this list.',
  params: ById,
  output: z.array(
    z.strictObject({ id: Id, seconds: z.number().int(), rehearsedAt: Moment, media: Media.nullable() }),
  ),
})

export const DeleteRehearsal = endpoint({
  name: 'DeleteRehearsal',
  method: 'PUT',
  path: '/api/rehearsals/:id/deletion',
  summary:
    'Delete a rehearsal of mine and what I recorded of it: out of sight at once, erased after 30 days.',
  params: ById,
  output: Done,
})
