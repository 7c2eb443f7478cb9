import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  apply,
  bring,
  csv,
  type Human,
  oneRoster,
  type Year,
  zipOf,
} from '../../../test/support/rostering.ts'
import { openSchool, type School } from '../../../test/support/school.ts'
import { Packed } from '../../rosters/shrink-rows.ts'
import { readRoster } from './read-roster.ts'
import { broughtBytes } from './roster-bundle.ts'
import { readTable } from './table.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const people: Human[] = [
  { id: 'T1', role: 'teacher', given: 'Tia', family: 'Moss' },
  ...[1, 2, 3, 4, 5, 6].map((n) => ({ id: `L${n}`, role: 'student', given: `Lou${n}`, family: 'Reed' })),
]
const yearOf = (here: Human[]): Year => ({
  people: here,
  classes: [{ id: 'C1', title: 'Aspen', who: here.map(({ id }) => id) }],
})
const texts = (year: Year) =>
  Object.fromEntries(Object.entries(oneRoster(year)).map(([name, rows]) => [name, csv(rows)]))
const read = (files: Record<string, string | Uint8Array>) => readRoster(broughtBytes('a.zip', zipOf(files)))

test('a path in a ZIP is only ever looked at for its end, and what climbs out of it is not looked at', async () => {
  const under = (folder: string) =>
    Object.fromEntries(Object.entries(texts(yearOf(people))).map(([name, text]) => [folder + name, text]))
  expect((await read(under('night/of monday/'))).people).toHaveLength(7)
  await expect(read(under('../../../tmp/'))).rejects.toThrow('not_a_roster')
  const twice = { ...texts(yearOf(people)), '/etc/users.csv': 'sourcedId\r\n' }
  await expect(read(twice)).rejects.toThrow('same_file_twice')
})

test('a table of 200 MB is read a stretch at a time, in a fraction of its size', async () => {
  const stretch = Buffer.from('L1,active,Lou,Reed,0123456789012345678901234567890123456789\r\n'.repeat(4_000))
  const bytes = async function* bytes() {
    yield Buffer.from('id,status,given,family,more\r\n')
    for (let sent = 0; sent < 200 * 2 ** 20; sent += stretch.length) yield stretch
  }
  const before = process.memoryUsage().rss
  let [rows, most] = [0, 0]
  const table = { name: 'users.csv', bytes }
  for await (const row of readTable(table, ['*id', 'given'], { rejected: new Packed(), oddities: [] })) {
    if (row.get('id') === 'L1') rows += 1
    if (rows % 100_000 === 0) most = Math.max(most, process.memoryUsage().rss - before)
  }
  expect(rows).toBeGreaterThan(3_000_000)
  expect(most).toBeLessThan(180 * 2 ** 20)
}, 120_000)

test('a formula in a cell is a name like any other: kept letter for letter, and run by nothing here', async () => {
  const formula = `=cmd|' /C calc'!A0`
  const odd = [...people, { id: 'L9', role: 'student', given: formula, family: '@SUM(1+1)' }]
  const { id, story } = await bring(school, zipOf(oneRoster(yearOf(odd))))
  expect(story?.people.join.some).toContain(`${formula} @SUM(1+1)`)
  expect((await apply(school, id)).status).toBe(200)
})

test('one id twice, and schools that are above each other in a circle, are told by their row and harm nothing', async () => {
  const files = texts(yearOf(people))
  const users = files['users.csv'] ?? ''
  const double = users + (users.split('\r\n')[2] ?? '').replace('Lou1', 'Another') + '\r\n'
  const orgs =
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\nD,,,Lakes,district,,S1\r\nS1,,,School,school,,D\r\n'
  const roster = await read({ ...files, 'users.csv': double, 'orgs.csv': orgs })
  expect([...roster.rejected]).toMatchObject([{ code: 'same_id', file: 'users.csv', row: 9 }])
  expect(roster.oddities.map(({ code }) => code)).toContain('goes_in_circles')
  expect([...roster.people].map(({ given }) => given)).not.toContain('Another')
})

test('yesterday’s file after today’s is told to be old', async () => {
  const [monday, tuesday] = [zipOf(oneRoster(yearOf(people))), zipOf(oneRoster(yearOf(people.slice(0, 6))))]
  for (const file of [monday, tuesday]) {
    school.clock.now = new Date(school.clock.now.getTime() + 60_000)
    await apply(school, (await bring(school, file)).id)
  }
  const codes = async (file: Buffer) => (await bring(school, file)).story?.oddities.map(({ code }) => code)
  expect(await codes(monday)).toContain('brought_before')
  expect(await codes(tuesday)).not.toContain('brought_before')
})

test('a roster in the numbers of another district, or without its teachers, stops and changes nothing', async () => {
  const teacherless = await bring(school, zipOf(oneRoster(yearOf(people.slice(1)))))
  expect(teacherless.story?.anomalies.map(({ code }) => code)).toContain('every_teacher_leaves')
  const others = people.map((one) => ({ ...one, id: `X${one.id}` }))
  const foreign = await bring(school, zipOf(oneRoster({ ...yearOf(others), school: 'X1' })))
  expect(foreign.story?.anomalies.map(({ code }) => code)).toContain('another_district')
  for (const { id } of [teacherless, foreign]) expect((await apply(school, id)).code).toBe('looks_wrong')
})

test('bytes that are no text, an empty file, a workbook and a locked ZIP are refused with their reason', async () => {
  const reasons = [
    [Buffer.alloc(0), 'empty'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook'],
    [zipOf({ '[Content_Types].xml': '<a/>', 'users.csv': 'a' }), 'workbook'],
    [zipOf({ ...texts(yearOf(people)), 'users.csv': Buffer.from('sourcedId\0\0,status') }), 'not_text'],
    [zipOf({ 'readme.md': 'x' }), 'not_a_roster'],
  ] as const
  for (const [file, reason] of reasons) {
    await expect(readRoster(broughtBytes('a.zip', file))).rejects.toMatchObject({ reason })
  }
})
