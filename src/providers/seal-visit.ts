import { createHmac } from 'node:crypto'
import { openSecret, sealSecret } from '../platform/sealed-secret.ts'
import type { SessionThere } from './assertion.ts'
import type { Claims } from './provider.ts'
import type { StandingProvider } from './store.ts'

/** It goes back to the provider in an address; a longer one would not arrive. */
const longestToken = 6_000

const placeOfToken = (providerId: string): string => `id token of ${providerId}`

/** What a provider calls somebody's visit is found again by this, and read by nobody. */
export const markOfVisit = (secret: string, providerId: string, sid: string): string =>
  createHmac('sha256', secret).update(`visit at ${providerId} ${sid}`).digest('base64url')

/** By what an OpenID provider knows the session again. Its token is kept only where it is to be shown back to it. */
export function sealVisit(
  secret: string,
  { id, offersSignOut }: Pick<StandingProvider, 'id' | 'offersSignOut'>,
  { sub, sid }: Claims,
  token: string | undefined,
): SessionThere {
  const isKept = offersSignOut && token !== undefined && token.length <= longestToken
  return {
    nameId: sub,
    format: null,
    qualifier: null,
    qualifierHere: null,
    index: typeof sid === 'string' && sid !== '' ? markOfVisit(secret, id, sid) : null,
    encrypted: false,
    ...(isKept ? { idToken: sealSecret(secret, placeOfToken(id), token) } : {}),
  }
}

export const openIdToken = (secret: string, providerId: string, sealed: Buffer): string | undefined =>
  openSecret(secret, placeOfToken(providerId), sealed)
