import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { askProvider, type Directory } from '../providers/ask-provider.ts'
import { findProvider } from '../providers/begin-trip.ts'
import { markOfVisit } from '../providers/seal-visit.ts'
import type { StandingProvider } from '../providers/store.ts'
import { endVisits } from './end-visits.ts'
import { isOfSomeone, type LogoutToken } from './logout-token.ts'
import { type KeyRing, verifyToken } from './verify-token.ts'

/** What providers said of themselves and showed, while it is believed. */
export type Known = { directory: Directory; ring: KeyRing }
type Came = { providerId: string; token: unknown }

const leaving = 'http://schemas.openid.net/event/backchannel-logout'

/** With a nonce it would be the token of a sign-in. */
const Said = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  iat: z.number(),
  exp: z.number(),
  jti: z.string().min(1).max(500),
  sub: z.string().min(1).max(500).optional(),
  sid: z.string().min(1).max(500).optional(),
  events: z.object({ [leaving]: z.record(z.string(), z.unknown()) }),
  nonce: z.never().optional(),
})

/** An OpenID provider says, from its machine to ours, that somebody has left there. */
export async function receiveLogoutToken(
  ground: Ground,
  known: Known,
  { providerId, token }: Came,
): Promise<void> {
  const { provider, districtId } = await findProvider(ground, providerId)
  if (provider.kind === 'saml' || typeof token !== 'string') throw new Refusal('not_found')
  const { jti, sub, sid } = await readToken(ground, known, provider, token).catch((error: unknown) => {
    ground.log.info({ provider: providerId, why: (error as Error).name }, 'a logout token was refused')
    throw new Refusal('provider_refused')
  })
  const visits = sid === undefined ? [] : [markOfVisit(ground.secret, providerId, sid)]
  await endVisits(ground, { providerId, districtId }, { message: `logout ${jti}`, nameId: sub, visits })
}

async function readToken(
  ground: Ground,
  { directory, ring }: Known,
  provider: StandingProvider,
  token: string,
): Promise<LogoutToken> {
  const { issuer, jwks_uri } = (await askProvider(ground, provider, directory)).serverMetadata()
  const said = Said.parse(await verifyToken(ground, ring, { token, address: jwks_uri ?? '' }))
  const { clientId } = provider
  if (!isOfSomeone(said, { issuer, clientId }, ground.now()))
    throw new Error('not of somebody, for us and now')
  return said
}
