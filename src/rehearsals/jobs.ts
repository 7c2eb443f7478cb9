import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { eraseRehearsals } from './store.ts'

export const rehearsalJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'erase rehearsals deleted 30 days ago', districtId }, ({ db, now }) =>
        eraseRehearsals(db, now),
      ),
  },
]
