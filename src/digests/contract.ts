import { z } from 'zod'
import { ById, Done, endpoint, Id } from '../platform/contract.ts'
import { digestTells, digestWays, firstHour, lastHour } from './digest.ts'

const Choice = z.strictObject({
  way: z.enum(digestWays),
  /** Monday is 1 */
  weekday: z.number().int().min(1).max(7),
  hour: z.number().int().min(firstHour).max(lastHour),
})

export const GetDigestChoice = endpoint({
  name: 'GetDigestChoice',
  method: 'GET',
  path: '/api/digest-choice',
  summary: 'When and how I am told once a week what is new of my children, and where I am reached.',
  output: z.strictObject({
    ...Choice.shape,
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** which ways leave this Cairn at all */
    ways: z.strictObject({ mail: z.boolean(), text: z.boolean() }),
    children: z.array(z.strictObject({ name: z.string(), tells: z.enum(digestTells) })),
  }),
})

export const KeepDigestChoice = endpoint({
  name: 'KeepDigestChoice',
  method: 'PUT',
  path: '/api/digest-choice',
  summary: 'Choose the day, the hour and the way, or no letters at all.',
  body: Choice,
  output: Done,
})

export const ListDigestRules = endpoint({
  name: 'ListDigestRules',
  method: 'GET',
  path: '/api/digest-rules',
  summary: 'What the schools I answer for let stand in weekly letters to families.',
  output: z.array(
    z.strictObject({
      school: z.strictObject({ id: Id, name: z.string() }),
      tells: z.enum(digestTells),
    }),
  ),
})

export const SetDigestRule = endpoint({
  name: 'SetDigestRule',
  method: 'PUT',
  path: '/api/schools/:id/digest-rule',
  summary: 'Decide that for a school I answer for.',
  params: ById,
  body: z.strictObject({ tells: z.enum(digestTells) }),
  output: Done,
})
