import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { endGrant } from './store.ts'

/** At once: the next thing support asks for, it does not find. */
export async function endSupport(context: Context, id: string): Promise<void> {
  const grant = await endGrant(context, id)
  if (!grant) throw new Refusal('not_found')
  if (grant.fresh) await noteAct(context, { act: 'support.ended', personId: grant.personId })
}
