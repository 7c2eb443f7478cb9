import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a provider could do wrong, or somebody between it and us. */
export type Twist = {
  header?: Record<string, unknown>
  claims?: Record<string, unknown>
  /** signs with a key that it does not publish */
  wrongKey?: boolean
  unsigned?: boolean
  /** seals by HMAC (HS256), with the client secret or with the words of its public key */
  sealedWith?: 'secret' | 'public key'
  /** does not look at who asked for a code: neither its verifier nor whose it is */
  looksAway?: boolean
  /** hands out this token instead of one of its own */
  token?: string
}

/** A small OpenID provider on loopback that does what it is told, right or wrong. */
export async function layProvider() {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { nonce: string; challenge: string }>()
  const told: {
    twist: Twist
    who: Record<string, unknown>
    tokens: string[]
    asked: URLSearchParams[]
    /** what it says of itself, besides */
    besides: Record<string, unknown>
    keysAsked: number
    hidesKeys?: boolean
  } = {
    besides: {},
    keysAsked: 0,
    twist: {},
    who: { sub: 'somebody' },
    tokens: [],
    asked: [],
  }
  let issuer = ''
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const answer = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname.endsWith('/.well-known/openid-configuration'))
      return answer({ ...descriptionOf(issuer), ...told.besides })
    if (url.pathname === '/keys') {
      told.keysAsked += 1
      if (told.hidesKeys) return answer({}, 503)
      return answer({
        keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    }
    const form = new URLSearchParams(await bodyOf(request))
    told.asked.push(form)
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!code || (proof !== code.challenge && !told.twist.looksAway))
      return answer({ error: 'invalid_grant' }, 400)
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: 'cairn', iat: now, exp: now + 300, nonce: code.nonce, ...told.who }
    const token = told.twist.token ?? signed(claims, told.twist)
    told.tokens.push(token)
    return answer({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: token })
  })
  const signed = (claims: object, twist: Twist) => {
    const { privateKey } = twist.wrongKey ? other : key
    const words = key.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const hmacKey = twist.sealedWith && { secret: ownSecret, 'public key': words }[twist.sealedWith]
    return tokenOf({ ...claims, ...twist.claims }, twist, hmacKey ?? privateKey)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    told,
    /** what it sends, from its machine to ours, of somebody who left there */
    logoutToken: (who: { sub?: string; sid?: string }, twist: Twist = {}) => {
      const now = Math.floor(Date.now() / 1000)
      const claims = { iss: issuer, aud: 'cairn', iat: now, exp: now + 120, jti: randomUUID(), ...who }
      const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
      return signed({ ...claims, events }, { ...twist, header: { typ: 'logout+jwt', ...twist.header } })
    },
    /** what the browser brings back after somebody signed in there */
    answerTo: (asked: URL, changes: Record<string, string | undefined> = {}) => {
      const code = randomUUID()
      const [nonce, challenge] = ['nonce', 'code_challenge'].map((name) => asked.searchParams.get(name) ?? '')
      codes.set(code, { nonce: nonce ?? '', challenge: challenge ?? '' })
      const state = asked.searchParams.get('state') ?? ''
      const parts = Object.entries({ code, state, iss: issuer, ...changes })
      return new URLSearchParams(parts.filter((part): part is [string, string] => part[1] !== undefined))
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

export type OwnProvider = Awaited<ReturnType<typeof layProvider>>

const descriptionOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'none'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
})

export const ownSecret = 'a secret of the provider'

function tokenOf(claims: object, { header = {}, unsigned = false }: Twist, key: KeyObject | string): string {
  const alg = unsigned ? 'none' : typeof key === 'string' ? 'HS256' : 'RS256'
  const parts = [{ alg, kid: 'one', typ: 'JWT', ...header }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const words = parts.join('.')
  const seal = () =>
    typeof key === 'string'
      ? createHmac('sha256', key).update(words).digest()
      : sign('sha256', Buffer.from(words), key)
  return `${words}.${unsigned ? '' : seal().toString('base64url')}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
