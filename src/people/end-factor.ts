import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { provePassword } from './password-store.ts'
import { enterCode } from './code-store.ts'
import { endFactors } from './factor-store.ts'

/** Whoever only knows the password could not come in; nor may they open the way for the password alone. */
export async function endFactor(
  doorstep: Doorstep,
  { password, code }: { password: string; code?: string | undefined },
): Promise<void> {
  const { ground, asker } = doorstep
  if (!asker) throw new Refusal('not_signed_in')
  const viewer = await provePassword(doorstep, password)
  await enterCode(ground, viewer, code)
  await asViewer(ground, asker, ({ db, now }) => endFactors(db, viewer.accountId, now))
}
