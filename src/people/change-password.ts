import { createHash } from 'node:crypto'
import type { Context } from '../platform/context.ts'
import { hashPassword, passwordHolds } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { endSessions, forgetFailures, passwordHashOf, replacePassword } from './store.ts'
import { countTry } from './tries-store.ts'

/** Tries are counted outside the transaction that a wrong one takes back, and rest like those at the door. */
export async function changePassword(
  doorstep: Doorstep,
  input: { current: string; next: string },
): Promise<void> {
  const { ground, asker } = doorstep
  if (!asker) throw new Refusal('not_signed_in')
  const { accountId } = await asViewer(ground, asker, async ({ viewer }) => viewer)
  const nameHash = createHash('sha256').update(`password ${accountId}`).digest()
  await countTry(ground, nameHash)
  await asViewer(ground, asker, (context) => replaceOwnPassword(context, input))
  await forgetFailures(ground.database, nameHash)
}

/** The other sessions end, because whoever knew the old password may still hold one. */
async function replaceOwnPassword(
  { db, viewer, now }: Context,
  input: { current: string; next: string },
): Promise<void> {
  if (!(await passwordHolds(input.current, await passwordHashOf(db, viewer.accountId)))) {
    throw new Refusal('wrong_password')
  }
  await replacePassword(db, viewer.accountId, await hashPassword(input.next), now)
  await endSessions(db, viewer.accountId, now, { except: viewer.sessionId })
}
