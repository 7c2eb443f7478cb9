import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { answerRoles, longestAnswer, longestPasscode, shortestPasscode, showcaseStates } from './showcase.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

export const Showcase = z.strictObject({
  id: Id,
  collectionId: Id,
  title: z.string(),
  learner: Person,
  state: z.enum(showcaseStates),
  /** on the school's clock: the last day, and the minute of it; 1440 is midnight at its end */
  closesOn: Day,
  closesAtMinute: z.number().int(),
  hasPasscode: z.boolean(),
  needsGuardian: z.boolean(),
  proposedAt: Moment,
  answers: z.array(
    z.strictObject({
      person: Person,
      role: z.enum(['learner', ...answerRoles]),
      agrees: z.boolean(),
      words: z.string(),
      answeredAt: Moment,
      mine: z.boolean(),
    }),
  ),
  /** how often its page was opened with the link */
  uses: z.array(z.strictObject({ on: Day, times: z.number().int() })),
  may: z.strictObject({
    answerAsTeacher: z.boolean(),
    answerAsGuardian: z.boolean(),
    withdraw: z.boolean(),
    link: z.boolean(),
  }),
})

export const ProposeShowcase = endpoint({
  name: 'ProposeShowcase',
  method: 'PUT',
  path: '/api/showcases/:id',
  summary:
    'Ask to open a collection of mine, as it is now, to people with a link until a day and time. May be sent twice.',
  params: ById,
  body: z.strictObject({
    collectionId: Id,
    closesOn: Day,
    /** minutes of that day on the school's clock; 1440 is midnight at its end */
    closesAtMinute: z.number().int().min(1).max(1440).default(1440),
    passcode: words(longestPasscode).trim().min(shortestPasscode).optional(),
  }),
  output: Done,
})

export const AnswerShowcase = endpoint({
  name: 'AnswerShowcase',
  method: 'PUT',
  path: '/api/showcases/:id/answer',
  summary: 'Agree that a learner I teach or guard opens it, or say not yet and why.',
  params: ById,
  body: z.strictObject({
    as: z.enum(answerRoles),
    agrees: z.boolean(),
    words: words(longestAnswer).default(''),
  }),
  output: Done,
})

export const TakeAnswerBack = endpoint({
  name: 'TakeAnswerBack',
  method: 'PUT',
  path: '/api/showcases/:id/answer/withdrawal',
  summary: 'Take back what I answered; without my agreement it closes at once.',
  params: ById,
  output: Done,
})

export const WithdrawShowcase = endpoint({
  name: 'WithdrawShowcase',
  method: 'PUT',
  path: '/api/showcases/:id/withdrawal',
  summary: 'Close it for good, at once. Its learner may, and those who answer for them.',
  params: ById,
  output: Done,
})

export const ListShowcases = endpoint({
  name: 'ListShowcases',
  method: 'GET',
  path: '/api/collections/:id/showcases',
  summary: 'The showcases of a collection of mine, newest first.',
  params: ById,
  output: z.array(Showcase),
})

export const ListShowcaseRequests = endpoint({
  name: 'ListShowcaseRequests',
  method: 'GET',
  path: '/api/showcase-requests',
  summary: 'Showcases of learners I teach or guard that wait or are open.',
  output: z.array(Showcase),
})

export const GetShowcaseLink = endpoint({
  name: 'GetShowcaseLink',
  method: 'GET',
  path: '/api/showcases/:id/link',
  summary: 'The address at which an open showcase is found, for its learner and those who answer for them.',
  params: ById,
  output: z.strictObject({ path: z.string(), closesAt: Moment }),
})

export const GetShowcaseRule = endpoint({
  name: 'GetShowcaseRule',
  method: 'GET',
  path: '/api/showcase-rule',
  summary: 'Up to which grade a guardian must agree too in my district; kindergarten is 0, nobody is -1.',
  output: z.strictObject({
    guardianThroughGrade: z.number().int(),
    may: z.strictObject({ change: z.boolean() }),
  }),
})

export const SetShowcaseRule = endpoint({
  name: 'SetShowcaseRule',
  method: 'PUT',
  path: '/api/showcase-rule',
  summary: 'Decide that for the district I run. What was asked for before stays as it was.',
  body: z.strictObject({ guardianThroughGrade: z.number().int().min(-1).max(12) }),
  output: Done,
})
