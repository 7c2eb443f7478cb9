import { z } from 'zod'
import { messageWays } from '../mail/message.ts'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { mostAtOnce, shortestName, shortestPassword, welcomeStates } from './welcome.ts'

const Named = z.strictObject({ id: Id, name: z.string() })

export const ListFamilies = endpoint({
  name: 'ListFamilies',
  method: 'GET',
  path: '/api/classes/:id/families',
  summary:
    'The guardians of a class I teach, or of my school: how they are reached and whether they came in.',
  params: ById,
  output: z.strictObject({
    class: Named,
    guardians: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        children: z.array(Named),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        /** signs in with a name and a password of their own, so that a link is not theirs */
        signsIn: z.boolean(),
        welcome: z
          .strictObject({
            id: Id,
            state: z.enum(welcomeStates),
            madeAt: Moment,
            endsAt: Moment,
            lastUsedAt: Moment.nullable(),
            uses: z.number().int(),
          })
          .nullable(),
        /** how the last link travelled, or what could not be delivered since */
        told: z
          .strictObject({
            way: z.enum(messageWays),
            state: z.enum(['waiting', 'late', 'sent', 'failed']),
            at: Moment,
          })
          .nullable(),
      }),
    ),
  }),
})

export const MakeWelcomes = endpoint({
  name: 'MakeWelcomes',
  method: 'PUT',
  path: '/api/classes/:id/welcomes',
  summary:
    'A link and a PIN for each of these guardians; an earlier one of theirs ends, and what came in by it. May be sent twice.',
  params: ById,
  body: z.strictObject({
    welcomes: z
      .array(z.strictObject({ id: Id, guardianId: Id }))
      .min(1)
      .max(mostAtOnce),
    /** to those whose address is known; the PIN is never in it */
    byMail: z.boolean().default(false),
    /** to those whose number is known, by day; where both are asked for, to those who get no mail */
    byText: z.boolean().default(false),
  }),
  output: z.strictObject({ mailed: z.number().int(), texted: z.number().int() }),
})

export const WithdrawWelcome = endpoint({
  name: 'WithdrawWelcome',
  method: 'PUT',
  path: '/api/welcomes/:id/withdrawal',
  summary: 'Take a link back at once, and end whatever came in by it.',
  params: ById,
  output: Done,
})

export const CountFamilies = endpoint({
  name: 'CountFamilies',
  method: 'GET',
  path: '/api/family-counts',
  summary:
    'For those who answer for a school: in each class, how many guardians came in, and how many could not.',
  output: z.array(
    z.strictObject({
      school: Named,
      classes: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          guardians: z.number().int(),
          opened: z.number().int(),
          waiting: z.number().int(),
          stuck: z.number().int(),
        }),
      ),
    }),
  ),
})

export const GetOwnKeys = endpoint({
  name: 'GetOwnKeys',
  method: 'GET',
  path: '/api/own-keys',
  summary: 'Whether I sign in with a password, and whether I may choose one.',
  output: z.strictObject({ hasPassword: z.boolean(), may: z.strictObject({ choose: z.boolean() }) }),
})

export const ChoosePassword = endpoint({
  name: 'ChoosePassword',
  method: 'PUT',
  path: '/api/own-keys',
  summary:
    'For a guardian who came in by link: choose a name and a password. The link ends with that, and every other device that came in by it.',
  body: z.strictObject({
    username: words(200).trim().min(shortestName).regex(/^\S+$/),
    password: words(1000).min(shortestPassword),
  }),
  output: Done,
})
