import { Validator } from '@seriousme/openapi-schema-validator'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { routes } from '../entry/modules.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { castMember } from '../../test/support/cast.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const get = (url: string, headers: Record<string, string> = {}) =>
  school.program.app.inject({ method: 'GET', url, headers })

test('every answer carries the headers that keep a browser safe', async () => {
  const answer = await get('/healthz')
  expect(answer.json()).toEqual({ status: 'ready' })
  const policy = String(answer.headers['content-security-policy'])
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
})

/** Open to whoever stands at a device of a class; any other device learns only that there is no such door. */
const unknownDoors = new Set(['GetClassDoor'])

test('every endpoint but the open ones asks for a sign-in first', async () => {
  for (const { endpoint } of routes) {
    const url = endpoint.path
      .replaceAll(/:\w+/g, '01a20bdf-789f-7631-b16b-d4847aef20a1')
      .replace('/revisions/01', '/revisions/2#')
    const answer = await school.program.app.inject({
      method: endpoint.method,
      url,
      headers: { 'x-cairn': '1' },
    })
    const unknown = unknownDoors.has(endpoint.name) ? [404] : []
    const expected =
      endpoint.signedIn === false && endpoint.program === undefined ? [200, 400, ...unknown] : [400, 401, 404]
    expect([endpoint.name, expected.includes(answer.statusCode)]).toEqual([endpoint.name, true])
    expect([endpoint.name, answer.statusCode >= 500]).toEqual([endpoint.name, false])
  }
})

test('input that cannot be read is refused with the field, never with a trace', async () => {
  const cookie = await school.as('mika').cookie()
  const put = (url: string, payload: string, type = 'application/json') =>
    school.program.app.inject({
      method: 'PUT',
      url,
      headers: { cookie, 'x-cairn': '1', 'content-type': type },
      payload,
    })
  const id = '01a20bdf-789f-7631-b16b-d4847aef20a1'
  for (const payload of ['{', '[]', '{"iteration": 3}', '{"iteration":{"id":"x","parts":[]}}', '"\\u0000"']) {
    const answer = await put(`/api/pieces/${id}`, payload)
    expect([payload, answer.statusCode]).toEqual([payload, 400])
    expect(answer.json().error.code).toBe('invalid')
    expect(answer.body).not.toMatch(/\n\s+at |node_modules|zod/i)
  }
  expect((await put(`/api/pieces/${id}`, '<x/>', 'text/xml')).statusCode).toBe(400)
  expect((await put('/api/pieces/not-an-id', '{}')).statusCode).toBeLessThan(500)
  const nul = { iteration: { id, parts: [{ kind: 'text', text: 'a\u0000b' }] } }
  expect((await put(`/api/pieces/${id}`, JSON.stringify(nul))).json().error.code).toBe('invalid')
})

test('the API is published as OpenAPI 3.1, every endpoint in it, and as a page to read', async () => {
  const document = (await get('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  const published = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap((path) => Object.values(path))
    .map((operation) => operation.operationId)
  expect(published.sort()).toEqual(routes.map((route) => route.endpoint.name).sort())
  expect((await get('/api')).body).toContain('PUT /api/pieces/:id')
})

test.each(['/api/openapi.json', '/api/district/openapi.json'])(
  'whoever makes a client of %s finds it valid',
  async (url) => {
    const said = await new Validator().validate((await get(url)).json())
    expect(said.errors).toBeUndefined()
    expect(said.valid).toBe(true)
  },
)

test('what programs may ask, and nothing else, stands in a document of its own, with what they are told', async () => {
  const document = (await get('/api/district/openapi.json')).json()
  const open = routes.filter(({ endpoint }) => endpoint.program !== undefined)
  expect(Object.keys(document.paths).sort()).toEqual(open.map(({ endpoint }) => endpoint.path).sort())
  expect(Object.keys(document.webhooks).sort()).toEqual(['conference.closed', 'hook.tried', 'roster.applied'])
  expect(Object.keys(document.paths['/api/district/people'].get.responses)).toContain('429')
})

test('one person asking without end is asked to wait, and the others are not', async () => {
  const busy = await openSchool({ mostRequests: 20 })
  try {
    const ask = async (key: string) => {
      const headers = { cookie: await busy.as(key).cookie() }
      return (await busy.program.app.inject({ method: 'GET', url: '/api/me', headers })).statusCode
    }
    const statuses: number[] = []
    for (let times = 0; times < 25; times += 1) statuses.push(await ask('mika'))
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    expect(await ask('noor')).toBe(200)
  } finally {
    await busy.close()
  }
})

test('whoever invents a new cookie each time is limited by their address, and a class at the same one is not', async () => {
  const busy = await openSchool({ mostRequests: 20 })
  try {
    const cookie = await busy.as('noor').cookie()
    const ask = async (one: string) =>
      (await busy.program.app.inject({ method: 'GET', url: '/api/me', headers: { cookie: one } })).statusCode
    expect(await ask(cookie)).toBe(200)
    const strangers: number[] = []
    for (let times = 0; times < 210; times += 1) strangers.push(await ask(`cairn=invented-${times}`))
    expect([strangers[0], strangers.at(-1)]).toEqual([401, 429])
    expect(await ask(cookie)).toBe(200)
    // built files are no limit's business: an empty browser wants dozens of them
    const file = await busy.program.app.inject({ method: 'GET', url: '/assets/no-such-file.js' })
    expect(file.statusCode).toBe(404)
  } finally {
    await busy.close()
  }
})

test('behind a web server of this machine everybody is known by their own address, and nobody elsewhere borrows one', async () => {
  const busy = await openSchool({ mostRequests: 1 })
  try {
    const last = async (remoteAddress: string, from: (time: number) => string) => {
      let status = 0
      for (let time = 0; time < 11; time += 1) {
        const headers = { 'x-forwarded-for': from(time) }
        const asked = { method: 'GET', url: '/api/me', remoteAddress, headers } as const
        status = (await busy.program.app.inject(asked)).statusCode
      }
      return status
    }
    expect(await last('127.0.0.1', () => '203.0.113.1')).toBe(429)
    expect(await last('127.0.0.1', (time) => (time < 10 ? `203.0.113.${20 + time}` : '203.0.113.2'))).toBe(
      401,
    )
    // what a visitor wrote themselves stands before what the server in front wrote
    expect(await last('127.0.0.1', (time) => `203.0.113.${60 + time}, 203.0.113.3`)).toBe(429)
    expect(await last('127.0.0.1', (time) => `2001:db8:1:2::${time}`)).toBe(429)
    expect(await last('127.0.0.1', (time) => `2001:db8:1:${3 + time}::1`)).toBe(401)
    // some write the port of each connection beside it
    expect(await last('127.0.0.1', (time) => `203.0.113.4:${5000 + time}`)).toBe(429)
    expect(
      await last('127.0.0.1', (time) => `[2001:db8:9::1]:${5000 + time}, 127.0.0.1:${6000 + time}`),
    ).toBe(429)
    expect(await last('198.51.100.9', (time) => `203.0.113.${40 + time}`)).toBe(429)
  } finally {
    await busy.close()
  }
})

test('whoever opens a page too often reads one, in their language, with when to come again', async () => {
  const busy = await openSchool({ mostRequests: 1 })
  try {
    const open = (
      headers: Record<string, string>,
      url = '/guest/event/x?in=fr',
      method: 'GET' | 'POST' = 'GET',
    ) => busy.program.app.inject({ method, url, headers })
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8'
    for (let times = 0; times < 10; times += 1) expect((await open({ accept })).statusCode).toBe(404)
    const page = await open({ accept })
    expect(page.statusCode).toBe(429)
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toMatch(/lang="fr".*Nouvel essai possible dans \d+ seconde.*<a href="">/s)
    expect((await open({ accept, 'accept-language': 'en-CA' }, '/sign-in')).body).toMatch(
      /Try again in \d+ sec/,
    )
    const nasty = await open({ accept }, '/work/"><script>alert(1)</script>')
    expect([nasty.statusCode, nasty.body.includes('<script>')]).toEqual([429, false])
    expect((await open({ accept }, '/guest/event/x/y/slip', 'POST')).body).toMatch(/go back to it, wait/)
    for (const [headers, url] of [
      [{ accept }, '/api/me'],
      [{ accept: '*/*' }, '/sign-in'],
    ] as const)
      expect((await open(headers, url)).json().error.code).toBe('too_many_requests')
  } finally {
    await busy.close()
  }
})

test('a session that has ended no longer counts as one', async () => {
  const busy = await openSchool({ mostRequests: 20 })
  try {
    const cookie = await busy.as('jonas').cookie()
    const headers = { cookie, 'x-cairn': '1' }
    await busy.program.app.inject({ method: 'DELETE', url: '/api/session', headers })
    const statuses: number[] = []
    for (let times = 0; times < 215; times += 1)
      statuses.push((await busy.program.app.inject({ method: 'GET', url: '/api/me', headers })).statusCode)
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429])
  } finally {
    await busy.close()
  }
})

test('five hundred people behind one address open the door in the same minute, and it opens for all', async () => {
  const door = await openSchool({ mostRequests: 1200 })
  try {
    const statuses: number[] = []
    for (let person = 0; person < 500; person += 1) {
      // what a browser asks for before anybody is signed in
      for (const url of ['/sign-in', '/api/me', '/api/me', '/healthz']) {
        statuses.push((await door.program.app.inject({ method: 'GET', url })).statusCode)
      }
    }
    expect(statuses).not.toContain(429)
  } finally {
    await door.close()
  }
})

test("the application's role cannot see over a district's wall, even without a rule in the way", async () => {
  const client = new pg.Client(school.connection)
  await client.connect()
  try {
    const count = async () => Number((await client.query('select count(*) from person')).rows[0].count)
    expect(await count()).toBe(0)
    const here = castMember('mika').districtId
    await client.query("select set_config('cairn.district', $1, false)", [here])
    const others = await client.query('select count(*) from person where district_id <> $1', [here])
    expect([(await count()) > 50, Number(others.rows[0].count)]).toEqual([true, 0])
    const move = client.query('update person set district_id = $1', [castMember('ravi').districtId])
    await expect(move).rejects.toThrow(/row-level security/)
    await expect(client.query('select * from sign_in_throttle')).rejects.toThrow(/permission denied/)
    const role = await client.query(
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    )
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
  } finally {
    await client.end()
  }
})

test('when the database is gone for a moment it is said so, and nothing needs restarting afterwards', async () => {
  const cookie = await school.as('mika').cookie()
  const owner = new pg.Client({ host: inject('postgresFolder'), user: 'postgres', database: 'postgres' })
  await owner.connect()
  const { database } = school.connection
  await owner.query(`alter database ${database} with allow_connections false`)
  await owner.query('select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = $1', [
    database,
  ])
  const away = await get('/api/me', { cookie })
  await owner.query(`alter database ${database} with allow_connections true`)
  await owner.end()
  expect([away.statusCode, away.json().error.code]).toEqual([503, 'try_again'])
  await expect.poll(async () => (await get('/api/me', { cookie })).statusCode).toBe(200)
})
