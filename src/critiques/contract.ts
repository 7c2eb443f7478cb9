import { z } from 'zod'
import { replyKinds } from '../feedback/feedback.ts'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { Iteration } from '../work/contract.ts'
import { longestTitle } from '../work/piece.ts'
import { longestCritique, longestQuestion, longestReport } from './critique.ts'
import { largestTable, mostGives } from './grouping.ts'
import { protocolKeys } from './protocol.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const Both = z.strictObject({ en: z.string(), fr: z.string() })
const Starters = z.strictObject({ en: z.array(z.string()).readonly(), fr: z.array(z.string()).readonly() })

const Protocol = z.strictObject({
  key: z.string(),
  version: z.string(),
  name: Both,
  about: Both,
  steps: z
    .array(
      z.strictObject({
        key: z.string(),
        by: z.enum(['giver', 'maker']),
        replies: z.enum(['words', 'leave']).optional(),
        needs: z.string().optional(),
        optional: z.boolean().optional(),
        name: Both,
        about: Both,
        starters: z.strictObject({ early: Starters, middle: Starters, older: Starters }),
      }),
    )
    .readonly(),
})

const Setting = z.strictObject({ allowed: z.boolean(), setBy: Person, setAt: Moment })

const RoundLine = z.strictObject({
  id: Id,
  title: z.string(),
  protocol: z.string(),
  protocolVersion: z.string(),
  opensOn: Day,
  closesOn: Day,
  endedAt: Moment.nullable(),
  /** whether it runs today, in a space that allows it */
  running: z.boolean(),
  /** reports no teacher has decided on yet; for teachers */
  reports: z.number().int(),
})

/** An attempt somebody laid on the table, as far as a list has to know it. */
const BroughtLine = z.strictObject({ id: Id, title: z.string(), number: z.number().int(), broughtAt: Moment })

const Seat = z.strictObject({
  learner: Person,
  /** null while nothing is brought, and for everybody else once the round is over */
  brought: BroughtLine.nullable(),
  /** whom they are asked to answer; done when they did */
  turns: z.array(z.strictObject({ maker: Person, bringingId: Id.nullable(), done: z.boolean() })),
})

export const Critique = z.strictObject({
  id: Id,
  bringingId: Id,
  givenBy: Person,
  givenAt: Moment,
  revision: z.number().int(),
  words: z.array(z.strictObject({ step: z.string(), text: z.string(), media: Media.nullable() })),
  /** the maker's words to single steps, the latest of each */
  replies: z.array(
    z.strictObject({ step: z.string(), leave: z.boolean().nullable(), text: z.string(), repliedAt: Moment }),
  ),
  /** newest first; the first one counts */
  answers: z.array(z.strictObject({ id: Id, kind: z.enum(replyKinds), why: z.string(), answeredAt: Moment })),
  hidden: z.strictObject({ by: Person, at: Moment }).nullable(),
  /** for teachers */
  reports: z.array(z.strictObject({ by: Person, why: z.string(), at: Moment })),
  reportedByMe: z.boolean(),
  may: z.strictObject({
    revise: z.boolean(),
    answer: z.boolean(),
    reply: z.boolean(),
    report: z.boolean(),
    decide: z.boolean(),
  }),
})

const Round = RoundLine.extend({
  class: z.strictObject({ id: Id, name: z.string(), spaceId: Id }),
  gives: z.number().int(),
  openedBy: Person,
  arrangement: z.number().int(),
  /** all of them for teachers, their own for learners */
  tables: z.array(z.strictObject({ number: z.number().int(), seats: z.array(Seat) })),
  /** who can see what is brought here, besides the table: the teachers of the class */
  teachers: z.array(Person),
  /** the words themselves: my own for learners, everybody's for teachers */
  said: z.array(z.strictObject({ maker: Person, critique: Critique })),
  may: z.strictObject({ arrange: z.boolean(), end: z.boolean(), bring: z.boolean() }),
})

const Tables = z.array(z.array(Id).min(1).max(largestTable)).min(1).max(60)

const Words = z
  .array(
    z.strictObject({
      step: z.string().max(60),
      text: words(longestCritique).default(''),
      mediaId: Id.optional(),
    }),
  )
  .min(1)
  .max(10)

export const ListProtocols = endpoint({
  name: 'ListProtocols',
  method: 'GET',
  path: '/api/critique-protocols',
  summary: 'The protocols by which learners give each other feedback, in all their versions.',
  output: z.array(Protocol).readonly(),
})

export const ListClassRounds = endpoint({
  name: 'ListClassRounds',
  method: 'GET',
  path: '/api/classes/:id/critique-rounds',
  summary: 'The critique rounds of a class I belong to, newest first; as a learner those I take part in.',
  params: ById,
  output: z.strictObject({
    class: z.strictObject({ id: Id, name: z.string(), spaceId: Id }),
    /** the decision that counts, for teachers; null when there never was one, which means no */
    setting: Setting.nullable(),
    allowed: z.boolean(),
    rounds: z.array(RoundLine),
    /** who sat together in the last rounds, so that groups can be mixed anew; for teachers */
    met: z.array(z.tuple([Id, Id])),
    may: z.strictObject({ open: z.boolean(), set: z.boolean() }),
  }),
})

export const SetPeerFeedback = endpoint({
  name: 'SetPeerFeedback',
  method: 'PUT',
  path: '/api/peer-settings/:id',
  summary: 'A teacher of a space says whether its learners may give each other feedback.',
  params: ById,
  body: z.strictObject({ spaceId: Id, allowed: z.boolean() }),
  output: Done,
})

export const OpenCritiqueRound = endpoint({
  name: 'OpenCritiqueRound',
  method: 'PUT',
  path: '/api/critique-rounds/:id',
  summary: 'A teacher opens a critique round for learners of a class, seated at tables. May be sent twice.',
  params: ById,
  body: z.strictObject({
    classId: Id,
    title: words(longestTitle).default(''),
    protocol: z.enum(protocolKeys),
    gives: z.number().int().min(1).max(mostGives),
    opensOn: Day,
    closesOn: Day,
    tables: Tables,
  }),
  output: Done,
})

export const GetCritiqueRound = endpoint({
  name: 'GetCritiqueRound',
  method: 'GET',
  path: '/api/critique-rounds/:id',
  summary: 'A critique round: all tables for teachers of the class, their own for learners who take part.',
  params: ById,
  output: Round,
})

export const ChangeTables = endpoint({
  name: 'ChangeTables',
  method: 'PUT',
  path: '/api/critique-rounds/:id/arrangements/:revision',
  summary:
    'Seat the learners of a round differently. `revision` is the arrangement I was looking at plus one; what was said stays.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject({ tables: Tables }),
  output: Done,
})

export const EndCritiqueRound = endpoint({
  name: 'EndCritiqueRound',
  method: 'PUT',
  path: '/api/critique-rounds/:id/ending',
  summary: 'End a round before its last day: what was brought is shown to nobody any more.',
  params: ById,
  output: Done,
})

export const BringPiece = endpoint({
  name: 'BringPiece',
  method: 'PUT',
  path: '/api/bringings/:id',
  summary:
    'Lay an attempt of mine on the table. Exactly it is shown, to exactly my table and my teachers, until the round ends.',
  params: ById,
  body: z.strictObject({ roundId: Id, iterationId: Id, question: words(longestQuestion).default('') }),
  output: Done,
})

export const TakeBackPiece = endpoint({
  name: 'TakeBackPiece',
  method: 'PUT',
  path: '/api/bringings/:id/withdrawal',
  summary: 'Take back what I brought: nobody at the table sees it any more.',
  params: ById,
  output: Done,
})

export const GetBringing = endpoint({
  name: 'GetBringing',
  method: 'GET',
  path: '/api/bringings/:id',
  summary: 'What a learner brought to a round, with what was said about it.',
  params: ById,
  output: z.strictObject({
    id: Id,
    round: z.strictObject({
      id: Id,
      title: z.string(),
      protocol: z.string(),
      protocolVersion: z.string(),
      closesOn: Day,
      running: z.boolean(),
    }),
    learner: Person,
    pieceId: Id.nullable(),
    title: z.string(),
    question: z.string(),
    iteration: Iteration,
    critiques: z.array(Critique),
    /** who can see it today */
    faces: z.array(Person),
    /** whether it is my turn to answer it */
    asked: z.boolean(),
    may: z.strictObject({ give: z.boolean(), takeBack: z.boolean() }),
  }),
})

export const GiveCritique = endpoint({
  name: 'GiveCritique',
  method: 'PUT',
  path: '/api/critiques/:id',
  summary: 'My words on what somebody at my table brought, by the steps of the protocol. May be sent twice.',
  params: ById,
  body: z.strictObject({ bringingId: Id, words: Words }),
  output: Done,
})

export const ReviseCritique = endpoint({
  name: 'ReviseCritique',
  method: 'PUT',
  path: '/api/critiques/:id/revisions/:revision',
  summary: 'Edit my words, or go on with a step that became open; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject({ words: Words }),
  output: Done,
})

export const ReplyToStep = endpoint({
  name: 'ReplyToStep',
  method: 'PUT',
  path: '/api/critique-replies/:id',
  summary: 'The maker answers an open question, or gives leave (or not) to say an opinion.',
  params: ById,
  body: z.strictObject({
    critiqueId: Id,
    step: z.string().max(60),
    leave: z.boolean().optional(),
    text: words(longestCritique).default(''),
  }),
  output: Done,
})

export const AnswerCritique = endpoint({
  name: 'AnswerCritique',
  method: 'PUT',
  path: '/api/critique-answers/:id',
  summary: 'The maker says what became of it: used it, not yet, or see it differently, and why.',
  params: ById,
  body: z.strictObject({ critiqueId: Id, kind: z.enum(replyKinds), why: words(longestCritique).default('') }),
  output: Done,
})

export const ReportCritique = endpoint({
  name: 'ReportCritique',
  method: 'PUT',
  path: '/api/critique-reports/:id',
  summary: 'Ask the teachers of the class to look at a critique.',
  params: ById,
  body: z.strictObject({ critiqueId: Id, why: words(longestReport).default('') }),
  output: Done,
})

export const HideCritique = endpoint({
  name: 'HideCritique',
  method: 'PUT',
  path: '/api/critique-decisions/:id',
  summary:
    'A teacher hides a critique at once, or lets it stand; either settles what was reported. It is kept.',
  params: ById,
  body: z.strictObject({ critiqueId: Id, hidden: z.boolean() }),
  output: Done,
})

export const ListPieceCritiques = endpoint({
  name: 'ListPieceCritiques',
  method: 'GET',
  path: '/api/pieces/:id/critiques',
  summary:
    'What classmates said about the attempts of a piece, for its learner and the teachers of the round.',
  params: ById,
  output: z.array(
    z.strictObject({
      iterationId: Id,
      iterationNumber: z.number().int(),
      round: z.strictObject({ id: Id, title: z.string(), protocol: z.string(), protocolVersion: z.string() }),
      question: z.string(),
      critique: Critique,
    }),
  ),
})

export const ListCritiquesWaiting = endpoint({
  name: 'ListCritiquesWaiting',
  method: 'GET',
  path: '/api/critiques-waiting',
  summary: 'What waits for me as a learner in the rounds that run today.',
  output: z.array(
    z.strictObject({
      round: z.strictObject({ id: Id, title: z.string(), closesOn: Day, className: z.string() }),
      brought: z.boolean(),
      /** whose work lies on the table for my words */
      turns: z.array(z.strictObject({ bringingId: Id, maker: Person })),
      /** words on my work that I have not answered */
      unanswered: z.array(z.strictObject({ bringingId: Id, givenBy: Person })),
    }),
  ),
})
