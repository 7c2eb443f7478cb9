import * as openid from 'openid-client'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { askProvider, type Directory } from './ask-provider.ts'
import { findProvider } from './begin-trip.ts'
import { openTrip } from './carry-trip.ts'
import { letIn } from './let-in.ts'
import { isOfDistrict, subjectOf } from './provider.ts'
import { sealVisit } from './seal-visit.ts'
import type { StandingProvider } from './store.ts'

type Return = { providerId: string; sealed: string | undefined; address: URL; directory: Directory }

/** Answers where they wanted to go, signed in. Whatever is not exactly as it must be is refused alike. */
export async function returnFromTrip(doorstep: Doorstep, back: Return): Promise<string> {
  const { ground } = doorstep
  const trip = openTrip(ground.secret, back.sealed, ground.now())
  if (!trip || trip.providerId !== back.providerId) throw new Refusal('provider_refused')
  const { provider, districtId } = await findProvider(ground, back.providerId)
  if (provider.kind === 'saml') throw new Refusal('provider_refused')
  const answer = await answerFor(doorstep, provider, trip, back)
  const claims = answer.claims()
  const subject = claims && subjectOf(provider.kind, claims)
  if (!claims || subject === undefined || !isOfDistrict(provider, claims))
    throw new Refusal('provider_refused')
  const someone = { providerId: provider.id, issuer: claims.iss, subject }
  const session = sealVisit(ground.secret, provider, claims, answer.id_token)
  await letIn(doorstep, { provider, claims, someone, districtId, session })
  return trip.to
}

type Trip = NonNullable<ReturnType<typeof openTrip>>
type Answer = Awaited<ReturnType<typeof openid.authorizationCodeGrant>>

/** State, issuer (RFC 9207), code with its verifier, then the token: its signature, issuer, audience, time and nonce. */
async function answerFor(
  { ground }: Doorstep,
  provider: StandingProvider,
  { state, nonce, verifier }: Trip,
  { address, directory }: Return,
): Promise<Answer> {
  const configuration = await askProvider(ground, provider, directory)
  const checks = {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  }
  try {
    return await openid.authorizationCodeGrant(configuration, address, checks)
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string }
    ground.log.info(
      { provider: provider.id, code: code ?? name ?? 'unknown' },
      'a provider’s answer was refused',
    )
    throw new Refusal('provider_refused')
  }
}
