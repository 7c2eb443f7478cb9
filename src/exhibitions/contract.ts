import { z } from 'zod'
import { Media } from '../media/contract.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { answerRoles, showcaseStates } from '../showcases/showcase.ts'
import {
  exhibitionStates,
  longestCard,
  longestPlace,
  longestReason,
  longestTitle,
  longestWords,
  mapSide,
  mostClasses,
  mostPlaces,
} from './exhibition.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const Minute = z.number().int().min(0).max(1440)

const Place = z.strictObject({
  id: Id,
  name: words(longestPlace).trim().min(1),
  /** where it lies on the visitors' map, from the top left corner */
  row: z.number().int().min(1).max(mapSide).optional(),
  column: z.number().int().min(1).max(mapSide).optional(),
})

const NewExhibition = {
  title: words(longestTitle).trim().min(1),
  words: words(longestWords).default(''),
  heldOn: Day,
  /** minutes of that day on the school's clock */
  fromMinute: Minute,
  toMinute: Minute,
  /** the first day on which the link lets guests in; the day itself unless said */
  guestsFrom: Day.optional(),
  places: z.array(Place).max(mostPlaces).default([]),
  classIds: z.array(Id).min(1).max(mostClasses),
}

const About = {
  id: Id,
  title: z.string(),
  school: z.string(),
  heldOn: Day,
  fromMinute: z.number().int(),
  toMinute: z.number().int(),
  state: z.enum(exhibitionStates),
}

export const ListExhibitions = endpoint({
  name: 'ListExhibitions',
  method: 'GET',
  path: '/api/exhibitions',
  summary: 'Showcase events of classes I learn or teach in, or of a school I answer for.',
  output: z.array(
    z.strictObject({ ...About, stands: z.number().int(), held: z.number().int(), joined: z.boolean() }),
  ),
})

export const ListInvitableClasses = endpoint({
  name: 'ListInvitableClasses',
  method: 'GET',
  path: '/api/invitable-classes',
  summary: 'The classes for which I may open a showcase event.',
  output: z.array(z.strictObject({ id: Id, name: z.string(), schoolId: Id, school: z.string() })),
})

export const GetExhibition = endpoint({
  name: 'GetExhibition',
  method: 'GET',
  path: '/api/exhibitions/:id',
  summary: 'A showcase event: its day and places, and who shows what, when and where.',
  params: ById,
  output: z.strictObject({
    ...About,
    revision: z.number().int(),
    words: z.string(),
    guestsFrom: Day,
    places: z.array(Place),
    classes: z.array(z.strictObject({ id: Id, name: z.string() })),
    stands: z.array(
      z.strictObject({
        id: Id,
        learner: Person,
        title: z.string(),
        /** whether guests read this title: a teacher has read it for them, or it is that of the showcase */
        isRead: z.boolean(),
        /** of the showcase that guests are led to, once it is open */
        showcase: z.enum(showcaseStates).nullable(),
        waitsFor: z.array(z.enum(answerRoles)),
        /** false of who is in no class of it any more: guests do not see them */
        isHere: z.boolean(),
        placeId: Id.nullable(),
        fromMinute: z.number().int().nullable(),
        toMinute: z.number().int().nullable(),
        may: z.strictObject({ releaseTitle: z.boolean() }),
      }),
    ),
    /** learners of its classes who have not said yes, for those who run it */
    notYet: z.array(Person),
    mine: z
      .strictObject({ id: Id, title: z.string(), showcaseId: Id.nullable(), stays: z.boolean() })
      .nullable(),
    /** my showcases that guests could be led to */
    choices: z.array(
      z.strictObject({
        id: Id,
        collectionId: Id,
        title: z.string(),
        state: z.enum(showcaseStates),
        waitsFor: z.array(z.enum(answerRoles)),
      }),
    ),
    /** how often the guests' page was opened */
    uses: z.array(z.strictObject({ on: Day, times: z.number().int() })),
    may: z.strictObject({ run: z.boolean(), join: z.boolean(), link: z.boolean() }),
  }),
})

export const WriteExhibition = endpoint({
  name: 'WriteExhibition',
  method: 'PUT',
  path: '/api/exhibitions/:id',
  summary: 'Open a showcase event for classes of one school that I teach, or whose school I answer for.',
  params: ById,
  body: z.strictObject(NewExhibition),
  output: Done,
})

export const ReviseExhibition = endpoint({
  name: 'ReviseExhibition',
  method: 'PUT',
  path: '/api/exhibitions/:id/revisions/:revision',
  summary: 'Change it. `revision` is the one I was looking at plus one; classes are added, never taken out.',
  params: z.strictObject({ id: Id, revision: z.coerce.number().int().min(2).max(1_000_000) }),
  body: z.strictObject(NewExhibition),
  output: Done,
})

export const EndExhibition = endpoint({
  name: 'EndExhibition',
  method: 'PUT',
  path: '/api/exhibitions/:id/ending',
  summary: 'End it for guests at once and for good.',
  params: ById,
  output: Done,
})

export const GetExhibitionLinks = endpoint({
  name: 'GetExhibitionLinks',
  method: 'GET',
  path: '/api/exhibitions/:id/links',
  summary: 'The guests’ link and that of the kiosk, for those who run it; both end at midnight of the day.',
  params: ById,
  output: z.strictObject({ path: z.string(), kioskPath: z.string(), closesAt: Moment }),
})

export const TakeStand = endpoint({
  name: 'TakeStand',
  method: 'PUT',
  path: '/api/stands/:id',
  summary: 'Join a showcase event of a class of mine: with a showcase of mine, or with work at my table.',
  params: ById,
  body: z.strictObject({
    exhibitionId: Id,
    /** what stands on my placard */
    title: words(longestTitle).trim().min(1),
    showcaseId: Id.optional(),
  }),
  output: Done,
})

export const LeaveStand = endpoint({
  name: 'LeaveStand',
  method: 'PUT',
  path: '/api/stands/:id/leaving',
  summary: 'Not take part any more.',
  params: ById,
  output: Done,
})

export const PlaceStand = endpoint({
  name: 'PlaceStand',
  method: 'PUT',
  path: '/api/stands/:id/placing',
  summary: 'Say where and when a learner presents, at an event I run.',
  params: ById,
  body: z.strictObject({
    placeId: Id.optional(),
    fromMinute: Minute.optional(),
    toMinute: Minute.optional(),
  }),
  output: Done,
})

export const ReleaseTitle = endpoint({
  name: 'ReleaseTitle',
  method: 'PUT',
  path: '/api/stands/:id/title-release',
  summary: 'Let guests read what a learner I teach typed for their placard: exactly the title I read.',
  params: ById,
  body: z.strictObject({ title: words(longestTitle).trim().min(1) }),
  output: Done,
})

export const ListSlips = endpoint({
  name: 'ListSlips',
  method: 'GET',
  path: '/api/exhibitions/:id/slips',
  summary: 'Guests’ slips to me that were released; to those I teach, all of them; and the cards of thanks.',
  params: ById,
  output: z.strictObject({
    slips: z.array(
      z.strictObject({
        id: Id,
        learner: Person,
        words: z.string(),
        signed: z.string(),
        writtenAt: Moment,
        /** spoken or drawn; `lost` when it came and is nothing that can be heard or seen */
        media: Media.nullable(),
        isLost: z.boolean(),
        /** what is said in it, as somebody of the school wrote it down */
        said: z
          .strictObject({ revision: z.number().int(), words: z.string(), by: Person, at: Moment })
          .nullable(),
        decision: z
          .strictObject({ releases: z.boolean(), reason: z.string(), by: Person, at: Moment })
          .nullable(),
        may: z.strictObject({ decide: z.boolean(), passOn: z.boolean(), writeDown: z.boolean() }),
      }),
    ),
    cards: z.array(
      z.strictObject({
        id: Id,
        learner: Person,
        words: z.string(),
        writtenAt: Moment,
        released: z.boolean(),
        may: z.strictObject({ release: z.boolean(), withdraw: z.boolean() }),
      }),
    ),
  }),
})

export const DecideSlip = endpoint({
  name: 'DecideSlip',
  method: 'PUT',
  path: '/api/slips/:id/decision',
  summary: 'Release a guest’s slip to a learner I teach, or put it aside and say why.',
  params: ById,
  body: z
    .strictObject({ releases: z.boolean(), reason: words(longestReason).trim().default('') })
    .refine(({ releases, reason }) => releases || reason !== '', { path: ['reason'] }),
  output: Done,
})

export const WriteCard = endpoint({
  name: 'WriteCard',
  method: 'PUT',
  path: '/api/cards/:id',
  summary: 'Thank the guests of an event I took part in. A teacher reads it before they do.',
  params: ById,
  body: z.strictObject({ exhibitionId: Id, words: words(longestCard).trim().min(1) }),
  output: Done,
})

export const ReleaseCard = endpoint({
  name: 'ReleaseCard',
  method: 'PUT',
  path: '/api/cards/:id/release',
  summary: 'Let guests read the thanks of a learner I teach.',
  params: ById,
  output: Done,
})

export const WithdrawCard = endpoint({
  name: 'WithdrawCard',
  method: 'PUT',
  path: '/api/cards/:id/withdrawal',
  summary: 'Take thanks back: mine, or those of a learner I teach. Guests read them no more.',
  params: ById,
  output: Done,
})
