import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { feedbackFor, replaceFeedback } from './store.ts'

export async function reviseFeedback(
  context: Context,
  input: { id: string; revision: number; body: string },
): Promise<void> {
  demand(await feedbackFor(context, input.id, 'revise'))
  if (await replaceFeedback(context, input)) return
  const kept = await feedbackFor(context, input.id, 'revise')
  if (kept?.revision !== input.revision || kept.body !== input.body) throw new Refusal('changed_elsewhere')
}
