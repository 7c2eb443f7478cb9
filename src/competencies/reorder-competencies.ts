import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import { putInOrder } from './own-store.ts'
import { findFramework, mayKeepFrameworks } from './store.ts'

/** They share out the places they held among themselves, so whatever else is in the framework stays where it is. */
export async function reorderCompetencies(
  context: Context,
  { id, ids }: { id: string; ids: string[] },
): Promise<void> {
  demand(await mayKeepFrameworks(context))
  const framework = await findFramework(context, { id })
  if (!framework) throw new Refusal('not_found')
  if (framework.origin !== 'own') throw new Refusal('not_allowed')
  const different = [...new Set(ids)]
  if ((await putInOrder(context, id, different)) !== different.length) throw new Refusal('not_found')
  await noteAct(context, { act: 'competencies.ordered', said: { what: framework.title } })
}
