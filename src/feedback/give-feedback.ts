import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { iterationFor } from '../work/store.ts'
import { feedbackFor, insertFeedback } from './store.ts'

export async function giveFeedback(
  context: Context,
  input: { id: string; iterationId: string; body: string },
): Promise<void> {
  demand(await iterationFor(context, input.iterationId, 'giveFeedback'))
  if (await insertFeedback(context, input)) return
  const kept = await feedbackFor(context, input.id, 'revise')
  if (kept?.givenBy !== context.viewer.personId) throw new Refusal('not_found')
  const same = kept.iterationId === input.iterationId && (kept.revision > 1 || kept.body === input.body)
  if (!same) throw new Refusal('id_taken')
}
