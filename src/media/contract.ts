import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestCaptions, longestTranscript } from './captions.ts'
import { mediaKinds, mediaStates, remarks, renditionNames } from './media.ts'

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
  /** how long a recording is */
  seconds: z.number().nullable(),
  placeholder: z.string().nullable(),
  remarks: z.array(z.enum(remarks)),
  renditions: z.array(Rendition),
  /** what is said in it: addresses of plain words and of WebVTT, where there are any */
  transcript: z
    .strictObject({
      revision: z.number().int(),
      locale: z.string(),
      words: z.string(),
      captions: z.string().nullable(),
    })
    .nullable(),
})

export const AnnounceMedia = endpoint({
  name: 'AnnounceMedia',
  method: 'PUT',
  path: '/api/media/:id',
  whileHandedOver: true,
  summary: 'Say that a file is coming; it is then sent to /api/uploads by the tus protocol, with this id.',
  params: ById,
  body: z.strictObject({
    name: z
      .string()
      .max(2000)
      .refine((name) => name.isWellFormed()),
    bytes: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  }),
  output: Done,
})

export const GetUploadLimit = endpoint({
  name: 'GetUploadLimit',
  method: 'GET',
  path: '/api/upload-limit',
  whileHandedOver: true,
  summary: 'The most one file may weigh here.',
  output: z.strictObject({ bytes: z.number().int() }),
})

export const GetMedia = endpoint({
  name: 'GetMedia',
  method: 'GET',
  path: '/api/media/:id',
  summary: 'How far a file of mine has come, and its renditions once they are ready.',
  params: ById,
  output: Media,
})

const Said = {
  /** the language that is spoken, as in `fr` or `en-CA` */
  locale: z
    .string()
    .min(2)
    .max(35)
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
  words: words(longestTranscript),
  /** WebVTT or SubRip; kept as WebVTT with nothing but times and words */
  captions: words(longestCaptions),
}

export const WriteTranscript = endpoint({
  name: 'WriteTranscript',
  method: 'PUT',
  path: '/api/media/:id/transcripts/:revision',
  summary:
    'Write down what is said in a recording of mine. `revision` is the one I was looking at plus one, beginning with 1; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z.strictObject({
    locale: Said.locale,
    words: Said.words.default(''),
    captions: Said.captions.default(''),
  }),
  output: Done,
})

export const ListTranscripts = endpoint({
  name: 'ListTranscripts',
  method: 'GET',
  path: '/api/media/:id/transcripts',
  summary: 'What was written down of a recording of mine, newest first.',
  params: ById,
  output: z.array(
    z.strictObject({
      revision: z.number().int(),
      ...Said,
      writtenAt: Moment,
      writtenBy: z.strictObject({ id: Id, name: z.string() }),
    }),
  ),
})
