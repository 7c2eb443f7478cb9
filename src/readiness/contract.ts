import { z } from 'zod'
import { choiceKinds } from '../conferences/conference.ts'
import { ConferenceRound } from '../conferences/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment } from '../platform/contract.ts'

export const GetReadinessBoard = endpoint({
  name: 'GetReadinessBoard',
  method: 'GET',
  path: '/api/conference-rounds/:id/readiness',
  summary:
    'For the teachers of the class: who has prepared what, by name, and which households have a time. Never a title, a word or a cue card.',
  params: ById,
  output: z.strictObject({
    round: ConferenceRound,
    /** whether there are times to choose from at all */
    planned: z.boolean(),
    learners: z.array(
      z.strictObject({
        learner: z.strictObject({ id: Id, name: z.string() }),
        chosen: z.array(z.enum(choiceKinds)),
        goal: z.boolean(),
        readyAt: Moment.nullable(),
        nudgedAt: Moment.nullable(),
        /** how many meetings were held and closed */
        filed: z.number().int(),
        /** each household for itself: when it comes, and what it said that it needs */
        households: z.array(
          z.strictObject({
            name: z.string().nullable(),
            time: z.strictObject({ heldOn: Day, fromMinute: z.number().int() }).nullable(),
            language: z.string(),
            interpreter: z.boolean(),
          }),
        ),
      }),
    ),
  }),
})

export const NudgeLearner = endpoint({
  name: 'NudgeLearner',
  method: 'PUT',
  path: '/api/conference-nudges/:id',
  summary:
    'Tell a learner of a class I teach that I look forward to their conference; once a day, however often it is sent.',
  params: ById,
  body: z.strictObject({ roundId: Id, learnerId: Id }),
  output: Done,
})
