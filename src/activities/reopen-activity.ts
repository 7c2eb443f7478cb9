import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertReopening, keptClosing } from './standing-store.ts'
import { activityFor } from './store.ts'

export async function reopenActivity(context: Context, { id }: { id: string }): Promise<void> {
  const closing = await keptClosing(context, id)
  if (!closing) throw new Refusal('not_found')
  demand(await activityFor(context, closing.activityId, 'close'))
  await insertReopening(context, id)
}
