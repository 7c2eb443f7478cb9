import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { countUsableMedia, insertIteration } from '../work/store.ts'
import type { AddPaperAttempt } from './contract.ts'
import { isKeptAttempt, responseForPaper } from './store.ts'

/**
 * A teacher brings paper to work that is there already: it becomes its learner's next attempt, and says who
 * brought it. What was there before stays as it is.
 */
export async function addPaperAttempt(
  context: Context,
  { id, activityId, pieceId, parts }: InputOf<typeof AddPaperAttempt>,
): Promise<void> {
  demand(await responseForPaper(context, { activityId, pieceId }))
  await demandOwnMedia(context, parts)
  const added = await insertIteration(context, { id, pieceId, parts, whatChanged: '' })
  if (added === undefined && !(await isKeptAttempt(context, { id, pieceId }))) throw new Refusal('id_taken')
}

/** Filed from what its bringer sent, never from a file of somebody else's. */
async function demandOwnMedia(
  context: Context,
  parts: InputOf<typeof AddPaperAttempt>['parts'],
): Promise<void> {
  const ids = [...new Set(parts.flatMap((part) => (part.kind === 'media' ? [part.mediaId] : [])))]
  if (ids.length === 0) return
  if ((await countUsableMedia(context, ids, context.viewer.personId)) !== ids.length)
    throw new Refusal('not_found')
}
