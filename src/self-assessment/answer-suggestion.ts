import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AnswerSuggestion } from './contract.ts'
import { placeTag } from './tag-piece.ts'
import { insertAnswer, suggestionFor } from './tag-store.ts'

/** Only the learner answers. Accepting tags the piece in the learner's own name; leaving it says nothing to anybody. */
export async function answerSuggestion(
  context: Context,
  input: InputOf<typeof AnswerSuggestion>,
): Promise<void> {
  const suggestion = await suggestionFor(context, input.id, 'answer')
  demand(suggestion)
  const { pieceId = '', competencyId = '' } = suggestion ?? {}
  if ((await insertAnswer(context, input.id, input.answer)) !== input.answer)
    throw new Refusal('changed_elsewhere')
  if (input.answer === 'accepted') await placeTag(context, { id: input.tagId, pieceId, competencyId })
}
