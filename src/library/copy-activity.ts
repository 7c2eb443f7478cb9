import { spaceTaught, insertActivity } from '../activities/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CopyActivity } from './contract.ts'
import { copyContent, insertOrigin, isCopyOf, revisionToCopy } from './copy-store.ts'

/**
 * A draft of one's own, as it stood in the library: without the days and the learners it was meant for, with
 * a note of where it came from. Later edits of either never touch the other.
 */
export async function copyActivity(context: Context, input: InputOf<typeof CopyActivity>): Promise<void> {
  const spaceId = await spaceTaught(context, input)
  if (spaceId === undefined) throw new Refusal('not_found')
  const from = await revisionToCopy(context, input)
  if (!from) throw new Refusal('not_found')
  if (!(await insertActivity(context, { id: input.id, spaceId }))) {
    if (await isCopyOf(context, { id: input.id, from: from.activityId })) return
    throw new Refusal('not_found')
  }
  await copyContent(context, input.id, from)
  await insertOrigin(context, input.id, from)
}
