import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  apply,
  bring,
  type Human,
  oneRoster,
  type Sheets,
  type Year,
  zipOf,
} from '../../test/support/rostering.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { castMember } from '../../test/support/cast.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { GetRosterImport, UndoRosterImport } from './contract.ts'

/** What would take many out of their classes, or bring many to one adult, without a row that is missing. */
let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
const learner = (n: number): Human => ({ id: `L${n}`, role: 'student', given: `Lou${n}`, family: 'Quiet' })
const people: Human[] = [
  ...numbers(1, 8).map(learner),
  { id: 'T1', role: 'teacher', given: 'Tia', family: 'Quiet' },
  { id: 'T2', role: 'teacher', given: 'Tom', family: 'Quiet' },
]
const year: Year = {
  people,
  classes: [
    { id: 'C1', title: 'Birch', who: ['T1', 'L1', 'L2', 'L3', 'L4'] },
    { id: 'C2', title: 'Cedar', who: ['T2', 'L5', 'L6', 'L7', 'L8'] },
  ],
}
/** One column of a table, otherwise. */
const otherwise = (
  sheets: Sheets,
  file: string,
  column: string,
  of: (row: readonly string[]) => string,
): Sheets => {
  const [head = [], ...rows] = sheets[file] ?? []
  const at = head.indexOf(column)
  return { ...sheets, [file]: [head, ...rows.map((row) => row.with(at, of(row)))] }
}
const codesOf = (one: Awaited<ReturnType<typeof bring>>) => one.story?.anomalies.map(({ code }) => code)
async function take(sheets: Sheets, accepts: string[] = []) {
  const brought = await bring(school, zipOf(sheets))
  expect((await apply(school, brought.id, accepts)).status).toBe(200)
  return brought
}

const within = <T>(look: ReturnType<typeof sql<T>>) =>
  asTheSystem(
    school.program.ground,
    { reason: 'a test looks', districtId: castMember('singh').districtId },
    async ({ db }) => (await look.execute(db)).rows,
  )
/** How many learners of the file are in a class today. */
const inClass = async () =>
  (
    await within(sql<{ key: string }>`select k.sourced_id as key from open_enrollment e
      join roster_key k on k.subject_id = e.person_id and k.kind = 'person'
      where e.role = 'student' and k.sourced_id ~ '^L' and k.facts->>'family' = 'Quiet'`)
  ).length

test('a last day that is over takes as many out of their classes as rows that are missing, and stops as they do', async () => {
  await take(oneRoster(year))
  expect(await inClass()).toBe(8)
  const over = otherwise(oneRoster(year), 'enrollments.csv', 'endDate', (row) =>
    row[5] === 'L1' ? '' : '2026-09-30',
  )
  const brought = await bring(school, zipOf(over))
  expect(codesOf(brought)).toContain('enrollments_vanish')
  expect(brought.story?.enrollments).toMatchObject({ changed: 0, closed: 9 })
  expect((await apply(school, brought.id)).code).toBe('looks_wrong')
  expect(await inClass()).toBe(8)
  const later = otherwise(oneRoster(year), 'enrollments.csv', 'beginDate', () => '2027-02-01')
  expect(codesOf(await bring(school, zipOf(later)))).toContain('enrollments_vanish')
  // one child who left on a day is no news
  const one = otherwise(oneRoster(year), 'enrollments.csv', 'endDate', (row) =>
    row[5] === 'L1' ? '2026-09-30' : '',
  )
  expect(codesOf(await bring(school, zipOf(one)))).toEqual([])
})

test('terms of another year end every class, with the same classes or with those of that year', async () => {
  const past = { opens: '2025-09-02', closes: '2026-06-26' }
  expect(codesOf(await bring(school, zipOf(oneRoster({ ...year, ...past }))))).toContain('classes_vanish')
  const renamed = year.classes.map((one) => ({ ...one, id: `old-${one.id}` }))
  const old = await bring(school, zipOf(oneRoster({ ...year, ...past, classes: renamed })))
  expect(codesOf(old)).toContain('classes_vanish')
  // next year's, in November, leave everybody without a class until then
  const later = { opens: '2027-09-07', closes: '2028-06-23', classes: renamed }
  expect(codesOf(await bring(school, zipOf(oneRoster({ ...year, ...later }))))).toContain('classes_vanish')
  // a new term opens as many as it closes
  const next = await bring(school, zipOf(oneRoster({ ...year, classes: renamed })))
  expect(codesOf(next)).not.toContain('classes_vanish')
})

test('a whole table of enrollments that is cut short stops, also where that of classes is not sent', async () => {
  const sheets = oneRoster({
    ...year,
    classes: year.classes.map((one) => ({ ...one, who: one.who.slice(0, 2) })),
  })
  const { 'classes.csv': _, ...rest } = otherwise(sheets, 'manifest.csv', 'value', (row) =>
    row[0] === 'file.classes' ? 'absent' : (row[1] ?? ''),
  )
  const cut = await bring(school, zipOf(rest))
  expect(codesOf(cut)).toContain('enrollments_vanish')
  expect((await apply(school, cut.id)).code).toBe('looks_wrong')
})

test('what waits is not applied over what came after it: it would do other things than were told of it', async () => {
  const moved = (to: string[]) => {
    const [first, second] = year.classes
    return zipOf(oneRoster({ ...year, classes: [first!, { ...second!, who: [...second!.who, ...to] }] }))
  }
  const monday = await bring(school, moved(['L1']))
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  const tuesday = await bring(school, moved(['L1', 'L2']))
  expect(monday.seen?.may.apply).toBe(true)
  expect((await apply(school, tuesday.id)).status).toBe(200)
  expect((await apply(school, monday.id)).code).toBe('roster_forgotten')
  const { body } = await school.as('singh').ask(GetRosterImport, { params: { id: monday.id } })
  expect(body.may.apply).toBe(false)
  expect(await inClass()).toBe(10)
  await take(oneRoster(year))
})

test('a school of which every learner left stops, however large the district is', async () => {
  const other = numbers(20, 59).map(learner)
  const sheets = oneRoster({
    people: [...people, ...other],
    classes: [...year.classes, { id: 'C5', title: 'Fir', who: other.map(({ id }) => id) }],
  })
  const small = (row: readonly string[]) => (row[0] === 'C5' ? 'S1' : 'S2')
  const second = ['S2', '', '', 'Small', 'school', '', 'D']
  const two: Sheets = {
    ...otherwise(sheets, 'classes.csv', 'schoolSourcedId', small),
    'orgs.csv': [...sheets['orgs.csv']!, second],
  }
  const { id } = await take(two)
  const filtered = (file: string, column: number) =>
    two[file]!.filter((row) => !/^L[1-8]$/.test(row[column] ?? ''))
  const partly = {
    ...two,
    'users.csv': filtered('users.csv', 0),
    'enrollments.csv': filtered('enrollments.csv', 5),
  }
  const brought = await bring(school, zipOf({ ...partly, 'roles.csv': filtered('roles.csv', 3) }))
  expect(brought.story?.people.leave.learners).toBe(8)
  expect(brought.story?.anomalies).toContainEqual(
    expect.objectContaining({ code: 'school_vanishes', detail: 'Small' }),
  )
  expect((await school.as('singh').ask(UndoRosterImport, { params: { id } })).status).toBe(200)
})

test('a class without days that left, or was taken back, is open again when a file has it again', async () => {
  const undated = (of: Year) => otherwise(oneRoster(of), 'classes.csv', 'termSourcedIds', () => '')
  const choir = { id: 'C9', title: 'Choir', who: ['T1', 'L1'] }
  const more = { ...year, classes: [...year.classes, choir] }
  const { id } = await take(undated(more))
  expect(await inClass()).toBe(9)
  expect((await school.as('singh').ask(UndoRosterImport, { params: { id } })).status).toBe(200)
  expect(await inClass()).toBe(8)
  await take(undated(more))
  expect(await inClass()).toBe(9)
  school.later(1)
  await take(undated(year))
  expect(await inClass()).toBe(8)
  school.later(1)
  await take(undated(more))
  expect(await inClass()).toBe(9)
})

test('a class that a delta brings has the days of a term that did not change', async () => {
  const delta = oneRoster({ people: [], classes: [{ id: 'C7', title: 'Elm', who: [] }] }, 'delta')
  const { 'academicSessions.csv': _, ...rest } = otherwise(delta, 'manifest.csv', 'value', (row) =>
    row[0] === 'file.academicSessions' ? 'absent' : (row[1] ?? ''),
  )
  await take(rest)
  const days = await within(sql<{ day: string }>`select closes_on::text as day from class where name = 'Elm'`)
  expect(days).toEqual([{ day: '2027-06-25' }])
})

test('some children more each night become as many as all at once', async () => {
  const family = (n: number): Human => ({
    id: `K${n}`,
    role: 'student',
    given: `Kit${n}`,
    family: 'Many',
    agents: 'G0',
  })
  const all: Human = {
    id: 'G0',
    role: 'guardian',
    given: 'No',
    family: 'Body',
    email: 'office@lakes.example',
  }
  const after = (n: number) => oneRoster({ ...year, people: [...people, ...numbers(1, n).map(family), all] })
  await take(after(10))
  expect(codesOf(await bring(school, zipOf(after(15))))).toEqual([])
  const many = await bring(school, zipOf(after(16)))
  expect(many.story?.anomalies).toEqual([{ code: 'guards_many', count: 1, of: 15, detail: 'G0 (16)' }])
})

test('a file makes nobody principal before their time, and no child at all', async () => {
  const heads: Human[] = [
    { id: 'P1', role: 'principal', given: 'Pia', family: 'Quiet' },
    { id: 'P2', role: 'principal', given: 'Poe', family: 'Quiet' },
    { id: 'P3', role: 'principal', given: 'Pim', family: 'Quiet' },
  ]
  const sheets = otherwise(
    oneRoster({ ...year, people: [...people, ...heads] }),
    'roles.csv',
    'beginDate',
    (row) => (row[3] === 'P2' ? '2027-08-01' : ''),
  )
  const child = sheets['roles.csv']!.find((row) => row[3] === 'L1')!
    .with(0, 'r-child')
    .with(3, 'P3')
  await take({ ...sheets, 'roles.csv': [...sheets['roles.csv']!, child] }, [
    'guardians_vanish',
    'learners_vanish',
  ])
  const found = await within(sql<{ name: string }>`select p.given_name as name from duty d
    join person p on p.id = d.person_id where p.family_name = 'Quiet'`)
  expect(found).toEqual([{ name: 'Pia' }])
})
