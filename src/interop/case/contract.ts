import { z } from 'zod'
import { ById, Done, endpoint, Id, words } from '../../platform/contract.ts'

/** Of a framework's file; in base64 it is a third more. */
export const largestFrameworkFile = 30 * 2 ** 20

export const BringFramework = endpoint({
  name: 'BringFramework',
  method: 'PUT',
  path: '/api/framework-imports/:id',
  summary:
    'Bring a framework as a file (CASE 1.0 or 1.1 as JSON, or a table) or from the address of a CASE package. Nothing changes yet: look at the import, then apply it.',
  largestBody: Math.ceil((largestFrameworkFile * 4) / 3) + 10_000,
  params: ById,
  body: z.union([
    z.strictObject({
      name: words(300),
      /** the file, base64 */
      file: z.base64(),
      /** a table has no name of its own */
      title: words(300).default(''),
      /** the framework that a table is a new edition of */
      frameworkId: Id.optional(),
    }),
    z.strictObject({ address: z.url().max(2_000) }),
  ]),
  output: Done,
})
