import { demand } from '../access/may.ts'
import { activityFor, spaceTaught } from '../activities/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PrintPapers } from './contract.ts'
import { insertPapers } from './store.ts'

/** Every sheet printed is known before it leaves the printer; printing twice makes no second code. */
export async function printPapers(
  context: Context,
  { id, activityId }: InputOf<typeof PrintPapers>,
): Promise<void> {
  const spaceId = await spaceTaught(context, { classId: id, spaceId: id })
  if (spaceId === undefined) throw new Refusal('not_found')
  if (activityId !== null) {
    const activity = await activityFor(context, activityId, 'seeResponses')
    if (activity && activity.spaceId !== spaceId) throw new Refusal('not_found')
    demand(activity)
  }
  await insertPapers(context, { spaceId, activityId })
}
