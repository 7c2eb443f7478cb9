import { z } from 'zod'
import { Preview } from '../links/contract.ts'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { isOnePlace, Where } from '../schools/contract.ts'
import { Link, RichText } from '../writing/contract.ts'
import { longestWriting } from '../writing/rich-text.ts'
import { audiences, longestCaption, longestTitle, mostParts } from './piece.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const Beside = { caption: words(longestCaption).default(''), alt: words(longestCaption).default('') }

export const NewMediaPart = z.strictObject({ kind: z.literal('media'), mediaId: Id, ...Beside })

export const NewPart = z.discriminatedUnion('kind', [
  /** where there is a rich text, the server writes `text` anew from it */
  z.strictObject({ kind: z.literal('text'), text: words(longestWriting), rich: RichText.optional() }),
  NewMediaPart,
  z.strictObject({ kind: z.literal('link'), url: Link, caption: Beside.caption }),
])
const NewParts = z.array(NewPart).min(1).max(mostParts)

const Part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string(), rich: RichText.optional() }),
  z.strictObject({ kind: z.literal('media'), media: Media, caption: z.string(), alt: z.string() }),
  z.strictObject({
    kind: z.literal('link'),
    url: z.string(),
    caption: z.string(),
    /** what the page says of itself, where the district lets it be asked and it answered */
    preview: Preview.optional(),
  }),
])

const NewShare = z.strictObject({ id: Id, audience: z.enum(audiences), spaceId: Id.optional() })

export const Share = z.strictObject({
  id: Id,
  audience: z.enum(audiences),
  space: z.strictObject({ id: Id, name: z.string() }).nullable(),
  sharedBy: Person,
  sharedAt: Moment,
  may: z.strictObject({ withdraw: z.boolean() }),
})

export const Iteration = z.strictObject({
  id: Id,
  number: z.number().int(),
  madeAt: Moment,
  madeBy: Person,
  revision: z.number().int(),
  editedAt: Moment.nullable(),
  whatChanged: z.string(),
  parts: z.array(Part),
})

const Piece = z.strictObject({
  id: Id,
  title: z.string(),
  learner: Person,
  createdBy: Person,
  createdAt: Moment,
  deletedAt: Moment.nullable(),
  iterations: z.array(Iteration),
  shares: z.array(Share),
  may: z.strictObject({
    revise: z.boolean(),
    share: z.boolean(),
    remove: z.boolean(),
    giveFeedback: z.boolean(),
    readFeedback: z.boolean(),
    openLearner: z.boolean(),
  }),
})

/** A piece as it stands in a list: enough for a tile. */
export const PieceTile = z.strictObject({
  id: Id,
  title: z.string(),
  learner: Person,
  grownAt: Moment,
  iterations: z.number().int(),
  /** what to show of it: the first media of its latest iteration, or the beginning of its text */
  cover: Media.nullable(),
  excerpt: z.string(),
  audiences: z.array(z.enum(audiences)),
})

export const GetPortfolio = endpoint({
  name: 'GetPortfolio',
  method: 'GET',
  path: '/api/learners/:id/pieces',
  summary: "A learner's work as far as I may see it, newest first; my own whole. `before` reads on.",
  params: ById,
  query: z.strictObject({ before: Moment.optional() }),
  output: z.strictObject({
    learner: Person,
    mine: z.boolean(),
    pieces: z.array(PieceTile),
    /** pass it as `before` to read on; null at the end */
    next: Moment.nullable(),
  }),
})

export const GetPiece = endpoint({
  name: 'GetPiece',
  method: 'GET',
  path: '/api/pieces/:id',
  summary: 'A piece with all its iterations. When it is not mine, its learner will see that I looked.',
  params: ById,
  output: Piece,
})

export const AddPiece = endpoint({
  name: 'AddPiece',
  method: 'PUT',
  path: '/api/pieces/:id',
  summary: 'Keep a new piece of mine with its first iteration. May be sent twice.',
  params: ById,
  body: z.strictObject({
    title: words(longestTitle).default(''),
    iteration: z.strictObject({ id: Id, parts: NewParts, whatChanged: words(longestCaption).default('') }),
    shares: z.array(NewShare).max(20).default([]),
  }),
  output: Done,
})

export const RenamePiece = endpoint({
  name: 'RenamePiece',
  method: 'PUT',
  path: '/api/pieces/:id/title',
  summary: 'Give a piece of mine another title; the earlier one is kept.',
  params: ById,
  body: z.strictObject({ title: words(longestTitle) }),
  output: Done,
})

export const AddIteration = endpoint({
  name: 'AddIteration',
  method: 'PUT',
  path: '/api/iterations/:id',
  summary: 'Keep another attempt at a piece of mine. May be sent twice.',
  params: ById,
  body: z.strictObject({ pieceId: Id, parts: NewParts, whatChanged: words(longestCaption).default('') }),
  output: z.strictObject({ number: z.number().int() }),
})

export const ReviseIteration = endpoint({
  name: 'ReviseIteration',
  method: 'PUT',
  path: '/api/iterations/:id/revisions/:revision',
  summary:
    'Edit an iteration of mine. `revision` is the one I was looking at plus one; what was before is kept.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject({ parts: NewParts, whatChanged: words(longestCaption).default('') }),
  output: Done,
})

export const ListRevisions = endpoint({
  name: 'ListRevisions',
  method: 'GET',
  path: '/api/iterations/:id/revisions',
  summary: 'What an iteration of mine was before, newest first.',
  params: ById,
  output: z.array(
    z.strictObject({
      revision: z.number().int(),
      writtenAt: Moment,
      writtenBy: Person,
      whatChanged: z.string(),
      parts: z.array(Part),
    }),
  ),
})

export const SharePiece = endpoint({
  name: 'SharePiece',
  method: 'PUT',
  path: '/api/shares/:id',
  summary: 'Show a piece of mine to my teachers, my family or a class of mine.',
  params: ById,
  body: z.strictObject({ pieceId: Id, audience: z.enum(audiences), spaceId: Id.optional() }),
  output: Done,
})

export const WithdrawShare = endpoint({
  name: 'WithdrawShare',
  method: 'PUT',
  path: '/api/shares/:id/withdrawal',
  summary: 'Stop showing it there.',
  params: ById,
  output: Done,
})

export const DeleteWork = endpoint({
  name: 'DeleteWork',
  method: 'PUT',
  path: '/api/deletions/:id',
  summary: 'Delete a piece of mine, or one iteration. It can be restored for 30 days and is then erased.',
  params: ById,
  body: z.strictObject({ pieceId: Id, iterationId: Id.optional() }),
  output: Done,
})

export const RestoreWork = endpoint({
  name: 'RestoreWork',
  method: 'PUT',
  path: '/api/deletions/:id/restoration',
  summary: 'Take a deletion back.',
  params: ById,
  output: Done,
})

export const ListDeletions = endpoint({
  name: 'ListDeletions',
  method: 'GET',
  path: '/api/deletions',
  summary: 'What I deleted and can still restore.',
  output: z.array(
    z.strictObject({
      id: Id,
      deletedAt: Moment,
      erasedOn: Day,
      iterationNumber: z.number().int().nullable(),
      piece: PieceTile,
    }),
  ),
})

const Face = z.strictObject({
  id: Id,
  name: z.string(),
  tie: z.enum(['learner', 'teacher', 'guardian', 'classmate']),
})

export const WhoSees = endpoint({
  name: 'WhoSees',
  method: 'GET',
  path: '/api/pieces/:id/audience',
  summary: 'Everybody who may see a piece today, and who has looked.',
  params: ById,
  output: z.strictObject({
    faces: z.array(Face),
    looks: z.array(z.strictObject({ person: Person, on: Day })),
  }),
})

export const WhoWouldSee = endpoint({
  name: 'WhoWouldSee',
  method: 'GET',
  path: '/api/learners/:id/audiences',
  summary: 'Who each audience of a learner is today: asked before sharing.',
  params: ById,
  output: z.array(
    z.strictObject({
      audience: z.enum(audiences),
      space: z.strictObject({ id: Id, name: z.string() }).nullable(),
      faces: z.array(Face),
      /** chosen beforehand for new work of theirs, where their district suggests it */
      suggested: z.boolean(),
    }),
  ),
})

export const GetWall = endpoint({
  name: 'GetWall',
  method: 'GET',
  path: '/api/spaces/:id/wall',
  summary: 'What is shared in a space I belong to and that is shown to me, newest first. `before` reads on.',
  params: ById,
  query: z.strictObject({ before: Moment.optional() }),
  output: z.strictObject({
    /** without a class where it was opened by hand */
    space: z.strictObject({ id: Id, name: z.string(), classId: Id.nullable() }),
    posts: z.array(z.strictObject({ shareId: Id, sharedAt: Moment, piece: PieceTile })),
    next: Moment.nullable(),
    may: z.strictObject({ post: z.boolean() }),
  }),
})

export const PostForLearners = endpoint({
  name: 'PostForLearners',
  method: 'PUT',
  path: '/api/posts/:id',
  summary:
    'A teacher posts one moment for several learners of a class or a space by hand; each gets it as a piece of their own.',
  params: ById,
  body: z
    .strictObject({
      ...Where,
      title: words(longestTitle).default(''),
      parts: NewParts,
      audiences: z.array(z.enum(audiences)).max(3),
      pieces: z
        .array(z.strictObject({ id: Id, iterationId: Id, learnerId: Id }))
        .min(1)
        .max(60),
    })
    .refine(isOnePlace, { path: ['spaceId'] }),
  output: Done,
})

export const GetClassDay = endpoint({
  name: 'GetClassDay',
  method: 'GET',
  path: '/api/classes/:id/day',
  summary: 'The learners of a class I teach, with when each was last seen documenting: longest ago first.',
  params: ById,
  output: z.strictObject({
    id: Id,
    name: z.string(),
    spaceId: Id,
    learners: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        grade: z.string().nullable(),
        joinedOn: Day,
        pieces: z.number().int(),
        lastSharedAt: Moment.nullable(),
      }),
    ),
  }),
})

export const ListChildren = endpoint({
  name: 'ListChildren',
  method: 'GET',
  path: '/api/children',
  summary: 'The children I am a guardian of, each with the newest work shared with the family.',
  output: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      givenName: z.string(),
      grade: z.string().nullable(),
      schools: z.array(z.string()),
      classes: z.array(z.string()),
      pieces: z.array(PieceTile),
      total: z.number().int(),
    }),
  ),
})
