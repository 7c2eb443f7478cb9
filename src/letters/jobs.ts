import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { letterDeletions } from './store.ts'

export const letterJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'erase letters deleted 30 days ago', districtId }, ({ db, now }) =>
        letterDeletions.erase(db, now),
      ),
  },
]
