import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { pictures } from './card.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const Picture = z.enum(pictures)
const Code = words(200)

export const ListCards = endpoint({
  name: 'ListCards',
  method: 'GET',
  path: '/api/classes/:id/cards',
  summary: 'The cards with which learners of a class I teach sign in, and the devices on which they open.',
  params: ById,
  output: z.strictObject({
    class: z.strictObject({ id: Id, name: z.string() }),
    learners: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        /** as it may stand on a card that is lost */
        shortName: z.string(),
        /** false for whoever is more here than a learner: a card is no key to that */
        mayHaveCard: z.boolean(),
        card: z.strictObject({ id: Id, code: z.string(), picture: Picture, issuedAt: Moment }).nullable(),
      }),
    ),
    devices: z.array(
      z.strictObject({ id: Id, device: z.string(), openedBy: Person, openedAt: Moment, closesAt: Moment }),
    ),
  }),
})

export const IssueCards = endpoint({
  name: 'IssueCards',
  method: 'PUT',
  path: '/api/classes/:id/cards',
  summary:
    'Issue a card to every learner of a class I teach who has none. Those that are there stay the same.',
  params: ById,
  output: Done,
})

export const RenewCard = endpoint({
  name: 'RenewCard',
  method: 'PUT',
  path: '/api/cards/:id/renewal',
  summary:
    'A card was lost: a new one takes its place, the lost one is dead at once, and what it had opened shuts.',
  params: ById,
  body: z.strictObject({ newCardId: Id }),
  output: Done,
})

export const ChooseCardPicture = endpoint({
  name: 'ChooseCardPicture',
  method: 'PUT',
  path: '/api/cards/:id/picture',
  summary: 'Choose the picture that a learner of mine taps after showing their card.',
  params: ById,
  body: z.strictObject({ picture: Picture }),
  output: Done,
})

export const OpenClassDevice = endpoint({
  name: 'OpenClassDevice',
  method: 'PUT',
  path: '/api/class-door/devices/:id',
  summary:
    'Put the device I am on at the door of a class I teach: its cards open here until the end of that day.',
  params: ById,
  body: z.strictObject({ classId: Id, closesOn: Day }),
  output: Done,
})

export const CloseClassDevice = endpoint({
  name: 'CloseClassDevice',
  method: 'PUT',
  path: '/api/class-devices/:id/closing',
  summary: 'Take a device away from the door of a class I teach; whoever is signed in on it by card is out.',
  params: ById,
  output: Done,
})

export const GetClassDoor = endpoint({
  name: 'GetClassDoor',
  method: 'GET',
  path: '/api/class-door',
  signedIn: false,
  summary: 'On a device at the door of a class: which class, and until when. Nobody is named.',
  output: z.strictObject({ class: z.string(), closesAt: Moment }),
})

export const ShowCard = endpoint({
  name: 'ShowCard',
  method: 'POST',
  path: '/api/class-door/card',
  signedIn: false,
  summary: 'On a device at the door of a class: whose card of this class it is, by their first name.',
  body: z.strictObject({ code: Code }),
  output: z.strictObject({ givenName: z.string() }),
})

export const SignInByCard = endpoint({
  name: 'SignInByCard',
  method: 'PUT',
  path: '/api/class-door/session',
  signedIn: false,
  summary:
    'On a device at the door of a class: sign in with a card of this class and the picture that goes with it.',
  body: z.strictObject({ code: Code, picture: Picture }),
  output: Done,
})
