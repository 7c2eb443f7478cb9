import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { isOnePlace, Where } from '../schools/contract.ts'
import { PieceTile } from '../work/contract.ts'
import { longestCaption, longestTitle } from '../work/piece.ts'
import {
  isWindow,
  longestExemplar,
  longestGroupName,
  longestInstructions,
  longestQuestion,
  mostAttached,
  mostLearners,
  mostPrompts,
} from './activity.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const Place = Person.extend({ classId: Id.nullable() })
const beside = { caption: words(longestCaption).default(''), alt: words(longestCaption).default('') }
const NewAttached = z.array(z.strictObject({ mediaId: Id, ...beside })).max(mostAttached)
const Attached = z.strictObject({ media: Media, caption: z.string(), alt: z.string() })

/** What a teacher writes: whole, for every edit. */
const NewContent = {
  title: words(longestTitle),
  instructions: words(longestInstructions).default(''),
  attached: NewAttached.default([]),
  exemplar: words(longestExemplar).default(''),
  exemplarAttached: NewAttached.default([]),
  prompts: z.array(words(longestQuestion).min(1)).max(mostPrompts).default([]),
  opensOn: Day.nullable().default(null),
  dueOn: Day.nullable().default(null),
  /** null is everyone in it, whoever joins later too */
  learnerIds: z.array(Id).min(1).max(mostLearners).nullable().default(null),
  groupName: words(longestGroupName).default(''),
}

/** What everybody who sees an activity reads of it. */
export const Content = {
  title: z.string(),
  instructions: z.string(),
  attached: z.array(Attached),
  exemplar: z.string(),
  exemplarAttached: z.array(Attached),
  prompts: z.array(z.string()),
}

export const Origin = z.strictObject({ title: z.string(), madeBy: Person, school: z.string() })

const Response = z.strictObject({
  id: Id,
  respondedAt: Moment,
  piece: PieceTile,
  /** whether the teachers of its space can see it now */
  shown: z.boolean(),
})

const window = { opensOn: Day.nullable(), dueOn: Day.nullable() }
const wrongWindow = { path: ['dueOn'] }

const Activity = z.strictObject({
  id: Id,
  space: Place,
  ...Content,
  ...window,
  forEveryone: z.boolean(),
  groupName: z.string(),
  /** for those who work with it: whom it names, when it is not for everyone */
  learnerIds: z.array(Id),
  revision: z.number().int(),
  createdBy: Person,
  createdAt: Moment,
  editedAt: Moment.nullable(),
  publishedAt: Moment.nullable(),
  closing: z.strictObject({ id: Id, closedAt: Moment }).nullable(),
  origin: Origin.nullable(),
  /** those who teach there today: who will see a response */
  teachers: z.array(Person),
  /** in it only after it was published */
  cameLater: z.boolean(),
  responses: z.array(Response),
  may: z.strictObject({
    revise: z.boolean(),
    publish: z.boolean(),
    close: z.boolean(),
    remove: z.boolean(),
    seeResponses: z.boolean(),
    respond: z.boolean(),
    shelve: z.boolean(),
    copy: z.boolean(),
  }),
})

export const ListActivities = endpoint({
  name: 'ListActivities',
  method: 'GET',
  path: '/api/spaces/:id/activities',
  summary: 'The activities of a class or space I teach in, newest first. `before` reads on.',
  params: ById,
  query: z.strictObject({ before: Moment.optional() }),
  output: z.strictObject({
    space: Place,
    activities: z.array(
      z.strictObject({
        id: Id,
        title: z.string(),
        excerpt: z.string(),
        cover: Media.nullable(),
        ...window,
        forEveryone: z.boolean(),
        groupName: z.string(),
        createdAt: Moment,
        publishedAt: Moment.nullable(),
        closed: z.boolean(),
        invited: z.number().int(),
        responded: z.number().int(),
      }),
    ),
    next: Moment.nullable(),
  }),
})

export const GetActivity = endpoint({
  name: 'GetActivity',
  method: 'GET',
  path: '/api/activities/:id',
  summary: 'An activity, for those it invites, those who teach there, and families beside a response.',
  params: ById,
  output: Activity,
})

export const WriteActivity = endpoint({
  name: 'WriteActivity',
  method: 'PUT',
  path: '/api/activities/:id',
  summary:
    'Begin an activity for a class or a space I teach in. It is a draft until it is published. May be sent twice.',
  params: ById,
  body: z
    .strictObject({ ...Where, ...NewContent })
    .refine(isWindow, wrongWindow)
    .refine(isOnePlace, { path: ['spaceId'] }),
  output: Done,
})

export const ReviseActivity = endpoint({
  name: 'ReviseActivity',
  method: 'PUT',
  path: '/api/activities/:id/revisions/:revision',
  summary: 'Edit an activity where I teach. `revision` is the one I saw plus one; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject(NewContent).refine(isWindow, wrongWindow),
  output: Done,
})

export const ListActivityRevisions = endpoint({
  name: 'ListActivityRevisions',
  method: 'GET',
  path: '/api/activities/:id/revisions',
  summary: 'What an activity was before, newest first, for those who teach there.',
  params: ById,
  output: z.array(
    z.strictObject({
      revision: z.number().int(),
      writtenAt: Moment,
      writtenBy: Person,
      ...Content,
      ...window,
    }),
  ),
})

export const PublishActivity = endpoint({
  name: 'PublishActivity',
  method: 'PUT',
  path: '/api/activities/:id/publication',
  summary: 'Show an activity to those it is for, from the day it opens.',
  params: ById,
  output: Done,
})

export const CloseActivity = endpoint({
  name: 'CloseActivity',
  method: 'PUT',
  path: '/api/activity-closings/:id',
  summary: 'Take no more responses, except from learners who came later.',
  params: ById,
  body: z.strictObject({ activityId: Id }),
  output: Done,
})

export const ReopenActivity = endpoint({
  name: 'ReopenActivity',
  method: 'PUT',
  path: '/api/activity-closings/:id/reopening',
  summary: 'Take responses again.',
  params: ById,
  output: Done,
})

export const DeleteActivity = endpoint({
  name: 'DeleteActivity',
  method: 'PUT',
  path: '/api/activity-deletions/:id',
  summary: 'Delete an activity. It can be restored for 30 days; what learners made of it stays theirs.',
  params: ById,
  body: z.strictObject({ activityId: Id }),
  output: Done,
})

export const RestoreActivity = endpoint({
  name: 'RestoreActivity',
  method: 'PUT',
  path: '/api/activity-deletions/:id/restoration',
  summary: 'Take the deletion of an activity back.',
  params: ById,
  output: Done,
})

export const ListDeletedActivities = endpoint({
  name: 'ListDeletedActivities',
  method: 'GET',
  path: '/api/spaces/:id/activity-deletions',
  summary: 'The activities of a class or space I teach in that were deleted and can still be restored.',
  params: ById,
  output: z.array(z.strictObject({ id: Id, title: z.string(), deletedAt: Moment, erasedOn: Day })),
})

export const ListInvitations = endpoint({
  name: 'ListInvitations',
  method: 'GET',
  path: '/api/invitations',
  summary: 'What I am invited to document as a learner, and what I responded with.',
  output: z.array(
    z.strictObject({
      id: Id,
      class: z.string(),
      title: z.string(),
      instructions: z.string(),
      attached: z.array(Attached),
      ...window,
      publishedAt: Moment,
      closed: z.boolean(),
      /** not opened yet */
      fresh: z.boolean(),
      cameLater: z.boolean(),
      responses: z.array(Response),
      may: z.strictObject({ respond: z.boolean() }),
    }),
  ),
})

export const Respond = endpoint({
  name: 'Respond',
  method: 'PUT',
  path: '/api/responses/:id',
  summary: 'Respond with a piece of mine, shown so to its teachers; a teacher, with one they brought.',
  params: ById,
  body: z.strictObject({ activityId: Id, pieceId: Id, shareId: Id }),
  output: Done,
})

export const WithdrawResponse = endpoint({
  name: 'WithdrawResponse',
  method: 'PUT',
  path: '/api/responses/:id/withdrawal',
  summary: 'Take a piece out of an activity; the piece stays.',
  params: ById,
  output: Done,
})

export const ListResponses = endpoint({
  name: 'ListResponses',
  method: 'GET',
  path: '/api/activities/:id/responses',
  summary: 'The learners an activity is for, where I teach, each with what I may see of their responses.',
  params: ById,
  output: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      grade: z.string().nullable(),
      cameLater: z.boolean(),
      responses: z.array(
        z.strictObject({
          id: Id,
          respondedAt: Moment,
          respondedBy: Person,
          piece: PieceTile,
          iterationId: Id,
          /** whether somebody gave feedback on its latest iteration */
          answered: z.boolean(),
          may: z.strictObject({ answer: z.boolean() }),
        }),
      ),
    }),
  ),
})

export const ListActivityWaiting = endpoint({
  name: 'ListActivityWaiting',
  method: 'GET',
  path: '/api/activities/:id/waiting',
  summary: 'The latest iterations of the responses that nobody has answered yet, longest waiting first.',
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

export const ListPieceActivities = endpoint({
  name: 'ListPieceActivities',
  method: 'GET',
  path: '/api/pieces/:id/activities',
  summary: 'The activities a piece responds to, for those who see both.',
  params: ById,
  output: z.array(
    z.strictObject({
      id: Id,
      responseId: Id,
      title: z.string(),
      instructions: z.string(),
      createdBy: Person,
      dueOn: Day.nullable(),
      may: z.strictObject({ withdraw: z.boolean() }),
    }),
  ),
})

export const CountActivities = endpoint({
  name: 'CountActivities',
  method: 'GET',
  path: '/api/activity-counts',
  summary: 'For those with a duty: how many activities each class has, and how many responses. Counts only.',
  output: z.array(
    z.strictObject({
      classId: Id,
      activities: z.number().int(),
      invited: z.number().int(),
      responded: z.number().int(),
    }),
  ),
})
