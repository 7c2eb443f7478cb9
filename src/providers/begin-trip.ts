import * as openid from 'openid-client'
import { isSignedOut } from '../platform/plain-forms.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { type Asker, asTheSystem, asViewer, type Ground } from '../platform/transaction.ts'
import { openKeys } from '../provider-keys/open-keys.ts'
import type { OwnKeys } from '../provider-keys/provider-key.ts'
import { keysOf } from '../provider-keys/store.ts'
import { askBySaml } from './ask-by-saml.ts'
import { askProvider, type Directory } from './ask-provider.ts'
import { sealTrip, tripSeconds } from './carry-trip.ts'
import { districtOfProvider, providerCalled, type StandingProvider } from './store.ts'

type Here = Pick<Doorstep, 'asker' | 'classTokenHash'>
type Asked = { providerId: string; origin: string; to: string; here: Here }

export const backAddress = (origin: string, providerId: string): string => `${origin}/door/${providerId}/back`

/** Where the browser is to go, and what it carries there. */
export async function beginTrip(
  ground: Ground,
  directory: Directory,
  { providerId, origin, to, here }: Asked,
): Promise<{ address: string; sealed: string }> {
  const { provider, keys } = await findProvider(ground, providerId)
  const until = ground.now().getTime() + tripSeconds * 1000
  const anew = await isShared(ground, here)
  if (provider.kind === 'saml') {
    const { address, requestId } = await askBySaml(provider, keys, { origin, anew })
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
    ...promptOf(provider, anew),
    ...(domain === undefined ? {} : { hd: provider.domains.length === 1 ? domain : '*' }),
  })
  const sealed = sealTrip(ground.secret, { providerId, state, nonce, verifier, to, until })
  return { address: address.href, sealed }
}

/** On a shared device the last one's account is not the next one's; not every provider knows each question. */
function promptOf({ kind }: StandingProvider, anew: boolean): { prompt?: string } {
  if (kind === 'google') return { prompt: 'select_account' }
  if (anew) return { prompt: 'login' }
  return kind === 'openid' ? {} : { prompt: 'select_account' }
}

/**
 * At the door of a class, in its hands, or left by somebody whom nobody could hear: over an open session comes
 * somebody else, and a session of its person at the provider must not let them in.
 */
const isShared = async (ground: Ground, { asker, classTokenHash }: Here): Promise<boolean> =>
  classTokenHash !== undefined || (await isIn(ground, asker && { ...asker, meant: undefined }))

/** Also a session that waits for a password, or that a class holds, is one. */
export async function isIn(ground: Ground, asker: Asker | undefined): Promise<boolean> {
  if (asker === undefined) return false
  try {
    return await asViewer(ground, asker, async () => true)
  } catch (error) {
    if (error instanceof Refusal) return !isSignedOut(error)
    throw error
  }
}

export async function findProvider(
  ground: Ground,
  id: string,
): Promise<{ provider: StandingProvider; districtId: string; keys: OwnKeys | undefined }> {
  const districtId = await districtOfProvider(ground.database, id)
  if (districtId === undefined) throw new Refusal('not_found')
  const why = { reason: 'go to a provider', districtId }
  return asTheSystem(ground, why, async (context) => {
    const provider = await providerCalled(context, id)
    if (!provider) throw new Refusal('not_found')
    const keys = provider.kind === 'saml' ? openKeys(ground.secret, await keysOf(context, id)) : undefined
    return { provider, districtId, keys }
  })
}
