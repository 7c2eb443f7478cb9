import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { Iteration } from '../work/contract.ts'
import {
  collectionAudiences,
  longestAbout,
  longestName,
  looks,
  mostBeside,
  mostChoices,
  mostSections,
} from './collection.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const byId = { params: ById, output: Done }
const Revision = z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) })

const NewChoice = z.strictObject({
  id: Id,
  pieceId: Id,
  /** one attempt instead of the piece; with `secondId` two to compare */
  iterationId: Id.optional(),
  secondId: Id.optional(),
  /** why I chose this */
  why: words(longestAbout).default(''),
  whyMediaId: Id.optional(),
  highlight: z.boolean().default(false),
  /** all attempts, to show how it grew */
  growth: z.boolean().default(false),
  /** my reflections, feedback, and what I tagged it with, that come along */
  beside: z.array(Id).max(mostBeside).default([]),
})

const Said = {
  title: words(longestName).default(''),
  /** who I am as a learner */
  about: words(longestAbout).default(''),
  aboutMediaId: Id.optional(),
  look: z.enum(looks).default('paper'),
  /** the choice whose picture is the cover */
  cover: Id.optional(),
  sections: z
    .array(
      z.strictObject({
        id: Id,
        title: words(longestName).default(''),
        /** its place in the template it comes from */
        from: z.number().int().min(0).max(mostSections).optional(),
        choices: z.array(NewChoice).max(mostChoices).default([]),
      }),
    )
    .max(mostSections)
    .default([]),
}

const Beside = z.strictObject({
  id: Id,
  kind: z.enum(['reflection', 'feedback', 'tag']),
  revision: z.number().int(),
  /** of a tag, the name of the competency */
  words: z.string(),
  /** that name in further languages; not there in copies of earlier */
  translated: z.record(z.string(), z.string()).optional(),
  /** the question it answers */
  prompt: z.string(),
  media: z.array(Media),
  /** who gave the feedback */
  by: z.string().nullable(),
})

export const ShownChoice = z.strictObject({
  id: Id,
  piece: z.strictObject({ id: Id, title: z.string() }).nullable(),
  scope: z.enum(['piece', 'iteration', 'pair']),
  iterationId: Id.nullable(),
  secondId: Id.nullable(),
  why: z.string(),
  whyMedia: Media.nullable(),
  highlight: z.boolean(),
  growth: z.boolean(),
  iterations: z.array(Iteration),
  beside: z.array(Beside),
  /** why it is not shown; said to its learner only */
  rests: z.enum(['deleted', 'withdrawn']).nullable(),
})

/** All that a collection shows, as its page and its copies need it. */
export const Content = z.strictObject({
  title: z.string(),
  about: z.string(),
  aboutMedia: Media.nullable(),
  look: z.enum(looks),
  cover: Id.nullable(),
  sections: z.array(
    z.strictObject({
      id: Id,
      title: z.string(),
      from: z.number().int().nullable(),
      belongs: z.string(),
      choices: z.array(ShownChoice),
    }),
  ),
})

const Audience = z.strictObject({
  audience: z.enum(collectionAudiences),
  spaceId: Id.optional(),
  /** for those who will teach me: the first day they see it */
  opensOn: Day.optional(),
})

const Tile = z.strictObject({
  id: Id,
  title: z.string(),
  learner: Person,
  look: z.enum(looks),
  choices: z.number().int(),
  cover: Media.nullable(),
  writtenAt: Moment,
  audiences: z.array(z.enum(collectionAudiences)),
})

export const ListCollections = endpoint({
  name: 'ListCollections',
  method: 'GET',
  path: '/api/learners/:id/collections',
  summary: "A learner's collections as far as they are for me; my own whole, and the years I kept.",
  params: ById,
  output: z.strictObject({
    collections: z.array(Tile),
    copies: z.array(
      z.strictObject({
        id: Id,
        title: z.string(),
        year: z.number().int(),
        copiedAt: Moment,
        /** when it is deleted and can still be restored */
        erasedOn: Day.nullable(),
      }),
    ),
  }),
})

export const ListShownToMe = endpoint({
  name: 'ListShownToMe',
  method: 'GET',
  path: '/api/shown-collections',
  summary: 'Collections shown to me by those I teach, will teach or guard.',
  output: z.array(Tile),
})

export const GetCollection = endpoint({
  name: 'GetCollection',
  method: 'GET',
  path: '/api/collections/:id',
  summary: 'A collection with all it shows. When it is not mine, its learner will see that I looked.',
  params: ById,
  output: z.strictObject({
    id: Id,
    learner: Person,
    revision: z.number().int(),
    writtenAt: Moment,
    content: Content,
    template: z.strictObject({ title: z.string(), words: z.string() }).nullable(),
    /** her learner's, where a template holds by it */
    grade: z.string().nullable(),
    audiences: z.array(
      z.strictObject({
        audience: z.enum(collectionAudiences),
        spaceId: Id.nullable(),
        opensOn: Day.nullable(),
      }),
    ),
    may: z.strictObject({ revise: z.boolean(), share: z.boolean(), remove: z.boolean(), open: z.boolean() }),
  }),
})

export const AddCollection = endpoint({
  name: 'AddCollection',
  method: 'PUT',
  path: '/api/collections/:id',
  summary: 'Begin a collection of mine, perhaps from a template. May be sent twice.',
  params: ById,
  body: z.strictObject({ ...Said, templateId: Id.optional() }),
  output: Done,
})

export const ReviseCollection = endpoint({
  name: 'ReviseCollection',
  method: 'PUT',
  path: '/api/collections/:id/revisions/:revision',
  summary: 'Change a collection of mine. `revision` is the one I looked at plus one; the one before is kept.',
  params: Revision,
  body: z.strictObject(Said),
  output: Done,
})

export const ShareCollection = endpoint({
  name: 'ShareCollection',
  method: 'PUT',
  path: '/api/collections/:id/audiences',
  summary: 'Who a collection of mine is for: exactly these, or nobody.',
  params: ById,
  body: z.strictObject({ audiences: z.array(Audience).max(20) }),
  output: Done,
})

export const DeleteCollection = endpoint({
  name: 'DeleteCollection',
  method: 'PUT',
  path: '/api/collections/:id/deletion',
  summary: 'Delete a collection of mine; the work in it stays. It can be restored for 30 days.',
  ...byId,
})

export const RestoreCollection = endpoint({
  name: 'RestoreCollection',
  method: 'PUT',
  path: '/api/collections/:id/restoration',
  summary: 'Take that back.',
  ...byId,
})

export const ListDeletedCollections = endpoint({
  name: 'ListDeletedCollections',
  method: 'GET',
  path: '/api/deleted-collections',
  summary: 'The collections I deleted and can still restore.',
  output: z.array(z.strictObject({ erasedOn: Day, id: Id, title: z.string() })),
})

export const WhoSeesCollection = endpoint({
  name: 'WhoSeesCollection',
  method: 'GET',
  path: '/api/collections/:id/audience',
  summary: 'Everybody around me and whether they may see this collection; and who has looked.',
  params: ById,
  output: z.strictObject({
    people: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        tie: z.enum(['learner', 'teacher', 'guardian', 'classmate', 'next']),
        sees: z.boolean(),
      }),
    ),
    looks: z.array(z.strictObject({ person: Person, on: Day })),
  }),
})

export const ListBeside = endpoint({
  name: 'ListBeside',
  method: 'GET',
  path: '/api/pieces/:id/beside',
  summary: 'My reflections on a piece of mine, feedback on it, and its tags, that could come along.',
  params: ById,
  output: z.array(Beside),
})

export const FreezeCollection = endpoint({
  name: 'FreezeCollection',
  method: 'PUT',
  path: '/api/collections/:id/copy',
  summary: 'Keep a copy of a collection of mine for this school year, which nobody can alter; once a year.',
  ...byId,
})

export const DeleteYearCopy = endpoint({
  name: 'DeleteYearCopy',
  method: 'PUT',
  path: '/api/collection-copies/:id/deletion',
  summary: 'Delete what I kept of a year. It can be restored for 30 days and is then erased with its files.',
  ...byId,
})

export const RestoreYearCopy = endpoint({
  name: 'RestoreYearCopy',
  method: 'PUT',
  path: '/api/collection-copies/:id/restoration',
  summary: 'Take that back.',
  ...byId,
})

const Belonging = z.strictObject({
  title: words(longestName).min(1),
  belongs: words(longestAbout).default(''),
})
const NewTemplate = {
  title: words(longestName).min(1),
  words: words(longestAbout).default(''),
  sections: z.array(Belonging).min(1).max(mostSections),
}

export const ListTemplates = endpoint({
  name: 'ListTemplates',
  method: 'GET',
  path: '/api/collection-templates',
  summary: 'Templates for collections where I learn, teach or answer for a place.',
  output: z.array(
    z.strictObject({
      id: Id,
      revision: z.number().int(),
      title: z.string(),
      words: z.string(),
      sections: z.array(z.strictObject({ title: z.string(), belongs: z.string() })),
      place: z.enum(['class', 'school', 'district']),
      placeName: z.string(),
      may: z.strictObject({ change: z.boolean() }),
    }),
  ),
})

export const ListTemplatePlaces = endpoint({
  name: 'ListTemplatePlaces',
  method: 'GET',
  path: '/api/collection-template-places',
  summary: 'Where I may offer a template: classes I teach, schools I have a duty at, the district I run.',
  output: z.array(
    z.strictObject({ kind: z.enum(['class', 'school', 'district']), id: Id, name: z.string() }),
  ),
})

export const WriteTemplate = endpoint({
  name: 'WriteTemplate',
  method: 'PUT',
  path: '/api/collection-templates/:id',
  summary: 'Offer named sections to a class I teach, a school I have a duty at, or the district I run.',
  params: ById,
  body: z.strictObject({ ...NewTemplate, classId: Id.optional(), schoolId: Id.optional() }),
  output: Done,
})

export const ReviseTemplate = endpoint({
  name: 'ReviseTemplate',
  method: 'PUT',
  path: '/api/collection-templates/:id/revisions/:revision',
  summary: 'Change a template; collections begun from it stay as they are.',
  params: Revision,
  body: z.strictObject(NewTemplate),
  output: Done,
})

export const CloseTemplate = endpoint({
  name: 'CloseTemplate',
  method: 'PUT',
  path: '/api/collection-templates/:id/closing',
  summary: 'Offer it no longer.',
  ...byId,
})
