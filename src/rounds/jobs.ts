import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { eraseRemoved } from './exemplar-store.ts'

export const roundJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'erase exemplars taken away 30 days ago', districtId }, ({ db, now }) =>
        eraseRemoved(db, now),
      ),
  },
]
