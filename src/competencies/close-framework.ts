import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { closeFrameworkNow, reopenFrameworkNow } from './own-store.ts'
import { findFramework, mayKeepFrameworks } from './store.ts'

export async function closeFramework(
  context: Context,
  { id, closed }: { id: string; closed: boolean },
): Promise<void> {
  demand(await mayKeepFrameworks(context))
  if (!(await findFramework(context, { id }))) throw new Refusal('not_found')
  if (closed) await closeFrameworkNow(context, id)
  else await reopenFrameworkNow(context, id)
}
