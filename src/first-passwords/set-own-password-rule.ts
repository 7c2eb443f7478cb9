import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SetOwnPasswordRule } from './contract.ts'
import { insertRule } from './made-store.ts'
import { ruleToSet } from './store.ts'

/** From the next sign-in on; nobody who is in is sent away from what they are doing. */
export async function setOwnPasswordRule(
  context: Context,
  { id: schoolId, who }: InputOf<typeof SetOwnPasswordRule>,
): Promise<void> {
  const standing = await ruleToSet(context, schoolId)
  if (standing === undefined) throw new Refusal('not_found')
  if (standing === who) return
  await insertRule(context, { schoolId, who })
  await noteAct(context, { act: 'passwords.ruled', schoolId, said: { who, before: 'yes', was: standing } })
}
