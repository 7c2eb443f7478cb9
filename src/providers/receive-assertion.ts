import { createHash } from 'node:crypto'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { openSecret, sealSecret } from '../platform/sealed-secret.ts'
import type { Ground } from '../platform/transaction.ts'
import { requestAnswered, runsOutAt, type SessionThere } from './assertion.ts'
import { findProvider } from './begin-trip.ts'
import { openTrip } from './carry-trip.ts'
import { useAssertion } from './identity-store.ts'
import { letIn } from './let-in.ts'
import { answerAddress, type Claims, entityIdOf } from './provider.ts'
import { isSentHere, readAssertion } from './read-assertion.ts'

type Brought = { providerId: string; origin: string; response: string }
/** What was found in an answer, on its way through the browser that brings it. */
type Answer = {
  providerId: string
  requestId: string
  idHash: string
  claims: Claims
  session: SessionThere
  runsOut: number
  until: number
}

const place = 'an answer by SAML'
const carriedMs = 60_000

/**
 * A provider's page sends the browser here from another site, so its cookies stay behind: what was found is sealed,
 * and counts only for the browser whose trip asked that very question (finishSaml).
 */
export async function receiveAssertion(ground: Ground, brought: Brought): Promise<string> {
  const { providerId, origin, response } = brought
  const { provider, keys } = await findProvider(ground, providerId)
  if (provider.kind !== 'saml') throw new Refusal('not_found')
  const recipient = answerAddress(origin, providerId)
  const said = await readAssertion(provider, keys, origin, response).catch((error: unknown) => {
    ground.log.info({ provider: providerId, why: (error as Error).name }, 'an assertion was refused')
    throw new Refusal('provider_refused')
  })
  const now = ground.now()
  const expected = { issuer: provider.issuer, audience: entityIdOf(origin, providerId), recipient, now }
  const requestId = isSentHere(response, recipient) ? requestAnswered(said, expected) : undefined
  if (!requestId) throw new Refusal('provider_refused')
  const answer: Answer = {
    providerId,
    requestId,
    idHash: createHash('sha256').update(said.id).digest('hex'),
    claims: { ...shown(said.attributes, provider.claim), sub: said.nameId, iss: said.issuer },
    session: said.session,
    runsOut: runsOutAt(said, now).getTime(),
    until: now.getTime() + carriedMs,
  }
  return sealSecret(ground.secret, place, JSON.stringify(answer)).toString('base64url')
}

const nameClaims = [
  'name',
  'displayName',
  'http://schemas.microsoft.com/identity/claims/displayname',
  'urn:oid:2.16.840.1.113730.3.1.241',
]

/** The claim that people are matched by, and a name for whoever links them. */
function shown(attributes: { readonly [name: string]: unknown }, claim: string | null) {
  const name = nameClaims.map((one) => attributes[one]).find((one) => typeof one === 'string')
  return {
    ...(claim === null ? {} : { [claim]: attributes[claim] }),
    ...(name === undefined ? {} : { name }),
  }
}

type Back = { providerId: string; sealed: string | undefined; answer: string }

/** An answer counts once, soon, and for the browser that asked. */
export async function finishSaml(doorstep: Doorstep, back: Back): Promise<string> {
  const { ground } = doorstep
  const now = ground.now()
  const trip = openTrip(ground.secret, back.sealed, now)
  const words = openSecret(ground.secret, place, Buffer.from(back.answer, 'base64url'))
  const answer = words === undefined ? undefined : (JSON.parse(words) as Answer)
  const fits =
    trip &&
    answer &&
    [trip.providerId, answer.providerId].every((one) => one === back.providerId) &&
    trip.state === answer.requestId &&
    answer.until > now.getTime()
  if (!fits) throw new Refusal('provider_refused')
  const { provider, districtId } = await findProvider(ground, back.providerId)
  const { claims } = answer
  const someone = { providerId: provider.id, issuer: claims.iss, subject: claims.sub }
  const used = { id: newId(), districtId, providerId: provider.id, idHash: Buffer.from(answer.idHash, 'hex') }
  const came = { provider, claims, someone, districtId, session: answer.session }
  await letIn(doorstep, came, async (context) => {
    if (!(await useAssertion(context, { ...used, runsOutAt: new Date(answer.runsOut) })))
      throw new Refusal('provider_refused')
  })
  return trip.to
}
