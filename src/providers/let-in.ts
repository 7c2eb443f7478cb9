import { accountOf } from '../people/account-store.ts'
import { openSession } from '../people/session-store.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asTheSystem, type SystemContext } from '../platform/transaction.ts'
import {
  insertIdentity,
  lockIdentities,
  noteUnmatched,
  personCalled,
  personOf,
  noteSession,
  type Someone,
} from './identity-store.ts'
import type { SessionThere } from './assertion.ts'
import { type Claims, saidIn } from './provider.ts'
import type { StandingProvider } from './store.ts'

type Came = {
  provider: StandingProvider
  claims: Claims
  someone: Someone
  districtId: string
  /** by what the provider will know this session again */
  session: SessionThere
}

/** Opens a session for whoever a provider has vouched for; who is nobody here yet waits to be linked. */
export async function letIn(
  doorstep: Doorstep,
  came: Came,
  first: (context: SystemContext) => Promise<void> = async () => {},
): Promise<void> {
  const { districtId } = came
  const why = { reason: 'sign in from a provider', districtId }
  const account = await asTheSystem(doorstep.ground, why, async (context) => {
    await first(context)
    return accountFor(context, came)
  })
  if (!account) throw new Refusal('waiting_to_be_linked')
  const { session, someone } = came
  const { providerId } = someone
  await openSession(
    doorstep,
    { ...account, districtId },
    {
      providerId,
      alongside: (context, id) => noteSession(context, { ...session, providerId, districtId, id }),
    },
  )
}

async function accountFor(context: SystemContext, { provider, claims, someone, districtId }: Came) {
  const identifier = saidIn(claims, provider.claim)
  let personId = await personOf(context, someone)
  if (personId === undefined) {
    await lockIdentities(context, provider.id)
    personId = await personOf(context, someone)
  }
  if (personId === undefined && provider.identifier !== null && identifier !== '') {
    personId = await personCalled(context, provider.id, provider.identifier, identifier)
    if (personId !== undefined) {
      await insertIdentity(context, someone, { districtId, personId, linkedBy: null })
    }
  }
  if (personId === undefined) {
    const name = saidIn(claims, 'name') || saidIn(claims, 'email')
    await noteUnmatched(context, someone, { districtId, name, identifier })
    return undefined
  }
  return { personId, accountId: await accountOf(context.db, { personId, districtId }, context.now) }
}
