import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { archivingCalled, endArchiving, insertArchiving, spaceFor } from './space-store.ts'

/** Over for everybody in it; what its learners showed there stays theirs. */
export async function archiveSpace(
  context: Context,
  { id, spaceId }: { id: string; spaceId: string },
): Promise<void> {
  demand(await spaceFor(context, spaceId, 'keep'))
  const before = await archivingCalled(context, id)
  if (before && before.spaceId !== spaceId) throw new Refusal('id_taken')
  if (!before) await insertArchiving(context, id, spaceId)
}

export async function reopenSpace(context: Context, { id }: { id: string }): Promise<void> {
  const archiving = await archivingCalled(context, id)
  demand(archiving && (await spaceFor(context, archiving.spaceId, 'keep')))
  await endArchiving(context, id)
}
