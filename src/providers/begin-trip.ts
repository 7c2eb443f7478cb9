import * as openid from 'openid-client'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { askBySaml } from './ask-by-saml.ts'
import { askProvider, type Directory } from './ask-provider.ts'
import { sealTrip, tripSeconds } from './carry-trip.ts'
import { districtOfProvider, providerCalled, type StandingProvider } from './store.ts'

type Asked = { providerId: string; origin: string; to: string }

export const backAddress = (origin: string, providerId: string): string => `${origin}/door/${providerId}/back`

/** Where the browser is to go, and what it carries there. */
export async function beginTrip(
  ground: Ground,
  directory: Directory,
  { providerId, origin, to }: Asked,
): Promise<{ address: string; sealed: string }> {
  const { provider } = await findProvider(ground, providerId)
  const until = ground.now().getTime() + tripSeconds * 1000
  if (provider.kind === 'saml') {
    const { address, requestId } = await askBySaml(provider, origin)
    const trip = { providerId, state: requestId, nonce: '', verifier: '', to, until }
    return { address, sealed: sealTrip(ground.secret, trip) }
  }
  const configuration = await askProvider(ground, provider, directory)
  const [state, nonce] = [openid.randomState(), openid.randomNonce()]
  const verifier = openid.randomPKCECodeVerifier()
  const [domain] = provider.domains
  const address = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: backAddress(origin, providerId),
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    // on a shared device the last one's account is not the next one's; not every provider knows the question
    ...(provider.kind === 'openid' ? {} : { prompt: 'select_account' }),
    ...(domain === undefined ? {} : { hd: provider.domains.length === 1 ? domain : '*' }),
  })
  const sealed = sealTrip(ground.secret, { providerId, state, nonce, verifier, to, until })
  return { address: address.href, sealed }
}

export async function findProvider(
  ground: Ground,
  id: string,
): Promise<{ provider: StandingProvider; districtId: string }> {
  const districtId = await districtOfProvider(ground.database, id)
  if (districtId === undefined) throw new Refusal('not_found')
  const why = { reason: 'go to a provider', districtId }
  const provider = await asTheSystem(ground, why, (context) => providerCalled(context, id))
  if (!provider) throw new Refusal('not_found')
  return { provider, districtId }
}
