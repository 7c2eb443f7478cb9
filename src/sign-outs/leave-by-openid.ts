import * as openid from 'openid-client'
import type { Ground } from '../platform/transaction.ts'
import { askProvider, type Directory, ProviderTrouble, signOutOf } from '../providers/ask-provider.ts'
import { leftAddress } from '../providers/provider.ts'
import { openIdToken } from '../providers/seal-visit.ts'
import type { StandingProvider } from '../providers/store.ts'
import type { SessionLeft, WayOn } from './store.ts'

/** Shows an OpenID provider the token it gave, so that it knows whose visit is over, and where to send them back to. */
export async function leaveByOpenid(
  ground: Ground,
  directory: Directory,
  provider: StandingProvider,
  { idToken }: SessionLeft,
  origin: string,
): Promise<WayOn | undefined> {
  if (!provider.offersSignOut) return undefined
  const configuration = await askProvider(ground, provider, directory).catch((error: unknown) => {
    if (!(error instanceof ProviderTrouble)) throw error
  })
  if (!configuration || !signOutOf(ground, configuration)) return undefined
  const hint = idToken && openIdToken(ground.secret, provider.id, idToken)
  const state = openid.randomState()
  const { href } = openid.buildEndSessionUrl(configuration, {
    ...(hint ? { id_token_hint: hint } : {}),
    post_logout_redirect_uri: leftAddress(origin, provider.id),
    state,
  })
  return { address: href, state, relay: '' }
}
