import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertDeletion, keptDeletion } from './standing-store.ts'
import { activityFor } from './store.ts'

/** Waits 30 days. What learners made of it is theirs and is not touched. */
export async function deleteActivity(
  context: Context,
  input: { id: string; activityId: string },
): Promise<void> {
  const kept = await keptDeletion(context, input.id)
  if (kept?.deletedBy === context.viewer.personId) {
    if (kept.activityId !== input.activityId) throw new Refusal('id_taken')
    return
  }
  demand(await activityFor(context, input.activityId, 'remove'))
  if (kept) throw new Refusal('not_found')
  await insertDeletion(context, input)
}
