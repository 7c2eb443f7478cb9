import { z } from 'zod'
import type { Where as Place } from '../access/relations.ts'
import { voices } from '../people/person.ts'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'

/** Where somebody who teaches does something: in a class, named by its id, or in a space by hand. */
export const Where = { classId: Id.optional(), spaceId: Id.optional() }
export const isOnePlace = ({ classId, spaceId }: Place): boolean =>
  (classId === undefined) !== (spaceId === undefined)

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
  output: z.array(z.strictObject({ id: Id, name: z.string(), closed: z.boolean() })),
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

/** More than any school has. */
const mostArchived = 500

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

export const ArchiveClasses = endpoint({
  name: 'ArchiveClasses',
  method: 'PUT',
  path: '/api/class-archivings',
  summary: 'Close several classes in one act, as at the end of a year: all of them, or none.',
  body: z.strictObject({
    archivings: z
      .array(z.strictObject({ id: Id, classId: Id }))
      .min(1)
      .max(mostArchived),
  }),
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

const SuggestedBand = z.strictObject({
  voice: z.enum(voices),
  teachers: z.boolean(),
  family: z.boolean(),
  own: z.boolean(),
})

export const ListShareSuggestions = endpoint({
  name: 'ListShareSuggestions',
  method: 'GET',
  path: '/api/share-suggestions',
  summary:
    'For those with an office: who is chosen beforehand when learners of each grade band add work. Each learner sees it and changes it.',
  output: z.strictObject({
    bands: z.array(SuggestedBand),
    /** those I lead, with what holds there: their own, or what the district says */
    schools: z.array(z.strictObject({ id: Id, name: z.string(), bands: z.array(SuggestedBand) })),
    may: z.strictObject({ change: z.boolean() }),
  }),
})

export const SetShareSuggestion = endpoint({
  name: 'SetShareSuggestion',
  method: 'PUT',
  path: '/api/share-suggestion',
  summary:
    'Decide that for the district I run the office of, or otherwise for a school I lead. Nothing that is shared already changes.',
  body: z
    .strictObject({
      voice: z.enum(voices),
      schoolId: Id.optional(),
      /** null at a school that says again what its district says */
      suggests: z.strictObject({ teachers: z.boolean(), family: z.boolean() }).nullable(),
    })
    .refine(({ schoolId, suggests }) => schoolId !== undefined || suggests !== null),
  output: Done,
})

export const ListKeptSchools = endpoint({
  name: 'ListKeptSchools',
  method: 'GET',
  path: '/api/kept-schools',
  summary: 'For the office of the district: its name and its schools, closed ones too, in counts.',
  output: z.strictObject({
    district: z.string(),
    schools: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        learners: z.number().int(),
        teachers: z.number().int(),
        /** that are open or have yet to begin */
        classes: z.number().int(),
        fromRoster: z.boolean(),
        /** the day from which the roster that brought it names it no more */
        leftRosterOn: Day.nullable(),
        /** what the roster called it when the office named it otherwise */
        rosterName: z.string().nullable(),
        closedAt: Moment.nullable(),
      }),
    ),
  }),
})

export const KeepSchool = endpoint({
  name: 'KeepSchool',
  method: 'PUT',
  path: '/api/kept-schools/:id',
  summary: 'Add a school, or give it another name, which holds until its roster says a new one.',
  params: ById,
  body: z.strictObject({ name: words(120).min(1) }),
  output: Done,
})

export const CloseSchool = endpoint({
  name: 'CloseSchool',
  method: 'PUT',
  path: '/api/school-closings/:id',
  summary:
    'Close a school and archive its classes from today on. Nobody and no work is deleted; a roster opens no class there.',
  params: ById,
  body: z.strictObject({ schoolId: Id }),
  output: Done,
})

export const ReopenSchool = endpoint({
  name: 'ReopenSchool',
  method: 'PUT',
  path: '/api/kept-schools/:id/reopening',
  summary:
    'Open a school again, with the classes that were archived when it closed, until the days they had.',
  params: ById,
  output: Done,
})

export const NameDistrict = endpoint({
  name: 'NameDistrict',
  method: 'PUT',
  path: '/api/district-name',
  summary: 'Give the district whose office I run another name.',
  body: z.strictObject({ name: words(120).min(1) }),
  output: Done,
})
