import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertIteration } from '../work/store.ts'
import type { AddPaperAttempt } from './contract.ts'
import { countPages, isKeptAttempt, responseForPaper } from './store.ts'

/**
 * A teacher brings paper to work that is there already: it becomes its learner's next attempt, and says who
 * brought it. What was there before stays as it is.
 */
export async function addPaperAttempt(
  context: Context,
  { id, activityId, pieceId, parts }: InputOf<typeof AddPaperAttempt>,
): Promise<void> {
  demand(await responseForPaper(context, { activityId, pieceId }))
  await demandPages(context, parts)
  const added = await insertIteration(context, { id, pieceId, parts, whatChanged: '' })
  if (added === undefined && !(await isKeptAttempt(context, { id, pieceId }))) throw new Refusal('id_taken')
}

/** Filed from what its bringer sent, never from a file of somebody else's; nobody speaks or films on paper. */
async function demandPages(context: Context, parts: InputOf<typeof AddPaperAttempt>['parts']): Promise<void> {
  const ids = [...new Set(parts.map((part) => part.mediaId))]
  if ((await countPages(context, ids)) !== ids.length) throw new Refusal('not_found')
}
