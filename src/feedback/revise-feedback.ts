import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { saysSomething } from './feedback.ts'
import { feedbackFor, replaceFeedback } from './store.ts'

export async function reviseFeedback(
  context: Context,
  input: { id: string; revision: number; body: string },
): Promise<void> {
  const found = await feedbackFor(context, input.id, 'revise')
  demand(found)
  if (!saysSomething({ body: input.body, mediaId: found?.mediaId }))
    throw new InvalidInput({ body: 'required' })
  if (await replaceFeedback(context, input)) return
  const kept = await feedbackFor(context, input.id, 'revise')
  if (kept?.revision !== input.revision || kept.body !== input.body) throw new Refusal('changed_elsewhere')
}
