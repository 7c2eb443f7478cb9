import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { eraseActivitiesForever } from './standing-store.ts'

export const activityJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(
        ground,
        { reason: 'erase activities that were deleted 30 days ago', districtId },
        ({ db, now }) => eraseActivitiesForever(db, now),
      ),
  },
]
