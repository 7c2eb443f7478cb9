import { createHash } from 'node:crypto'
import { passwordHolds } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { forgetFailures, passwordHashOf } from './store.ts'
import { countTry } from './tries-store.ts'

/** Tries are counted with those of every other place that asks somebody signed in for their password. */
export async function provePassword(
  { ground, asker }: Pick<Doorstep, 'ground' | 'asker'>,
  password: string,
): Promise<{ accountId: string; districtId: string }> {
  if (!asker) throw new Refusal('not_signed_in')
  const { viewer, hash } = await asViewer(ground, asker, async ({ db, viewer: one }) => ({
    viewer: one,
    hash: await passwordHashOf(db, one.accountId),
  }))
  await countPassword(ground, viewer.accountId, () => passwordHolds(password, hash))
  return viewer
}

async function countPassword(
  ground: Ground,
  accountId: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  const nameHash = createHash('sha256').update(`password ${accountId}`).digest()
  await countTry(ground, nameHash)
  if (!(await holds())) throw new Refusal('wrong_password')
  await forgetFailures(ground.database, nameHash)
}
