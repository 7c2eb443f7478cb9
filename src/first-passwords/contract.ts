import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment } from '../platform/contract.ts'
import { ownPasswordRules, passwordStates } from './first-password.ts'

const Named = z.strictObject({ id: Id, name: z.string() })
const Made = z.strictObject({ made: z.number().int() })

export const ListFirstPasswords = endpoint({
  name: 'ListFirstPasswords',
  method: 'GET',
  path: '/api/classes/:id/first-passwords',
  summary:
    'The learners of a class I teach, or of my school: who has a way in, and whose first password waits.',
  params: ById,
  output: z.strictObject({
    class: Named,
    /** renewing what somebody used already is for those who teach them */
    teaches: z.boolean(),
    learners: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        grade: z.string().nullable(),
        username: z.string().nullable(),
        state: z.enum(passwordStates),
        mayGet: z.boolean(),
        mayRenew: z.boolean(),
        made: z.strictObject({ id: Id, madeAt: Moment }).nullable(),
      }),
    ),
  }),
})

export const IssueFirstPasswords = endpoint({
  name: 'IssueFirstPasswords',
  method: 'PUT',
  path: '/api/classes/:id/first-passwords',
  summary:
    'A name and a first password for every learner of the class who has none. Those that are there stay the same.',
  params: ById,
  output: Made,
})

export const IssueStaffFirstPasswords = endpoint({
  name: 'IssueStaffFirstPasswords',
  method: 'PUT',
  path: '/api/schools/:id/first-passwords',
  summary: 'A name and a first password for everybody who teaches at my school and was never in.',
  params: ById,
  output: Made,
})

export const RenewFirstPassword = endpoint({
  name: 'RenewFirstPassword',
  method: 'PUT',
  path: '/api/first-passwords/:id/renewal',
  summary:
    'A learner of mine forgot their password: a new first one takes its place, and what is open shuts.',
  params: ById,
  body: z.strictObject({ newPasswordId: Id }),
  output: Done,
})

export const SetOwnPasswordRule = endpoint({
  name: 'SetOwnPasswordRule',
  method: 'PUT',
  path: '/api/schools/:id/own-passwords',
  summary:
    'Who at my school chooses a password of their own before anything else, when they come in with a first one.',
  params: ById,
  body: z.strictObject({ who: z.enum(ownPasswordRules) }),
  output: Done,
})

export const CountFirstPasswords = endpoint({
  name: 'CountFirstPasswords',
  method: 'GET',
  path: '/api/first-password-counts',
  summary: 'For those who answer for a school: how many of its staff and of each class have a way in yet.',
  output: z.array(
    z.strictObject({
      school: Named,
      ownPasswords: z.enum(ownPasswordRules),
      /** of its staff */
      without: z.number().int(),
      waiting: z.number().int(),
      classes: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          learners: z.number().int(),
          without: z.number().int(),
          waiting: z.number().int(),
        }),
      ),
    }),
  ),
})
