import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { WriteActivity } from './contract.ts'
import { demandContent } from './demand-content.ts'
import { insertActivity, insertRevision, isSameRevision, spaceTaught, whatStands } from './store.ts'

/** A teacher begins an activity: a draft that only those who teach there see. */
export async function writeActivity(
  context: Context,
  { id, classId, spaceId: byHand, ...content }: InputOf<typeof WriteActivity>,
): Promise<void> {
  const spaceId = await spaceTaught(context, { classId, spaceId: byHand })
  if (spaceId === undefined) throw new Refusal('not_found')
  await demandContent(context, { id, spaceId }, content)
  if (await insertActivity(context, { id, spaceId })) {
    return insertRevision(context, { activityId: id, revision: 1 }, content)
  }
  const kept = await whatStands(context, id)
  if (kept?.createdBy !== context.viewer.personId) throw new Refusal('not_found')
  const same =
    kept.spaceId === spaceId && (await isSameRevision(context, { activityId: id, revision: 1 }, content))
  if (!same) throw new Refusal('id_taken')
}
