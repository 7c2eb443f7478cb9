import type { Job } from '../platform/jobs.ts'
import type { Storage } from '../files/storage.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { eraseForever } from './deletion-store.ts'

export const workJobs = (ground: Ground, storage: Storage): Job[] => [
  {
    on: 'night.fell',
    run: async ({ districtId }) => {
      const orphans = await asTheSystem(
        ground,
        { reason: 'erase what was deleted 30 days ago', districtId },
        ({ db, now }) => eraseForever(db, now),
      )
      for (const id of orphans) await storage.erase(id)
    },
  },
]
