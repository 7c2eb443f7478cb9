import { demand } from '../access/may.ts'
import { endSessions, replacePassword } from '../people/store.ts'
import type { InputOf } from '../platform/contract.ts'
import { hashPassword } from '../platform/password.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { noteActOfOffice } from '../logbook/store.ts'
import { asViewer } from '../platform/transaction.ts'
import type { RenewFirstPassword } from './contract.ts'
import { passwordFor } from './make-password.ts'
import { replaceMade } from './made-store.ts'
import { passwordToRenew } from './store.ts'

/** For a learner who forgot theirs: every session ends, because nobody knows who holds one. */
export async function renewFirstPassword(
  { ground, asker }: Doorstep,
  { id, newPasswordId }: InputOf<typeof RenewFirstPassword>,
): Promise<void> {
  if (asker === undefined) throw new Refusal('not_signed_in')
  const hash = await hashPassword(passwordFor(ground.secret, newPasswordId))
  await asViewer(ground, asker, async (context) => {
    // sent again, it was done
    if ((await passwordToRenew(context, newPasswordId)) !== undefined) return
    const made = await passwordToRenew(context, id)
    if (!made) throw new Refusal('not_found')
    demand(made)
    await replaceMade(context, { oldId: id, newId: newPasswordId })
    await replacePassword(context.db, made.accountId, hash, context.now)
    await endSessions(context.db, made.accountId, context.now)
    await noteActOfOffice(context, { act: 'password.given', personId: made.personId })
  })
}
