import { randomBytes } from 'node:crypto'
import type { SAML } from '@node-saml/node-saml'
import type { OwnKeys } from '../provider-keys/provider-key.ts'
import { answerAddress, entityIdOf } from './provider.ts'
import { ProviderTrouble } from './ask-provider.ts'
import type { StandingProvider } from './store.ts'

type Here = Pick<StandingProvider, 'id' | 'issuer' | 'signInAt' | 'signOutAt' | 'certificates'>

/** Read only where somebody comes by SAML: it brings an XML parser that nobody else needs. */
export async function openSaml(
  provider: Here,
  origin: string,
  {
    requestId = '',
    signing,
    anew = false,
  }: { requestId?: string; signing?: OwnKeys['signing']; anew?: boolean } = {},
): Promise<SAML> {
  const { SAML: Saml, ValidateInResponseTo } = await import('@node-saml/node-saml')
  const entityId = entityIdOf(origin, provider.id)
  return new Saml({
    idpCert: [...provider.certificates],
    idpIssuer: provider.issuer,
    entryPoint: provider.signInAt ?? '',
    logoutUrl: provider.signOutAt ?? '',
    signatureAlgorithm: 'sha256',
    ...(signing ? { privateKey: signing.pem } : {}),
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
    forceAuthn: anew,
    generateUniqueId: () => requestId,
  })
}

/** Where the browser goes with a question of ours, and the question's name. `anew`: whoever comes signs in there again. */
export async function askBySaml(
  provider: StandingProvider,
  keys: OwnKeys | undefined,
  { origin, anew }: { origin: string; anew: boolean },
): Promise<{ address: string; requestId: string }> {
  const requestId = `_${randomBytes(20).toString('hex')}`
  const signing = provider.signsRequests ? keys?.signing : undefined
  // a provider that insists would only say that something is wrong
  if (provider.signsRequests && !signing) throw new ProviderTrouble('no_key')
  const saml = await openSaml(provider, origin, { requestId, signing, anew })
  return { address: await saml.getAuthorizeUrlAsync('', undefined, {}), requestId }
}
