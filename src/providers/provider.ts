/**
 * A place of the district's own where its people sign in already, by OpenID Connect. The district's office decides
 * about it. Who comes from there is known by issuer and subject; no name and no e-mail address joins anybody to
 * anybody.
 */
export const providerKinds = ['google', 'entra', 'openid'] as const
export type ProviderKind = (typeof providerKinds)[number]

/** What the roster calls somebody, for matching at the first sign-in. */
export const identifiers = ['student_number', 'staff_number', 'username'] as const
export type Identifier = (typeof identifiers)[number]

export type Decided = {
  kind: ProviderKind
  name: string
  issuer: string
  clientId: string
  domains: readonly string[]
  tenant: string | null
  claim: string | null
  identifier: Identifier | null
}

export const googleIssuer = 'https://accounts.google.com'
export const entraIssuer = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`

/** Claims that people can change, or that are given to the next one: nobody is matched by these. */
const fickle = [
  'email',
  'email_verified',
  'upn',
  'preferred_username',
  'unique_name',
  'name',
  'nickname',
  'sub',
]

const tenantForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const domainForm = /^(?=.{3,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i

/** The field that cannot be so, or undefined: a provider that lets in more than the district's own is none. */
export function faultIn(decided: Decided): keyof Decided | undefined {
  const { kind, name, issuer, clientId, domains, tenant, claim, identifier } = decided
  if (name.trim() === '') return 'name'
  if (clientId.trim() === '') return 'clientId'
  if (domains.some((domain) => !domainForm.test(domain))) return 'domains'
  if (kind === 'google' && domains.length === 0) return 'domains'
  if (kind === 'entra' && (tenant === null || !tenantForm.test(tenant))) return 'tenant'
  if ((claim === null) !== (identifier === null)) return 'claim'
  if (claim !== null && (claim.trim() === '' || fickle.includes(claim.trim().toLowerCase()))) return 'claim'
  const { protocol = '', search = '', hash = '' } = URL.parse(issuer) ?? {}
  return ['https:', 'http:'].includes(protocol) && search === '' && hash === '' ? undefined : 'issuer'
}

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
