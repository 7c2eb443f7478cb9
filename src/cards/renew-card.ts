import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { codeOf, hashOfCode } from './make-card-code.ts'
import { cardFor, insertCard, insertCardEnding, insertPicture } from './store.ts'

type Renewal = { id: string; newCardId: string }

export async function renewCard({ ground, asker }: Doorstep, input: Renewal): Promise<void> {
  if (!asker) throw new Refusal('not_signed_in')
  await asViewer(ground, asker, (context) => replaceCard(context, input, ground.secret))
}

/** The child keeps the picture they know; the old code, and every session it opened, is dead with this transaction. */
async function replaceCard(context: Context, { id, newCardId }: Renewal, secret: string): Promise<void> {
  const lost = await cardFor(context, id)
  if (!lost) throw new Refusal('not_found')
  // of two who renew at once the second waits here, and finds it done
  if (lost.ended || !(await insertCardEnding(context, id))) {
    const fresh = await cardFor(context, newCardId)
    if (fresh && fresh.learnerId === lost.learnerId && fresh.classId === lost.classId) return
    throw new Refusal('changed_elsewhere')
  }
  const codeHash = hashOfCode(secret, codeOf(secret, newCardId))
  const { classId, learnerId, picture } = lost
  if (!(await insertCard(context, { id: newCardId, classId, learnerId, codeHash })))
    throw new Refusal('id_taken')
  await insertPicture(context, { id: newId(), cardId: newCardId, picture })
}
