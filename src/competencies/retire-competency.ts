import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import { findCompetency, markRetired } from './own-store.ts'
import { mayKeepFrameworks } from './store.ts'

export async function retireCompetency(
  context: Context,
  { id, retired }: { id: string; retired: boolean },
): Promise<void> {
  demand(await mayKeepFrameworks(context))
  const kept = await findCompetency(context, id)
  if (!kept) throw new Refusal('not_found')
  if (kept.origin !== 'own') throw new Refusal('not_allowed')
  await markRetired(context, id, retired)
  const act = retired ? 'competency.retired' : 'competency.restored'
  await noteAct(context, { act, said: { what: kept.statement.slice(0, 120) } })
}
