import { z } from 'zod'
import { ById, Done, endpoint, Id } from '../platform/contract.ts'
import { NewMediaPart } from '../work/contract.ts'
import { mostParts } from '../work/piece.ts'

const Named = z.strictObject({ id: Id, name: z.string() })
/** A class, whose pages go by the id of the class, or a space by hand. */
const Place = Named.extend({ classId: Id.nullable() })
const Activity = z.strictObject({ id: Id, title: z.string() })
const Response = z.strictObject({ pieceId: Id, title: z.string(), iterations: z.number().int() })

export const PrintPapers = endpoint({
  name: 'PrintPapers',
  method: 'PUT',
  path: '/api/spaces/:id/papers',
  summary:
    'Prepare a paper for every learner of a class or space I teach in, or for every learner an activity is for. Those that are there stay the same.',
  params: ById,
  body: z.strictObject({ activityId: Id.nullable().default(null) }),
  output: Done,
})

export const ListPapers = endpoint({
  name: 'ListPapers',
  method: 'GET',
  path: '/api/spaces/:id/papers',
  summary:
    'The papers of a class or space I teach in: whose each is, for which activity, and what was responded so far. All that is needed to file a stack of them without a network.',
  params: ById,
  output: z.strictObject({
    space: Place,
    /** those a response can be filed to */
    activities: z.array(Activity),
    learners: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        /** as it may stand on paper */
        shortName: z.string(),
      }),
    ),
    papers: z.array(z.strictObject({ id: Id, learnerId: Id, activityId: Id.nullable() })),
    /** the latest response of each learner to each activity */
    responses: z.array(Response.extend({ learnerId: Id, activityId: Id })),
  }),
})

export const ListOwnPapers = endpoint({
  name: 'ListOwnPapers',
  method: 'GET',
  path: '/api/papers',
  summary: 'My own papers, as a learner, with the activities they are for.',
  output: z.strictObject({
    learner: Named,
    papers: z.array(
      z.strictObject({
        id: Id,
        /** not told while it is hidden from me */
        space: Place.nullable(),
        activity: Activity.extend({ response: Response.nullable(), mayRespond: z.boolean() }).nullable(),
      }),
    ),
  }),
})

export const GetPaper = endpoint({
  name: 'GetPaper',
  method: 'GET',
  path: '/api/papers/:id',
  summary:
    'Whose paper it is: for its learner, and for those who teach the learner in that class or space today.',
  params: ById,
  output: z.strictObject({
    id: Id,
    learner: Named,
    /** not told its learner while it is hidden from them */
    space: Place.nullable(),
    activity: Activity.nullable(),
    mine: z.boolean(),
  }),
})

export const AddPaperAttempt = endpoint({
  name: 'AddPaperAttempt',
  method: 'PUT',
  path: '/api/paper-attempts/:id',
  summary:
    "File pages, as pictures or documents, as the next attempt at a learner's response to an activity of a class or space I teach in. May be sent twice.",
  params: ById,
  body: z.strictObject({ activityId: Id, pieceId: Id, parts: z.array(NewMediaPart).min(1).max(mostParts) }),
  output: Done,
})
