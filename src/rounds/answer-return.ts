import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertReturnAnswer, keptReturnAnswer, returnFor } from './return-store.ts'

/** The work is its learner's: they may say that it is finished, and why. */
export async function answerReturn(context: Context, input: { id: string; why: string }): Promise<void> {
  const found = await returnFor(context, input.id, 'answer')
  if (found?.allowed) return insertReturnAnswer(context, input)
  const kept = await keptReturnAnswer(context, input.id)
  if (!kept) return demand(found)
  if (kept.why !== input.why) throw new Refusal('id_taken')
}
