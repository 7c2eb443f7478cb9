import { z } from 'zod'
import { ById, Done, endpoint, Id } from '../platform/contract.ts'
import { largestFile, mediaKinds, mediaStates, renditionNames } from './media.ts'

export const Rendition = z.strictObject({
  name: z.enum(renditionNames),
  type: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  bytes: z.number().int(),
  /** for this person, for a while */
  address: z.string(),
})

export const Media = z.strictObject({
  id: Id,
  state: z.enum(mediaStates),
  progress: z.number().int(),
  failure: z.string().nullable(),
  name: z.string(),
  kind: z.enum(mediaKinds).nullable(),
  type: z.string().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  placeholder: z.string().nullable(),
  renditions: z.array(Rendition),
})

export const AnnounceMedia = endpoint({
  name: 'AnnounceMedia',
  method: 'PUT',
  path: '/api/media/:id',
  summary: 'Say that a file is coming; it is then sent to /api/uploads by the tus protocol, with this id.',
  params: ById,
  body: z.strictObject({
    name: z
      .string()
      .max(2000)
      .refine((name) => name.isWellFormed()),
    bytes: z.number().int().min(1).max(largestFile),
  }),
  output: Done,
})

export const GetMedia = endpoint({
  name: 'GetMedia',
  method: 'GET',
  path: '/api/media/:id',
  summary: 'How far a file of mine has come, and its renditions once they are ready.',
  params: ById,
  output: Media,
})
