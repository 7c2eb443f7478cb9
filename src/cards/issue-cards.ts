import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { pictureFor } from './card.ts'
import { codeOf, hashOfCode } from './make-card-code.ts'
import { handsCards, insertCard, insertPicture, learnersWithoutCard } from './store.ts'

export async function issueCards({ ground, asker }: Doorstep, { id }: { id: string }): Promise<void> {
  if (!asker) throw new Refusal('not_signed_in')
  await asViewer(ground, asker, (context) => issueCardsIn(context, id, ground.secret))
}

export async function issueCardsIn(context: Context, classId: string, secret: string): Promise<void> {
  if (!(await handsCards(context, classId))) throw new Refusal('not_found')
  const learners = await learnersWithoutCard(context, classId)
  // where the row of pictures begins follows from the card, so that the first of a class is not always the sun
  for (const [place, learnerId] of learners.entries()) {
    const id = newId()
    const first = hashOfCode(secret, classId)[0] ?? 0
    await insertCard(context, { id, classId, learnerId, codeHash: hashOfCode(secret, codeOf(secret, id)) })
    await insertPicture(context, { id: newId(), cardId: id, picture: pictureFor(first + place * 5) })
  }
}
