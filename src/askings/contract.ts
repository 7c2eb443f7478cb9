import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestAnswer, longestAsking } from './asking.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

export const Answer = z.strictObject({
  id: Id,
  body: z.string(),
  media: Media.nullable(),
  givenBy: Person,
  givenAt: Moment,
  mine: z.boolean(),
  /** waits until a teacher has read it, or was kept back */
  standing: z.enum(['passed', 'waiting', 'kept_back']),
  decidedBy: Person.nullable(),
  may: z.strictObject({ decide: z.boolean() }),
})

export const Asking = z.strictObject({
  id: Id,
  learner: Person,
  body: z.string(),
  media: Media.nullable(),
  /** who wrote it down, when that was not the learner */
  scribe: Person.nullable(),
  saidAt: Moment,
  takenBack: z.boolean(),
  answers: z.array(Answer),
  may: z.strictObject({ answer: z.boolean(), takeBack: z.boolean() }),
})

export const SayAsking = endpoint({
  name: 'SayAsking',
  method: 'PUT',
  path: '/api/askings/:id',
  summary:
    'Give my family something to ask me about, in words or by voice; or, with `learnerId`, write down what a child I teach or guard says. May be sent twice.',
  params: ById,
  body: z.strictObject({
    learnerId: Id.optional(),
    body: words(longestAsking).default(''),
    mediaId: Id.optional(),
  }),
  output: Done,
})

export const TakeAskingBack = endpoint({
  name: 'TakeAskingBack',
  method: 'PUT',
  path: '/api/askings/:id/withdrawal',
  summary: 'Take back what I gave my family to ask about.',
  params: ById,
  output: Done,
})

export const ListAskings = endpoint({
  name: 'ListAskings',
  method: 'GET',
  path: '/api/learners/:id/askings',
  summary: 'What a learner gave their family to ask about, with the answers I may see, newest first.',
  params: ById,
  output: z.strictObject({
    learner: Person,
    askings: z.array(Asking),
    may: z.strictObject({ say: z.boolean(), scribe: z.boolean() }),
  }),
})

export const ListFamilyAskings = endpoint({
  name: 'ListFamilyAskings',
  method: 'GET',
  path: '/api/family-askings',
  summary: 'The newest of what each of my children gave to ask about, with my answers.',
  output: z.array(Asking),
})

export const AnswerAsking = endpoint({
  name: 'AnswerAsking',
  method: 'PUT',
  path: '/api/asking-answers/:id',
  summary: 'Answer what my child gave me to ask about, in words or by voice. May be sent twice.',
  params: ById,
  body: z.strictObject({
    askingId: Id,
    body: words(longestAnswer).default(''),
    mediaId: Id.optional(),
  }),
  output: Done,
})

export const TakeAskingAnswerBack = endpoint({
  name: 'TakeAskingAnswerBack',
  method: 'PUT',
  path: '/api/asking-answers/:id/withdrawal',
  summary: 'Take back what I answered.',
  params: ById,
  output: Done,
})

export const DecideAnswer = endpoint({
  name: 'DecideAnswer',
  method: 'PUT',
  path: '/api/asking-answers/:id/decision',
  summary: 'Let an answer that waits reach the child I teach, or keep it back.',
  params: ById,
  body: z.strictObject({ passes: z.boolean() }),
  output: Done,
})

export const ListAnswersWaiting = endpoint({
  name: 'ListAnswersWaiting',
  method: 'GET',
  path: '/api/classes/:id/answers-waiting',
  summary: 'Answers of families of a class I teach that wait for a teacher.',
  params: ById,
  output: z.array(z.strictObject({ asking: Asking.omit({ answers: true, may: true }), answer: Answer })),
})

export const SetAnswerRule = endpoint({
  name: 'SetAnswerRule',
  method: 'PUT',
  path: '/api/schools/:id/answer-rule',
  summary: 'Whether teachers of a school I answer for read what families answer before the child does.',
  params: ById,
  body: z.strictObject({ holds: z.boolean() }),
  output: Done,
})

export const ListAnswerRules = endpoint({
  name: 'ListAnswerRules',
  method: 'GET',
  path: '/api/answer-rules',
  summary: 'That rule, for each school I answer for.',
  output: z.array(z.strictObject({ school: Person, holds: z.boolean() })),
})
