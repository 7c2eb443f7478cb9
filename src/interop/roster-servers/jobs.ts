import type { Job } from '../../platform/jobs.ts'
import type { Ground } from '../../platform/transaction.ts'
import { requestNightly } from './request-roster.ts'

export const rosterServerJobs = (ground: Ground): Job[] => [
  { on: 'night.fell', run: ({ districtId }) => requestNightly(ground, districtId) },
]
