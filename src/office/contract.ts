import { z } from 'zod'
import { ById, endpoint, Id, Moment } from '../platform/contract.ts'
import { errandKinds, troubles } from './errand.ts'
import { waitingKinds } from './waiting.ts'

const Count = z.number().int()

export const ListWaiting = endpoint({
  name: 'ListWaiting',
  method: 'GET',
  path: '/api/office-waiting',
  summary:
    'For those with an office: what they have to see to, in counts. A school’s own sees what its families need; never anybody’s work.',
  output: z.array(z.strictObject({ kind: z.enum(waitingKinds), count: Count })),
})

export const ListErrands = endpoint({
  name: 'ListErrands',
  method: 'GET',
  path: '/api/errands',
  summary:
    'For the office of the district: what the program still does or could not do, in counts by kind. No name, no address, no word of it.',
  output: z.strictObject({
    kinds: z.array(
      z.strictObject({
        kind: z.enum(errandKinds),
        waiting: Count,
        running: Count,
        /** since when the oldest of them waits */
        since: Moment.nullable(),
      }),
    ),
    failures: z.array(
      z.strictObject({
        kind: z.enum(errandKinds),
        trouble: z.enum(troubles),
        count: Count,
        firstAt: Moment,
        lastAt: Moment,
      }),
    ),
    /** of the last thirty days: told to whoever brought them, and nothing the program can do again */
    filesRefused: Count,
    messagesGivenUp: Count,
  }),
})

const Failures = {
  params: ById,
  body: z.strictObject({
    kind: z.enum(errandKinds),
    trouble: z.enum(troubles),
    /** those that were on the screen, and none that failed since */
    until: Moment,
  }),
  output: z.strictObject({ count: Count }),
}

export const RetryErrands = endpoint({
  name: 'RetryErrands',
  method: 'PUT',
  path: '/api/errand-retrials/:id',
  summary: 'Try again what failed, of one kind and for one reason.',
  ...Failures,
})

export const DiscardErrands = endpoint({
  name: 'DiscardErrands',
  method: 'PUT',
  path: '/api/errand-discards/:id',
  summary:
    'Let go what failed, of one kind and for one reason. A message or a call is given up; of a file its owner is told.',
  ...Failures,
})

export const CountStorage = endpoint({
  name: 'CountStorage',
  method: 'GET',
  path: '/api/storage',
  summary:
    'How many files each school I lead keeps and what they weigh, what goes for good soon; for the office of the district also the disk and the last backup.',
  output: z.strictObject({
    schools: z.array(
      z.strictObject({
        /** null for families and whoever is at no school */
        id: Id.nullable(),
        name: z.string().nullable(),
        files: Count,
        bytes: z.number(),
        /** of work that was deleted and can still be restored */
        leavingFiles: Count,
        leavingBytes: z.number(),
      }),
    ),
    /** in the last night, where there was one since it began */
    countedAt: Moment,
    house: z
      .strictObject({ freeBytes: z.number(), totalBytes: z.number(), lastBackupAt: Moment.nullable() })
      .nullable(),
  }),
})
