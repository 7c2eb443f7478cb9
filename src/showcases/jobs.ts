import { restorableDays } from '../deletions/deletion.ts'
import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { eraseEnded, letGoOfErased } from './keeping-store.ts'

export const showcaseJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(
        ground,
        { reason: 'erase what ended showcases held, and what was erased elsewhere', districtId },
        async ({ db }) => {
          await letGoOfErased(db)
          await eraseEnded(db, restorableDays)
        },
      ),
  },
]
