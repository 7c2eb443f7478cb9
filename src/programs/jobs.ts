import { givenUpAfter, waitAfter } from '../mail/message.ts'
import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { callHook } from './call-hook.ts'
import { callsWaiting, forgetOldCalls, giveUpCall } from './hook-store.ts'

/** Tried at once and a few times more; then every now and then for three days. */
export const programJobs = (ground: Ground): Job[] => [
  {
    on: 'hook.called',
    run: async (subject) => {
      if ((await callHook(ground, subject)) !== undefined) throw new Error('the call was not taken yet')
    },
  },
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'tell programs again', districtId }, async ({ db, now, tell }) => {
        await forgetOldCalls(db)
        for (const { id, tries, triedAt, happenedAt } of await callsWaiting(db)) {
          const at = now.getTime()
          if (at - happenedAt.getTime() > givenUpAfter) await giveUpCall(db, id, now)
          else if (at - (triedAt ?? happenedAt).getTime() >= waitAfter(tries)) {
            await tell('hook.called', { districtId, id })
          }
        }
      }),
  },
]
