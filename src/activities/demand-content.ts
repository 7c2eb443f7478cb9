import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Content, countAttachable, countNameable } from './store.ts'

/** Nobody names a learner who is not in the space, or attaches a file they could not reach. */
export async function demandContent(
  context: Context,
  activity: { id: string; spaceId: string },
  content: Content,
): Promise<void> {
  const learners = [...new Set(content.learnerIds ?? [])]
  if (learners.length > 0 && (await countNameable(context, learners, activity)) !== learners.length) {
    throw new Refusal('not_found')
  }
  const attached = [...content.attached, ...content.exemplarAttached].map((one) => one.mediaId)
  const files = [...new Set(attached)]
  if (files.length > 0 && (await countAttachable(context, files, activity.id)) !== files.length) {
    throw new Refusal('not_found')
  }
}
