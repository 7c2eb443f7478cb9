import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import { closeFrameworkNow, reopenFrameworkNow } from './own-store.ts'
import { findFramework, mayKeepFrameworks } from './store.ts'

export async function closeFramework(
  context: Context,
  { id, closed }: { id: string; closed: boolean },
): Promise<void> {
  demand(await mayKeepFrameworks(context))
  const framework = await findFramework(context, { id })
  if (!framework) throw new Refusal('not_found')
  if (closed) await closeFrameworkNow(context, id)
  else await reopenFrameworkNow(context, id)
  const act = closed ? 'framework.closed' : 'framework.reopened'
  await noteAct(context, { act, said: { what: framework.title } })
}
