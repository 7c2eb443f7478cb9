import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct } from '../logbook/store.ts'
import type { LinkIdentity } from './contract.ts'
import { insertIdentity, lockIdentities, unmatchedFor, whetherLinked } from './identity-store.ts'

/** Who said so is kept beside it: whoever links an account to a person decides what that account opens. */
export async function confirmIdentity(
  context: Context,
  { id, personId }: InputOf<typeof LinkIdentity>,
): Promise<void> {
  const asked = await unmatchedFor(context, id)
  if (!asked) throw new Refusal('not_found')
  await lockIdentities(context, asked.providerId)
  const waiting = await unmatchedFor(context, id)
  if (!waiting) throw new Refusal('not_found')
  if (waiting.linkedTo === personId) return
  if (waiting.linkedTo !== null) throw new Refusal('linked_already')
  const standing = await whetherLinked(context, waiting.providerId, personId)
  if (standing === 'nobody') throw new Refusal('not_found')
  if (standing === 'taken') throw new Refusal('linked_already')
  const { districtId, personId: linkedBy } = context.viewer
  if (!(await insertIdentity(context, waiting, { districtId, personId, linkedBy }))) {
    throw new Refusal('linked_already')
  }
  await noteAct(context, { act: 'identity.linked', personId })
}
