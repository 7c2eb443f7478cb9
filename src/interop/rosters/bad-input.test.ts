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
import { keyOf, mostKeys } from './draft.ts'
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

test('more rows than any district has are refused, because of each its key is held', () => {
  const full = Object.defineProperty(new Set<string>(), 'size', { value: mostKeys })
  const row = { at: { file: 'users.csv', row: 9 }, get: () => 'L1', reject: () => undefined }
  expect(() => keyOf(row, 'sourcedId', full)).toThrow('too_large in users.csv, row 9')
})

test('a table of 200 MB is read a stretch at a time, never far ahead of its rows', async () => {
  const line = 'L1,active,Lou,Reed,0123456789012345678901234567890123456789\r\n'
  const stretch = Buffer.from(line.repeat(4_000))
  let sent = 0
  const bytes = async function* bytes() {
    yield Buffer.from('id,status,given,family,more\r\n')
    for (; sent < 200 * 2 ** 20; sent += stretch.length) yield stretch
  }
  let [rows, ahead] = [0, 0]
  const table = { name: 'users.csv', bytes }
  for await (const row of readTable(table, ['*id', 'given'], { rejected: new Packed(), oddities: [] })) {
    if (row.get('id') === 'L1') rows += 1
    ahead = Math.max(ahead, sent - rows * line.length)
  }
  expect(rows).toBeGreaterThan(3_000_000)
  expect(ahead).toBeLessThan(4 * 2 ** 20)
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

test('a number that was handed on is no child’s sign of being the same, whatever is made out of it', async () => {
  const child = (given: string, family: string, email: string): Human => ({
    id: 'STU-004711',
    role: 'student',
    given,
    family,
    email,
    number: '{FED:4711}',
  })
  const mail = 's4711@learn.example'
  const was = yearOf([...people, child('Ada', 'Moon', mail)])
  expect((await apply(school, (await bring(school, zipOf(oneRoster(was)))).id)).status).toBe(200)
  const next = yearOf([...people, child('Ben', 'Frost', mail)])
  const { story } = await bring(school, zipOf(oneRoster(next)))
  expect(story?.anomalies).toMatchObject([
    { code: 'another_person', detail: 'STU-004711: Ada Moon → Ben Frost' },
  ])
  expect(story?.rejected.some[0]).toMatchObject({ file: 'users.csv', row: 9, code: 'another_person' })
  // nor is what stands where nothing is known
  const nothing = (given: string, family: string) =>
    zipOf(oneRoster(yearOf([...people, child(given, family, 'none@learn.example')])))
  expect((await apply(school, (await bring(school, nothing('Ada', 'Moon'))).id)).status).toBe(200)
  const handedOn = (await bring(school, nothing('Ben', 'Frost'))).story?.anomalies
  expect(handedOn).toMatchObject([{ code: 'another_person' }])
  // an address of their own is one: somebody who changed both names
  const own = yearOf([...people, child('Ada', 'Moon', 'ada@learn.example')])
  expect((await apply(school, (await bring(school, zipOf(oneRoster(own)))).id)).status).toBe(200)
  const renamed = yearOf([...people, child('Adam', 'Frost', 'ada@learn.example')])
  expect((await bring(school, zipOf(oneRoster(renamed)))).story?.anomalies).toEqual([])
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

test('a file without its column of guardians stops: nobody left, and every family would have seen nothing', async () => {
  const families = people.flatMap((one): Human[] =>
    one.role === 'student'
      ? [
          { ...one, agents: `G${one.id}` },
          { id: `G${one.id}`, role: 'guardian', given: 'Gwen', family: one.id },
        ]
      : [one],
  )
  const year = { ...yearOf(people), people: families }
  expect((await apply(school, (await bring(school, zipOf(oneRoster(year)))).id)).status).toBe(200)
  const silent = { ...year, people: families.map((one) => ({ ...one, agents: '' })) }
  const { id, story } = await bring(school, zipOf(oneRoster(silent)))
  expect(story?.anomalies).toMatchObject([{ code: 'guardianships_vanish', count: 6, of: 6 }])
  expect((await apply(school, id)).code).toBe('looks_wrong')
  expect((await bring(school, zipOf(oneRoster(year)))).story?.guardianships).toEqual({ opened: 0, closed: 0 })
})

test('an adult who would come to guard sixteen children stops it until somebody says that it is right', async () => {
  const children = Array.from({ length: 16 }, (_, n): Human => {
    return { id: `K${n}`, role: 'student', given: `Kit${n}`, family: 'Reed', agents: 'G0' }
  })
  const all: Human = {
    id: 'G0',
    role: 'guardian',
    given: 'No',
    family: 'Body',
    email: 'office@lakes.example',
  }
  const ours = people.map((one) => (one.role === 'student' ? { ...one, agents: `G${one.id}` } : one))
  const guardians = ours.flatMap(({ agents }): Human[] =>
    agents ? [{ id: agents, role: 'guardian', given: 'Gwen', family: 'Reed' }] : [],
  )
  const bundle = (some: Human[]) => zipOf(oneRoster(yearOf([...ours, ...guardians, ...some])))
  const fifteen = await bring(school, bundle([...children.slice(1), all]))
  expect(fifteen.story?.anomalies).toEqual([])
  const { id, story } = await bring(school, bundle([...children, all]))
  expect(story?.anomalies).toEqual([{ code: 'guards_many', count: 1, of: 15, detail: 'G0 (16)' }])
  expect((await apply(school, id)).code).toBe('looks_wrong')
})
