import type { Senders } from '../mail/message.ts'
import { insertMessage } from '../mail/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { isLocale, type Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import type { MakeWelcomes } from './contract.ts'
import { insertWelcome, knownWelcomes, lockWelcomes, openWelcomesOf, withdrawWelcomes } from './door-store.ts'
import { pathTo } from './hand-link.ts'
import { guardiansToInvite, type Invited } from './store.ts'
import { welcomeDays } from './welcome.ts'

type Asked = InputOf<typeof MakeWelcomes>
export type WelcomeSetting = { senders: Senders; origin: string }

export function makeWelcomes(
  { ground, asker }: Doorstep,
  input: Asked,
  setting: WelcomeSetting,
): Promise<OutputOf<typeof MakeWelcomes>> {
  if (!asker) throw new Refusal('not_signed_in')
  return asViewer(ground, asker, (context) => make(context, input, { ...setting, secret: ground.secret }))
}

/** An earlier link of theirs ends with this, so that a letter that was lost is worth nothing. */
async function make(context: Context, input: Asked, setting: WelcomeSetting & { secret: string }) {
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
  if (fresh.length === 0) return { mailed: 0 }
  const earlier = await openWelcomesOf(
    context,
    fresh.map(({ guardianId }) => guardianId),
  )
  await withdrawWelcomes(
    context,
    earlier.map(({ id }) => id),
  )
  const endsAt = new Date(context.now.getTime() + welcomeDays * 24 * 3_600_000)
  let mailed = 0
  for (const { id, guardianId } of fresh) {
    const guardian = guardians.find((one) => one.id === guardianId)
    const goesByMail = input.byMail && !!guardian?.email && setting.senders.mail !== undefined
    if (!(await insertWelcome(context, { id, guardianId, endsAt, mailed: goesByMail })))
      throw new Refusal('id_taken')
    if (!goesByMail || !guardian) continue
    await mailWelcome(context, guardian, setting.origin + pathTo(setting.secret, id))
    mailed += 1
  }
  await noteActOfOffice(context, { act: 'welcomes.made', classId: input.id, said: { count: fresh.length } })
  return { mailed }
}

async function demandGuardians(context: Context, { id, welcomes }: Asked): Promise<Invited[]> {
  const ids = [...new Set(welcomes.map(({ guardianId }) => guardianId))]
  const guardians = await guardiansToInvite(context, id, ids)
  if (!guardians || guardians.length !== ids.length || ids.length !== welcomes.length)
    throw new Refusal('not_found')
  if (!guardians.every((one) => one.comesByLink)) throw new Refusal('not_allowed')
  return guardians
}

/** The link and whose family it is; the PIN travels in another way. */
async function mailWelcome({ db, viewer, now, tell }: Context, guardian: Invited, link: string) {
  const locale: Locale = isLocale(guardian.locale) ? guardian.locale : 'en'
  const names = new Intl.ListFormat(`${locale}-CA`).format(guardian.children)
  const id = newId()
  const { districtId } = viewer
  const subject = sayIn(locale, 'welcomes.mail-subject')
  const body = sayIn(locale, 'welcomes.mail-body', { names, link, days: welcomeDays })
  await insertMessage(db, { id, districtId, personId: guardian.id, way: 'mail', subject, body }, now)
  await tell('message.queued', { districtId, id })
}
