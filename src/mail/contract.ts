import { z } from 'zod'
import { ById, Done, endpoint, words } from '../platform/contract.ts'

export const NoteContact = endpoint({
  name: 'NoteContact',
  method: 'PUT',
  path: '/api/people/:id/contact',
  summary: 'Note how a guardian of children I teach, or of my school, is reached; empty when they are not.',
  params: ById,
  body: z.strictObject({ email: words(254).default(''), phone: words(32).default('') }),
  output: Done,
})

export const GetWaysOut = endpoint({
  name: 'GetWaysOut',
  method: 'GET',
  path: '/api/ways-out',
  summary: 'Whether this Cairn sends mail and texts at all.',
  output: z.strictObject({ mail: z.boolean(), text: z.boolean() }),
})
