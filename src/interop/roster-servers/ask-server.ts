import { Refusal } from '../../platform/refusal.ts'
import type { Roster } from '../../rosters/roster.ts'
import { readOneRoster } from '../rosters/oneroster.ts'
import { Unreadable } from '../rosters/unreadable.ts'
import { type Answer, askPatiently, jsonOf, mostTries } from './ask-patiently.ts'
import { enterServer, type Entry, type Server } from './enter-server.ts'
import { nextPage } from './next-page.ts'
import { type Answers, type Collection, collections, type Said, tablesOf } from './server-tables.ts'

/** Where the specifications put it under a server's address; many addresses have some of it already. */
const tails = {
  '1.1': ['/ims/oneroster/v1p1', '/v1p1'],
  '1.2': ['/ims/oneroster/rostering/v1p2', '/rostering/v1p2', '/v1p2'],
}
/** What some servers have in place of a collection, and of what a roster can do without. */
const instead: Partial<Record<Collection, string>> = { orgs: 'schools', academicSessions: 'terms' }
const dispensable: readonly Collection[] = ['courses', 'academicSessions']
/** Of these only what changed is asked for; the others are few, and what they say is needed beside it. */
const large: readonly Collection[] = ['classes', 'users', 'enrollments']
const onePage = 1_000
/** The specification's own; servers that give no thousand at a time give these. */
const smallPage = 100
/** A page of a thousand people is put together slowly by some. */
const patience = 60_000
const mostPages = 3_000
const mostBytes = 64 * 2 ** 20
const day = 24 * 3_600_000

/** A server that was asked for what changed, and cannot say it or does not keep to it. */
export class NoChanges extends Error {}

/**
 * The roster of a OneRoster server: whole, or what changed since a moment. One page that does not come refuses all
 * of it, because half would take people out.
 */
export async function askServer(server: Server, since?: Date): Promise<Roster> {
  const session: Session = { server, entry: await enterServer(server), root: '' }
  const answers: Answers = { orgs: await findRoot(session) }
  for (const name of collections) {
    if (name === 'orgs') continue
    const things = await readOrInstead(large.includes(name) ? { ...session, since } : session, name)
    if (things === undefined && !dispensable.includes(name))
      throw new Unreadable('server_odd', { file: name })
    if (things) answers[name] = things
  }
  return readOneRoster(tablesOf(answers, server.version, since ? 'delta' : 'bulk'))
}

type Session = { server: Server; since?: Date | undefined; entry: Entry; root: string }

/** The first of the places where it may stand at which there are schools. */
async function findRoot(session: Session): Promise<Said[]> {
  const { address, version } = session.server
  const base = address.replace(/\/+$/, '')
  const isWhole = /\/v\d+p\d+$/i.test(base)
  let refused: Unreadable | undefined
  for (const root of isWhole ? [base] : [...tails[version].map((tail) => base + tail), base]) {
    session.root = root
    const orgs = await readOrInstead(session, 'orgs').catch((error: unknown) => {
      // some let nobody in where nothing is
      if (!(error instanceof Unreadable && error.reason === 'server_refused')) throw error
      refused = error
      return undefined
    })
    if (orgs) return orgs
  }
  throw refused ?? new Unreadable('server_page', { file: hostOf(session.server) })
}

const hostOf = ({ address }: Server) => URL.parse(address)?.host ?? address

async function readOrInstead(session: Session, name: Collection): Promise<Said[] | undefined> {
  const things = await readCollection(session, name, name)
  const other = instead[name]
  return things === undefined && other !== undefined ? readCollection(session, name, other) : things
}

/** Undefined when there is no such collection. */
async function readCollection(session: Session, name: Collection, path: string): Promise<Said[] | undefined> {
  const first = firstPage(session, path)
  const all: Said[] = []
  const seen = new Set<string>()
  for (let page: URL | undefined = first; page; ) {
    // a server that leads in circles is not followed twice, and none for ever
    if (seen.has(page.href) || seen.size === mostPages) throw new Unreadable('server_odd', { file: name })
    seen.add(page.href)
    const answer = await get(session, page)
    if (answer.status === 400 && page === first) {
      page = new URL(first)
      page.searchParams.set('limit', String(smallPage))
      continue
    }
    // where nothing changed, some say that there is nothing; a page for people says nothing of it
    const isNothing = session.since ? [204, 404, 410].includes(answer.status) : isNotThere(answer)
    if (all.length === 0 && isNothing) return session.since ? [] : undefined
    const things = thingsOf(session, answer, [name, path])
    if (all.length > 0 && isSame(things[0], all[0])) {
      // a server that knows no pages answers with all of it each time; any other has kept the rest to itself
      const saysMore = 'link' in answer.headers || 'x-total-count' in answer.headers
      if (saysMore || things.length === onePage) throw new Unreadable('server_odd', { file: name })
      return all
    }
    for (const thing of things) all.push(thing)
    page = nextPage(page, answer.headers, things.length, all.length)
  }
  return all
}

function firstPage({ root, since }: Session, path: string): URL {
  const url = URL.parse(`${root}/${path}?limit=${onePage}&offset=0`)
  if (!url) throw new Refusal('address_not_reached')
  if (since) url.searchParams.set('filter', `dateLastModified>'${since.toISOString()}'`)
  return url
}

/** Told so, or led to a page for people: to sign in, or whatever stands at an address that is not the right one. */
function isNotThere({ status, body }: Answer): boolean {
  return [204, 404, 405, 410].includes(status) || (status < 400 && jsonOf(body) === undefined)
}

function thingsOf({ server, since }: Session, { status, body }: Answer, names: readonly string[]): Said[] {
  const [file = ''] = names
  if (status === 401 || status === 403) throw new Unreadable('server_refused', { file: hostOf(server) })
  const said = jsonOf(body)
  const things = names.map((one) => said?.[one]).find(Array.isArray) as unknown[] | undefined
  if (since && status >= 400 && status < 500) throw new NoChanges()
  if (status < 400 && said === undefined) throw new Unreadable('server_page', { file })
  if (status !== 200 || things === undefined) throw new Unreadable('server_odd', { file })
  const objects = things.map((one) => (typeof one === 'object' && one !== null ? (one as Said) : {}))
  if (since && objects.some((one) => !isAfter(one, since))) throw new NoChanges()
  return objects
}

/** Clocks of servers stand in any zone; one that does not look at what it is asked for sends what is years old. */
const isAfter = (thing: Said, since: Date): boolean =>
  Date.parse(String(thing['dateLastModified'])) > since.getTime() - day

const isSame = (one: Said | undefined, other: Said | undefined) => one?.['sourcedId'] === other?.['sourcedId']

async function get({ server, entry }: Session, url: URL): Promise<Answer> {
  const bounds = { bytes: mostBytes, local: server.local, patience }
  for (let attempt = 1; ; attempt += 1) {
    const headers = { authorization: entry.headerFor(url) }
    const answer = await askPatiently(url, { method: 'GET', headers }, bounds)
    // a signature that is not understood is a bad request to some
    const isUnknown =
      answer.status === 401 || (server.signing === 'oauth1' && [400, 403].includes(answer.status))
    if (!isUnknown || attempt >= mostTries) return answer
    await entry.again()
  }
}
