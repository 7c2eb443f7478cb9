import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { type Counted, counted, doubts, impossible } from './merge.ts'
import { duties, endings, personKinds } from './registered.ts'

const Count = z.number().int()
const Names = {
  given: words(100).min(1),
  family: words(100),
  legalGiven: words(100).nullable(),
  legalFamily: words(100).nullable(),
}
const Someone = z.strictObject({ id: Id, name: z.string() })

export const FindPeople = endpoint({
  name: 'FindPeople',
  method: 'GET',
  path: '/api/people',
  summary:
    'For the office of the district: people by usual and legal names, with or without accents, by number or by sign-in name. At most thirty.',
  query: z.strictObject({ words: words(100).min(1), kind: z.enum(personKinds).optional() }),
  output: z.array(
    Someone.extend({
      legalName: z.string().nullable(),
      kinds: z.array(z.enum(personKinds)),
      /** classes they are in today, or the children they guard */
      about: z.string(),
      numbers: z.array(z.string()),
      left: z.boolean(),
    }),
  ),
})

const Tie = { openedOn: Day, closedOn: Day.nullable(), isOpen: z.boolean(), fromRoster: z.boolean() }
const Guardianship = z.strictObject({
  id: Id,
  personId: Id,
  name: z.string(),
  relationship: z.string(),
  ended: z.enum(endings).nullable(),
  /** closed only because the guardian left: it opens again if they come back, unless it is ended */
  awaitsReturn: z.boolean(),
  ...Tie,
})

export const GetPerson = endpoint({
  name: 'GetPerson',
  method: 'GET',
  path: '/api/people/:id',
  summary:
    'Somebody as the office of the district keeps them: names, classes, family, ways in. Never their work.',
  params: ById,
  output: z.strictObject({
    id: Id,
    name: z.string(),
    ...Names,
    kinds: z.array(z.enum(personKinds)),
    numbers: z.array(z.string()),
    rosters: z.array(z.strictObject({ source: z.string(), leftOn: Day.nullable() })),
    classes: z.array(
      z.strictObject({
        id: Id,
        classId: Id,
        name: z.string(),
        school: z.string(),
        role: z.enum(['student', 'teacher']),
        grade: z.string().nullable(),
        ...Tie,
      }),
    ),
    guardians: z.array(Guardianship),
    children: z.array(Guardianship),
    duties: z.array(z.strictObject({ id: Id, kind: z.enum(duties), school: z.string().nullable(), ...Tie })),
    mayTakeDuties: z.boolean(),
    signIn: z.strictObject({
      username: z.string().nullable(),
      lastAt: Moment.nullable(),
      sessions: Count,
      secondFactor: z.boolean(),
      providers: z.array(z.string()),
      cards: Count,
      familyLink: z.boolean(),
    }),
    mergedInto: Someone.nullable(),
    merges: z.array(z.strictObject({ id: Id, name: z.string(), at: Moment })),
    departure: z.strictObject({ id: Id, at: Moment }).nullable(),
  }),
})

export const EnterPerson = endpoint({
  name: 'EnterPerson',
  method: 'PUT',
  path: '/api/people/:id',
  summary: 'Enter somebody by hand. What they may see follows from the ties they are given afterwards.',
  params: ById,
  body: z.strictObject(Names),
  output: Done,
})

export const RenamePerson = endpoint({
  name: 'RenamePerson',
  method: 'PUT',
  path: '/api/person-renamings/:id',
  summary: 'Change what somebody is called. A roster takes it back only when it says something new itself.',
  params: ById,
  body: z.strictObject({ personId: Id, ...Names }),
  output: Done,
})

export const GiveSignIn = endpoint({
  name: 'GiveSignIn',
  method: 'PUT',
  path: '/api/people/:id/sign-in',
  summary:
    'Give somebody a new password, and a name to sign in with where they have none. Every session of theirs ends.',
  params: ById,
  body: z.strictObject({
    username: words(100).optional(),
    password: words(1000).min(10),
    endsSecondFactor: z.boolean().default(false),
  }),
  output: Done,
})

export const EndSessionsOf = endpoint({
  name: 'EndSessionsOf',
  method: 'PUT',
  path: '/api/people/:id/sessions-ending',
  summary: 'Sign somebody out on every device.',
  params: ById,
  output: z.strictObject({ ended: Count }),
})

export const AddGuardianship = endpoint({
  name: 'AddGuardianship',
  method: 'PUT',
  path: '/api/guardianships/:id',
  summary: 'Say that somebody guards a learner, from today.',
  params: ById,
  body: z.strictObject({ learnerId: Id, guardianId: Id, relationship: words(60).min(1) }),
  output: Done,
})

export const CorrectGuardianship = endpoint({
  name: 'CorrectGuardianship',
  method: 'PUT',
  path: '/api/guardianships/:id/relationship',
  summary: 'Correct what a guardian is to a learner. What a roster says is corrected there.',
  params: ById,
  body: z.strictObject({ relationship: words(60).min(1) }),
  output: Done,
})

export const EndGuardianship = endpoint({
  name: 'EndGuardianship',
  method: 'PUT',
  path: '/api/guardianships/:id/ending',
  summary:
    'It is over from today, or it was a mistake and never held. At once, and no roster opens it again.',
  params: ById,
  body: z.strictObject({ kind: z.enum(endings) }),
  output: Done,
})

export const GiveDuty = endpoint({
  name: 'GiveDuty',
  method: 'PUT',
  path: '/api/duties/:id',
  summary: 'Charge somebody with a duty at a school, or in the whole district.',
  params: ById,
  body: z.strictObject({ personId: Id, kind: z.enum(duties), schoolId: Id.nullable() }),
  output: Done,
})

export const EndDuty = endpoint({
  name: 'EndDuty',
  method: 'PUT',
  path: '/api/duties/:id/ending',
  summary: 'The duty ends today. The last one to run the district’s office stays.',
  params: ById,
  output: Done,
})

export const Depart = endpoint({
  name: 'Depart',
  method: 'PUT',
  path: '/api/departures/:id',
  summary:
    'Somebody leaves: what ties them to classes, children and duties closes today and their sessions end. A learner keeps their work and their way in to it.',
  params: ById,
  body: z.strictObject({ personId: Id }),
  output: Done,
})

export const ReturnFromDeparture = endpoint({
  name: 'ReturnFromDeparture',
  method: 'PUT',
  path: '/api/departures/:id/return',
  summary:
    'They are back: every tie that closed with their leaving and whose class is still open holds again.',
  params: ById,
  output: Done,
})

const Look = z.strictObject({ id: Id, name: z.string(), about: z.string(), numbers: z.array(z.string()) })

export const ListSuspected = endpoint({
  name: 'ListSuspected',
  method: 'GET',
  path: '/api/suspected-twins',
  summary:
    'For the office of the district: records that may be of one human, two and two, and why they are thought to be. At most two hundred.',
  output: z.array(
    z.strictObject({ kept: Look, gone: Look, why: z.enum(['child', 'contact', 'born', 'by-hand']) }),
  ),
})

export const TellApart = endpoint({
  name: 'TellApart',
  method: 'PUT',
  path: '/api/people-apart/:id',
  summary: 'Two records that look like one human are two. They are not asked about again.',
  params: ById,
  body: z.strictObject({ oneId: Id, otherId: Id }),
  output: Done,
})

const Side = Someone.extend({
  legalName: z.string().nullable(),
  numbers: z.array(z.string()),
  about: z.string(),
  username: z.string().nullable(),
  lastAt: Moment.nullable(),
  counts: z.strictObject(
    Object.fromEntries([...Object.keys(counted), 'other'].map((kind) => [kind, Count])) as Record<
      Counted,
      typeof Count
    >,
  ),
})

export const DescribeMerge = endpoint({
  name: 'DescribeMerge',
  method: 'GET',
  path: '/api/people/:id/merge',
  summary: 'What making two records one would do, in counts, and what speaks against it. Nothing is done.',
  params: ById,
  query: z.strictObject({ goneId: Id }),
  output: z.strictObject({
    kept: Side,
    gone: Side,
    impossible: z.array(z.enum(impossible)),
    doubts: z.array(z.enum(doubts)),
  }),
})

export const MergePeople = endpoint({
  name: 'MergePeople',
  method: 'PUT',
  path: '/api/merges/:id',
  summary:
    'Make two records of one human one: everything of the second goes on as the first’s, and both records are kept.',
  params: ById,
  body: z.strictObject({ keptId: Id, goneId: Id, accepts: z.array(z.enum(doubts)).max(20) }),
  output: Done,
})

export const UndoMerge = endpoint({
  name: 'UndoMerge',
  method: 'PUT',
  path: '/api/merges/:id/undoing',
  summary: 'Take a merge back: what was moved goes back, what was made since stays with the first.',
  params: ById,
  output: Done,
})
