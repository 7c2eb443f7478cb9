import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SuggestTag } from './contract.ts'
import {
  insertSuggestion,
  isSameSuggestion,
  markTakenBack,
  mayBePointedAt,
  suggestionFor,
  taggableFor,
} from './tag-store.ts'

/** A teacher says what a piece may have needed. It sets nothing: its learner accepts it, or it fades. */
export async function suggestTag(context: Context, input: InputOf<typeof SuggestTag>): Promise<void> {
  const piece = await taggableFor(context, input.pieceId, 'suggest')
  demand(piece)
  if (!(await mayBePointedAt(context, input.competencyId))) throw new Refusal('not_found')
  if (await insertSuggestion(context, { ...input, learnerId: piece?.learnerId ?? '' })) return
  if (!(await isSameSuggestion(context, input))) throw new Refusal('id_taken')
}

export async function withdrawSuggestion(context: Context, id: string): Promise<void> {
  demand(await suggestionFor(context, id, 'takeBack'))
  await markTakenBack(context, id)
}
