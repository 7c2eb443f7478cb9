import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { goalDeletions } from './keeping-store.ts'

export const goalJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'erase goals deleted 30 days ago', districtId }, ({ db, now }) =>
        goalDeletions.erase(db, now),
      ),
  },
]
