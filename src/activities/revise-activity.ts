import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReviseActivity } from './contract.ts'
import { demandContent } from './demand-content.ts'
import { activityFor, advanceRevision, insertRevision, isSameRevision } from './store.ts'

/** Co-teachers edit too: what was before is kept, and an edit against an older state is refused, not merged. */
export async function reviseActivity(
  context: Context,
  { id, revision, ...content }: InputOf<typeof ReviseActivity>,
): Promise<void> {
  const activity = await activityFor(context, id, 'revise')
  demand(activity)
  await demandContent(context, { id, spaceId: activity?.spaceId ?? '' }, content)
  const at = { activityId: id, revision }
  if (await advanceRevision(context, id, revision)) return insertRevision(context, at, content)
  if (!(await isSameRevision(context, at, content))) throw new Refusal('changed_elsewhere')
}
