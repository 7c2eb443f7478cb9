import { hashPassword } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { accountNamed, endSessions, replacePassword } from './store.ts'

/** For somebody who forgot theirs: every session ends, because nobody knows who holds one. */
export async function resetPassword(
  ground: Ground,
  { username, password }: { username: string; password: string },
): Promise<void> {
  const account = await accountNamed(ground.database, username.toLowerCase())
  if (!account) throw new Refusal('not_found')
  const hash = await hashPassword(password)
  const why = { reason: 'reset a password', districtId: account.districtId }
  await asTheSystem(ground, why, async ({ db, now }) => {
    await replacePassword(db, account.accountId, hash, now)
    await endSessions(db, account.accountId, now)
  })
}
