import { openWayOut } from '../people/carry-way-out.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import type { Directory } from '../providers/ask-provider.ts'
import { findProvider } from '../providers/begin-trip.ts'
import { sealTrip, tripSeconds } from '../providers/carry-trip.ts'
import { leaveByOpenid } from './leave-by-openid.ts'
import { leaveBySaml } from './leave-by-saml.ts'
import { sessionLeft } from './store.ts'

type Leaving = { providerId: string; origin: string; ticket: unknown }

/** The name of the provider that a person, gone from here already, may leave as well. */
export async function providerLeft(ground: Ground, leaving: Omit<Leaving, 'origin'>): Promise<string> {
  wayFrom(ground, leaving)
  return (await findProvider(ground, leaving.providerId)).provider.name
}

/** Where the browser asks to be signed out there too, and what it carries to know the answer by. */
export async function leaveProvider(
  ground: Ground,
  directory: Directory,
  { providerId, origin, ticket }: Leaving,
): Promise<{ address: string; sealed: string }> {
  const { sessionId } = wayFrom(ground, { providerId, ticket })
  const { provider, districtId, keys } = await findProvider(ground, providerId)
  const why = { reason: 'sign out at a provider', districtId }
  const left = await asTheSystem(ground, why, (context) => sessionLeft(context, { providerId, sessionId }))
  const way =
    left &&
    (await (provider.kind === 'saml'
      ? leaveBySaml(provider, keys?.signing, left, origin)
      : leaveByOpenid(ground, directory, provider, left, origin)))
  if (!way) throw new Refusal('not_found')
  const until = ground.now().getTime() + tripSeconds * 1000
  const trip = { providerId, state: way.state, nonce: way.relay, verifier: '', to: 'left', until }
  return { address: way.address, sealed: sealTrip(ground.secret, trip, 'out at') }
}

function wayFrom(ground: Ground, { providerId, ticket }: Omit<Leaving, 'origin'>) {
  const way = openWayOut(ground.secret, ticket, ground.now())
  if (way?.providerId !== providerId) throw new Refusal('not_found')
  return way
}
