import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { reflectionDeletions } from './keeping-store.ts'

export const reflectionJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'erase reflections deleted 30 days ago', districtId }, ({ db, now }) =>
        reflectionDeletions.erase(db, now),
      ),
  },
]
