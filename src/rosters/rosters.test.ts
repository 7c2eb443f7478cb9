import { afterAll, beforeAll, expect, test } from 'vitest'
import { apply, bring, csv, type Human, oneRoster, type Year, zipOf } from '../../test/support/rostering.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { castMember } from '../../test/support/cast.ts'
import { sql } from '../platform/database.ts'
import { ApplyRosterImport, GetRosterImport, ListRosterImports, UndoRosterImport } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const learner = (n: number): Human => ({
  id: `L${n}`,
  role: 'student',
  given: `Lou${n}`,
  family: 'Reed',
  grades: '04',
  agents: `G${n}`,
})
const guardian = (n: number): Human => ({ id: `G${n}`, role: 'parent', given: `Gwen${n}`, family: 'Reed' })
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
const learners = numbers(1, 12).map(learner)
const guardians = numbers(1, 12).map(guardian)
const teachers: Human[] = [
  { id: 'T1', role: 'teacher', given: 'Tia', family: 'Moss', email: 'tia@lakes.example' },
  { id: 'T2', role: 'teacher', given: 'Tom', family: 'Birch' },
]
const people = [...learners, ...guardians, ...teachers]
const year: Year = {
  people,
  classes: [
    { id: 'C1', title: 'Division 1', who: ['T1', ...numbers(1, 6).map((n) => `L${n}`)] },
    { id: 'C2', title: 'Division 2', who: ['T2', ...numbers(7, 12).map((n) => `L${n}`)] },
  ],
}
const without = (of: Year, id: string): Year => ({
  ...of,
  people: of.people.filter((one) => one.id !== id),
  classes: of.classes.map((one) => ({ ...one, who: one.who.filter((each) => each !== id) })),
})

/** Ties that hold today, in the feed's own words: who is where as what. */
async function ties(): Promise<string[]> {
  const { districtId } = castMember('singh')
  return asTheSystem(school.program.ground, { reason: 'a test looks', districtId }, async ({ db }) => {
    const found = await sql<{ tie: string }>`
      select p.sourced_id || ' ' || e.role || ' ' || coalesce(e.grade, '-') || ' ' || c.sourced_id as tie
      from open_enrollment e join roster_key p on p.subject_id = e.person_id and p.kind = 'person' and p.left_on is null
        join roster_key c on c.subject_id = e.class_id and c.kind = 'class'
      union all select g.sourced_id || ' guards ' || l.sourced_id from guards o
        join roster_key g on g.subject_id = o.guardian_id and g.kind = 'person'
        join roster_key l on l.subject_id = o.learner_id and l.kind = 'person' order by tie`.execute(db)
    return found.rows.map(({ tie }) => tie)
  })
}

async function take(of: Year, accepts: string[] = []) {
  const brought = await bring(school, zipOf(oneRoster(of)))
  const { status, code } = await apply(school, brought.id, accepts)
  return { ...brought, status, code }
}

let before: string[]

test('a dry run changes nothing; applied, everybody is where the file says; the same file again changes nothing', async () => {
  before = await ties()
  const looked = await bring(school, zipOf(oneRoster(year)))
  expect(looked.story?.people.join).toMatchObject({ count: 26, learners: 12, staff: 2, guardians: 12 })
  expect(await ties()).toEqual(before)
  expect((await apply(school, looked.id)).status).toBe(200)
  const after = await ties()
  expect(after).toHaveLength(before.length + 26)
  expect(after).toContain('L3 student 4 C1')
  expect(after).toContain('G3 guards L3')
  expect((await apply(school, looked.id)).status).toBe(200)
  const again = await take(year)
  expect(again.story?.changesNothing).toBe(true)
  expect(await ties()).toEqual(after)
})

test('one leaves, one moves, one is called otherwise; the one who left comes back; undone, all is as it was', async () => {
  const stood = await ties()
  const moved = without(year, 'L1')
  const [first, second] = moved.classes
  const next: Year = {
    people: moved.people.map((one) => (one.id === 'L3' ? { ...one, usual: 'Lulu' } : one)),
    classes: [
      { ...first!, who: first!.who.filter((id) => id !== 'L2') },
      { ...second!, who: [...second!.who, 'L2'] },
    ],
  }
  const { id, story, status } = await take(next)
  expect(status).toBe(200)
  expect(story?.people.leave.some).toEqual(['Lou1 Reed'])
  expect(story?.moves.some).toEqual(['Lou2 Reed: Division 1 → Division 2'])
  expect(story?.people.rename.some).toEqual(['Lou3 Reed → Lulu Reed'])
  const now = await ties()
  expect(now.filter((tie) => /L[12]\b/.test(tie))).toEqual(['G2 guards L2', 'L2 student 4 C2'])
  const back = await take(year)
  expect(back.story?.people.return.some).toEqual(['Lou1 Reed'])
  expect(await ties()).toEqual(stood)
  // what stands on it is undone first
  const refused = await school.as('singh').ask(UndoRosterImport, { params: { id } })
  expect(refused.code).toBe('later_import')
  for (const one of [back.id, id]) {
    expect((await school.as('singh').ask(UndoRosterImport, { params: { id: one } })).status).toBe(200)
  }
  expect(await ties()).toEqual(stood)
  expect((await take(year)).story?.people.rename.count).toBe(0)
})

test('what looks wrong stops until it is accepted by name, and nothing was changed meanwhile', async () => {
  const stood = await ties()
  const half = { ...year, classes: year.classes.map((one) => ({ ...one, who: one.who.slice(0, 2) })) }
  const cut = await take(half)
  expect(cut.code).toBe('looks_wrong')
  expect(cut.story?.anomalies.map(({ code }) => code)).toContain('enrollments_vanish')
  const toothless = await take({ ...year, people: people.filter(({ role }) => role !== 'teacher') })
  expect(toothless.story?.anomalies.map(({ code }) => code)).toContain('every_teacher_leaves')
  const bare = await take({ ...year, classes: [] })
  expect([bare.code, ...(bare.story?.anomalies ?? []).map(({ code }) => code)]).toEqual([
    'looks_wrong',
    'classes_vanish',
  ])
  const strangers = {
    people: numbers(1, 9).map((n) => ({ ...learner(n), id: `X${n}`, agents: '' })),
    classes: [{ id: 'XC', title: 'Elsewhere', who: ['X1'] }],
    school: 'S9',
  }
  const codes = (await take(strangers)).story?.anomalies.map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['another_district', 'learners_vanish', 'school_vanishes']))
  expect(await ties()).toEqual(stood)
  const accepted = await take(half, ['enrollments_vanish'])
  expect(accepted.status).toBe(200)
  expect((await ties()).length).toBeLessThan(stood.length)
  await take(year)
  expect(await ties()).toEqual(stood)
})

test('an id that was given to another child opens nothing of the first one’s', async () => {
  const stood = await ties()
  const recycled = people.map((one) => (one.id === 'L5' ? { ...one, given: 'Zoé', family: 'Ahn' } : one))
  const { story, code } = await take({ ...year, people: recycled })
  expect(story?.rejected.some[0]).toMatchObject({ code: 'another_person', file: 'users.csv', row: 6 })
  expect(code).toBe('looks_wrong')
  expect(await ties()).toEqual(stood)
})

test('a teacher who is also a mother is one human in two roles, and two guardians without e-mail are two', async () => {
  const mother: Human = {
    id: 'G20',
    role: 'parent',
    given: 'Tia',
    family: 'Moss',
    email: 'TIA@lakes.example',
  }
  const child: Human = { ...learner(20), family: 'Moss' }
  const grown = { ...year, people: [...people, mother, child] }
  const { story } = await take(grown)
  expect(story?.people.together.some).toEqual(['Tia Moss'])
  expect(story?.people.join.some).toEqual(['Lou20 Moss'])
  expect((await take(grown)).story?.changesNothing).toBe(true)
  await take(year)
})

test('a delta says only what changed, and that somebody is gone', async () => {
  const stood = await ties()
  const changed = [
    { ...learner(1), grades: '05' },
    { ...learner(2), status: 'tobedeleted' },
  ]
  const sheets = oneRoster({ people: changed, classes: [{ ...year.classes[0]!, who: ['L1'] }] }, 'delta')
  const { id, story } = await bring(school, zipOf(sheets))
  expect(story?.anomalies).toEqual([])
  expect(story?.people.leave.some).toEqual(['Lou2 Reed'])
  await apply(school, id)
  const now = await ties()
  expect(now).toContain('L1 student 5 C1')
  expect(now.filter((tie) => /[LG]2\b/.test(tie))).toEqual([])
  expect(now).toHaveLength(stood.length - 2)
  await take(year)
  expect(await ties()).toEqual(stood)
})

test('next year’s file opens the new classes; the ones that ended by their days are left as they were', async () => {
  school.later(300)
  const next: Year = {
    opens: '2027-09-07',
    closes: '2028-06-23',
    people: people.filter(({ id }) => id !== 'L12' && id !== 'G12').map((one) => ({ ...one, grades: '05' })),
    classes: [{ id: 'N1', title: 'Division 1', who: ['T1', 'T2', ...numbers(1, 11).map((n) => `L${n}`)] }],
  }
  const { story, status } = await take(next)
  expect([status, story?.enrollments.closed, story?.classes.closed.count]).toEqual([200, 0, 0])
  expect(await ties()).toContain('L4 student 5 N1')
})

test('only the office of the district knows that there are rosters, and only of its own', async () => {
  const { id, sent } = await bring(school, zipOf(oneRoster(year)), 'x.zip', 'singh')
  expect(sent.status).toBe(200)
  for (const key of ['chen', 'rivera', 'mika', 'amara', 'marsh'] as const) {
    const ask = school.as(key)
    expect((await bring(school, zipOf(oneRoster(year)), 'x.zip', key)).sent.code).toBe('not_found')
    expect((await ask.ask(ListRosterImports)).code).toBe('not_found')
    expect((await ask.ask(GetRosterImport, { params: { id } })).code).toBe('not_found')
    expect((await ask.ask(ApplyRosterImport, { params: { id }, body: {} })).code).toBe('not_found')
    expect((await ask.ask(UndoRosterImport, { params: { id } })).code).toBe('not_found')
  }
})

test('a file that is broken is refused whole, and it is said where', async () => {
  const said = async (file: Buffer) => (await bring(school, file)).sent.text
  const sheets = oneRoster(year)
  const users = csv(sheets['users.csv'] ?? [])
  const broken = users.replace('Lou4,Reed', '"Lou4,Reed')
  const text = (one: Record<string, string>) =>
    zipOf({ ...Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, csv(rows)])), ...one })
  expect(await said(text({ 'users.csv': broken }))).toContain('quote_not_closed 5 users.csv')
  expect(await said(zipOf(sheets).subarray(0, 900))).toContain('zip_broken')
  expect(await said(Buffer.from('a,b\n1,2\n'))).toContain('not_a_roster')
  const { 'enrollments.csv': _, ...lacking } = sheets
  expect(await said(zipOf(lacking))).toContain('file_missing 0 enrollments.csv')
  expect(await said(text({ 'orgs.csv': 'a,b\n' }))).toContain('headings_wrong 1 orgs.csv')
  const bomb = Buffer.alloc(30_000_000, 'a,')
  expect(await said(text({ 'orgs.csv': bomb.toString() }))).toMatch(/zip_bomb|record_too_long/)
})
