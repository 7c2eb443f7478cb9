import { asTheSystem, type Ground } from '../platform/transaction.ts'
import type { Delivery, Senders } from './message.ts'
import { claimMessage, noteDelivery } from './store.ts'

type Sending = { districtId: string; id: string }

/**
 * Tries once, unless another process does so now, or it is night and it can wait for the morning. No transaction is
 * open while the other side thinks; after a crash in between it is sent again under the same id. Nothing that is
 * logged holds an address or a word of it.
 */
export async function sendMessage(
  ground: Ground,
  senders: Senders,
  { districtId, id }: Sending,
): Promise<Delivery['outcome'] | undefined> {
  const why = { reason: 'send a message', districtId }
  const message = await asTheSystem(ground, why, ({ db }) => claimMessage(db, id))
  if (!message) return undefined
  const send = senders[message.way]
  const delivery: Delivery = !message.to
    ? { outcome: 'never', code: 'no address' }
    : send === undefined
      ? { outcome: 'later', code: 'not set up' }
      : await send({
          ...message,
          to: message.to,
          id,
          html: message.html ?? undefined,
          endsAt: message.endsAt ?? undefined,
        })
  const now = ground.now()
  await asTheSystem(ground, why, ({ db }) => noteDelivery(db, { id, delivery, now }))
  const code = delivery.outcome === 'sent' ? undefined : delivery.code
  ground.log.info({ message: id, outcome: delivery.outcome, code }, 'a message was tried')
  return delivery.outcome
}
