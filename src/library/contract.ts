import { z } from 'zod'
import { Content } from '../activities/contract.ts'
import { Media } from '../media/contract.ts'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { isOnePlace, Where } from '../schools/contract.ts'
import { longestSearch, sharedShelves, shelves } from './item.ts'

const Person = z.strictObject({ id: Id, name: z.string() })

export const ListLibrary = endpoint({
  name: 'ListLibrary',
  method: 'GET',
  path: '/api/library/:shelf',
  summary:
    "Activities to copy: my own, my schools' or the district's, newest first. `words` searches, `before` reads on.",
  params: z.strictObject({ shelf: z.enum(shelves) }),
  query: z.strictObject({ words: words(longestSearch).optional(), before: Moment.optional() }),
  output: z.strictObject({
    found: z.array(
      z.strictObject({
        activityId: Id,
        /** null on one's own shelf */
        itemId: Id.nullable(),
        title: z.string(),
        excerpt: z.string(),
        cover: Media.nullable(),
        by: Person,
        /** the school of a shared item, the class of one's own */
        from: z.string(),
        at: Moment,
      }),
    ),
    next: Moment.nullable(),
  }),
})

export const GetLibraryItem = endpoint({
  name: 'GetLibraryItem',
  method: 'GET',
  path: '/api/library-items/:id',
  summary: 'An activity as it stands in a library.',
  params: ById,
  output: z.strictObject({
    id: Id,
    activityId: Id,
    ...Content,
    shelf: z.enum(sharedShelves),
    school: z.string(),
    publishedBy: Person,
    publishedAt: Moment,
    may: z.strictObject({ withdraw: z.boolean(), copy: z.boolean() }),
  }),
})

export const PublishItem = endpoint({
  name: 'PublishItem',
  method: 'PUT',
  path: '/api/library-items/:id',
  summary:
    "Put an activity of a class I teach into the school's or the district's library, as it is now. One that stood there before is replaced.",
  params: ById,
  body: z.strictObject({ activityId: Id, shelf: z.enum(sharedShelves) }),
  output: Done,
})

export const WithdrawItem = endpoint({
  name: 'WithdrawItem',
  method: 'PUT',
  path: '/api/library-items/:id/withdrawal',
  summary: 'Take it out of the library. Copies stay with those who made them.',
  params: ById,
  output: Done,
})

export const ListShelved = endpoint({
  name: 'ListShelved',
  method: 'GET',
  path: '/api/activities/:id/library-items',
  summary: 'In which libraries an activity of a class I teach stands.',
  params: ById,
  output: z.array(
    z.strictObject({
      id: Id,
      shelf: z.enum(sharedShelves),
      publishedBy: Person,
      publishedAt: Moment,
      /** edited since it was put there */
      outdated: z.boolean(),
      may: z.strictObject({ withdraw: z.boolean() }),
    }),
  ),
})

export const CopyActivity = endpoint({
  name: 'CopyActivity',
  method: 'PUT',
  path: '/api/activity-copies/:id',
  summary:
    'Begin an activity of a class or a space I teach in, with this id, as a copy of one in a library or of one I work with. It is a draft of its own.',
  params: ById,
  body: z
    .strictObject({ ...Where, activityId: Id, itemId: Id.nullable().default(null) })
    .refine(isOnePlace, { path: ['spaceId'] }),
  output: Done,
})
