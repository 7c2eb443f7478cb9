import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { keepCount } from './storage-store.ts'

export const officeJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'count what is stored', districtId }, (context) =>
        keepCount(context, districtId),
      ),
  },
]
