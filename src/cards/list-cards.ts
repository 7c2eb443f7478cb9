import type { OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { codeOf } from './make-card-code.ts'
import type { ListCards } from './contract.ts'
import { readCards } from './store.ts'

/** Outside the usual way in, because codes need the secret; and no device keeps the answer for later. */
export async function listCards(
  { ground, asker }: Doorstep,
  { id }: { id: string },
): Promise<OutputOf<typeof ListCards>> {
  if (!asker) throw new Refusal('not_signed_in')
  const read = await asViewer(ground, asker, (context) => readCards(context, id))
  const learners = read.learners.map(({ card, ...learner }) => ({
    ...learner,
    card: card && { ...card, code: codeOf(ground.secret, card.id) },
  }))
  return { ...read, learners }
}
