import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { eraseRemarks } from './store.ts'

export const remarkJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'erase remarks taken back 30 days ago', districtId }, ({ db, now }) =>
        eraseRemarks(db, now),
      ),
  },
]
