import { randomBytes } from 'node:crypto'
import type { SAML } from '@node-saml/node-saml'
import { isId } from '../platform/id-form.ts'
import { Refusal } from '../platform/refusal.ts'
import type { StandingProvider } from './store.ts'

export const entityIdOf = (origin: string, id: string): string => `${origin}/door/${id}/metadata`
export const answerAddress = (origin: string, id: string): string => `${origin}/door/${id}/saml`

type Here = Pick<StandingProvider, 'id' | 'issuer' | 'signInAt' | 'certificates'>

/** Read only where somebody comes by SAML: it brings an XML parser that nobody else needs. */
export async function openSaml(provider: Here, origin: string, requestId = ''): Promise<SAML> {
  const { SAML: Saml, ValidateInResponseTo } = await import('@node-saml/node-saml')
  const entityId = entityIdOf(origin, provider.id)
  return new Saml({
    idpCert: [...provider.certificates],
    idpIssuer: provider.issuer,
    entryPoint: provider.signInAt ?? '',
    issuer: entityId,
    callbackUrl: answerAddress(origin, provider.id),
    audience: entityId,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    // what it answers is in the signed part, and is held against the browser's own trip (assertion.ts)
    validateInResponseTo: ValidateInResponseTo.never,
    acceptedClockSkewMs: 60_000,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    generateUniqueId: () => requestId,
  })
}

/** Where the browser goes with a question of ours, and the question's name. */
export async function askBySaml(
  provider: Here,
  origin: string,
): Promise<{ address: string; requestId: string }> {
  const requestId = `_${randomBytes(20).toString('hex')}`
  const saml = await openSaml(provider, origin, requestId)
  return { address: await saml.getAuthorizeUrlAsync('', undefined, {}), requestId }
}

/** What the other side needs to know of us. It holds nothing of anybody's, so it is told for any id. */
export async function describeUs(origin: string, id: string): Promise<string> {
  if (!isId(id)) throw new Refusal('not_found')
  const { generateServiceProviderMetadata } = await import('@node-saml/node-saml')
  return generateServiceProviderMetadata({
    issuer: entityIdOf(origin, id),
    callbackUrl: answerAddress(origin, id),
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    wantAssertionsSigned: true,
  })
}
