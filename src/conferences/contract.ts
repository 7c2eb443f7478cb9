import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { PieceTile } from '../work/contract.ts'
import {
  checklist,
  choiceKinds,
  longestCue,
  longestName,
  longestPlace,
  longestRoundName,
  longestWhy,
  mostChoices,
  mostPeople,
  roles,
  wordKinds,
} from './conference.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

export const ConferenceRound = z.strictObject({
  id: Id,
  class: z.strictObject({ id: Id, name: z.string() }),
  name: z.string(),
  startsOn: Day,
  endsOn: Day,
  place: z.string(),
  asks: z.array(z.enum(checklist)),
  revision: z.number().int(),
  openedBy: Person,
  openedAt: Moment,
  /** called off, and when */
  withdrawnAt: Moment.nullable(),
  may: z.strictObject({
    revise: z.boolean(),
    withdraw: z.boolean(),
    seeReadiness: z.boolean(),
    /** is a learner of it, with a conference of their own to prepare */
    prepare: z.boolean(),
  }),
})

const RoundLine = ConferenceRound.pick({
  id: true,
  name: true,
  startsOn: true,
  endsOn: true,
  place: true,
  withdrawnAt: true,
})

const Said = {
  name: words(longestRoundName),
  startsOn: Day,
  endsOn: Day,
  place: words(longestPlace).default(''),
  asks: z
    .array(z.enum(checklist))
    .max(checklist.length)
    .default([...checklist]),
}

export const ListConferenceRounds = endpoint({
  name: 'ListConferenceRounds',
  method: 'GET',
  path: '/api/classes/:id/conference-rounds',
  summary: 'The rounds of conferences of a class of mine or of a child of mine, the latest first.',
  params: ById,
  output: z.array(ConferenceRound),
})

export const GetConferenceRound = endpoint({
  name: 'GetConferenceRound',
  method: 'GET',
  path: '/api/conference-rounds/:id',
  summary: 'One round of conferences: its class, its days, and whether it was called off.',
  params: ById,
  output: ConferenceRound,
})

export const OpenConferenceRound = endpoint({
  name: 'OpenConferenceRound',
  method: 'PUT',
  path: '/api/conference-rounds/:id',
  summary: 'Open a round of conferences for a class I teach. May be sent twice.',
  params: ById,
  body: z.strictObject({ classId: Id, ...Said }),
  output: Done,
})

export const ReviseConferenceRound = endpoint({
  name: 'ReviseConferenceRound',
  method: 'PUT',
  path: '/api/conference-rounds/:id/revisions/:revision',
  summary: 'Change the name, the days, the place or the checklist of a round; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject(Said),
  output: Done,
})

export const WithdrawConferenceRound = endpoint({
  name: 'WithdrawConferenceRound',
  method: 'PUT',
  path: '/api/conference-rounds/:id/withdrawal',
  summary: 'Call a round off. What learners prepared and what was said stays theirs.',
  params: ById,
  output: Done,
})

const Named = { personId: Id.nullable(), name: z.string() }

const Word = z.strictObject({
  id: Id,
  kind: z.enum(wordKinds),
  role: z.enum(roles),
  ...Named,
  words: z.string(),
  /** said aloud, with or without words */
  media: Media.nullable(),
  /** whose hand */
  writtenBy: Person,
  writtenAt: Moment,
  may: z.strictObject({ takeBack: z.boolean() }),
})

const Agreement = z.strictObject({
  id: Id,
  goalId: Id,
  role: z.enum(roles),
  ...Named,
  writtenBy: Person,
  writtenAt: Moment,
})

const GoalWords = z.strictObject({ id: Id, form: z.string(), words: z.record(z.string(), z.string()) })

export const Conference = z.strictObject({
  id: Id,
  roundId: Id,
  learner: Person,
  begunAt: Moment,
  closedAt: Moment.nullable(),
  page: z.number().int().nullable(),
  /** with when they came, where it had begun without them */
  people: z.array(z.strictObject({ role: z.enum(roles), ...Named, cameAt: Moment.nullable() })),
  words: z.array(Word),
  goals: z.array(GoalWords),
  agreements: z.array(Agreement),
  /** what was shown, once it is closed: what has been deleted since is gone from here too */
  shown: z.array(
    z.strictObject({
      kind: z.enum(choiceKinds),
      pieceId: Id,
      /** as it was called then, and the attempt that was its latest then */
      title: z.string(),
      attempt: z.number().int().nullable(),
      why: z.string(),
    }),
  ),
  may: z.strictObject({ write: z.boolean(), lead: z.boolean() }),
})

export const GetConferencePreparation = endpoint({
  name: 'GetConferencePreparation',
  method: 'GET',
  path: '/api/conference-rounds/:id/learners/:learnerId',
  summary:
    'What a learner chose to show in a round, once they are ready or to themselves, and their meetings as far as I take part. Cue cards only to themselves.',
  params: z.strictObject({ id: Id, learnerId: Id }),
  output: z.strictObject({
    round: RoundLine.extend({ asks: z.array(z.enum(checklist)) }),
    learner: Person,
    readyAt: Moment.nullable(),
    keptAt: Moment.nullable(),
    preparationId: Id.nullable(),
    welcomeCue: z.string().nullable(),
    choices: z.array(
      z.strictObject({
        kind: z.enum(choiceKinds),
        piece: PieceTile.nullable(),
        why: z.string(),
        cue: z.string().nullable(),
        rests: z.enum(['deleted', 'withdrawn']).nullable(),
      }),
    ),
    goal: GoalWords.nullable(),
    goalCue: z.string().nullable(),
    people: z.array(z.strictObject({ role: z.enum(roles), id: Id, name: z.string() })),
    conferences: z.array(Conference),
    may: z.strictObject({ prepare: z.boolean(), lead: z.boolean(), scribe: z.boolean() }),
  }),
})

export const PrepareConference = endpoint({
  name: 'PrepareConference',
  method: 'PUT',
  path: '/api/conference-preparations/:id',
  summary:
    'Keep what I prepared for my conference, whole. What was made last stands; the rest is kept. May be sent twice.',
  params: ById,
  body: z.strictObject({
    roundId: Id,
    welcomeCue: words(longestCue).default(''),
    choices: z
      .array(
        z.strictObject({
          kind: z.enum(choiceKinds),
          pieceId: Id,
          why: words(longestWhy).default(''),
          cue: words(longestCue).default(''),
        }),
      )
      .max(mostChoices),
    goalId: Id.optional(),
    goalCue: words(longestCue).default(''),
  }),
  output: Done,
})

export const SetConferenceReadiness = endpoint({
  name: 'SetConferenceReadiness',
  method: 'PUT',
  path: '/api/conference-rounds/:id/readiness',
  summary: 'Say that I am ready: my family and teachers then see what I chose. Or that I am not yet.',
  params: ById,
  body: z.strictObject({ ready: z.boolean() }),
  output: Done,
})

/** `sentAt` when it was recorded for a family; `answer` tells its learner who of them answered last */
const MeetingLine = Conference.pick({ id: true, begunAt: true, closedAt: true }).extend({
  sentAt: Moment.nullable(),
  answer: z.strictObject({ name: z.string(), at: Moment }).nullable(),
})

export const ListMyConferences = endpoint({
  name: 'ListMyConferences',
  method: 'GET',
  path: '/api/conferences',
  summary: 'My conferences and those of my children: their rounds, and the records of those I took part in.',
  output: z.array(
    z.strictObject({
      round: RoundLine,
      learner: Person,
      mine: z.boolean(),
      /** a teacher looks forward to it; to its learner alone, until they have done something about it */
      nudge: z.strictObject({ by: Person, at: Moment }).nullable(),
      readyAt: Moment.nullable(),
      conferences: z.array(MeetingLine),
    }),
  ),
})

const Teller = { role: z.enum(roles), personId: Id.optional(), name: words(longestName).min(1) }

export const BeginConference = endpoint({
  name: 'BeginConference',
  method: 'PUT',
  path: '/api/conferences/:id',
  summary:
    'Begin a meeting of mine, or of a learner I teach there, with those who are here. May be sent twice.',
  params: ById,
  body: z.strictObject({
    roundId: Id,
    learnerId: Id,
    people: z.array(z.strictObject({ ...Teller, role: z.enum(['guardian', 'teacher']) })).max(mostPeople),
  }),
  output: Done,
})

export const JoinConference = endpoint({
  name: 'JoinConference',
  method: 'PUT',
  path: '/api/conference-latecomers/:id',
  summary: 'Write down that somebody came when a meeting that I lead had begun. May be sent twice.',
  params: ById,
  body: z.strictObject({ conferenceId: Id, ...Teller, role: z.enum(['guardian', 'teacher']) }),
  output: Done,
})

export const GetConference = endpoint({
  name: 'GetConference',
  method: 'GET',
  path: '/api/conferences/:id',
  summary: 'One meeting: who took part, what was shown, what was noticed, wondered and agreed.',
  params: ById,
  output: Conference,
})

export const AddConferenceWord = endpoint({
  name: 'AddConferenceWord',
  method: 'PUT',
  path: '/api/conference-words/:id',
  summary:
    'Write down what somebody noticed, wonders or will do: who said it, by my hand. May be sent twice.',
  params: ById,
  body: z.strictObject({
    conferenceId: Id,
    kind: z.enum(wordKinds),
    ...Teller,
    words: words(longestWhy).default(''),
    /** said aloud: an upload of my own */
    mediaId: Id.optional(),
  }),
  output: Done,
})

export const TakeConferenceWordBack = endpoint({
  name: 'TakeConferenceWordBack',
  method: 'PUT',
  path: '/api/conference-words/:id/withdrawal',
  summary: 'Take back what I wrote down, or what I said.',
  params: ById,
  output: Done,
})

export const AgreeOnGoal = endpoint({
  name: 'AgreeOnGoal',
  method: 'PUT',
  path: '/api/conference-agreements/:id',
  summary:
    'Keep that somebody agrees to a goal of the learner: who, when, and by whose hand. May be sent twice.',
  params: ById,
  body: z.strictObject({ conferenceId: Id, goalId: Id, ...Teller }),
  output: Done,
})

export const TurnConferencePage = endpoint({
  name: 'TurnConferencePage',
  method: 'PUT',
  path: '/api/conferences/:id/page',
  summary: 'Say which page is being shown, for those who follow on their own telephone.',
  params: ById,
  body: z.strictObject({ number: z.number().int().min(1).max(100) }),
  output: Done,
})

export const CloseConference = endpoint({
  name: 'CloseConference',
  method: 'PUT',
  path: '/api/conferences/:id/closing',
  summary: 'Close a meeting into a record, which counts as an informal communication. May be sent twice.',
  params: ById,
  body: z.strictObject({
    pieceIds: z.array(Id).max(mostChoices),
    /** what it was shown from: what its learner changed since is not what was shown */
    preparationId: Id.optional(),
  }),
  output: Done,
})
