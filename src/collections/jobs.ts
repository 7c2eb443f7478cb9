import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { collectionsToCopy, copyDeletions } from './copy-store.ts'
import { freezeFor } from './freeze-collection.ts'
import { collectionDeletions } from './keeping-store.ts'

export const collectionJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(
        ground,
        { reason: 'erase collections deleted 30 days ago', districtId },
        async ({ db, now }) => {
          await collectionDeletions.erase(db, now)
          await copyDeletions.erase(db, now)
        },
      ),
  },
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(
        ground,
        { reason: 'keep collections of classes that closed', districtId },
        async ({ db, now }) => {
          for (const id of await collectionsToCopy(db)) await freezeFor(db, now, id)
        },
      ),
  },
]
