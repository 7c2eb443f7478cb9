import { pictureFor } from '../cards/card.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { IssueHomeCards } from './contract.ts'
import { insertHomeCards, learnersWithout } from './store.ts'

/** A child taps the picture they know from their class card; whoever has none gets one. */
export async function issueHomeCards(
  context: Context,
  { id: classId, learnerIds }: InputOf<typeof IssueHomeCards>,
): Promise<void> {
  const lacking = await learnersWithout(context, { classId, learnerIds })
  if (!lacking) throw new Refusal('not_found')
  const cards = lacking.map(({ learnerId, picture, place }) => ({
    id: newId(),
    learnerId,
    picture: picture ?? pictureFor(place * 5),
  }))
  if (cards.length > 0) await insertHomeCards(context, classId, cards)
}
