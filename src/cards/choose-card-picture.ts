import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ChooseCardPicture } from './contract.ts'
import { cardFor, insertPicture } from './store.ts'

export async function chooseCardPicture(
  context: Context,
  { id, picture }: InputOf<typeof ChooseCardPicture>,
): Promise<void> {
  const card = await cardFor(context, id)
  if (!card || card.ended) throw new Refusal('not_found')
  if (card.picture !== picture) await insertPicture(context, { id: newId(), cardId: id, picture })
}
