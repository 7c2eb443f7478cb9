import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { forgetIdTokens } from './store.ts'

export const signOutJobs = (ground: Ground): Job[] => [
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'forget tokens of sessions that are over', districtId }, forgetIdTokens),
  },
]
