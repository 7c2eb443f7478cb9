import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { mostPages, pageKinds } from './rehearsal.ts'
import { ById, Done, endpoint, Id, Moment } from '../platform/contract.ts'

const Seconds = z.number().int().min(0).max(86_400)

export const KeepRehearsal = endpoint({
  name: 'KeepRehearsal',
  method: 'PUT',
  path: '/api/rehearsals/:id',
  summary: 'Keep that I tried my conference out, and what I recorded, for nobody but me. May be sent twice.',
  params: ById,
  body: z.strictObject({
    roundId: Id,
    seconds: Seconds,
    mediaId: Id.optional(),
    /** how long I stayed on each page, in their order */
    pages: z
      .array(z.strictObject({ kind: z.enum(pageKinds), pieceId: Id.nullable(), seconds: Seconds }))
      .max(mostPages)
      .default([]),
  }),
  output: Done,
})

export const ListRehearsals = endpoint({
  name: 'ListRehearsals',
  method: 'GET',
  path: '/api/conference-rounds/:id/rehearsals',
  summary: 'How I tried my conference out, the latest first. Nobody else has this list.',
  params: ById,
  output: z.array(
    z.strictObject({
      id: Id,
      seconds: z.number().int(),
      rehearsedAt: Moment,
      media: Media.nullable(),
      pages: z.array(
        z.strictObject({
          kind: z.enum(pageKinds),
          /** what the work is called today; null where it is gone, or the page has none */
          title: z.string().nullable(),
          seconds: z.number().int(),
        }),
      ),
    }),
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
