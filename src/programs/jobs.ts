import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { forgetOldCalls } from './hook-store.ts'
import { forgetEarlierChanges } from './reading-store.ts'
import { restHooks, tellWaiting } from './resting-store.ts'
import { tellHook } from './tell-hook.ts'

/** Tried at once and a few times more; then every now and then for three days; then the office lets it go on. */
export const programJobs = (ground: Ground): Job[] => [
  {
    on: 'hook.called',
    // the first of a hook tells all that waits for it; four hooks are told at once, so that a slow one holds up few
    together: 100,
    atOnce: 4,
    run: async (subject) => {
      if (await tellHook(ground, subject)) throw new Error('the call was not taken yet')
    },
  },
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'tell programs again', districtId }, async (context) => {
        await forgetOldCalls(context.db)
        await forgetEarlierChanges(context.db)
        await restHooks(context)
        await tellWaiting({ ...context, districtId })
      }),
  },
]
