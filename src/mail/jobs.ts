import type { Job } from '../platform/jobs.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { givenUpAfter, waitAfter } from './message.ts'
import { type Post, sendMessage } from './send-message.ts'
import { noteDelivery, waitingLong } from './store.ts'

/** Tried at once and a few times more; then every now and then for three days. */
export const mailJobs = (ground: Ground, post: Post): Job[] => [
  {
    on: 'message.queued',
    // on Friday at four there are thousands, and the queue hands each worker one in five seconds
    atOnce: 8,
    run: async (subject) => {
      const outcome = await sendMessage(ground, post, subject)
      if (outcome === 'later') throw new Error('the message was not taken yet')
    },
  },
  {
    on: 'night.fell',
    run: ({ districtId }) =>
      asTheSystem(ground, { reason: 'try messages again', districtId }, async ({ db, now, tell }) => {
        for (const { id, tries, triedAt, queuedAt } of await waitingLong(db)) {
          const at = now.getTime()
          if (at - queuedAt.getTime() > givenUpAfter) {
            await noteDelivery(db, { id, delivery: { outcome: 'never', code: 'too late' }, now })
          } else if (at - (triedAt ?? queuedAt).getTime() >= waitAfter(tries)) {
            await tell('message.queued', { districtId, id })
          }
        }
      }),
  },
]
