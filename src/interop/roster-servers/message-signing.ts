import { createHmac } from 'node:crypto'

/** OAuth 1.0a without a token, as RFC 5849 says it and OneRoster 1.1 allows it: the secret signs and never travels. */
export const signingMethods = ['HMAC-SHA256', 'HMAC-SHA1'] as const
export type SigningMethod = (typeof signingMethods)[number]
type Pair = readonly [name: string, value: string]

const spell = (words: string): string =>
  encodeURIComponent(words).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** All of a request that its signature stands for, spelled in the one way that both sides spell it. */
export function baseString(method: string, url: URL, said: Iterable<Pair>): string {
  const pairs = [...url.searchParams, ...said].map(([name, value]) => [spell(name), spell(value)] as const)
  const order = (one: string, other: string) => (one < other ? -1 : Number(one > other))
  const sorted = pairs.toSorted(([a, one], [b, other]) => order(a, b) || order(one, other))
  const parameters = sorted.map((pair) => pair.join('=')).join('&')
  return [method, spell(url.origin + url.pathname), spell(parameters)].join('&')
}

export function signatureOf(by: SigningMethod, base: string, secret: string, tokenSecret = ''): string {
  const hash = by === 'HMAC-SHA256' ? 'sha256' : 'sha1'
  return createHmac(hash, `${spell(secret)}&${spell(tokenSecret)}`)
    .update(base)
    .digest('base64')
}

type Signing = { by: SigningMethod; clientId: string; secret: string; nonce: string; seconds: number }

/** What a signed request carries in its Authorization header. */
export function signedHeader(method: string, url: URL, signing: Signing): string {
  const said: Pair[] = [
    ['oauth_consumer_key', signing.clientId],
    ['oauth_nonce', signing.nonce],
    ['oauth_signature_method', signing.by],
    ['oauth_timestamp', String(signing.seconds)],
    ['oauth_version', '1.0'],
  ]
  const signature = signatureOf(signing.by, baseString(method, url, said), signing.secret)
  const all = [...said, ['oauth_signature', signature] as const]
  return `OAuth ${all.map(([name, value]) => `${name}="${spell(value)}"`).join(', ')}`
}
