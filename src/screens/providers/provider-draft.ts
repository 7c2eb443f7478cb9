import { type Identifier, namesSignOut, type ProviderKind } from '../../providers/provider.ts'
import type { ProvidersHere } from './signing-in.tsx'

type Before = ProvidersHere['providers'][number]

/** What stands in the form, as it is typed. */
export type Typed = {
  kind: ProviderKind
  name: string
  issuer: string
  clientId: string
  clientSecret: string
  signInAt: string
  certificates: string
  signOutAt: string
  signsRequests: boolean
  offersSignOut: boolean
  domains: string
  tenant: string
  claim: string
  identifier: Identifier | ''
}

export function typedOf(before: Before | undefined): Typed {
  return {
    kind: before?.kind ?? 'google',
    name: before?.name ?? '',
    issuer: before?.issuer ?? '',
    clientId: before?.clientId ?? '',
    signInAt: before?.signInAt ?? '',
    certificates: before?.certificates.join('\n') ?? '',
    signOutAt: before?.signOutAt ?? '',
    signsRequests: before?.signsRequests ?? false,
    offersSignOut: before?.offersSignOut ?? false,
    clientSecret: '',
    domains: before?.domains.join(', ') ?? '',
    tenant: before?.tenant ?? '',
    claim: before?.claim ?? '',
    identifier: before?.identifier ?? '',
  }
}

export function decidedOf(whole: Typed) {
  const { domains, tenant, claim, identifier, clientSecret, signInAt, signOutAt, certificates, ...typed } =
    whole
  const { kind } = typed
  return {
    ...typed,
    signInAt: kind === 'saml' ? signInAt.trim() : null,
    signOutAt: kind === 'saml' ? signOutAt.trim() || null : null,
    signsRequests: kind === 'saml' && typed.signsRequests,
    offersSignOut: namesSignOut(kind) && typed.offersSignOut,
    certificates: kind === 'saml' ? certificatesIn(certificates) : [],
    clientSecret: kind === 'saml' || clientSecret === '' ? null : clientSecret,
    domains: kind === 'google' ? domains.split(/[\s,]+/).filter(Boolean) : [],
    tenant: kind === 'entra' ? tenant.trim() : null,
    claim: identifier === '' ? null : claim.trim(),
    identifier: identifier === '' ? null : identifier,
  }
}

/** Pasted one below the other, with or without the lines around them. */
function certificatesIn(pasted: string): string[] {
  const framed = pasted.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g)
  return framed ?? pasted.split(/\n\s*\n/).filter((one) => one.trim() !== '')
}

/** What a provider's metadata says of it, or undefined when it is none. Read by the browser, which knows XML. */
export function readMetadata(xml: string): Partial<Typed> | undefined {
  const read = new DOMParser().parseFromString(xml, 'application/xml')
  const [entity] = read.getElementsByTagNameNS('*', 'EntityDescriptor')
  const [there] = read.getElementsByTagNameNS('*', 'IDPSSODescriptor')
  const addressOf = (service: string) =>
    [...(there?.getElementsByTagNameNS('*', service) ?? [])]
      .find((one) => one.getAttribute('Binding')?.endsWith(':HTTP-Redirect'))
      ?.getAttribute('Location') ?? ''
  const signInAt = addressOf('SingleSignOnService')
  const keys = [...(there?.getElementsByTagNameNS('*', 'KeyDescriptor') ?? [])]
    .filter((one) => one.getAttribute('use') !== 'encryption')
    .flatMap((one) => [...one.getElementsByTagNameNS('*', 'X509Certificate')])
    .map((one) => (one.textContent ?? '').trim())
  const issuer = entity?.getAttribute('entityID')
  if (!issuer || signInAt === '' || keys.length === 0) return undefined
  return {
    issuer,
    signInAt,
    signOutAt: addressOf('SingleLogoutService'),
    // what it does not ask for is left as it was chosen
    ...(isYes(there?.getAttribute('WantAuthnRequestsSigned')) ? { signsRequests: true } : {}),
    certificates: [...new Set(keys)].slice(0, 4).map(framed).join('\n'),
  }
}

const framed = (letters: string): string =>
  `-----BEGIN CERTIFICATE-----\n${letters}\n-----END CERTIFICATE-----`

const isYes = (said: string | null | undefined): boolean => said === 'true' || said === '1'
