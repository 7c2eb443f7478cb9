import { createHash } from 'node:crypto'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { useAssertion } from '../providers/identity-store.ts'
import { freshMs } from './logout-token.ts'
import { endSessionsFrom } from './store.ts'

type Left = { message: string; nameId: string | undefined; visits: readonly string[] }

/** It counts once: what is brought again is refused, whoever brings it. */
export async function endVisits(
  ground: Ground,
  { providerId, districtId }: { providerId: string; districtId: string },
  { message, nameId, visits }: Left,
): Promise<void> {
  const idHash = createHash('sha256').update(message).digest()
  const runsOutAt = new Date(ground.now().getTime() + 2 * freshMs)
  await asTheSystem(ground, { reason: 'signed out at a provider', districtId }, async (context) => {
    if (!(await useAssertion(context, { id: newId(), districtId, providerId, idHash, runsOutAt })))
      throw new Refusal('provider_refused')
    await endSessionsFrom(context, { providerId, nameId }, visits)
  })
}
