import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../../test/support/cast.ts'
import { openSchool, type School } from '../../../test/support/school.ts'
import {
  CloseRosterServer,
  GetRosterFeeds,
  KeepRosterColumns,
  KeepRosterServer,
} from '../../feeds/contract.ts'
import { GetRosterImport, ListRosterImports } from '../../rosters/contract.ts'
import { RequestRoster } from './contract.ts'
import { requestNightly } from './request-roster.ts'

type Thing = Record<string, unknown>
const numbers = Array.from({ length: 24 }, (_, n) => n)
const ref = (sourcedId: string) => ({ sourcedId, href: '', type: 'x' })
const person = (sourcedId: string, role: string, more: Thing = {}): Thing => ({
  sourcedId,
  status: 'active',
  enabledUser: 'true',
  username: sourcedId,
  givenName: `Given ${sourcedId}`,
  familyName: 'Reed, "the" younger',
  ...more,
  roles: [{ roleType: 'primary', role, org: ref('S') }],
})
const tables: Record<string, Thing[]> = {
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
        agents: [ref('G')],
        grades: ['04'],
        userIds: [{ type: 'SIS', identifier: `9${n}` }],
      }),
    ),
    person('G', 'parent'),
    person('X', 'student', { status: 'tobedeleted' }),
  ],
  enrollments: ['T', ...numbers.map((n) => `L${n}`)].map((id) => ({
    sourcedId: `e${id}`,
    status: 'active',
    role: id === 'T' ? 'teacher' : 'student',
    class: ref('C'),
    school: ref('S'),
    user: ref(id),
  })),
}

/** A small OneRoster 1.2 server on loopback that pages by ten, tires, lets tokens end, and does what it is told. */
const told = {
  asked: [] as string[],
  tired: false,
  broken: '',
  elsewhere: false,
  endless: '',
  secret: 'right',
  total: true,
  link: true,
  pages: true,
  uses: 99,
}
let address = ''
let uses = 0
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', address)
  told.asked.push(url.pathname)
  const say = (status: number, body: object, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  if (url.pathname === '/token') {
    const basic = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64').toString()
    uses = told.uses
    return void (basic === `cairn:${told.secret}` ? say(200, { access_token: 't' }) : say(401, {}))
  }
  if (request.headers.authorization !== 'Bearer t' || uses <= 0) return void say(401, {})
  uses -= 1
  if (told.tired) {
    told.tired = false
    return void say(429, {}, { 'retry-after': '0' })
  }
  const name = url.pathname.split('/').at(-1) ?? ''
  if (told.broken === name) return void say(404, {})
  const offset = Number(url.searchParams.get('offset'))
  const all = (tables[name] ?? []).map(url.pathname.includes('/v1p1/') ? asOf11 : (one) => one)
  if (!told.pages) return void say(200, { [name]: all })
  if (told.endless === name) {
    const link = `<${address}${url.pathname}?offset=${offset + 1}>; rel="next"`
    return void say(200, { [name]: all.slice(0, 1) }, { link })
  }
  const next = told.elsewhere
    ? 'https://elsewhere.example/next'
    : `${address}${url.pathname}?limit=10&offset=${offset + 10}`
  const headers = {
    ...(told.total ? { 'x-total-count': String(all.length) } : {}),
    ...(told.link && offset + 10 < all.length ? { link: `<${next}>; rel="next"` } : {}),
  }
  say(200, { [name]: all.slice(offset, offset + 10) }, headers)
}

/** Before 1.2 somebody has one role, beside their schools. */
function asOf11({ roles, ...one }: Thing): Thing {
  const [held] = (roles ?? []) as { role: string; org: Thing }[]
  return held ? { ...one, role: held.role, orgs: [held.org], preferredFirstName: undefined } : one
}

let school: School
const server = createServer((request, response) => void answer(request, response))
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  school = await openSchool({ localAddresses: true })
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await school.close()
})

const singh = () => school.as('singh')
const keep = (changes = {}, key = 'singh') =>
  school.as(key).ask(KeepRosterServer, {
    params: { id: newId() },
    body: {
      address,
      tokenAddress: `${address}/token`,
      version: '1.2',
      clientId: 'cairn',
      clientSecret: 'right',
      ...changes,
    },
  })
async function ask() {
  const params = { id: newId() }
  const asked = await singh().ask(RequestRoster, { params })
  return { params, asked }
}
const { districtId } = castMember('singh')

test('a roster is asked of a server page by page, with a token that ends on the way, and shown before it is applied', async () => {
  expect((await keep()).status).toBe(200)
  Object.assign(told, { tired: true, uses: 5 })
  const { params, asked } = await ask()
  expect([asked.status, asked.text]).toEqual([200, expect.anything()])
  const { body } = await singh().ask(GetRosterImport, { params })
  expect(body.format).toBe('oneroster-1.2')
  expect(body.story.people.join).toMatchObject({ count: 26, learners: 24, staff: 1, guardians: 1 })
  expect(body.story.people.join.some).toContain('Usual 3 Reed, "the" younger')
  expect(body.story.enrollments.opened).toBe(25)
  expect(body.story.guardianships.opened).toBe(24)
  expect(told.asked.filter((path) => path.endsWith('/users')).length).toBeGreaterThanOrEqual(3)
  const { body: feeds, text } = await singh().ask(GetRosterFeeds)
  expect(feeds.server?.clientId).toBe('cairn')
  expect(text).not.toContain('right')
})

test('a server of 1.1 is asked by its own paths and roles, whether or not it says how much there is', async () => {
  const ways = [
    {},
    { total: false },
    { link: false },
    { total: false, link: false },
    { pages: false, total: false },
  ]
  for (const way of ways) {
    Object.assign(told, { total: true, link: true, pages: true, uses: 99, asked: [] }, way)
    expect((await keep({ version: '1.1' })).status).toBe(200)
    const { params, asked } = await ask()
    expect([way, asked.status]).toEqual([way, 200])
    const { body } = await singh().ask(GetRosterImport, { params })
    expect(body.format).toBe('oneroster-1.1')
    expect(body.story.people.join).toMatchObject({ count: 26, learners: 24, staff: 1, guardians: 1 })
    expect(body.story.enrollments.opened).toBe(25)
    expect(body.story.guardianships.opened).toBe(24)
    const paths = told.asked.filter((path) => path !== '/token')
    expect(paths.every((path) => path.startsWith('/ims/oneroster/v1p1/'))).toBe(true)
  }
  Object.assign(told, { total: true, link: true, pages: true })
})

test('one page that does not come, a way that leads elsewhere, a wrong secret: nothing is read of any of it', async () => {
  told.uses = 99
  const refused = async () => (await ask()).asked.text
  told.broken = 'enrollments'
  expect(await refused()).toContain('server_odd 0 enrollments')
  Object.assign(told, { broken: '', elsewhere: true })
  expect(await refused()).toContain('server_odd 0 next')
  Object.assign(told, { elsewhere: false, secret: 'another' })
  expect(await refused()).toContain('server_refused')
  told.secret = 'right'
  const outside = await openSchool()
  for (const wrong of ['http://10.0.0.1', 'ftp://a.example', 'https://a:b@c.example'])
    expect(
      (
        await outside.as('singh').ask(KeepRosterServer, {
          params: { id: newId() },
          body: {
            address: wrong,
            tokenAddress: 'https://127.0.0.1/token',
            version: '1.2',
            clientId: 'c',
            clientSecret: 's',
          },
        })
      ).code,
    ).toBe('invalid')
  const body = {
    address: 'https://127.0.0.1',
    tokenAddress: 'https://127.0.0.1/token',
    version: '1.1',
    clientId: 'c',
    clientSecret: 's',
  }
  expect((await outside.as('singh').ask(KeepRosterServer, { params: { id: newId() }, body })).status).toBe(
    200,
  )
  const params = { id: newId() }
  expect((await outside.as('singh').ask(RequestRoster, { params })).code).toBe('address_not_reached')
  await outside.close()
})

test('a server that leads from page to page for ever is not believed: nothing is read of what came so far', async () => {
  Object.assign(told, { uses: 4000, endless: 'users' })
  expect((await ask()).asked.text).toContain('server_odd 0 users')
  Object.assign(told, { uses: 99, endless: '' })
}, 60_000)

test('every night once: applied, or left waiting for the office when it looks wrong', async () => {
  const ground = { ...school.program.ground, localAddresses: true }
  const before = (await singh().ask(ListRosterImports)).body.length
  await requestNightly(ground, districtId)
  await requestNightly(ground, districtId)
  const [applied, ...rest] = (await singh().ask(ListRosterImports)).body
  expect(rest).toHaveLength(before)
  expect(applied?.appliedAt).not.toBeNull()
  school.clock.now = new Date(school.clock.now.getTime() + 24 * 3_600_000)
  const users = tables['users']
  tables['users'] = (users ?? []).slice(0, 3)
  await requestNightly(ground, districtId)
  tables['users'] = users ?? []
  const [waiting] = (await singh().ask(ListRosterImports)).body
  expect(waiting?.appliedAt).toBeNull()
  const { body } = await singh().ask(GetRosterImport, { params: { id: waiting?.id ?? '' } })
  expect(body.may.apply).toBe(true)
  expect((await singh().ask(GetRosterFeeds)).body.server?.trouble).toBe('looks_wrong')
})

test('only the office of the district says where rosters come from', async () => {
  for (const key of ['chen', 'rivera', 'mika', 'amara', 'marsh'] as const) {
    expect((await keep({}, key)).code).toBe('not_found')
    const visitor = school.as(key)
    expect((await visitor.ask(GetRosterFeeds)).code).toBe('not_found')
    expect((await visitor.ask(RequestRoster, { params: { id: newId() } })).code).toBe('not_found')
    const body = { columns: { students: { headings: ['a'] } } }
    expect((await visitor.ask(KeepRosterColumns, { params: { id: newId() }, body })).code).toBe('not_found')
    expect((await visitor.ask(CloseRosterServer, { params: { id: newId() } })).code).toBe('not_found')
  }
  const params = { id: newId() }
  const body = { columns: { students: { headings: ['Number', 'Name'], columns: { id: 'Number' } } } }
  for (const _ of [1, 2]) expect((await singh().ask(KeepRosterColumns, { params, body })).status).toBe(200)
  expect((await singh().ask(GetRosterFeeds)).body.columns).toEqual(body.columns)
  expect(
    (await singh().ask(KeepRosterColumns, { params: { id: newId() }, body: { columns: { pupils: {} } } }))
      .code,
  ).toBe('invalid')
  await singh().ask(CloseRosterServer, { params: { id: newId() } })
  expect((await singh().ask(GetRosterFeeds)).body.server).toBeNull()
})
