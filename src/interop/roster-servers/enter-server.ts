import { randomBytes } from 'node:crypto'
import type { ServerVersion, Signing } from '../../feeds/feed.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Unreadable } from '../rosters/unreadable.ts'
import { askPatiently, jsonOf } from './ask-patiently.ts'
import { signedHeader, signingMethods } from './message-signing.ts'

export type Server = {
  address: string
  /** nothing where messages are signed */
  tokenAddress: string
  version: ServerVersion
  signing: Signing
  clientId: string
  secret: string
  local: boolean
}

/** How a server knows that it is us. */
export type Entry = {
  headerFor: (url: URL) => string
  /** after it did not know us: with a new token, or signed in the other way */
  again: () => Promise<void>
}

export const enterServer = (server: Server): Promise<Entry> =>
  server.signing === 'oauth1' ? Promise.resolve(signing(server)) : carrying(server)

/** Many servers check the one method only, and none says which: when it does not let us in, the other is tried. */
function signing({ clientId, secret }: Server): Entry {
  let turn = 0
  return {
    headerFor: (url) =>
      signedHeader('GET', url, {
        by: signingMethods[turn % 2] ?? 'HMAC-SHA256',
        clientId,
        secret,
        nonce: randomBytes(16).toString('hex'),
        seconds: Math.floor(Date.now() / 1000),
      }),
    again: () => {
      turn += 1
      return Promise.resolve()
    },
  }
}

async function carrying(server: Server): Promise<Entry> {
  const ways = waysOf(server)
  let found = await findToken(server, ways)
  return {
    headerFor: () => `Bearer ${found.token}`,
    // a token that ended is asked for as the one before
    again: async () => {
      found = await findToken(server, [found.way])
    },
  }
}

const scopes: Record<ServerVersion, string> = {
  '1.1':
    'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly https://purl.imsglobal.org/spec/or/v1p1/scope/roster.readonly',
  '1.2':
    'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly',
}
const patience = 60_000
const mostBytes = 100_000

type Way = { headers: Record<string, string>; form: Record<string, string> }

/**
 * The name and the secret in the header, as the specification says; in the form; and in the header as they are, for
 * those who do not undo what the specification has us escape. Then the same without a scope, which some do not know.
 * A scope of their own stands in the address: `…/token?scope=theirs`.
 */
function waysOf({ clientId, secret, tokenAddress, version }: Server): Way[] {
  const basic = (id: string, word: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${word}`).toString('base64')}`,
  })
  const escaped = basic(encodeURIComponent(clientId), encodeURIComponent(secret))
  const plain = basic(clientId, secret)
  const own = URL.parse(tokenAddress)?.searchParams.get('scope')
  const grant = { grant_type: 'client_credentials' }
  return [{ ...grant, scope: own ?? scopes[version] }, grant].flatMap((form) => [
    { headers: escaped, form },
    { headers: {}, form: { ...form, client_id: clientId, client_secret: secret } },
    ...(plain.authorization === escaped.authorization ? [] : [{ headers: plain, form }]),
  ])
}

async function findToken(server: Server, ways: readonly Way[]): Promise<{ token: string; way: Way }> {
  const url = URL.parse(server.tokenAddress)
  if (!url) throw new Refusal('address_not_reached')
  let isPage = false
  for (const way of ways) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...way.headers }
    const body = new URLSearchParams(way.form).toString()
    const bounds = { bytes: mostBytes, local: server.local, patience }
    const answer = await askPatiently(url, { method: 'POST', headers, body }, bounds)
    const said = jsonOf(answer.body)
    const token = answer.status < 300 ? said?.['access_token'] : undefined
    if (typeof token === 'string' && token !== '') return { token, way }
    isPage = answer.status < 400 && said === undefined
  }
  throw new Unreadable(isPage ? 'server_page' : 'server_refused', { file: url.host })
}
