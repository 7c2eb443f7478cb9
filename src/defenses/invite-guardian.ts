import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { InviteGuardian } from './contract.ts'
import { insertInvitation, isOwnGuardian } from './family-store.ts'
import { attemptFor } from './store.ts'

/** Only the learner says who of their family comes, and what of it each of them sees. */
export async function inviteGuardian(context: Context, input: InputOf<typeof InviteGuardian>): Promise<void> {
  demand(await attemptFor(context, input.id, 'invite'))
  if (!(await isOwnGuardian(context, input.guardianId))) throw new Refusal('not_found')
  await insertInvitation(context, input)
}
