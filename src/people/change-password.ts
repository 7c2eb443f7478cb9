import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashPassword, passwordHolds } from '../platform/password.ts'
import { endSessions, passwordHashOf, replacePassword } from './store.ts'

/** The other sessions end, because whoever knew the old password may still hold one. */
export async function changePassword(
  context: Context,
  input: { current: string; next: string },
): Promise<void> {
  const { db, viewer, now } = context
  if (!(await passwordHolds(input.current, await passwordHashOf(db, viewer.accountId))))
    throw new Refusal('wrong_password')
  await replacePassword(db, viewer.accountId, await hashPassword(input.next), now)
  await endSessions(db, viewer.accountId, now, { except: viewer.sessionId })
}
