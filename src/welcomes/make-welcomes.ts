import type { MessageWay, Senders } from '../mail/message.ts'
import { insertMessage } from '../mail/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { MakeWelcomes } from './contract.ts'
import { insertWelcome, knownWelcomes, lockWelcomes, openWelcomesOf, withdrawWelcomes } from './door-store.ts'
import { guardiansToInvite, type Invited } from './store.ts'
import { welcomeDays } from './welcome.ts'

type Asked = InputOf<typeof MakeWelcomes>
export type WelcomeSetting = { senders: Senders; origin: string }

export function makeWelcomes(
  { ground, asker }: Doorstep,
  input: Asked,
  { senders }: WelcomeSetting,
): Promise<OutputOf<typeof MakeWelcomes>> {
  if (!asker) throw new Refusal('not_signed_in')
  return asViewer(ground, asker, (context) => make(context, input, senders))
}

/** An earlier link of theirs ends with this, so that a letter that was lost is worth nothing. */
async function make(context: Context, input: Asked, senders: Senders) {
  const guardians = await demandGuardians(context, input)
  await lockWelcomes(context)
  const known = await knownWelcomes(
    context,
    input.welcomes.map(({ id }) => id),
  )
  for (const { id, guardianId } of input.welcomes) {
    const kept = known.find((one) => one.id === id)
    if (kept && (kept.guardianId !== guardianId || kept.madeBy !== context.viewer.personId))
      throw new Refusal('id_taken')
  }
  const fresh = input.welcomes.filter(({ id }) => !known.some((one) => one.id === id))
  if (fresh.length === 0) return { mailed: 0, texted: 0 }
  const earlier = await openWelcomesOf(
    context,
    fresh.map(({ guardianId }) => guardianId),
  )
  await withdrawWelcomes(
    context,
    earlier.map(({ id }) => id),
  )
  const endsAt = new Date(context.now.getTime() + welcomeDays * 24 * 3_600_000)
  const sent = { mail: 0, text: 0 }
  for (const { id, guardianId } of fresh) {
    if (!(await insertWelcome(context, { id, guardianId, endsAt }))) throw new Refusal('id_taken')
    const guardian = guardians.find((one) => one.id === guardianId)
    const way = guardian && wayTo(guardian, input, senders)
    if (!way) continue
    await sendWelcome(context, { id, guardianId, way })
    sent[way] += 1
  }
  await noteActOfOffice(context, { act: 'welcomes.made', classId: input.id, said: { count: fresh.length } })
  return { mailed: sent.mail, texted: sent.text }
}

async function demandGuardians(context: Context, { id, welcomes }: Asked): Promise<Invited[]> {
  const ids = [...new Set(welcomes.map(({ guardianId }) => guardianId))]
  const guardians = await guardiansToInvite(context, id, ids)
  if (!guardians || guardians.length !== ids.length || ids.length !== welcomes.length)
    throw new Refusal('not_found')
  if (!guardians.every((one) => one.comesByLink)) throw new Refusal('not_allowed')
  return guardians
}

/** The link travels in one message; the PIN in another way, and never by one of ours. */
async function sendWelcome({ db, viewer, now, tell }: Context, { id, guardianId, way }: Sending) {
  const messageId = newId()
  const { districtId } = viewer
  // a text at night is worse than one in the morning
  const message = { id: messageId, districtId, personId: guardianId, way, byDay: way === 'text' }
  await insertMessage(db, { ...message, about: 'welcome', aboutId: id }, now)
  await tell('message.queued', { districtId, id: messageId })
}

type Sending = { id: string; guardianId: string; way: MessageWay }

/** By mail before a text, where both are asked for and both are known. */
function wayTo(
  { email, phone }: Invited,
  { byMail, byText }: Asked,
  senders: Senders,
): MessageWay | undefined {
  if (byMail && email !== null && senders.mail) return 'mail'
  return byText && phone !== null && senders.text ? 'text' : undefined
}
