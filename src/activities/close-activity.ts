import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertClosing, isStandingClosed, keptClosing } from './standing-store.ts'
import { activityFor } from './store.ts'

/** Closing what a co-teacher closed a moment ago leaves it closed. */
export async function closeActivity(
  context: Context,
  input: { id: string; activityId: string },
): Promise<void> {
  demand(await activityFor(context, input.activityId, 'close'))
  const kept = await keptClosing(context, input.id)
  if (kept) {
    if (kept.closedBy !== context.viewer.personId) throw new Refusal('not_found')
    if (kept.activityId !== input.activityId) throw new Refusal('id_taken')
    return
  }
  if (!(await isStandingClosed(context, input.activityId))) await insertClosing(context, input)
}
