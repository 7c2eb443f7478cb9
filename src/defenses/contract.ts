import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import {
  changeable,
  longestCriterion,
  longestGuest,
  longestNote,
  longestOpening,
  longestOutcome,
  longestPlace,
  longestStep,
  longestStepMinutes,
  longestTitle,
  mostCriteria,
  mostPanel,
  mostSteps,
  noteSides,
  outcomes,
  showings,
} from './defense.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const said = (most: number) => words(most).trim().min(1)

const Arrangement = {
  heldOn: Day,
  /** on the school's clock */
  fromMinute: z.number().int().min(0).max(1439).optional(),
  place: words(longestPlace).trim().default(''),
  panel: z
    .array(z.strictObject({ id: Id, personId: Id.optional(), guest: said(longestGuest).optional() }))
    .min(1)
    .max(mostPanel),
}

const Wanted = {
  criteria: z
    .array(z.strictObject({ id: Id, words: said(longestCriterion) }))
    .min(1)
    .max(mostCriteria),
  protocol: z
    .array(
      z.strictObject({
        words: said(longestStep),
        minutes: z.number().int().min(1).max(longestStepMinutes),
      }),
    )
    .max(mostSteps)
    .default([]),
}

const Line = z.strictObject({
  id: Id,
  title: z.string(),
  learner: Person,
  number: z.number().int(),
  heldOn: Day,
  fromMinute: z.number().int().nullable(),
  place: z.string(),
  outcome: z.enum(outcomes).nullable(),
  /** when it was last changed since it was first set, while it is to come */
  changedAt: Moment.nullable(),
})

export const ListClassDefenses = endpoint({
  name: 'ListClassDefenses',
  method: 'GET',
  path: '/api/classes/:id/defenses',
  summary: 'Presentations of learning of a class I teach, and who could sit on a panel.',
  params: ById,
  output: z.strictObject({
    id: Id,
    name: z.string(),
    defenses: z.array(Line),
    learners: z.array(Person),
    staff: z.array(Person),
  }),
})

export const ListMyDefenses = endpoint({
  name: 'ListMyDefenses',
  method: 'GET',
  path: '/api/defenses',
  summary: 'Presentations of learning that are mine, or on whose panel I sit.',
  output: z.array(Line),
})

const Note = z.strictObject({
  id: Id,
  criterionId: Id.nullable(),
  /** the words of the criterion as they were when this was written */
  criterion: z.string().nullable(),
  side: z.enum(noteSides),
  words: z.string(),
  saidBy: z.string(),
  /** who wrote a guest's words down; nobody for words of their own */
  writtenDownBy: z.string().nullable(),
  writtenAt: Moment,
  mine: z.boolean(),
})

export const GetDefense = endpoint({
  name: 'GetDefense',
  method: 'GET',
  path: '/api/defenses/:id',
  summary: 'A presentation of learning: its criteria and protocol, every attempt, who said what.',
  params: ById,
  output: z.strictObject({
    id: Id,
    title: z.string(),
    learner: Person,
    calledOff: z.boolean(),
    attempts: z.array(
      z.strictObject({
        id: Id,
        number: z.number().int(),
        heldOn: Day,
        fromMinute: z.number().int().nullable(),
        place: z.string(),
        revision: z.number().int(),
        criteria: z.array(z.strictObject({ id: Id, words: z.string() })),
        protocol: z.array(z.strictObject({ words: z.string(), minutes: z.number().int() })),
        /** what was changed since it was first set, newest first */
        changes: z.array(z.strictObject({ at: Moment, by: z.string(), what: z.array(z.enum(changeable)) })),
        panel: z.array(
          z.strictObject({
            id: Id,
            name: z.string(),
            personId: Id.nullable(),
            isGuest: z.boolean(),
            mine: z.boolean(),
            /** by which a guest comes in; an id for those who hand it on, a moment for the learner too */
            pass: z.strictObject({ id: Id, lastUsedAt: Moment.nullable(), rests: z.boolean() }).nullable(),
          }),
        ),
        opening: z
          .strictObject({
            words: z.string(),
            collection: z
              .strictObject({ id: Id, title: z.string(), showcase: z.enum(['open', 'waiting']).nullable() })
              .nullable(),
            writtenAt: Moment,
          })
          .nullable(),
        /** the learner reads them once it is decided */
        notes: z.array(Note),
        outcome: z
          .strictObject({ outcome: z.enum(outcomes), words: z.string(), by: Person, at: Moment })
          .nullable(),
        answers: z.array(z.strictObject({ id: Id, words: z.string(), writtenAt: Moment })),
        /** of the learner's own family, for the learner; who is asked, for their teachers */
        family: z.array(z.strictObject({ id: Id, name: z.string(), shows: z.enum(showings) })),
        may: z.strictObject({
          arrange: z.boolean(),
          revise: z.boolean(),
          handPass: z.boolean(),
          note: z.boolean(),
          writeDown: z.boolean(),
          decide: z.boolean(),
          open: z.boolean(),
          answer: z.boolean(),
          invite: z.boolean(),
        }),
      }),
    ),
    /** who could sit on a panel, for those who arrange it */
    staff: z.array(Person),
    may: z.strictObject({ callAgain: z.boolean(), callOff: z.boolean() }),
  }),
})

export const SetDefense = endpoint({
  name: 'SetDefense',
  method: 'PUT',
  path: '/api/defenses/:id',
  summary: 'Set a presentation of learning for a learner I teach, with its first attempt.',
  params: ById,
  body: z.strictObject({
    learnerId: Id,
    title: said(longestTitle),
    ...Wanted,
    attemptId: Id,
    ...Arrangement,
  }),
  output: Done,
})

export const CallAttempt = endpoint({
  name: 'CallAttempt',
  method: 'PUT',
  path: '/api/defense-attempts/:id',
  summary: 'Another attempt, after the panel said "not yet: present again".',
  params: ById,
  body: z.strictObject({ defenseId: Id, ...Arrangement }),
  output: Done,
})

export const ArrangeAttempt = endpoint({
  name: 'ArrangeAttempt',
  method: 'PUT',
  path: '/api/defense-attempts/:id/arrangement',
  summary: 'Another day, place or panel for an attempt that is not decided.',
  params: ById,
  body: z.strictObject(Arrangement),
  output: Done,
})

export const ReviseDefense = endpoint({
  name: 'ReviseDefense',
  method: 'PUT',
  path: '/api/defenses/:id/revision',
  summary: 'Other criteria or another order, until the coming attempt begins; what was there before is kept.',
  params: ById,
  body: z.strictObject({ ...Wanted, revision: z.number().int().min(2) }),
  output: Done,
})

export const HandPass = endpoint({
  name: 'HandPass',
  method: 'PUT',
  path: '/api/defense-passes/:id',
  summary:
    'Let a guest of the panel in by a link and a PIN until the end of the day; an earlier link of theirs ends.',
  params: ById,
  body: z.strictObject({ attemptId: Id, panelistId: Id }),
  output: Done,
})

export const GetPass = endpoint({
  name: 'GetPass',
  method: 'GET',
  path: '/api/defense-passes/:id',
  summary: 'The address and the PIN of a guest of a panel, for the teachers who hand it on.',
  params: ById,
  output: z.strictObject({ path: z.string(), pin: z.string() }),
})

export const WithdrawPass = endpoint({
  name: 'WithdrawPass',
  method: 'PUT',
  path: '/api/defense-passes/:id/withdrawal',
  summary: 'Take the link of a guest back; it opens nothing from then on. What they wrote stays.',
  params: ById,
  output: Done,
})

export const InviteGuardian = endpoint({
  name: 'InviteGuardian',
  method: 'PUT',
  path: '/api/defense-attempts/:id/invitations',
  summary: 'As the learner, ask one of my guardians to it, say what of it they see, or take that back.',
  params: ById,
  body: z.strictObject({ guardianId: Id, shows: z.enum(showings) }),
  output: Done,
})

export const ListFamilyDefenses = endpoint({
  name: 'ListFamilyDefenses',
  method: 'GET',
  path: '/api/family/defenses',
  summary: 'Presentations of children of mine who asked me to them, with what each lets me see.',
  output: z.array(
    Line.omit({ changedAt: true }).extend({
      calledOff: z.boolean(),
      opening: z.string(),
      outcome: z
        .strictObject({
          outcome: z.enum(outcomes),
          words: z.string(),
          by: z.string(),
          answers: z.array(z.string()),
        })
        .nullable(),
      notes: z.array(Note.pick({ criterion: true, side: true, words: true, saidBy: true })),
    }),
  ),
})

export const WriteOpening = endpoint({
  name: 'WriteOpening',
  method: 'PUT',
  path: '/api/defense-attempts/:id/opening',
  summary: 'What I want to show, in my own words, and the collection of mine I present from.',
  params: ById,
  body: z.strictObject({ words: words(longestOpening).default(''), collectionId: Id.optional() }),
  output: Done,
})

export const WriteNote = endpoint({
  name: 'WriteNote',
  method: 'PUT',
  path: '/api/defense-notes/:id',
  summary: 'What I saw, on the panel, or what a guest of the panel said, which I write down.',
  params: ById,
  body: z.strictObject({
    attemptId: Id,
    criterionId: Id.optional(),
    side: z.enum(noteSides),
    words: said(longestNote),
    /** the seat on the panel of who said it */
    panelistId: Id,
  }),
  output: Done,
})

export const RetractNote = endpoint({
  name: 'RetractNote',
  method: 'PUT',
  path: '/api/defense-notes/:id/retraction',
  summary: 'Take back a note I wrote; nobody reads it any more.',
  params: ById,
  output: Done,
})

export const DecideAttempt = endpoint({
  name: 'DecideAttempt',
  method: 'PUT',
  path: '/api/defense-attempts/:id/outcome',
  summary:
    'Say what the panel came to: through, or not yet and what to try. From then on the learner reads its notes.',
  params: ById,
  body: z
    .strictObject({ outcome: z.enum(outcomes), words: words(longestOutcome).trim().default('') })
    .refine(({ outcome, words: why }) => outcome === 'through' || why !== '', { path: ['words'] }),
  output: Done,
})

export const AnswerPanel = endpoint({
  name: 'AnswerPanel',
  method: 'PUT',
  path: '/api/defense-answers/:id',
  summary: 'What I take from what the panel said.',
  params: ById,
  body: z.strictObject({ attemptId: Id, words: said(longestOpening) }),
  output: Done,
})

export const CancelDefense = endpoint({
  name: 'CancelDefense',
  method: 'PUT',
  path: '/api/defenses/:id/calling-off',
  summary: 'Call it off; what was said at it stays.',
  params: ById,
  output: Done,
})
