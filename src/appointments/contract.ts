import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { locales } from '../platform/locales.ts'
import {
  longestLanguage,
  longestPlace,
  longestWish,
  meetingWays,
  mostLanguages,
  mostStations,
} from './appointment.ts'

const Person = z.strictObject({ id: Id, name: z.string() })
const Minute = z.number().int().min(0).max(1440)

const span = { startsAt: Moment, endsAt: Moment, heldOn: Day, fromMinute: Minute, toMinute: Minute }
const where = {
  way: z.enum(meetingWays),
  /** a room, or the address of a video meeting; of the latter only who has a time there is told */
  place: z.string(),
  languages: z.array(z.string()),
  interpreter: z.boolean(),
}

const said = {
  language: z.string(),
  interpreter: z.boolean(),
  /** who else comes, or comes instead */
  comes: z.string(),
  /** where to call, when it is by phone */
  phone: z.string(),
}
const Said = {
  language: words(longestLanguage).default(''),
  interpreter: z.boolean().default(false),
  comes: words(longestPlace).default(''),
  phone: words(longestLanguage).default(''),
}

const Wish = z.strictObject({ words: z.string(), saidAt: Moment })

/** A time that a household has for a learner. */
const Booking = z.strictObject({
  id: Id,
  slotId: Id,
  ...span,
  ...where,
  station: z.number().int(),
  stations: z.number().int(),
  ...said,
  bookedBy: Person,
  bookedAt: Moment,
})

export const ListConferenceTimes = endpoint({
  name: 'ListConferenceTimes',
  method: 'GET',
  path: '/api/conference-times',
  summary: 'As a guardian: for each child and round the time I have, and those that are free.',
  output: z.strictObject({
    timeZone: z.string(),
    children: z.array(
      z.strictObject({
        learner: Person.extend({ givenName: z.string() }),
        round: z.strictObject({
          id: Id,
          name: z.string(),
          className: z.string(),
          teachers: z.array(z.string()),
        }),
        booking: Booking.nullable(),
        /** shown to whoever had a time in it */
        calledOff: z.boolean(),
        /** the time I had until somebody of the school took it back */
        lost: z
          .strictObject({ heldOn: Day, fromMinute: Minute, by: Person.nullable(), at: Moment })
          .nullable(),
        wish: Wish.nullable(),
        /** free ones, each once however many stations it has */
        times: z.array(z.strictObject({ slotId: Id, ...span, ...where })),
      }),
    ),
  }),
})

export const BookSlot = endpoint({
  name: 'BookSlot',
  method: 'PUT',
  path: '/api/conference-bookings/:id',
  summary:
    'Take a time for a child of mine; any station of that time will do. `replaces` is the booking I had, which is kept if the time is gone. May be sent twice.',
  params: ById,
  body: z.strictObject({ slotId: Id, learnerId: Id, replaces: Id.nullable(), ...Said }),
  output: Done,
})

export const GiveBackSlot = endpoint({
  name: 'GiveBackSlot',
  method: 'PUT',
  path: '/api/conference-bookings/:id/return',
  summary: 'Give a time back, as the guardian who has it or as a teacher of the class.',
  params: ById,
  output: Done,
})

export const AskForTime = endpoint({
  name: 'AskForTime',
  method: 'PUT',
  path: '/api/conference-wishes/:id',
  summary: 'None of the times suits: a word to the teachers. May be sent twice.',
  params: ById,
  body: z.strictObject({ roundId: Id, learnerId: Id, words: words(longestWish) }),
  output: Done,
})

export const PlanConferenceDay = endpoint({
  name: 'PlanConferenceDay',
  method: 'PUT',
  path: '/api/conference-days/:id',
  summary:
    'Plan a day of a round: it is cut into slots, as many at once as there are stations. May be sent twice.',
  params: ById,
  body: z.strictObject({
    roundId: Id,
    heldOn: Day,
    fromMinute: z.number().int().min(0).max(1439),
    toMinute: Minute,
    lengthMinutes: z.number().int().min(5).max(120),
    breakMinutes: z.number().int().min(0).max(60),
    stations: z.number().int().min(1).max(mostStations),
    way: z.enum(meetingWays),
    place: words(longestPlace).default(''),
    languages: z.array(words(longestLanguage)).max(mostLanguages).default([]),
    interpreter: z.boolean().default(false),
  }),
  output: Done,
})

export const CancelConferenceDay = endpoint({
  name: 'CancelConferenceDay',
  method: 'PUT',
  path: '/api/conference-days/:id/cancellation',
  summary: 'Cancel a whole day. Families who had a time on it are told, and choose again.',
  params: ById,
  output: Done,
})

export const CancelConferenceSlot = endpoint({
  name: 'CancelConferenceSlot',
  method: 'PUT',
  path: '/api/conference-slots/:id/cancellation',
  summary: 'Cancel one slot. A family who had it is told, and chooses again.',
  params: ById,
  output: Done,
})

export const AssignSlot = endpoint({
  name: 'AssignSlot',
  method: 'PUT',
  path: '/api/conference-assignments/:id',
  summary: 'As a teacher: give a family a time. `guardianId` is null for a learner without a guardian here.',
  params: ById,
  body: z.strictObject({
    slotId: Id,
    learnerId: Id,
    guardianId: Id.nullable(),
    replaces: Id.nullable(),
    ...Said,
  }),
  output: Done,
})

export const GetConferencePlan = endpoint({
  name: 'GetConferencePlan',
  method: 'GET',
  path: '/api/conference-rounds/:id/plan',
  summary: 'As a teacher: the days of a round, who comes when, and who has no time yet.',
  params: ById,
  output: z.strictObject({
    round: z.strictObject({
      id: Id,
      name: z.string(),
      startsOn: Day,
      endsOn: Day,
      withdrawnAt: Moment.nullable(),
      class: z.strictObject({ id: Id, name: z.string(), school: z.string() }),
      teachers: z.array(z.string()),
    }),
    timeZone: z.string(),
    days: z.array(
      z.strictObject({
        id: Id,
        heldOn: Day,
        fromMinute: Minute,
        toMinute: Minute,
        stations: z.number().int(),
        ...where,
        slots: z.array(
          z.strictObject({
            id: Id,
            ...span,
            station: z.number().int(),
            past: z.boolean(),
            cancelled: z.strictObject({ by: Person, at: Moment }).nullable(),
            booking: z
              .strictObject({
                id: Id,
                learner: Person,
                guardian: Person.nullable(),
                ...said,
                bookedBy: Person,
                bookedAt: Moment,
              })
              .nullable(),
          }),
        ),
      }),
    ),
    families: z.array(
      z.strictObject({
        learner: Person.extend({ givenName: z.string() }),
        hasTime: z.boolean(),
        guardians: z.array(
          Person.extend({
            locale: z.enum(locales).nullable(),
            hasTime: z.boolean(),
            wish: Wish.nullable(),
          }),
        ),
      }),
    ),
  }),
})

export const ListInterpreterTimes = endpoint({
  name: 'ListInterpreterTimes',
  method: 'GET',
  path: '/api/interpreter-times',
  summary:
    'Where an interpreter is needed for a conference to come, in the classes I teach or the schools I answer for. Which family it is, is told to teachers of the class alone.',
  output: z.array(
    z.strictObject({
      id: Id,
      heldOn: Day,
      fromMinute: Minute,
      toMinute: Minute,
      way: z.enum(meetingWays),
      place: z.string(),
      station: z.number().int(),
      stations: z.number().int(),
      language: z.string(),
      school: z.string(),
      class: z.string(),
      family: z.strictObject({ learner: Person, guardian: Person.nullable() }).nullable(),
    }),
  ),
})

export const ListOwnConferences = endpoint({
  name: 'ListOwnConferences',
  method: 'GET',
  path: '/api/own-conferences',
  summary: 'As a learner: when and where my conferences are.',
  output: z.array(
    z.strictObject({ id: Id, roundId: Id, ...span, way: z.enum(meetingWays), place: z.string() }),
  ),
})

export const CountAgreedTimes = endpoint({
  name: 'CountAgreedTimes',
  method: 'GET',
  path: '/api/spaces/:id/agreed-times',
  summary:
    'How many conferences to come families have a time for, in a space I teach in. Asked before it is hidden.',
  params: ById,
  output: z.strictObject({ times: z.number().int() }),
})

export const ListAgreedTimes = endpoint({
  name: 'ListAgreedTimes',
  method: 'GET',
  path: '/api/agreed-times',
  summary:
    'For those who lead a school: in which classes families have a time for a conference to come. Asked before a class or a school is over.',
  output: z.array(z.strictObject({ classId: Id, schoolId: Id, times: z.number().int() })),
})
