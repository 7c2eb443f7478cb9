import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { longestCaption } from '../work/piece.ts'
import {
  endings,
  goalAudiences,
  goalFields,
  goalForms,
  longestField,
  mostEvidence,
  mostGoalParts,
  standings,
} from './goal.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const Audiences = z.array(z.enum(goalAudiences)).max(2)
const fields = [...new Set(Object.values(goalFields).flat())]
const Words = z.strictObject(
  Object.fromEntries(fields.map((field) => [field, words(longestField).optional()])),
)

const Said = {
  words: Words.default({}),
  checkOn: Day.optional(),
  parts: z
    .array(z.strictObject({ mediaId: Id, alt: words(longestCaption).default('') }))
    .max(mostGoalParts)
    .default([]),
}

const Shown = z.strictObject({
  piece: z.strictObject({ id: Id, title: z.string() }).nullable(),
  iteration: z.strictObject({ id: Id, number: z.number().int() }).nullable(),
  reflection: z.strictObject({ id: Id, words: z.string() }).nullable(),
})

const Check = z.strictObject({
  id: Id,
  standing: z.enum(standings),
  words: z.string(),
  checkedAt: Moment,
  /** who wrote it down, when that was not the learner */
  scribe: Person.nullable(),
  evidence: z.array(Shown),
})

const Parts = z.array(z.strictObject({ media: Media, alt: z.string() }))

export const Goal = z.strictObject({
  id: Id,
  learner: Person,
  scribe: Person.nullable(),
  form: z.enum(goalForms),
  words: z.record(z.string(), z.string()),
  parts: Parts,
  competencyId: Id.nullable(),
  checkOn: Day.nullable(),
  setAt: Moment,
  revision: z.number().int(),
  audiences: Audiences,
  checks: z.array(Check),
  encouragements: z.array(
    z.strictObject({ id: Id, words: z.string(), givenBy: Person, givenAt: Moment, mine: z.boolean() }),
  ),
  ending: z.strictObject({ kind: z.enum(endings), words: z.string(), endedAt: Moment }).nullable(),
  may: z.strictObject({
    revise: z.boolean(),
    check: z.boolean(),
    end: z.boolean(),
    reopen: z.boolean(),
    share: z.boolean(),
    remove: z.boolean(),
    encourage: z.boolean(),
  }),
})

export const ListGoals = endpoint({
  name: 'ListGoals',
  method: 'GET',
  path: '/api/learners/:id/goals',
  summary: "A learner's goals as far as I may see them: open ones first, then those that ended.",
  params: ById,
  output: z.strictObject({
    learner: Person,
    goals: z.array(Goal),
    may: z.strictObject({ set: z.boolean(), scribe: z.boolean() }),
  }),
})

export const SetGoal = endpoint({
  name: 'SetGoal',
  method: 'PUT',
  path: '/api/goals/:id',
  summary:
    'Set a goal of mine; or, with `learnerId`, write down the goal a child I teach or guard tells me. May be sent twice.',
  params: ById,
  body: z.strictObject({
    learnerId: Id.optional(),
    form: z.enum(goalForms),
    competencyId: Id.optional(),
    ...Said,
    audiences: Audiences.default([]),
  }),
  output: Done,
})

export const ReviseGoal = endpoint({
  name: 'ReviseGoal',
  method: 'PUT',
  path: '/api/goals/:id/revisions/:revision',
  summary: 'Put a goal of mine differently; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject(Said),
  output: Done,
})

export const ListGoalRevisions = endpoint({
  name: 'ListGoalRevisions',
  method: 'GET',
  path: '/api/goals/:id/revisions',
  summary: 'How I put a goal of mine before, newest first. Only its learner reads it.',
  params: ById,
  output: z.array(
    z.strictObject({
      revision: z.number().int(),
      writtenAt: Moment,
      writtenBy: Person,
      words: Goal.shape.words,
      checkOn: Day.nullable(),
      parts: Parts,
    }),
  ),
})

export const ShareGoal = endpoint({
  name: 'ShareGoal',
  method: 'PUT',
  path: '/api/goals/:id/audiences',
  summary: 'Who may see a goal of mine: exactly these, or nobody.',
  params: ById,
  body: z.strictObject({ audiences: Audiences }),
  output: Done,
})

export const CheckGoal = endpoint({
  name: 'CheckGoal',
  method: 'PUT',
  path: '/api/goal-checks/:id',
  summary: 'Look at a goal of mine today, with what shows it. May be sent twice.',
  params: ById,
  body: z.strictObject({
    goalId: Id,
    standing: z.enum(standings),
    words: words(longestField).default(''),
    evidence: z
      .array(
        z.union([
          z.strictObject({ pieceId: Id, iterationId: Id.optional() }),
          z.strictObject({ reflectionId: Id }),
        ]),
      )
      .max(mostEvidence)
      .default([]),
  }),
  output: Done,
})

export const EndGoal = endpoint({
  name: 'EndGoal',
  method: 'PUT',
  path: '/api/goals/:id/ending',
  summary: 'A goal of mine is reached, or set aside.',
  params: ById,
  body: z.strictObject({ kind: z.enum(endings), words: words(longestField).default('') }),
  output: Done,
})

export const ReopenGoal = endpoint({
  name: 'ReopenGoal',
  method: 'PUT',
  path: '/api/goals/:id/reopening',
  summary: 'Take a goal of mine up again.',
  params: ById,
  output: Done,
})

export const DeleteGoal = endpoint({
  name: 'DeleteGoal',
  method: 'PUT',
  path: '/api/goals/:id/deletion',
  summary: 'Delete a goal of mine. It can be restored for 30 days and is then erased.',
  params: ById,
  output: Done,
})

export const RestoreGoal = endpoint({
  name: 'RestoreGoal',
  method: 'PUT',
  path: '/api/goals/:id/restoration',
  summary: 'Take that back.',
  params: ById,
  output: Done,
})

export const ListDeletedGoals = endpoint({
  name: 'ListDeletedGoals',
  method: 'GET',
  path: '/api/deleted-goals',
  summary: 'The goals I deleted and can still restore.',
  output: z.array(z.strictObject({ erasedOn: Day, goal: Goal })),
})

export const Encourage = endpoint({
  name: 'Encourage',
  method: 'PUT',
  path: '/api/encouragements/:id',
  summary: 'Say something kind or helpful to a goal that is shared with me. May be sent twice.',
  params: ById,
  body: z.strictObject({ goalId: Id, words: words(longestField).min(1) }),
  output: Done,
})

export const TakeEncouragementBack = endpoint({
  name: 'TakeEncouragementBack',
  method: 'PUT',
  path: '/api/encouragements/:id/withdrawal',
  summary: 'Take back what I said to a goal.',
  params: ById,
  output: Done,
})
