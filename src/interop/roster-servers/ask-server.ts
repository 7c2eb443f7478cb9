import { setTimeout as wait } from 'node:timers/promises'
import type { ServerVersion } from '../../feeds/feed.ts'
import { askOutside } from '../../platform/outside.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Roster } from '../../rosters/roster.ts'
import { readOneRoster } from '../rosters/oneroster.ts'
import { type Answers, type Collection, collections, type Said, tablesOf } from './server-tables.ts'
import { Unreadable } from '../rosters/unreadable.ts'

export type Server = {
  address: string
  tokenAddress: string
  version: ServerVersion
  clientId: string
  secret: string
  local: boolean
}

const paths = { '1.1': '/ims/oneroster/v1p1', '1.2': '/ims/oneroster/rostering/v1p2' }
const scope = {
  '1.1':
    'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly https://purl.imsglobal.org/spec/or/v1p1/scope/roster.readonly',
  '1.2':
    'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly',
}
const onePage = 1_000
const mostPages = 3_000
const mostBytes = 64 * 2 ** 20
const mostTries = 4

/**
 * The whole roster of a OneRoster server. One page that does not come refuses all of it: half would take people out.
 */
export async function askServer(server: Server): Promise<Roster> {
  const session = { server, token: await tokenOf(server) }
  const answers = Object.fromEntries(collections.map((name) => [name, [] as Said[]])) as Answers
  for (const name of collections) answers[name] = await readCollection(session, name)
  return readOneRoster(tablesOf(answers, server.version))
}

type Session = { server: Server; token: string }
const bounds = ({ local }: Server) => ({ bytes: mostBytes, local })

/**
 * The client's name and secret in the header, as the specification says; in the form for servers that know only that.
 */
async function tokenOf(server: Server): Promise<string> {
  const { clientId, secret, tokenAddress, version } = server
  const url = URL.parse(tokenAddress)
  if (!url) throw new Refusal('address_not_reached')
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString(
    'base64',
  )
  const form = { grant_type: 'client_credentials', scope: scope[version] }
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const [headers, body] of [
    [{ authorization: `Basic ${basic}` }, form],
    [{}, { ...form, client_id: clientId, client_secret: secret }],
  ] as const) {
    const request = {
      method: 'POST',
      headers: { ...type, ...headers },
      body: new URLSearchParams(body).toString(),
    }
    const answer = await askOutside(url, request, { ...bounds(server), bytes: 100_000 })
    const token = answer.status === 200 ? jsonOf(answer.body)['access_token'] : undefined
    if (typeof token === 'string' && token !== '') return token
  }
  throw new Unreadable('server_refused', { file: url.host })
}

async function readCollection(session: Session, name: Collection): Promise<Said[]> {
  const { address, version } = session.server
  const base = address.replace(/\/+$/, '')
  const rooted = base.includes('/ims/oneroster/') ? base : base + paths[version]
  const first = URL.parse(`${rooted}/${name}?limit=${onePage}&offset=0`)
  if (!first) throw new Refusal('address_not_reached')
  const all: Said[] = []
  const seen = new Set<string>()
  for (let page: URL | undefined = first; page; ) {
    // a server that leads in circles is not followed twice, and none for ever
    if (seen.has(page.href) || seen.size === mostPages) throw new Unreadable('server_odd', { file: name })
    seen.add(page.href)
    const { headers, body } = await get(session, page, name)
    const things = jsonOf(body)[name]
    if (!Array.isArray(things)) throw new Unreadable('server_odd', { file: name })
    // a server that knows no pages answers with all of it each time
    const saysMore = 'link' in headers || 'x-total-count' in headers
    if (!saysMore && all.length > 0 && isSame(things[0], all[0])) return all
    for (const thing of things) all.push(thing as Said)
    page = nextOf(page, headers, things.length, all.length)
  }
  return all
}

const isSame = (one: unknown, other: Said | undefined) =>
  (one as Said | undefined)?.['sourcedId'] === other?.['sourcedId']

/**
 * The link of the answer, as long as it leads to the same machine; else the number that the server says there are.
 */
function nextOf(page: URL, headers: Record<string, string>, came: number, have: number): URL | undefined {
  const link = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(headers['link'] ?? '')?.[1]
  const linked = link === undefined ? undefined : (URL.parse(link, page) ?? undefined)
  // the token goes nowhere else
  if (linked) return linked.origin === page.origin ? linked : refuse()
  const total = Number(headers['x-total-count'] ?? Number.NaN)
  // one that says neither may give fewer at a time than it was asked for, so that only an empty page ends it
  const isMore = Number.isFinite(total) ? have < total : came > 0
  if (!isMore) return undefined
  if (came === 0) return refuse()
  const next = new URL(page)
  next.searchParams.set('offset', String(have))
  return next
}

function refuse(): never {
  throw new Unreadable('server_odd', { file: 'next' })
}

async function get(session: Session, url: URL, name: Collection) {
  for (let attempt = 1; ; attempt += 1) {
    const headers = { authorization: `Bearer ${session.token}` }
    const answer = await askOutside(url, { method: 'GET', headers }, bounds(session.server))
    if (answer.status === 200) return answer
    if (attempt >= mostTries) throw new Unreadable('server_odd', { file: name })
    if (answer.status === 401) session.token = await tokenOf(session.server)
    else if (answer.status === 429 || answer.status >= 500) {
      const seconds = Number(answer.headers['retry-after'] ?? attempt)
      await wait(Math.min(Number.isFinite(seconds) ? seconds : attempt, 30) * 1000)
    } else throw new Unreadable('server_odd', { file: name })
  }
}

function jsonOf(body: Buffer): Said {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Said) : {}
  } catch {
    return {}
  }
}
