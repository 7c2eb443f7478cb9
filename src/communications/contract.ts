import { z } from 'zod'
import { ById, Day, Done, endpoint, Id } from '../platform/contract.ts'
import { askedKinds, communicationKinds, standings } from './communication.ts'

const InTwo = z.strictObject({ en: z.string(), fr: z.string() })
const Person = z.strictObject({ id: Id, name: z.string() })
const Asks = z.array(z.enum(askedKinds)).max(askedKinds.length)

const Communication = z.strictObject({
  id: Id,
  kind: z.enum(communicationKinds),
  name: InTwo,
  opensOn: Day,
  closesOn: Day,
  /** what the learner is asked to have done by its last day */
  asks: Asks,
  standing: z.enum(standings),
})

const Chosen = z.strictObject({ communicationId: Id.optional() })

/** Counts of learners: how many there are, how many have done each kind, how many all that is asked. */
const Counts = {
  learners: z.number().int(),
  said: z.strictObject({
    reflection: z.number().int(),
    goal: z.number().int(),
    claim: z.number().int(),
    conference: z.number().int(),
  }),
  complete: z.number().int(),
}

const Standing = z.strictObject({
  learner: Person,
  /** when they came during the window, so that a gap explains itself */
  joinedOn: Day.nullable(),
  /** that something was said, never what, when or how often */
  said: Asks,
  complete: z.boolean(),
  remindedOn: Day.nullable(),
})

export const GetClassCompleteness = endpoint({
  name: 'GetClassCompleteness',
  method: 'GET',
  path: '/api/classes/:id/completeness',
  summary:
    'Which learners of a class I teach have reflected, set goals and said what they can do for a communication of the year, and which have not. Nothing of what they said.',
  params: ById,
  query: Chosen,
  output: z.strictObject({
    class: z.strictObject({ id: Id, name: z.string() }),
    communications: z.array(Communication),
    chosen: Id.nullable(),
    learners: z.array(Standing),
    may: z.strictObject({ remind: z.boolean() }),
  }),
})

export const GetSchoolCompleteness = endpoint({
  name: 'GetSchoolCompleteness',
  method: 'GET',
  path: '/api/schools/:id/completeness',
  summary:
    'For those who lead a school: counts by class for a communication of the year, and who is still missing, by name. Nothing of what anybody said.',
  params: ById,
  query: Chosen,
  output: z.strictObject({
    school: z.strictObject({ id: Id, name: z.string() }),
    communications: z.array(Communication),
    chosen: Id.nullable(),
    ...Counts,
    /** of those who are missing, how many were told */
    reminded: z.number().int(),
    classes: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        ...Counts,
        missing: z.array(Standing.omit({ complete: true })),
      }),
    ),
    may: z.strictObject({ remind: z.boolean() }),
  }),
})

export const CountCompleteness = endpoint({
  name: 'CountCompleteness',
  method: 'GET',
  path: '/api/completeness',
  summary: 'For those who lead schools: counts by school for a communication of the year.',
  query: Chosen,
  output: z.strictObject({
    communications: z.array(Communication),
    chosen: Id.nullable(),
    schools: z.array(z.strictObject({ id: Id, name: z.string(), opensOn: Day, closesOn: Day, ...Counts })),
    may: z.strictObject({ plan: z.boolean() }),
  }),
})

const ForCommunication = z.strictObject({ communicationId: Id })

export const RemindClass = endpoint({
  name: 'RemindClass',
  method: 'PUT',
  path: '/api/classes/:id/reminders',
  summary:
    'Kindly tell all in a class I teach who are still missing, each once for a communication, whoever tells them.',
  params: ById,
  body: ForCommunication,
  output: Done,
})

export const RemindSchool = endpoint({
  name: 'RemindSchool',
  method: 'PUT',
  path: '/api/schools/:id/reminders',
  summary: 'The same for all of a school I lead.',
  params: ById,
  body: ForCommunication,
  output: Done,
})

export const ListReminders = endpoint({
  name: 'ListReminders',
  method: 'GET',
  path: '/api/reminders',
  summary:
    'What I was kindly told about and have not yet said, as long as there is time and I did not put it away.',
  output: z.array(
    z.strictObject({
      communicationId: Id,
      name: InTwo,
      closesOn: Day,
      missing: Asks,
      remindedBy: Person,
    }),
  ),
})

export const PutReminderAway = endpoint({
  name: 'PutReminderAway',
  method: 'PUT',
  path: '/api/communications/:id/putting-away',
  summary: 'Put a reminder of mine away. Nobody learns of it, and it does not come back.',
  params: ById,
  output: Done,
})

export const GetYearPlan = endpoint({
  name: 'GetYearPlan',
  method: 'GET',
  path: '/api/communication-plan',
  summary:
    "For the district's office: the communications of this school year with their days, and the packs there are.",
  output: z.strictObject({
    packs: z.array(
      z.strictObject({
        pack: z.string(),
        version: z.string(),
        title: InTwo,
        source: z.string(),
        notes: InTwo,
        communications: z.array(z.strictObject({ name: InTwo, kind: z.enum(communicationKinds) })),
      }),
    ),
    adopted: z.strictObject({ pack: z.string(), version: z.string() }).nullable(),
    schools: z.array(z.strictObject({ id: Id, name: z.string() })),
    communications: z.array(
      z.strictObject({
        id: Id,
        kind: z.enum(communicationKinds),
        name: InTwo,
        opensOn: Day,
        closesOn: Day,
        asks: Asks,
        /** the schools with days of their own */
        own: z.array(z.strictObject({ schoolId: Id, opensOn: Day, closesOn: Day, asks: Asks })),
      }),
    ),
  }),
})

export const AdoptPlan = endpoint({
  name: 'AdoptPlan',
  method: 'PUT',
  path: '/api/communication-plan',
  summary: "For the district's office: take over what policy asks of a year. May be sent twice.",
  body: z.strictObject({ pack: z.string().max(100) }),
  output: Done,
})

export const SetWindow = endpoint({
  name: 'SetWindow',
  method: 'PUT',
  path: '/api/communication-windows/:id',
  summary:
    "For the district's office: set the days of a communication and what it asks, for the district or for one school. Without days, the school follows the district again.",
  params: ById,
  body: z.strictObject({
    communicationId: Id,
    schoolId: Id.optional(),
    days: z.strictObject({ opensOn: Day, closesOn: Day }).optional(),
    asks: Asks.default([]),
  }),
  output: Done,
})
