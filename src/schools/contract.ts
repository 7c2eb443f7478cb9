import { z } from 'zod'
import { voices } from '../people/person.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'

export const LearnerInClass = z.strictObject({
  id: Id,
  name: z.string(),
  /** the usual one, for under a face */
  givenName: z.string(),
  grade: z.string().nullable(),
  joinedOn: Day,
})

const Class = z.strictObject({
  id: Id,
  name: z.string(),
  school: z.string(),
  spaceId: Id,
  role: z.enum(['student', 'teacher']),
  learners: z.number().int(),
})

export const ListClasses = endpoint({
  name: 'ListClasses',
  method: 'GET',
  path: '/api/classes',
  summary: 'The classes I belong to today, as a student or as a teacher.',
  output: z.array(Class),
})

export const ListSchools = endpoint({
  name: 'ListSchools',
  method: 'GET',
  path: '/api/schools',
  summary: 'The schools I lead, as their principal or office, or as the office of the district.',
  output: z.array(z.strictObject({ id: Id, name: z.string() })),
})

export const ListLearners = endpoint({
  name: 'ListLearners',
  method: 'GET',
  path: '/api/classes/:id/learners',
  summary: 'The learners of a class I teach.',
  params: ById,
  output: z.strictObject({ id: Id, name: z.string(), spaceId: Id, learners: z.array(LearnerInClass) }),
})

export const CountSchool = endpoint({
  name: 'CountSchool',
  method: 'GET',
  path: '/api/counts',
  summary: 'For those with a duty: how much is documented in each class. Counts only, never the work.',
  output: z.array(
    z.strictObject({
      school: z.string(),
      classes: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          learners: z.number().int(),
          learnersWithWork: z.number().int(),
          pieces: z.number().int(),
          iterations: z.number().int(),
          lastGrownAt: Moment.nullable(),
        }),
      ),
    }),
  ),
})

const KeptClass = z.strictObject({
  id: Id,
  name: z.string(),
  schoolId: Id,
  school: z.string(),
  opensOn: Day,
  closesOn: Day,
  isOpen: z.boolean(),
  archived: z.boolean(),
  fromRoster: z.boolean(),
})
const Days = { opensOn: Day, closesOn: Day }

export const ListKeptClasses = endpoint({
  name: 'ListKeptClasses',
  method: 'GET',
  path: '/api/kept-classes',
  summary:
    'The classes of the schools I lead, of this year and earlier ones, and their terms: names, days and counts.',
  output: z.strictObject({
    classes: z.array(KeptClass.extend({ learners: z.number().int(), teachers: z.array(z.string()) })),
    terms: z.array(z.strictObject({ id: Id, schoolId: Id, name: z.string(), ...Days })),
  }),
})

export const GetKeptClass = endpoint({
  name: 'GetKeptClass',
  method: 'GET',
  path: '/api/kept-classes/:id',
  summary: 'Who is and was in a class of a school I lead.',
  params: ById,
  output: KeptClass.extend({
    people: z.array(
      z.strictObject({
        id: Id,
        personId: Id,
        name: z.string(),
        role: z.enum(['student', 'teacher']),
        grade: z.string().nullable(),
        openedOn: Day,
        /** the first day on which they are there no more */
        closedOn: Day.nullable(),
        fromRoster: z.boolean(),
        isOpen: z.boolean(),
      }),
    ),
  }),
})

export const FindForClass = endpoint({
  name: 'FindForClass',
  method: 'GET',
  path: '/api/kept-classes/:id/candidates',
  summary:
    'People who could be in that class, by name: a school finds its own and those who teach, the district anyone.',
  params: ById,
  query: z.strictObject({ words: words(100).min(1) }),
  output: z.array(z.strictObject({ id: Id, name: z.string(), about: z.string() })),
})

export const KeepClass = endpoint({
  name: 'KeepClass',
  method: 'PUT',
  path: '/api/kept-classes/:id',
  summary: 'Open a class of a school I lead, with its space; or change its name and days.',
  params: ById,
  body: z.strictObject({ schoolId: Id, name: words(120).min(1), ...Days }),
  output: Done,
})

export const ArchiveClass = endpoint({
  name: 'ArchiveClass',
  method: 'PUT',
  path: '/api/class-archivings/:id',
  summary: 'Close a class from today on. Its learners keep everything they made in it.',
  params: ById,
  body: z.strictObject({ classId: Id }),
  output: Done,
})

export const ReopenClass = endpoint({
  name: 'ReopenClass',
  method: 'PUT',
  path: '/api/kept-classes/:id/reopening',
  summary: 'Open a class again until a day: its people stand in it as they did.',
  params: ById,
  body: z.strictObject({ closesOn: Day }),
  output: Done,
})

export const EnrollPerson = endpoint({
  name: 'EnrollPerson',
  method: 'PUT',
  path: '/api/enrollments/:id',
  summary:
    'Give somebody a place in a class, as a learner or as one of its teachers, for good or for some days. Never oneself.',
  params: ById,
  body: z.strictObject({
    classId: Id,
    personId: Id,
    role: z.enum(['student', 'teacher']),
    grade: words(10).nullable().default(null),
    /** at the earliest today and the first day of the class, which is also meant by nothing */
    opensOn: Day.nullable().default(null),
    /** the last day of a substitute; they stand there on it, and on the next no longer */
    closesOn: Day.nullable().default(null),
  }),
  output: Done,
})

export const UnenrollPerson = endpoint({
  name: 'UnenrollPerson',
  method: 'PUT',
  path: '/api/enrollments/:id/ending',
  summary: 'A place in a class ends today. The work stays with whoever made it.',
  params: ById,
  output: Done,
})

export const KeepTerm = endpoint({
  name: 'KeepTerm',
  method: 'PUT',
  path: '/api/terms/:id',
  summary: 'Name the days of a term of a school I lead.',
  params: ById,
  body: z.strictObject({ schoolId: Id, name: words(80).min(1), ...Days }),
  output: Done,
})

export const ListShareSuggestions = endpoint({
  name: 'ListShareSuggestions',
  method: 'GET',
  path: '/api/share-suggestions',
  summary:
    'For those with an office: who is chosen beforehand when learners of each grade band add work. Each learner sees it and changes it.',
  output: z.strictObject({
    bands: z.array(z.strictObject({ voice: z.enum(voices), teachers: z.boolean(), family: z.boolean() })),
    may: z.strictObject({ change: z.boolean() }),
  }),
})

export const SetShareSuggestion = endpoint({
  name: 'SetShareSuggestion',
  method: 'PUT',
  path: '/api/share-suggestion',
  summary: 'Decide that for the district I run the office of. Nothing that is shared already changes.',
  body: z.strictObject({ voice: z.enum(voices), teachers: z.boolean(), family: z.boolean() }),
  output: Done,
})
