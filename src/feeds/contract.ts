import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { serverVersions, signings } from './feed.ts'

const Table = z.strictObject({
  /** how the name of the file begins */
  file: z.string().max(200).optional(),
  /** the columns in their order, where the file has no row of headings */
  headings: z.array(z.string().max(200)).max(500).optional(),
  /** what a column is called here: `{ "id": "Pupil no" }` */
  columns: z.record(z.string().max(40), z.string().max(200)).optional(),
  /** the district has no such file, and that is right */
  absent: z.boolean().optional(),
  /** of contacts: every row is a guardian, though no column says so */
  everybody: z.boolean().optional(),
})

export const ExtractMapping = z.strictObject({
  students: Table.optional(),
  staff: Table.optional(),
  contacts: Table.optional(),
  schedule: Table.optional(),
  courses: Table.optional(),
  classes: Table.optional(),
  /** classes of these grades are homerooms, all others what the timetable says */
  homeroomGrades: z.array(z.string().max(10)).max(20).optional(),
})
export type ExtractMapping = z.infer<typeof ExtractMapping>

export const GetRosterFeeds = endpoint({
  name: 'GetRosterFeeds',
  method: 'GET',
  path: '/api/roster-feeds',
  summary: 'What the columns of our extracts are, and the server that our rosters are asked of.',
  output: z.strictObject({
    columns: ExtractMapping.nullable(),
    columnsKeptAt: Moment.nullable(),
    server: z
      .strictObject({
        id: Id,
        address: z.string(),
        tokenAddress: z.string(),
        version: z.enum(serverVersions),
        clientId: z.string(),
        signing: z.enum(signings),
        askedAt: Moment.nullable(),
        /** when last everything was read of it, and when last only what had changed */
        wholeAt: Moment.nullable(),
        changesAt: Moment.nullable(),
        /** whether it says what changed; nothing until it was asked that */
        givesChanges: z.boolean().nullable(),
        /** why its roster did not come, and what of it */
        trouble: z.string(),
      })
      .nullable(),
  }),
})

export const KeepRosterColumns = endpoint({
  name: 'KeepRosterColumns',
  method: 'PUT',
  path: '/api/roster-columns/:id',
  summary: 'Say what the columns of our own extracts are; what was said before is kept.',
  params: ById,
  body: z.strictObject({ columns: ExtractMapping }),
  output: Done,
})

export const KeepRosterServer = endpoint({
  name: 'KeepRosterServer',
  method: 'PUT',
  path: '/api/roster-servers/:id',
  summary: 'The OneRoster server that is asked every night, in place of the one before.',
  params: ById,
  body: z.strictObject({
    address: words(500),
    /** nothing where messages are signed */
    tokenAddress: words(500).default(''),
    version: z.enum(serverVersions),
    signing: z.enum(signings).default('oauth2'),
    clientId: words(300),
    clientSecret: words(1000),
  }),
  output: Done,
})

export const CloseRosterServer = endpoint({
  name: 'CloseRosterServer',
  method: 'PUT',
  path: '/api/roster-servers/:id/closing',
  summary: 'Ask this server no more.',
  params: ById,
  output: Done,
})
