import { createHash } from 'node:crypto'
import { forgetFailures } from '../people/store.ts'
import { countTry } from '../people/tries-store.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashOfToken, newToken } from '../platform/session-token.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { insertVisit, openCard, type Visit } from './door-store.ts'
import { mostPictures, visitHours } from './home-card.ts'

export type Entered = { token: string } | { trouble: 'wrong' | 'rests' | 'closed' }

/** Counted before the picture is looked at, so that guesses sent all at once are counted too. */
export async function enterPicture(ground: Ground, visit: Visit, picture: unknown): Promise<Entered> {
  const tries = createHash('sha256').update(`home card ${visit.cardId}`).digest()
  try {
    await countTry(ground, tries, mostPictures)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too_many_tries') return { trouble: 'rests' }
    throw error
  }
  const token = newToken()
  const why = { reason: 'a card at home', districtId: visit.districtId }
  const entered = await asTheSystem(ground, why, async ({ db, now }): Promise<Entered> => {
    const card = await openCard(db, visit.cardId)
    if (!card) return { trouble: 'closed' }
    if (card.picture !== picture) return { trouble: 'wrong' }
    const endsAt = new Date(now.getTime() + visitHours * 3_600_000)
    await insertVisit(db, { ...visit, id: newId(), tokenHash: hashOfToken(token), openedAt: now, endsAt })
    return { token }
  })
  if ('token' in entered) await forgetFailures(ground.database, tries)
  return entered
}
