import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../../test/support/cast.ts'
import { enrollment, person, ref, RosterServer, type Thing } from '../../../test/support/roster-server.ts'
import { openSchool, type School } from '../../../test/support/school.ts'
import { GetRosterFeeds, KeepRosterServer } from '../../feeds/contract.ts'
import { GetRosterImport, ListRosterImports, UndoRosterImport } from '../../rosters/contract.ts'
import { requestNightly } from './request-roster.ts'

let school: School
const server = new RosterServer()
const { districtId } = castMember('singh')
const hours = 3_600_000

beforeAll(async () => {
  await server.open()
  school = await openSchool({ localAddresses: true })
  for (const name of ['classes', 'users', 'enrollments'])
    for (const one of server.tables[name] ?? []) one['dateLastModified'] = '2020-01-01T00:00:00.000Z'
  const body = {
    address: server.address,
    tokenAddress: '',
    version: '1.1' as const,
    signing: 'oauth1' as const,
    clientId: 'cairn',
    clientSecret: 'right',
  }
  const params = { id: newId() }
  expect((await school.as('singh').ask(KeepRosterServer, { params, body })).status).toBe(200)
})
afterAll(async () => {
  await server.close()
  await school.close()
})

const feed = async () => (await school.as('singh').ask(GetRosterFeeds)).body.server
async function lastImport() {
  const [last] = (await school.as('singh').ask(ListRosterImports)).body
  return (await school.as('singh').ask(GetRosterImport, { params: { id: last?.id ?? '' } })).body
}
/** What was asked with a filter, and what came of the night. */
async function night(told: Parameters<RosterServer['tell']>[0] = {}) {
  server.tell({ signed: 'HMAC-SHA256', ...told })
  school.clock.now = new Date(school.clock.now.getTime() + 24 * hours)
  await requestNightly(school.program.ground, districtId)
  const filtered = server.told.asked.filter(({ searchParams }) => searchParams.has('filter'))
  const whole = server.told.asked.some(
    ({ pathname, searchParams }) => pathname.endsWith('/users') && !searchParams.has('filter'),
  )
  return { filtered, whole, ...(await lastImport()) }
}
const now = () => new Date(school.clock.now.getTime() + 20 * hours).toISOString()
const change = (name: string, ...things: Thing[]) => {
  const ids = new Set(things.map(({ sourcedId }) => sourcedId))
  const others = (server.tables[name] ?? []).filter(({ sourcedId }) => !ids.has(sourcedId))
  server.tables[name] = [...others, ...things.map((one) => ({ ...one, dateLastModified: now() }))]
}
const changedLongAgo = (id: string) => {
  for (const one of server.tables['users'] ?? [])
    if (one['sourcedId'] === id) one['dateLastModified'] = '2020-01-01T00:00:00.000Z'
}

test('everything is read first, then each night what changed since: who is not in it stays, who is marked leaves', async () => {
  const first = await night()
  expect([first.filtered.length, first.whole, first.story.people.join.count]).toEqual([0, true, 27])
  expect(await feed()).toMatchObject({ givesChanges: null, changesAt: null, trouble: '' })

  change('users', person('L3', 'student', { givenName: 'Renamed', agents: [ref('G')], grades: ['04'] }))
  change('users', person('L4', 'student', { status: 'tobedeleted' }), person('N1', 'student'))
  change('enrollments', enrollment('N1'), { sourcedId: 'eL5', status: 'tobedeleted' })
  const second = await night()
  expect([second.whole, second.filtered.map(({ pathname }) => pathname.split('/').at(-1))]).toEqual([
    false,
    ['classes', 'users', 'enrollments'],
  ])
  const since = second.filtered[0]?.searchParams.get('filter') ?? ''
  // from two days before the last reading, for clocks and for what servers tell late
  const from = new Date(school.clock.now.getTime() - 3 * 24 * hours).toISOString()
  expect(since).toBe(`dateLastModified>'${from}'`)
  const { people, enrollments, guardianships } = second.story
  expect([people.join.count, people.leave.count, people.rename.count]).toEqual([1, 1, 1])
  // of L4, who left, and of L5, whose record was marked
  expect([enrollments.opened, enrollments.closed, guardianships.closed]).toEqual([1, 2, 1])
  expect(second.story.anomalies).toEqual([])
  expect(await feed()).toMatchObject({ givesChanges: true, trouble: '' })
  expect(Date.parse((await feed())?.changesAt ?? '')).toBeGreaterThan(
    Date.parse((await feed())?.wholeAt ?? ''),
  )
})

test('where adults name their children, a child’s own record ends no guardianship of others', async () => {
  change('users', person('G', 'parent', { agents: [ref('L6')] }), person('L6', 'student', { agents: [] }))
  school.clock.now = new Date(school.clock.now.getTime() + 8 * 24 * hours)
  expect((await night()).whole).toBe(true)
  change('users', person('L6', 'student', { givenName: 'Given L6 again', agents: [] }))
  changedLongAgo('G')
  const { whole, story } = await night()
  expect([whole, story.people.rename.count, story.guardianships.closed]).toEqual([false, 1, 0])
})

test('an adult whose record names a child no more has lost the child that very night', async () => {
  change('users', person('G', 'parent', { agents: [] }))
  const { whole, story } = await night()
  expect([whole, story.guardianships.closed]).toEqual([false, 1])
})

test('that adults name their children is learned from what changed as well', async () => {
  changedLongAgo('G')
  change('users', person('G2', 'parent', { agents: [ref('L7')] }))
  const named = await night()
  expect([named.whole, named.story.guardianships.opened]).toEqual([false, 1])
  changedLongAgo('G2')
  change('users', person('L7', 'student', { givenName: 'Given L7 again', agents: [ref('G')] }))
  const { whole, story } = await night()
  expect([whole, story.people.rename.count, story.guardianships.closed]).toEqual([false, 1, 0])
})

test('whatever looks wrong in what changed is answered by everything, the same night', async () => {
  change('enrollments', enrollment('Z1'))
  change('users', { ...person('Z1', 'student'), dateLastModified: 'x' })
  server.tables['users']?.splice(-1, 1, {
    ...person('Z1', 'student'),
    dateLastModified: '2020-01-01T00:00:00.000Z',
  })
  const { filtered, whole, story } = await night()
  expect([filtered.length > 0, whole, story.people.join.count]).toEqual([true, true, 1])
  // an import that was undone is not what the server believes we have
  const { id } = await lastImport()
  school.clock.now = new Date(school.clock.now.getTime() + hours)
  expect((await school.as('singh').ask(UndoRosterImport, { params: { id } })).status).toBe(200)
  const after = await night()
  expect([after.filtered.length, after.whole]).toEqual([0, true])
  expect(after.story.people.return.count).toBe(1)
})

test('what is not told of for length counts as what the server did not tell of', async () => {
  const ofTeacher = Array.from({ length: 201 }, (_, n) => ({ ...enrollment('T'), sourcedId: `wrong${n}` }))
  change('enrollments', ...ofTeacher, enrollment('Z2'))
  change('users', person('Z2', 'student'))
  changedLongAgo('Z2')
  const { whole, story } = await night()
  expect([whole, story.people.join.count]).toEqual([true, 1])
  server.tables['enrollments'] = (server.tables['enrollments'] ?? []).filter(
    ({ sourcedId }) => !String(sourcedId).startsWith('wrong'),
  )
})

test('a page for people in place of what changed is no night without changes', async () => {
  await night({ page: 'users' })
  expect((await feed())?.trouble).toBe('server_odd users')
  expect([(await night()).whole, (await feed())?.trouble]).toEqual([true, ''])
})

test('everything is read again after a week, though the server says what changed', async () => {
  const wholes: boolean[] = []
  for (let count = 0; count < 8; count += 1) wholes.push((await night()).whole)
  expect(wholes.filter(Boolean)).toHaveLength(1)
})

test('a server that does not look at what it is asked for is asked for everything from then on', async () => {
  const before = await night({ filters: false })
  expect([before.filtered.length > 0, before.whole]).toEqual([true, true])
  expect(await feed()).toMatchObject({ givesChanges: false, trouble: '' })
  const after = await night({ filters: false })
  expect([after.filtered.length, after.whole]).toEqual([0, true])
})

test('a cut in the middle of a night imports nothing, is told, and is followed by everything', async () => {
  const before = (await school.as('singh').ask(ListRosterImports)).body.length
  await night({ broken: 'enrollments', brokenStatus: 418 })
  expect((await school.as('singh').ask(ListRosterImports)).body).toHaveLength(before)
  expect((await feed())?.trouble).toBe('server_odd enrollments')
  const { whole } = await night()
  expect([whole, (await feed())?.trouble]).toEqual([true, ''])
})
