import { endSecondSteps } from '../people/factor-store.ts'
import { endSessions } from '../people/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import type { HelpWithSecondStep } from './contract.ts'
import { helpEnds } from './second-step.ts'
import { insertHelp, whomToHelp } from './store.ts'

/**
 * Whoever lost a phone may have lost it to somebody: every session ends with it. Nobody helps themselves, because a
 * page that was left open would then do. Sent twice it helps once: the second time they may have set up another.
 */
export async function helpWithStep(
  context: Context,
  { id, personId }: InputOf<typeof HelpWithSecondStep>,
): Promise<void> {
  const whom = await whomToHelp(context, personId)
  if (!whom) throw new Refusal('not_found')
  if (whom.isMe || whom.accountId === null) throw new Refusal('not_allowed')
  if (!(await insertHelp(context, { id, personId, lastsUntil: helpEnds(context.now) }))) return
  await endSecondSteps(context.db, whom.accountId, context.now)
  await endSessions(context.db, whom.accountId, context.now)
  await noteAct(context, { act: 'password.factor-ended', personId })
}
