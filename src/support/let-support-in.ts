import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { LetSupportIn } from './contract.ts'
import { insertGrant, whomToLetIn } from './store.ts'

export async function letSupportIn(context: Context, input: InputOf<typeof LetSupportIn>): Promise<void> {
  const { id, personId, reason, hours } = input
  if (!(await whomToLetIn(context, personId))) throw new Refusal('not_found')
  const endsAt = new Date(context.now.getTime() + hours * 3_600_000)
  if (!(await insertGrant(context, { id, personId, reason, endsAt }))) return
  await noteAct(context, { act: 'support.let-in', personId, said: { hours, reason } })
}
