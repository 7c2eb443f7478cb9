import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Thing = Record<string, unknown>
const numbers = Array.from({ length: 24 }, (_, n) => n)
export const ref = (sourcedId: string) => ({ sourcedId, href: '', type: 'x' })
export const person = (sourcedId: string, role: string, more: Thing = {}): Thing => ({
  sourcedId,
  status: 'active',
  enabledUser: 'true',
  username: sourcedId,
  givenName: `Given ${sourcedId}`,
  familyName: 'Reed, "the" younger',
  ...more,
  roles: [{ roleType: 'primary', role, org: ref('S') }],
})
export const enrollment = (id: string, role = 'student', more: Thing = {}): Thing => ({
  sourcedId: `e${id}`,
  status: 'active',
  role,
  class: ref('C'),
  school: ref('S'),
  user: ref(id),
  ...more,
})

/** A school with a class of 24, their teacher, and two guardians of twelve each. */
export const farSchool = (): Record<string, Thing[]> => ({
  orgs: [{ sourcedId: 'S', status: 'active', name: 'Far School', type: 'school' }],
  academicSessions: [
    {
      sourcedId: 'Y',
      status: 'active',
      title: 'Year',
      type: 'schoolYear',
      startDate: '2026-09-01',
      endDate: '2099-06-30',
      schoolYear: 2027,
    },
  ],
  courses: [{ sourcedId: 'K', status: 'active', title: 'Course' }],
  classes: [
    {
      sourcedId: 'C',
      status: 'active',
      title: 'Far 4',
      classType: 'homeroom',
      course: ref('K'),
      school: ref('S'),
      terms: [ref('Y')],
    },
  ],
  users: [
    person('T', 'teacher'),
    ...numbers.map((n) =>
      person(`L${n}`, 'student', {
        preferredFirstName: `Usual ${n}`,
        agents: [ref(n < 12 ? 'G' : 'H')],
        grades: ['04'],
        userIds: [{ type: 'SIS', identifier: `9${n}` }],
      }),
    ),
    person('G', 'parent'),
    person('H', 'parent'),
    person('X', 'student', { status: 'tobedeleted' }),
  ],
  enrollments: [enrollment('T', 'teacher'), ...numbers.map((n) => enrollment(`L${n}`))],
})

const usual = {
  asked: [] as URL[],
  tired: false,
  /** a collection that is answered with this status */
  broken: '',
  brokenStatus: 404,
  /** a collection that is answered with a page for people, or `all` */
  page: '',
  elsewhere: false,
  endless: '',
  secret: 'right',
  total: true,
  link: true,
  pages: true,
  uses: 99,
  /** what it asks of a limit: more is refused, and more than `gives` is not given */
  most: 1_000,
  gives: 10,
  breaks: false,
  scheme: 'http:',
  /** where its collections are; nothing for wherever they are asked */
  root: '',
  token: 'header' as 'header' | 'header as it is' | 'form',
  scope: true,
  /** messages are to be signed by this, and tokens are not taken */
  signed: '' as '' | 'HMAC-SHA1' | 'HMAC-SHA256',
  badly: 401,
  /** whether it looks at the filter it is asked with */
  filters: true,
}

/**
 * A small OneRoster server on loopback that pages by ten, tires, lets tokens end, checks what is signed, and does what
 * it is told.
 */
export class RosterServer {
  readonly told = structuredClone(usual)
  tables = farSchool()
  address = ''
  #uses = 0
  readonly #nonces = new Set<string>()
  readonly #server: Server = createServer((request, response) => this.#answer(request, response))

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.address = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  tell(told: Partial<typeof usual> = {}): void {
    Object.assign(this.told, structuredClone(usual), told)
  }

  /** The paths that were asked, without those of tokens. */
  paths = () => this.told.asked.map(({ pathname }) => pathname).filter((path) => path !== '/token')

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { told } = this
    const url = new URL(request.url ?? '/', this.address)
    told.asked.push(url)
    const say = (status: number, body: object, headers = {}) =>
      void response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body))
    if (url.pathname === '/token') return void this.#giveToken(request, say)
    if (told.signed !== '') {
      if (!this.#isSigned(request, url)) return say(told.badly, {})
    } else if (request.headers.authorization !== 'Bearer t' || this.#uses <= 0) return say(401, {})
    this.#uses -= 1
    if (told.tired) {
      told.tired = false
      return say(429, {}, { 'retry-after': new Date(Date.now() - 5_000).toUTCString() })
    }
    if (told.root !== '' && !url.pathname.startsWith(`${told.root}/`)) return say(404, {})
    if (Number(url.searchParams.get('limit')) > told.most) return say(400, {})
    const name = url.pathname.split('/').at(-1) ?? ''
    if (told.broken === name) return say(told.brokenStatus, {})
    if (told.page === name || told.page === 'all')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Sign in')
    this.#list(request, url, name, say)
  }

  async #giveToken(request: IncomingMessage, say: (status: number, body: object) => void): Promise<void> {
    const { told } = this
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const form = new URLSearchParams(body)
    const header = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64').toString()
    const [id = '', secret = ''] =
      told.token === 'form'
        ? [form.get('client_id') ?? '', form.get('client_secret') ?? '']
        : header.split(':').map((word) => (told.token === 'header' ? decodeURIComponent(word) : word))
    if (!told.scope && form.has('scope')) return say(400, { error: 'invalid_scope' })
    this.#uses = told.uses
    say(id === 'cairn' && secret === told.secret ? 200 : 401, { access_token: 't' })
  }

  /** By itself, not by what Cairn signs with: the parts of RFC 5849, a fresh nonce, a clock within five minutes. */
  #isSigned(request: IncomingMessage, url: URL): boolean {
    const header = request.headers.authorization ?? ''
    const said = new Map(
      [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
    const escape = (text: string) => encodeURIComponent(text).replaceAll("'", '%27')
    const [signature, nonce = ''] = [said.get('oauth_signature') ?? '', said.get('oauth_nonce')]
    said.delete('oauth_signature')
    const query = [...url.searchParams].map(([name, value]) => `${escape(name)}=${escape(value)}`)
    const all = [...query, ...[...said].map((pair) => pair.join('='))].toSorted().join('&')
    const base = `GET&${escape(this.address + url.pathname)}&${escape(all)}`
    const hash = this.told.signed === 'HMAC-SHA1' ? 'sha1' : 'sha256'
    const own = createHmac(hash, `${escape(this.told.secret)}&`)
      .update(base)
      .digest('base64')
    const isFresh = nonce !== '' && !this.#nonces.has(nonce)
    this.#nonces.add(nonce)
    const skew = Math.abs(Number(said.get('oauth_timestamp')) - Date.now() / 1000)
    return (
      header.startsWith('OAuth ') &&
      said.get('oauth_signature_method') === this.told.signed &&
      said.get('oauth_consumer_key') === 'cairn' &&
      decodeURIComponent(signature) === own &&
      isFresh &&
      skew < 300
    )
  }

  #list(
    request: IncomingMessage,
    url: URL,
    name: string,
    say: (status: number, body: object, headers?: object) => void,
  ): void {
    const { told, address } = this
    const [offset, limit] = ['offset', 'limit'].map((one) => Number(url.searchParams.get(one)))
    const size = Math.min(limit ?? 0, told.gives)
    const since = /^dateLastModified>'(.+)'$/.exec(url.searchParams.get('filter') ?? '')?.[1]
    const all = (this.tables[name] ?? [])
      .filter((one) => since === undefined || !told.filters || String(one['dateLastModified']) > since)
      .map((one) => (url.pathname.includes('/v1p1/') && one?.['roles'] ? asOf11(one) : one))
    if (!told.pages) return say(200, { [name]: all })
    const [from, to] = [offset ?? 0, (offset ?? 0) + size]
    if (told.endless === name) {
      const link = `<${address}${url.pathname}?offset=${from + 1}>; rel="next"`
      return say(200, { [name]: all.slice(0, 1) }, told.link ? { link } : { 'x-total-count': '26' })
    }
    if (told.breaks && name === 'users' && from > 0) {
      told.breaks = false
      return void request.socket.destroy()
    }
    const next = new URL(url)
    next.searchParams.set('offset', String(to))
    const href = told.elsewhere ? 'https://elsewhere.example/next' : next.href.replace('http:', told.scheme)
    const headers = {
      ...(told.total ? { 'x-total-count': String(all.length) } : {}),
      ...(told.link && to < all.length ? { link: `<${href}>; rel="next"` } : {}),
    }
    say(200, { [name]: all.slice(from, to) }, headers)
  }
}

/** Before 1.2 somebody has one role, beside their schools. */
function asOf11({ roles, ...one }: Thing): Thing {
  const [held] = (roles ?? []) as { role: string; org: Thing }[]
  return held ? { ...one, role: held.role, orgs: [held.org], preferredFirstName: undefined } : one
}
