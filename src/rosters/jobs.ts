import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { forgetDrafts } from './import-store.ts'

export const rosterJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'let go of rosters that nobody applied', districtId }, ({ db, now }) =>
        forgetDrafts(db, now),
      ),
  },
]
