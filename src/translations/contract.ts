import { z } from 'zod'
import { Done, endpoint, Moment, words } from '../platform/contract.ts'
import { mostLanguages } from './translation.ts'

/** left out: the key that is kept, where the address stays; empty: none */
const Key = words(400).optional()

export const GetTranslator = endpoint({
  name: 'GetTranslator',
  method: 'GET',
  path: '/api/translator',
  summary:
    'For whoever runs the district: the server that translates for families, and whether there is one.',
  output: z.strictObject({
    address: z.string().nullable(),
    hasKey: z.boolean(),
    languages: z.array(z.string()),
    setBy: z.string().nullable(),
    setAt: Moment.nullable(),
  }),
})

export const KeepTranslator = endpoint({
  name: 'KeepTranslator',
  method: 'PUT',
  path: '/api/translator',
  summary:
    'Let guardians have what they may read translated by a server that the district runs (LibreTranslate’s API), into these languages.',
  body: z.strictObject({
    address: words(400),
    key: Key,
    languages: z.array(words(35)).min(1).max(mostLanguages),
  }),
  output: Done,
})

export const EndTranslator = endpoint({
  name: 'EndTranslator',
  method: 'PUT',
  path: '/api/translator/end',
  summary: 'Nothing is translated any more; the key is forgotten.',
  output: Done,
})

export const TryTranslator = endpoint({
  name: 'TryTranslator',
  method: 'PUT',
  path: '/api/translator/trial',
  summary: 'Ask such a server which languages it has and have one sentence translated, now; nothing is kept.',
  body: z.strictObject({ address: words(400), key: Key }),
  output: z.strictObject({
    languages: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    sample: z.string().nullable(),
    trouble: z.enum(['not_reached', 'refused', 'unclear']).nullable(),
  }),
})

export const GetReadingLanguages = endpoint({
  name: 'GetReadingLanguages',
  method: 'GET',
  path: '/api/reading-languages',
  summary: 'For a guardian: the languages into which the district has words translated, by their own names.',
  output: z.strictObject({ languages: z.array(z.strictObject({ code: z.string(), name: z.string() })) }),
})
