import { createHash } from 'node:crypto'
import type { Context } from '../platform/context.ts'
import { hashPassword, passwordHolds } from '../platform/password.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { asksPasswordHere, keepOwnPassword } from './own-password-store.ts'
import { endSessions, forgetFailures, passwordHashOf } from './store.ts'
import { countTry } from './tries-store.ts'

type Typed = { current?: string | undefined; next: string }

const reach = { whileChoosing: true }

/** Tries are counted outside the transaction that a wrong one takes back, and rest like those at the door. */
export async function changePassword(doorstep: Doorstep, input: Typed): Promise<void> {
  const { ground, asker } = doorstep
  if (!asker) throw new Refusal('not_signed_in')
  const { accountId } = await asViewer(ground, asker, async ({ viewer }) => viewer, reach)
  const nameHash = createHash('sha256').update(`password ${accountId}`).digest()
  await countTry(ground, nameHash)
  await asViewer(ground, asker, (context) => replaceOwnPassword(context, input), reach)
  await forgetFailures(ground.database, nameHash)
}

/** The other sessions end, because whoever knew the old password may still hold one. */
async function replaceOwnPassword({ db, viewer, now }: Context, { current, next }: Typed): Promise<void> {
  const hash = await passwordHashOf(db, viewer.accountId)
  // whoever has to choose one came in with the current one, and has been nowhere since
  const known = current === undefined && (await asksPasswordHere(db, viewer.sessionId))
  if (!known && !(await passwordHolds(current ?? '', hash))) throw new Refusal('wrong_password')
  if (known && (await passwordHolds(next, hash))) throw new InvalidInput({ next: 'same' })
  await keepOwnPassword(db, viewer.accountId, await hashPassword(next), now)
  await endSessions(db, viewer.accountId, now, { except: viewer.sessionId })
}
