import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../../test/support/cast.ts'
import { RosterServer } from '../../../test/support/roster-server.ts'
import { openSchool, type School } from '../../../test/support/school.ts'
import {
  CloseRosterServer,
  GetRosterFeeds,
  KeepRosterColumns,
  KeepRosterServer,
} from '../../feeds/contract.ts'
import { GetRosterImport, GetRosterProgress, ListRosterImports } from '../../rosters/contract.ts'
import { RequestRoster } from './contract.ts'
import { requestNightly } from './request-roster.ts'

let school: School
const server = new RosterServer()
const { told, tables } = server
beforeAll(async () => {
  await server.open()
  school = await openSchool({ localAddresses: true })
})
afterAll(async () => {
  await server.close()
  await school.close()
})

const singh = () => school.as('singh')
const keep = (changes = {}, key = 'singh') =>
  school.as(key).ask(KeepRosterServer, {
    params: { id: newId() },
    body: {
      address: server.address,
      tokenAddress: `${server.address}/token`,
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
  expect(body.story.people.join).toMatchObject({ count: 27, learners: 24, staff: 1, guardians: 2 })
  expect(body.story.people.join.some).toContain('Usual 3 Reed, "the" younger')
  expect([body.story.enrollments.opened, body.story.guardianships.opened]).toEqual([25, 24])
  expect(server.paths().filter((path) => path.endsWith('/users')).length).toBeGreaterThan(2)
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
    expect(body.story.people.join).toMatchObject({ count: 27, learners: 24, staff: 1, guardians: 2 })
    expect(body.story.enrollments.opened).toBe(25)
    expect(body.story.guardianships.opened).toBe(24)
    expect(server.paths().every((path) => path.startsWith('/ims/oneroster/v1p1/'))).toBe(true)
  }
  Object.assign(told, { total: true, link: true, pages: true })
})

test('a server that gives a hundred at a time, whose line breaks, and that does not know it is asked over TLS', async () => {
  expect((await keep()).status).toBe(200)
  Object.assign(told, { most: 100, breaks: true, scheme: 'https:', uses: 99 })
  const { params, asked } = await ask()
  expect([asked.status, told.breaks]).toEqual([200, false])
  expect((await singh().ask(GetRosterImport, { params })).body.story.people.join.count).toBe(27)
  told.most = 10
  expect((await ask()).asked.text).toContain('server_odd 0 orgs')
  Object.assign(told, { most: 1_000, scheme: 'http:' })
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
  const body = {
    address: 'https://127.0.0.1',
    tokenAddress: 'https://127.0.0.1/token',
    version: '1.1' as const,
    clientId: 'c',
    clientSecret: 's',
  }
  const keepThere = (changes: object) =>
    outside.as('singh').ask(KeepRosterServer, { params: { id: newId() }, body: { ...body, ...changes } })
  for (const wrong of ['http://10.0.0.1', 'ftp://a.example', 'https://a:b@c.example'])
    expect((await keepThere({ address: wrong })).code).toBe('invalid')
  expect((await keepThere({})).status).toBe(200)
  const params = { id: newId() }
  expect((await outside.as('singh').ask(RequestRoster, { params })).code).toBe('address_not_reached')
  await outside.close()
})

test('a server that leads from page to page for ever is not believed: nothing is read of what came so far', async () => {
  told.endless = 'users'
  for (const link of [true, false])
    expect((Object.assign(told, { link }), (await ask()).asked.text)).toContain('server_odd 0 users')
  Object.assign(told, { uses: 99, endless: '', link: true })
})

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
    expect((await visitor.ask(GetRosterProgress)).code).toBe('not_found')
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
