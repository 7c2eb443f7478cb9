import { z } from 'zod'
import { Day, endpoint, Id, Moment } from '../platform/contract.ts'
import { locales } from '../platform/locales.ts'
import { acts, lineKinds } from './line.ts'

const Asked = {
  act: z.enum(acts).optional(),
  about: z.enum(lineKinds).optional(),
  /** on whom */
  personId: Id.optional(),
  byId: Id.optional(),
  from: Day.optional(),
  /** that day too */
  until: Day.optional(),
}

const Line = z.strictObject({
  id: Id,
  act: z.enum(acts),
  at: Moment,
  /** nobody where the program did it by itself */
  by: z.string().nullable(),
  /** on whom or on what, as it is called today */
  on: z.string().nullable(),
  personId: Id.nullable(),
  said: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const ReadLogbook = endpoint({
  name: 'ReadLogbook',
  method: 'GET',
  path: '/api/logbook',
  summary:
    'What was done by office, newest first: who, when, what, and on whom. Whoever leads a school reads what was done there; never a word of a child’s work.',
  query: z.strictObject({
    ...Asked,
    /** the last line that is known already */
    after: Id.optional(),
  }),
  output: z.strictObject({
    lines: z.array(Line),
    more: z.boolean(),
    doers: z.array(z.strictObject({ id: Id, name: z.string() })),
  }),
})

export const ExportLogbook = endpoint({
  name: 'ExportLogbook',
  method: 'GET',
  path: '/api/logbook-file',
  summary: 'The same as a CSV file that no spreadsheet runs anything of: at most 20,000 lines.',
  query: z.strictObject({ ...Asked, locale: z.enum(locales).default('en') }),
  output: z.strictObject({ name: z.string(), text: z.string() }),
})
