import { z } from 'zod'
import { ById, Done, endpoint, words } from '../../platform/contract.ts'
import { rosterFormats } from '../../rosters/roster.ts'

/** Of a roster as one file; in base64 it is a third more. */
export const largestRosterFile = 64 * 2 ** 20

export const BringRoster = endpoint({
  name: 'BringRoster',
  method: 'PUT',
  path: '/api/roster-imports/:id',
  summary:
    'Bring a roster: OneRoster 1.1 or 1.2 as a ZIP, School Data Sync, or the files of British Columbia. Nothing changes yet: look at the import, then apply it.',
  largestBody: Math.ceil((largestRosterFile * 4) / 3) + 10_000,
  params: ById,
  body: z.strictObject({
    name: words(300),
    /** the file, base64 */
    file: z.base64(),
    format: z.enum(rosterFormats).optional(),
  }),
  output: Done,
})
