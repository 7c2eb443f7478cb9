import { createHash } from 'node:crypto'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { hashOfToken, newToken } from '../platform/session-token.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { passwordHolds } from '../platform/password.ts'
import { accountNamed, type FoundAccount, forgetFailures, insertSession } from './store.ts'
import { countTry } from './tries-store.ts'

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
