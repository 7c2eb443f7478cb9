import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { claimDeletions } from './keeping-store.ts'

export const claimJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'erase claims deleted 30 days ago', districtId }, ({ db, now }) =>
        claimDeletions.erase(db, now),
      ),
  },
]
