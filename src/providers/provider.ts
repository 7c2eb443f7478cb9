/**
 * A place of the district's own where its people sign in already, by OpenID Connect or SAML 2.0. The district's office
 * decides about it. Who comes from there is known by issuer and subject (SAML: the NameID); no name and no e-mail
 * address joins anybody to anybody.
 */
export const providerKinds = ['google', 'entra', 'openid', 'saml'] as const
export type ProviderKind = (typeof providerKinds)[number]

/** What the roster calls somebody, for matching at the first sign-in. */
export const identifiers = ['student_number', 'staff_number', 'username'] as const
export type Identifier = (typeof identifiers)[number]

export type Decided = {
  kind: ProviderKind
  name: string
  issuer: string
  clientId: string
  /** SAML: where people are sent to sign in, and what the answers are signed with, as PEM */
  signInAt: string | null
  certificates: readonly string[]
  /** SAML: where people sign out there, where that is offered, and whether what we ask is signed */
  signOutAt: string | null
  signsRequests: boolean
  /** OpenID Connect: whether people may sign out there too, at the address it names itself */
  offersSignOut: boolean
  domains: readonly string[]
  tenant: string | null
  claim: string | null
  identifier: Identifier | null
}

export const googleIssuer = 'https://accounts.google.com'
export const entraIssuer = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`

/** Google names no address to sign out at. */
export const namesSignOut = (kind: ProviderKind): boolean => kind === 'entra' || kind === 'openid'

/** Claims that people can change, or that are given to the next one: nobody is matched by these. */
const fickle = [
  'email',
  'emailaddress',
  'mail',
  'email_verified',
  'upn',
  'eppn',
  'edupersonprincipalname',
  'userprincipalname',
  'displayname',
  'nameid',
  'givenname',
  'surname',
  // mail, eduPersonPrincipalName, displayName, cn, sn, givenName as SAML calls them
  'urn:oid:0.9.2342.19200300.100.1.3',
  'urn:oid:1.3.6.1.4.1.5923.1.1.1.6',
  'urn:oid:2.16.840.1.113730.3.1.241',
  'urn:oid:2.5.4.3',
  'urn:oid:2.5.4.4',
  'urn:oid:2.5.4.42',
  'preferred_username',
  'unique_name',
  'name',
  'nickname',
  'sub',
]

/** SAML names its attributes by addresses; what they mean stands at the end. */
const isFickle = (claim: string): boolean => {
  const whole = claim.trim().toLowerCase()
  return fickle.includes(whole) || fickle.includes(whole.split('/').at(-1) ?? '')
}

const mostCertificates = 4
const certificateForm = /^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+\n-----END CERTIFICATE-----$/

/** As it stands in metadata, in a file, or copied with its line ends: one form of it. */
export function certificateOf(written: string): string {
  const letters = written.replaceAll(/-----(BEGIN|END) CERTIFICATE-----|\s/g, '')
  return `-----BEGIN CERTIFICATE-----\n${(letters.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----`
}

const tenantForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const domainForm = /^(?=.{3,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i

/** The field that cannot be so, or undefined: a provider that lets in more than the district's own is none. */
export function faultIn(decided: Decided): keyof Decided | undefined {
  const { kind, name, clientId, domains, tenant, claim, identifier } = decided
  if (name.trim() === '') return 'name'
  if (kind !== 'saml' && clientId.trim() === '') return 'clientId'
  if (domains.some((domain) => !domainForm.test(domain))) return 'domains'
  if (kind === 'google' && domains.length === 0) return 'domains'
  if (kind === 'entra' && (tenant === null || !tenantForm.test(tenant))) return 'tenant'
  if ((claim === null) !== (identifier === null)) return 'claim'
  if (claim !== null && (claim.trim() === '' || isFickle(claim))) return 'claim'
  return kind === 'saml' ? faultInSaml(decided) : faultInIssuer(decided)
}

function faultInIssuer({ issuer }: Decided): 'issuer' | undefined {
  const { protocol = '', search = '', hash = '' } = URL.parse(issuer) ?? {}
  return ['https:', 'http:'].includes(protocol) && search === '' && hash === '' ? undefined : 'issuer'
}

/** The issuer is a name here, and need not be an address. */
function faultInSaml({ issuer, signInAt, signOutAt, certificates }: Decided): keyof Decided | undefined {
  if (issuer === '') return 'issuer'
  if (!isWeb(signInAt)) return 'signInAt'
  if (signOutAt !== null && !isWeb(signOutAt)) return 'signOutAt'
  const few = certificates.length > 0 && certificates.length <= mostCertificates
  return few && certificates.every((one) => certificateForm.test(one)) ? undefined : 'certificates'
}

const isWeb = (address: string | null): boolean =>
  ['https:', 'http:'].includes(URL.parse(address ?? '')?.protocol ?? '')

/** The two presets name their issuer themselves, so that it cannot be another's. */
export function issuerOf(kind: ProviderKind, { issuer, tenant }: Pick<Decided, 'issuer' | 'tenant'>): string {
  if (kind === 'google') return googleIssuer
  return kind === 'entra' && tenant !== null ? entraIssuer(tenant.toLowerCase()) : issuer.trim()
}

export type Claims = { readonly [name: string]: unknown; readonly sub: string; readonly iss: string }

/** Whether the account is the district's own. The request asks for it too, but only the answer counts. */
export function isOfDistrict(
  { domains, tenant }: Pick<Decided, 'domains' | 'tenant'>,
  claims: Claims,
): boolean {
  const { hd, tid } = claims
  const inDomain = domains.length === 0 || (typeof hd === 'string' && domains.includes(hd.toLowerCase()))
  return (
    inDomain && (tenant === null || (typeof tid === 'string' && tid.toLowerCase() === tenant.toLowerCase()))
  )
}

/** Entra's `sub` differs from application to application; `oid` is the person's for good. */
export function subjectOf(kind: ProviderKind, { sub, oid }: Claims): string | undefined {
  if (kind !== 'entra') return sub
  return typeof oid === 'string' && oid !== '' ? oid : undefined
}

/** What a claim says, as a roster would write it. */
export function saidIn(claims: Claims, claim: string | null): string {
  const said = claim === null ? undefined : claims[claim]
  return typeof said === 'string' || typeof said === 'number' ? String(said).trim().slice(0, 200) : ''
}

/** What we are called by SAML, and where answers are sent. */
export const entityIdOf = (origin: string, id: string): string => `${origin}/door/${id}/metadata`
export const answerAddress = (origin: string, id: string): string => `${origin}/door/${id}/saml`
/** Where either side says that somebody has signed out. */
export const signOutAddress = (origin: string, id: string): string => `${origin}/door/${id}/sign-out`
/** Where somebody comes back to who has left an OpenID provider. */
export const leftAddress = (origin: string, id: string): string => `${origin}/door/${id}/left`
