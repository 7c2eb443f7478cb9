import { createHash } from 'node:crypto'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { hashOfToken, newToken } from '../platform/session-token.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { passwordHolds } from '../platform/password.ts'
import {
  accountNamed,
  failuresOf,
  type FoundAccount,
  forgetFailures,
  insertSession,
  noteFailure,
} from './store.ts'

/** After this many wrong passwords in a row the name rests for a while, whether it exists or not. */
const mostFailures = 8
const restMinutes = 10
const sessionDays = 14

export async function signIn(
  doorstep: Doorstep,
  input: { username: string; password: string },
): Promise<void> {
  const { ground } = doorstep
  const username = input.username.trim().toLowerCase()
  const nameHash = createHash('sha256').update(`name ${username}`).digest()
  await countTry(ground, nameHash)
  const account = await accountNamed(ground.database, username)
  if (!(await passwordHolds(input.password, account?.passwordHash)) || !account) {
    throw new Refusal('wrong_sign_in')
  }
  await forgetFailures(ground.database, nameHash)
  await openSession(doorstep, account, ground.now())
}

/**
 * Counts a try before the password is looked at, so that guesses sent all at once are counted too. While a
 * name rests, further tries do not lengthen the rest: nobody can be kept out by another's guessing for long.
 */
export async function countTry(ground: Ground, nameHash: Buffer): Promise<void> {
  const now = ground.now()
  const since = new Date(now.getTime() - restMinutes * 60_000)
  const resting = (await failuresOf(ground.database, nameHash, since)) >= mostFailures
  if (resting || (await noteFailure(ground.database, nameHash, now, since)) > mostFailures) {
    throw new Refusal('too_many_tries', { minutes: restMinutes })
  }
}

async function openSession(doorstep: Doorstep, account: FoundAccount, now: Date): Promise<void> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + sessionDays * 24 * 3_600_000)
  const session = {
    id: newId(),
    account,
    tokenHash: hashOfToken(token),
    device: doorstep.device,
    now,
    expiresAt,
  }
  await asTheSystem(doorstep.ground, { reason: 'sign in', districtId: account.districtId }, ({ db }) =>
    insertSession(db, session),
  )
  doorstep.setToken(token)
}
