import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { type Delivery, noLongerSo, type Outgoing, type Senders, type Told } from './message.ts'
import { claimMessage, noteDelivery, type Waiting, type Writers } from './store.ts'

type Sending = { districtId: string; id: string }
export type Post = { senders: Senders; writers: Writers }

/**
 * Tries once, unless another process does so now, or it is night and it can wait for the morning. What it says is
 * written now, when it leaves. No transaction is open while the other side thinks; after a crash in between it is
 * sent again under the same id. Nothing that is logged holds an address or a word of it.
 */
export async function sendMessage(
  ground: Ground,
  { senders, writers }: Post,
  { districtId, id }: Sending,
): Promise<Delivery['outcome'] | undefined> {
  const why = { reason: 'send a message', districtId }
  const message = await asTheSystem(ground, why, async (context) => {
    const claimed = await claimMessage(context.db, id)
    if (!claimed) return undefined
    const told = claimed.about === null ? toldBy(claimed) : await writers[claimed.about](context, claimed)
    return { way: claimed.way, to: claimed.to, told }
  })
  if (!message) return undefined
  const { way, to, told } = message
  const delivery: Delivery = !told
    ? { outcome: 'never', code: noLongerSo }
    : !to
      ? { outcome: 'never', code: 'no address' }
      : await deliver(senders[way], { ...told, to, id })
  const now = ground.now()
  await asTheSystem(ground, why, ({ db }) => noteDelivery(db, { id, delivery, now }))
  const code = delivery.outcome === 'sent' ? undefined : delivery.code
  ground.log.info({ message: id, outcome: delivery.outcome, code }, 'a message was tried')
  return delivery.outcome
}

const toldBy = ({ subject, body, html, endsAt }: Waiting): Told => ({
  subject,
  body,
  html: html ?? undefined,
  endsAt: endsAt ?? undefined,
})

const deliver = async (send: Senders['mail'], message: Outgoing): Promise<Delivery> =>
  send === undefined ? { outcome: 'later', code: 'not set up' } : send(message)
