import { z } from 'zod'
import { ById, Day, endpoint, Id, Moment } from '../platform/contract.ts'

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
