import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestLetter, mostLetterParts } from './letter.ts'

/** What is written outside on it: all there is to know while it is sealed. */
const Envelope = z.strictObject({
  id: Id,
  sealedAt: Moment,
  opensOn: Day,
  isOpen: z.boolean(),
  /** when its learner first opened it */
  openedAt: Moment.nullable(),
})

export const SealLetter = endpoint({
  name: 'SealLetter',
  method: 'PUT',
  path: '/api/letters/:id',
  summary:
    'Seal a letter to who I will be. Nobody reads it before its day, I neither, and it cannot be changed. May be sent twice.',
  params: ById,
  body: z.strictObject({
    opensOn: Day,
    body: words(longestLetter).default(''),
    parts: z
      .array(z.strictObject({ mediaId: Id }))
      .max(mostLetterParts)
      .default([]),
  }),
  output: Done,
})

export const ListLetters = endpoint({
  name: 'ListLetters',
  method: 'GET',
  path: '/api/letters',
  summary: 'My letters, from outside: those that wait, the soonest first, then those that have opened.',
  output: z.array(Envelope),
})

export const ReadLetter = endpoint({
  name: 'ReadLetter',
  method: 'GET',
  path: '/api/letters/:id',
  summary: 'A letter of mine, from its day on. Before that it is refused.',
  params: ById,
  output: Envelope.extend({ body: z.string(), media: z.array(Media) }),
})

export const DeleteLetter = endpoint({
  name: 'DeleteLetter',
  method: 'PUT',
  path: '/api/letters/:id/deletion',
  summary:
    'Delete a letter of mine, sealed or open. It can be restored for 30 days and is then erased unread.',
  params: ById,
  output: Done,
})

export const RestoreLetter = endpoint({
  name: 'RestoreLetter',
  method: 'PUT',
  path: '/api/letters/:id/restoration',
  summary: 'Take that back. What was sealed stays sealed.',
  params: ById,
  output: Done,
})

export const ListDeletedLetters = endpoint({
  name: 'ListDeletedLetters',
  method: 'GET',
  path: '/api/deleted-letters',
  summary: 'The letters I deleted and can still restore, from outside.',
  output: z.array(z.strictObject({ erasedOn: Day, letter: Envelope })),
})
