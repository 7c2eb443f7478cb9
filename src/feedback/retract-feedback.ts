import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { feedbackFor, insertRetraction, keptRetraction } from './store.ts'

/** Its words leave every screen; that it was said and taken back stays, and so does what the learner answered. */
export async function retractFeedback(context: Context, input: { id: string; why: string }): Promise<void> {
  const found = await feedbackFor(context, input.id, 'retract')
  if (found?.allowed) return insertRetraction(context, input)
  const kept = await keptRetraction(context, input.id)
  if (!kept) return demand(found)
  if (kept.why !== input.why) throw new Refusal('id_taken')
}
