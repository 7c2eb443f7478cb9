import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { collectionsToCopy, eraseCopies } from './copy-store.ts'
import { freezeFor } from './freeze-collection.ts'
import { eraseCollections } from './keeping-store.ts'

export const collectionJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(
        ground,
        { reason: 'erase collections deleted 30 days ago', districtId },
        async ({ db, now }) => {
          await eraseCollections(db, now)
          await eraseCopies(db, now)
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
