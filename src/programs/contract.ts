import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { chosenHappenings, type Happening, happenings, longestDays, readings } from './program.ts'

const Reads = z.array(z.enum(readings)).min(1).max(readings.length)
const Events = z.array(z.enum(chosenHappenings)).min(1).max(happenings.length)

export const ListPrograms = endpoint({
  name: 'ListPrograms',
  method: 'GET',
  path: '/api/programs',
  summary:
    'The programs that read from the district I run the office of, and where others are told of things.',
  output: z.strictObject({
    keys: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        reads: z.array(z.enum(readings)),
        by: z.string(),
        at: Moment,
        expiresAt: Moment,
        expired: z.boolean(),
        lastUsedAt: Moment.nullable(),
      }),
    ),
    hooks: z.array(
      z.strictObject({
        id: Id,
        address: z.string(),
        events: z.array(z.enum(happenings)),
        by: z.string(),
        at: Moment,
        /** nobody took anything for days: since when nothing is sent, until it is resumed */
        restsSince: Moment.nullable(),
        /** what nobody took yet */
        waiting: z.number().int(),
        calls: z.array(
          z.strictObject({
            id: Id,
            event: z.enum(happenings),
            happenedAt: Moment,
            state: z.enum(['waiting', 'taken', 'given_up']),
            tries: z.number().int(),
            trouble: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
})

export const LetProgramIn = endpoint({
  name: 'LetProgramIn',
  method: 'PUT',
  path: '/api/programs/keys/:id',
  summary:
    'A key for a program of the district, shown this once. Asked again under the same id it is a new one.',
  params: ById,
  body: z.strictObject({ name: words(80), reads: Reads, days: z.number().int().min(1).max(longestDays) }),
  output: z.strictObject({ key: z.string() }),
})

export const EndProgramKey = endpoint({
  name: 'EndProgramKey',
  method: 'PUT',
  path: '/api/programs/keys/:id/end',
  summary: 'The key opens nothing any more.',
  params: ById,
  output: Done,
})

export const AddHook = endpoint({
  name: 'AddHook',
  method: 'PUT',
  path: '/api/programs/hooks/:id',
  summary: 'Tell an address of the district when something happens. What signs the calls is shown this once.',
  params: ById,
  body: z.strictObject({ address: words(400), events: Events }),
  output: z.strictObject({ secret: z.string() }),
})

export const EndHook = endpoint({
  name: 'EndHook',
  method: 'PUT',
  path: '/api/programs/hooks/:id/end',
  summary: 'Nothing is told there any more.',
  params: ById,
  output: Done,
})

export const TryHook = endpoint({
  name: 'TryHook',
  method: 'PUT',
  path: '/api/programs/hooks/:id/trial',
  summary: 'Send a signed call that says it is a trial, now, and say what came of it.',
  params: ById,
  output: z.strictObject({ trouble: z.string().nullable() }),
})

export const ResumeHook = endpoint({
  name: 'ResumeHook',
  method: 'PUT',
  path: '/api/programs/hooks/:id/resumption',
  summary: 'Tell again an address that took nothing for days, beginning with what it missed.',
  params: ById,
  output: Done,
})

export const RenewHookSecret = endpoint({
  name: 'RenewHookSecret',
  method: 'PUT',
  path: '/api/programs/hooks/:id/secret',
  summary:
    'A new secret, shown this once. The one before signs beside it for a day, however often it is asked again.',
  params: ById,
  output: z.strictObject({ secret: z.string() }),
})

const Page = z.strictObject({
  /** the last id of the page before */
  after: Id.optional(),
  most: z.coerce.number().int().min(1).max(1000).default(500),
  /** only what changed later than this: the `asOf` of an earlier answer */
  since: Moment.optional(),
})
/** `asOf`, of the first page, is what to ask for changes with the next time */
const following = { next: Id.nullable(), asOf: Moment }

export const ReadSchools = endpoint({
  name: 'ReadSchools',
  method: 'GET',
  path: '/api/district/schools',
  summary: 'For a program with a key that reads people: the schools and classes of the district.',
  signedIn: false,
  program: 'people',
  output: z.strictObject({
    schools: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        classes: z.array(z.strictObject({ id: Id, name: z.string(), opensOn: Day, closesOn: Day })),
      }),
    ),
  }),
})

export const ReadPeople = endpoint({
  name: 'ReadPeople',
  method: 'GET',
  path: '/api/district/people',
  summary: 'For a program with a key that reads people: who is here, or who changed, a page at a time.',
  signedIn: false,
  program: 'people',
  query: Page,
  output: z.strictObject({
    people: z.array(
      z.strictObject({
        id: Id,
        givenName: z.string(),
        familyName: z.string(),
        username: z.string().nullable(),
        /** what the roster calls them, by kind */
        identifiers: z.record(z.string(), z.string()),
        roles: z.array(z.enum(['student', 'teacher', 'guardian', 'staff'])),
        /** the one who stands for them, when the office found that both are one human */
        mergedInto: Id.nullable(),
      }),
    ),
    ...following,
  }),
})

export const ReadEnrollments = endpoint({
  name: 'ReadEnrollments',
  method: 'GET',
  path: '/api/district/enrollments',
  summary:
    'For a program with a key that reads people: who learns and teaches in which class, a page at a time.',
  signedIn: false,
  program: 'people',
  query: Page,
  output: z.strictObject({
    enrollments: z.array(
      z.strictObject({
        id: Id,
        classId: Id,
        personId: Id,
        role: z.enum(['student', 'teacher']),
        grade: z.string().nullable(),
        openedOn: Day,
        closedOn: Day.nullable(),
      }),
    ),
    ...following,
  }),
})

export const ReadCounts = endpoint({
  name: 'ReadCounts',
  method: 'GET',
  path: '/api/district/counts',
  summary:
    'For a program with a key that reads counts: how much is documented in each class. Never the work.',
  signedIn: false,
  program: 'counts',
  output: z.strictObject({
    classes: z.array(
      z.strictObject({
        id: Id,
        schoolId: Id,
        learners: z.number().int(),
        learnersWithWork: z.number().int(),
        pieces: z.number().int(),
        iterations: z.number().int(),
      }),
    ),
  }),
})

const Told = <Name extends Happening, Data extends z.ZodRawShape>(type: Name, data: Data) =>
  z.strictObject({ type: z.literal(type), timestamp: Moment, data: z.strictObject(data) })

/** What a hook is told, by happening: which thing it was, and nothing that anybody wrote. */
export const calls = {
  'roster.applied': { summary: 'A roster was applied.', body: Told('roster.applied', { import: Id }) },
  'conference.closed': {
    summary: 'A student-led conference was closed and counts.',
    body: Told('conference.closed', { conference: Id, learner: Id }),
  },
  'hook.tried': { summary: 'The office tried the address.', body: Told('hook.tried', { hook: Id }) },
} satisfies Record<Happening, { summary: string; body: z.ZodType }>
