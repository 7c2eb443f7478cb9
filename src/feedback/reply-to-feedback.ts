import { demand } from '../access/may.ts'
import { broughtMedia } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReplyToFeedback } from './contract.ts'
import { insertReply, isIterationOf, keptReply } from './reply-store.ts'
import { feedbackFor } from './store.ts'

/** Only the learner answers. An attempt that takes the feedback up must be one of the same piece. */
export async function replyToFeedback(
  context: Context,
  input: InputOf<typeof ReplyToFeedback>,
): Promise<void> {
  const feedback = await feedbackFor(context, input.feedbackId, 'reply')
  demand(feedback)
  const { mediaId, iterationId } = input
  if (iterationId !== undefined && !(await isIterationOf(context, iterationId, feedback?.pieceId ?? '')))
    throw new Refusal('not_found')
  if (mediaId !== undefined && !(await broughtMedia(context, mediaId))) throw new Refusal('not_found')
  if (await insertReply(context, input)) return
  const kept = await keptReply(context, input.id)
  if (kept?.repliedBy !== context.viewer.personId) throw new Refusal('not_found')
  const same =
    kept.feedbackId === input.feedbackId &&
    kept.kind === input.kind &&
    kept.why === input.why &&
    kept.mediaId === (mediaId ?? null)
  if (!same) throw new Refusal('id_taken')
}
