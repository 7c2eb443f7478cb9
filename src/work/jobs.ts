import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { eraseForever } from './deletion-store.ts'

export const workJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'erase what was deleted 30 days ago', districtId }, ({ db, now }) =>
        eraseForever(db, now),
      ),
  },
]
