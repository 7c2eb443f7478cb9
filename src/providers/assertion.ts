/**
 * What a SAML provider says of somebody, signed. These are the checks that stand around the signature: what may be
 * looked at at all, and what must be said in it, for us, now, and in answer to a question of ours.
 */
export type Said = {
  id: string
  issuer: string
  nameId: string
  format: string | undefined
  attributes: { readonly [name: string]: unknown }
  /** each way in which the subject is confirmed */
  confirmations: readonly {
    method: string | undefined
    recipient: string | undefined
    inResponseTo: string | undefined
    notOnOrAfter: string | undefined
    notBefore: string | undefined
  }[]
  audiences: readonly (readonly string[])[]
  notBefore: string | undefined
  notOnOrAfter: string | undefined
  session: SessionThere
}

/** What a provider needs to be told to end the session that somebody has with it, and what came of a test. */
export type SessionThere = {
  nameId: string
  format: string | null
  qualifier: string | null
  qualifierHere: string | null
  index: string | null
  encrypted: boolean
  /** OpenID Connect: what the provider gave, sealed */
  idToken?: Buffer
}

export const mostResponseBytes = 256 * 1024

const digests = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512']
const algorithms = new Set([
  ...digests,
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
])

/**
 * Before any parser sees it: no declarations (entities), no comments and sections (two readers see two names), one
 * assertion in one response, and no method of signing but those still held to be good.
 */
export const mayBeRead = (xml: string): boolean =>
  isPlain(xml, { Response: 1, Assertion: 1, EncryptedAssertion: 0 })

export const withoutHead = (xml: string): string => xml.replace(/^\uFEFF?\s*<\?xml[^?]*\?>/, '')

/** So many of each element and no more, nothing that two readers read differently, no method but these and the signing ones. */
export function isPlain(
  xml: string,
  counts: { readonly [element: string]: number },
  besides: ReadonlySet<string> = new Set(),
): boolean {
  const body = withoutHead(xml)
  if (body.length > mostResponseBytes || /<[!?]/.test(body)) return false
  if (Object.entries(counts).some(([element, count]) => countOf(body, element) !== count)) return false
  const named = body.match(/Algorithm/g)?.length ?? 0
  const read = [...body.matchAll(/\sAlgorithm\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  return (
    read.length === named &&
    read.every(([, one, other]) => [algorithms, besides].some((set) => set.has(one ?? other ?? '')))
  )
}

export const countOf = (xml: string, element: string): number =>
  [...xml.matchAll(new RegExp(`<(?:[^\\s<>/:]+:)?${element}[\\s/>]`, 'g'))].length

type Expected = { issuer: string; audience: string; recipient: string; now: Date }

/** Of their clock and ours. */
const toleranceMs = 60_000
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
const fleeting = [
  'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
]

/** The request it answers, or undefined: what it says is then not for us, not now, or of nobody we could know again. */
export function requestAnswered(
  said: Said,
  { issuer, audience, recipient, now }: Expected,
): string | undefined {
  if (said.issuer !== issuer || said.id === '' || !isLastingName(said)) return undefined
  if (said.audiences.length === 0 || !said.audiences.every((one) => one.includes(audience))) return undefined
  if (!isTimely(said, now)) return undefined
  const holds = said.confirmations.find(
    (one) =>
      one.method === bearer &&
      one.recipient === recipient &&
      one.notOnOrAfter !== undefined &&
      isTimely(one, now),
  )
  return holds?.inResponseTo
}

/** Somebody is known again by this for years, so it may be no address and nothing made for one visit. */
const isLastingName = ({ nameId, format }: Said): boolean =>
  nameId !== '' && nameId.length <= 300 && !nameId.includes('@') && !fleeting.includes(format ?? '')

type Times = { notBefore: string | undefined; notOnOrAfter: string | undefined }

function isTimely({ notBefore, notOnOrAfter }: Times, now: Date): boolean {
  const [from, until] = [notBefore, notOnOrAfter].map((one) =>
    one === undefined ? undefined : Date.parse(one),
  )
  return (
    (from === undefined || from <= now.getTime() + toleranceMs) &&
    (until === undefined || until > now.getTime() - toleranceMs)
  )
}

/** Until when it could be brought again, and is therefore remembered. */
export function runsOutAt(said: Said, now: Date): Date {
  const ends = [said.notOnOrAfter, ...said.confirmations.map((one) => one.notOnOrAfter)]
    .map((one) => Date.parse(one ?? ''))
    .filter((one) => Number.isFinite(one))
  return new Date(Math.max(now.getTime() + 3_600_000, ...ends.map((one) => one + 2 * toleranceMs)))
}
