import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { kindsByHand } from '../spaces/space.ts'
import { PieceTile } from '../work/contract.ts'
import { mostParts } from '../work/piece.ts'
import { longestFeedback, longestRetraction, replyKinds } from './feedback.ts'
import { longestPhrase, mostPhrases } from './phrase.ts'
import { lastPage, lastSecond, longestQuote } from '../pins/pin.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

const At = {
  revision: z.number().int().min(1).max(1_000_000),
  position: z.number().int().min(0).max(mostParts),
}
const Part = z.number().min(0).max(1)
const Area = z.strictObject({ x: Part, y: Part, width: Part, height: Part })
const Second = z.number().min(0).max(lastSecond)

/** The place in the attempt that feedback points at. A point is an area without width and height. */
export const Pin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('spot'), ...At, mediaId: Id, area: Area }),
  z.strictObject({ kind: z.literal('moment'), ...At, mediaId: Id, from: Second, to: Second.nullable() }),
  z.strictObject({
    kind: z.literal('page'),
    ...At,
    mediaId: Id,
    page: z.number().int().min(1).max(lastPage),
    area: Area.nullable(),
  }),
  z.strictObject({
    kind: z.literal('words'),
    ...At,
    quote: words(longestQuote).min(1),
    start: z.number().int().min(0).max(10_000_000),
  }),
])

const Reply = z.strictObject({
  id: Id,
  kind: z.enum(replyKinds),
  why: z.string(),
  /** what was said instead of written, or with it */
  recording: Media.nullable(),
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
  recording: Media.nullable(),
  pin: Pin.nullable(),
  revision: z.number().int(),
  /** its giver took it back: what it said is not shown any more */
  retraction: z.strictObject({ at: Moment, why: z.string() }).nullable(),
  /** newest first; the first one counts */
  replies: z.array(Reply),
  may: z.strictObject({ reply: z.boolean(), revise: z.boolean(), retract: z.boolean() }),
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
  summary:
    'Answer one iteration of a learner I teach, in words, by a recording of mine, or both. May be sent twice.',
  params: ById,
  body: z.strictObject({
    iterationId: Id,
    body: words(longestFeedback).default(''),
    mediaId: Id.optional(),
    pin: Pin.optional(),
  }),
  output: Done,
})

export const ReviseFeedback = endpoint({
  name: 'ReviseFeedback',
  method: 'PUT',
  path: '/api/feedback/:id/revisions/:revision',
  summary: 'Edit the words of feedback of mine; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject({ body: words(longestFeedback) }),
  output: Done,
})

export const RetractFeedback = endpoint({
  name: 'RetractFeedback',
  method: 'PUT',
  path: '/api/feedback/:id/retraction',
  summary:
    'Take back feedback of mine. Nobody is shown what it said; that it was taken back, when and why, stays.',
  params: ById,
  body: z.strictObject({ why: words(longestRetraction).default('') }),
  output: Done,
})

export const ReplyToFeedback = endpoint({
  name: 'ReplyToFeedback',
  method: 'PUT',
  path: '/api/replies/:id',
  summary:
    'The learner answers feedback: used it, not yet, or see it differently, and why, written or spoken.',
  params: ById,
  body: z.strictObject({
    feedbackId: Id,
    kind: z.enum(replyKinds),
    why: words(longestFeedback).default(''),
    mediaId: Id.optional(),
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
      recorded: z.boolean(),
      givenBy: Person,
      givenAt: Moment,
      iterationId: Id,
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
  summary:
    'The latest iterations in a class I teach, or shown in a space by hand that I teach in, that nobody has answered yet, longest waiting first.',
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

export const CountWaitingInSpaces = endpoint({
  name: 'CountWaitingInSpaces',
  method: 'GET',
  path: '/api/space-waiting',
  summary:
    'The groups and one-to-ones I teach in, with how much that is shown there nobody has answered yet.',
  output: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      kind: z.enum(kindsByHand),
      learners: z.number().int(),
      waiting: z.number().int(),
    }),
  ),
})

/** What a learner did with one piece of feedback. */
const Answered = z.strictObject({
  feedbackId: Id,
  body: z.string(),
  recorded: z.boolean(),
  givenBy: Person,
  iterationNumber: z.number().int(),
  kind: z.enum(replyKinds),
  why: z.string(),
  spoken: z.boolean(),
  repliedAt: Moment,
  /** the attempt that takes it up */
  takenUpIn: z.number().int().nullable(),
  piece: z.strictObject({ id: Id, title: z.string(), learner: Person }),
})

export const ListClassAnswers = endpoint({
  name: 'ListClassAnswers',
  method: 'GET',
  path: '/api/classes/:id/answers',
  summary: 'What the learners of a class I teach lately did with the feedback they were given, newest first.',
  params: ById,
  output: z.array(Answered),
})

export const ListLearnerAnswers = endpoint({
  name: 'ListLearnerAnswers',
  method: 'GET',
  path: '/api/learners/:id/answers',
  summary: 'What a learner did with feedback, newest first, and how much of it is not answered yet.',
  params: ById,
  output: z.strictObject({ answers: z.array(Answered), unanswered: z.number().int() }),
})

export const GetPhrases = endpoint({
  name: 'GetPhrases',
  method: 'GET',
  path: '/api/phrases',
  summary: 'Sentences of mine that I write often, in my order.',
  output: z.strictObject({ revision: z.number().int(), phrases: z.array(z.string()) }),
})

export const KeepPhrases = endpoint({
  name: 'KeepPhrases',
  method: 'PUT',
  path: '/api/phrases/:revision',
  summary: 'Keep them changed. `revision` is the one I was looking at plus one.',
  params: z.strictObject({ revision: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z.strictObject({ phrases: z.array(words(longestPhrase)).max(mostPhrases) }),
  output: Done,
})
