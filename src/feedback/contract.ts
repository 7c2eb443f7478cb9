import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { PieceTile } from '../work/contract.ts'
import { longestFeedback, replyKinds } from './feedback.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

const Reply = z.strictObject({
  id: Id,
  kind: z.enum(replyKinds),
  why: z.string(),
  repliedAt: Moment,
  /** the attempt that takes the feedback up */
  iteration: z.strictObject({ id: Id, number: z.number().int() }).nullable(),
})

export const Feedback = z.strictObject({
  id: Id,
  iterationId: Id,
  iterationNumber: z.number().int(),
  givenBy: Person,
  givenAt: Moment,
  body: z.string(),
  revision: z.number().int(),
  /** newest first; the first one counts */
  replies: z.array(Reply),
  may: z.strictObject({ reply: z.boolean(), revise: z.boolean() }),
})

export const ListFeedback = endpoint({
  name: 'ListFeedback',
  method: 'GET',
  path: '/api/pieces/:id/feedback',
  summary: 'The feedback on a piece with the replies: for its learner, teachers who see it, and its family.',
  params: ById,
  output: z.array(Feedback),
})

export const GiveFeedback = endpoint({
  name: 'GiveFeedback',
  method: 'PUT',
  path: '/api/feedback/:id',
  summary: 'Answer one iteration of a learner I teach. May be sent twice.',
  params: ById,
  body: z.strictObject({ iterationId: Id, body: words(longestFeedback).min(1) }),
  output: Done,
})

export const ReviseFeedback = endpoint({
  name: 'ReviseFeedback',
  method: 'PUT',
  path: '/api/feedback/:id/revisions/:revision',
  summary: 'Edit feedback of mine; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject({ body: words(longestFeedback).min(1) }),
  output: Done,
})

export const ReplyToFeedback = endpoint({
  name: 'ReplyToFeedback',
  method: 'PUT',
  path: '/api/replies/:id',
  summary: 'The learner answers feedback: used it, not yet, or see it differently, and why.',
  params: ById,
  body: z.strictObject({
    feedbackId: Id,
    kind: z.enum(replyKinds),
    why: words(longestFeedback).default(''),
    iterationId: Id.optional(),
  }),
  output: Done,
})

export const ListUnanswered = endpoint({
  name: 'ListUnanswered',
  method: 'GET',
  path: '/api/unanswered',
  summary: 'What is waiting for me as a learner: feedback I have not answered, or answered with "not yet".',
  output: z.array(
    z.strictObject({
      feedbackId: Id,
      body: z.string(),
      givenBy: Person,
      givenAt: Moment,
      iterationNumber: z.number().int(),
      answered: z.enum(replyKinds).nullable(),
      piece: PieceTile,
    }),
  ),
})

export const ListWaitingForFeedback = endpoint({
  name: 'ListWaitingForFeedback',
  method: 'GET',
  path: '/api/classes/:id/waiting',
  summary: 'The latest iterations in a class I teach that nobody has answered yet, longest waiting first.',
  params: ById,
  output: z.array(
    z.strictObject({
      iterationId: Id,
      number: z.number().int(),
      madeAt: Moment,
      whatChanged: z.string(),
      piece: PieceTile,
    }),
  ),
})
