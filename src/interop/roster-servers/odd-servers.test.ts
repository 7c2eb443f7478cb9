import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { RosterServer } from '../../../test/support/roster-server.ts'
import { askServer } from './ask-server.ts'
import type { Server } from './enter-server.ts'

/** What real servers want and do otherwise, tried without a district. */
const server = new RosterServer()
beforeAll(() => server.open())
afterAll(() => server.close())
beforeEach(() => server.tell())

const ask = async (changes: Partial<Server> = {}) => {
  const roster = await askServer({
    address: server.address,
    tokenAddress: `${server.address}/token`,
    version: '1.1',
    signing: 'oauth2',
    clientId: 'cairn',
    secret: server.told.secret,
    local: true,
    ...changes,
  })
  return [roster.people.length, roster.enrollments.length, roster.terms.length]
}
const all = [28, 25, 1]
const signed = { signing: 'oauth1', tokenAddress: '' } as const

test.each(['HMAC-SHA256', 'HMAC-SHA1'] as const)(
  'a server that wants each message signed by %s gets that, whatever it says to the other',
  async (by) => {
    for (const badly of [401, 400, 403]) {
      server.tell({ signed: by, badly, secret: "s+/= '&%" })
      expect(await ask(signed)).toEqual(all)
      expect(server.told.asked.some(({ pathname }) => pathname === '/token')).toBe(false)
    }
    await expect(ask({ ...signed, secret: 'wrong' })).rejects.toMatchObject({ reason: 'server_refused' })
    await expect(ask({ ...signed, clientId: 'other' })).rejects.toMatchObject({ reason: 'server_refused' })
  },
)

test.each(['header', 'header as it is', 'form'] as const)(
  'a token is given for a %s, with a scope or without, and again when it ended',
  async (token) => {
    for (const scope of [true, false]) {
      server.tell({ token, scope, secret: 'a+b/c=&%20', uses: 5 })
      expect(await ask()).toEqual(all)
      await expect(ask({ secret: 'wrong' })).rejects.toMatchObject({ reason: 'server_refused' })
    }
  },
)

test.each([
  ['', '/ims/oneroster/v1p1', '1.1'],
  ['/ims/oneroster', '/ims/oneroster/v1p1', '1.1'],
  ['/ims/oneroster/v1p1/', '/ims/oneroster/v1p1', '1.1'],
  ['/district/7', '/district/7', '1.1'],
  ['', '/ims/oneroster/rostering/v1p2', '1.2'],
  ['/ims/oneroster', '/ims/oneroster/rostering/v1p2', '1.2'],
  ['/api', '/api/rostering/v1p2', '1.2'],
  ['/api/rostering/v1p2', '/api/rostering/v1p2', '1.2'],
] as const)('the address %j leads to %s', async (typed, root, version) => {
  server.tell({ root })
  expect(await ask({ address: server.address + typed, version })).toEqual(all)
})

test('a server without courses, terms or a list of all places is read; without people or classes it is not', async () => {
  const without = async (broken: string) => {
    server.tell({ broken, root: '/ims/oneroster/v1p1' })
    return ask()
  }
  expect(await without('courses')).toEqual(all)
  expect(await without('academicSessions')).toEqual([28, 25, 0])
  server.tables['schools'] = server.tables['orgs'] ?? []
  const { orgs } = server.tables
  server.tables['orgs'] = []
  server.tables['terms'] = server.tables['academicSessions'] ?? []
  expect(await without('orgs')).toEqual(all)
  expect(await without('academicSessions')).toEqual(all)
  server.tables['orgs'] = orgs ?? []
  for (const one of ['users', 'classes', 'enrollments'])
    await expect(without(one)).rejects.toMatchObject({ reason: 'server_odd', file: one })
})

test('a page for people is no collection, and an address where there are only such is called that', async () => {
  server.tell({ page: 'courses' })
  expect(await ask()).toEqual(all)
  server.tell({ page: 'users' })
  await expect(ask()).rejects.toMatchObject({ reason: 'server_odd', file: 'users' })
  server.tell({ page: 'all' })
  await expect(ask()).rejects.toMatchObject({ reason: 'server_page' })
  await expect(ask({ tokenAddress: `${server.address}/ims/oneroster/v1p1/orgs` })).rejects.toMatchObject({
    reason: 'server_refused',
  })
})

test('a thing that is none, and one that leads nowhere, are named and take nobody else along', async () => {
  const { users = [], enrollments = [] } = server.tables
  server.tables['users'] = [...users, null as never, 'x' as never]
  server.tables['enrollments'] = [...enrollments, { sourcedId: 'e', role: 'student', class: null }]
  expect(await ask()).toEqual([28, 26, 1])
  Object.assign(server.tables, { users, enrollments })
})

test('fewer at a time than asked for, whether or not it says so', async () => {
  for (const way of [{}, { total: false }, { link: false }, { total: false, link: false }]) {
    server.tell({ gives: 7, ...way })
    expect([way, await ask()]).toEqual([way, all])
  }
})
