import { createHash } from 'node:crypto'
import { endSessionBefore, failuresOf, insertSession, noteFailure } from '../people/store.ts'
import { newId } from '../platform/new-id.ts'
import { hashOfToken, newToken } from '../platform/session-token.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { accountOfGuardian, type Behind, countPin, forgetPins, insertUse } from './door-store.ts'
import { pinHolds } from './hand-link.ts'
import { mostWrongPinsTogether, pinOf, restMinutes } from './welcome.ts'

type Entering = {
  welcomeId: string
  behind: Behind
  typed: string
  device: string
  remember: boolean
  /** of whoever is signed in on the device still */
  before: Buffer | undefined
}
export type Entered = { token: string } | { trouble: 'wrong' | 'rests' | 'later' }

/** On a shared device it is over in an hour; on one's own it goes on as long as it is used. */
const hours = { once: 1, remembered: 14 * 24 }

export async function enterPin(ground: Ground, entering: Entering): Promise<Entered> {
  const { welcomeId, behind, typed } = entering
  const together = createHash('sha256').update(`welcomes ${behind.districtId}`).digest()
  const since = new Date(ground.now().getTime() - restMinutes * 60_000)
  if ((await failuresOf(ground.database, together, since)) >= mostWrongPinsTogether)
    return { trouble: 'later' }
  const why = { reason: 'a PIN', districtId: behind.districtId }
  if (!(await asTheSystem(ground, why, ({ db }) => countPin(db, welcomeId)))) return { trouble: 'rests' }
  if (!pinHolds(ground.secret, welcomeId, pinOf(typed))) {
    await noteFailure(ground.database, together, ground.now(), since)
    return { trouble: 'wrong' }
  }
  const token = await openSession(ground, entering)
  return token === undefined ? { trouble: 'wrong' } : { token }
}

/** Undefined when the link was taken back since it was looked at. */
function openSession(
  ground: Ground,
  { welcomeId, behind, device, remember, before }: Entering,
): Promise<string | undefined> {
  const token = newToken()
  const { districtId, guardianId } = behind
  return asTheSystem(ground, { reason: 'come in by link', districtId }, async ({ db, now }) => {
    if (!(await forgetPins(db, welcomeId))) return undefined
    const accountId = await accountOfGuardian(db, behind, now)
    const id = newId()
    const lasts = (remember ? hours.remembered : hours.once) * 3_600_000
    const account = { accountId, personId: guardianId, districtId }
    const expiresAt = new Date(now.getTime() + lasts)
    await endSessionBefore(db, before, now)
    await insertSession(db, { id, account, tokenHash: hashOfToken(token), device, now, expiresAt })
    await insertUse(db, { sessionId: id, welcomeId, districtId, usedAt: now })
    return token
  })
}
