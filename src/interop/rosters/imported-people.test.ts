import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../../test/support/cast.ts'
import { layProvider, type OwnProvider } from '../../../test/support/own-provider.ts'
import { apply, bring, type Human, oneRoster, type Year, zipOf } from '../../../test/support/rostering.ts'
import { openSchool, type School } from '../../../test/support/school.ts'
import { addProvider, layTraveler } from '../../../test/support/traveling.ts'
import { GetMe } from '../../people/contract.ts'
import { sql } from '../../platform/database.ts'
import { asTheSystem, type SystemContext } from '../../platform/transaction.ts'
import { GetRosterImport, UndoRosterImport } from '../../rosters/contract.ts'

let school: School
let there: OwnProvider
let provider: string
beforeAll(async () => {
  school = await openSchool({ localAddresses: true })
  school.clock.now = new Date()
  there = await layProvider()
  provider = await addProvider(school, there.issuer, { claim: 'number', identifier: 'student_number' })
})
afterAll(async () => {
  await there.close()
  await school.close()
})

const people: Human[] = [
  { id: 'T1', role: 'teacher', given: 'Tia', family: 'Moss', number: '900' },
  { id: 'L1', role: 'student', given: 'Lou', family: 'Reed', number: '4711', grades: '04' },
  { id: 'L2', role: 'student', given: 'Lee', family: 'Park', number: '12', grades: '04' },
  { id: 'L3', role: 'student', given: 'Lin', family: 'Park', number: '12', grades: '06' },
  { id: 'L4', role: 'student', given: 'Lia', family: 'Ash', number: 'lia@x.example', grades: '04' },
  { id: 'L5', role: 'student', given: 'Lyn', family: 'Oak', number: '{SIS:N/A}', grades: '04' },
  { id: 'G1', role: 'parent', given: 'Gwen', family: 'Reed', number: '77' },
]
const year: Year = { people, classes: [{ id: 'C1', title: 'Division 1', who: ['T1', 'L1', 'L2', 'L3'] }] }

async function take(of: Year, accepts: string[] = []) {
  const brought = await bring(school, zipOf(oneRoster(of)))
  const { status, code } = await apply(school, brought.id, accepts)
  return { ...brought, status, code }
}

/** A number of nobody, so that each who comes is somebody new at the provider. */
async function comeAs(number: string, sub = `sub ${number}`): Promise<string> {
  const traveler = layTraveler(school)
  there.told.who = { sub, number }
  const asked = new URL((await traveler.go(`/door/${provider}`)).to)
  const { to } = await traveler.go(`/door/${provider}/back?${there.answerTo(asked)}`)
  const cookie = `cairn=${traveler.cookies.get('cairn') ?? ''}`
  const me = await school.program.app.inject({ method: 'GET', url: GetMe.path, headers: { cookie } })
  return me.json().name ?? to
}

const within = <T>(work: (context: SystemContext) => Promise<T>) =>
  asTheSystem(
    school.program.ground,
    { reason: 'a test looks', districtId: castMember('singh').districtId },
    work,
  )
const change = (family: string, statement: string) =>
  within(({ db }) => sql`${sql.raw(statement)} where family_name = ${family}`.execute(db))

test('somebody out of a roster signs in at the district’s provider by their number and is in their class', async () => {
  const waits = '/sign-in?refused=waiting_to_be_linked'
  expect(await comeAs('4711', 'early')).toBe(waits)
  expect((await take(year)).status).toBe(200)
  expect(await comeAs('4711')).toBe('Lou Reed')
  // a number of two, an address, a guardian's number, a teacher's in the place of a child's and what is none open nothing
  for (const number of ['12', 'lia@x.example', '77', '900', 'N/A']) expect(await comeAs(number)).toBe(waits)
})

test('whoever left, and whose number went to another, is not found by it any more', async () => {
  const next = people
    .filter(({ id }) => id !== 'L2')
    .map((one) => (one.id === 'L4' ? { ...one, number: '13' } : one))
  const { id } = await take({ ...year, people: next })
  expect(await comeAs('12')).toBe('Lin Park')
  expect(await comeAs('13', 'thirteen')).toBe('Lia Ash')
  await school.as('singh').ask(UndoRosterImport, { params: { id } })
  expect(await comeAs('13', 'another')).toBe('/sign-in?refused=waiting_to_be_linked')
})

test('a key that a sister has now is told and stays out, until somebody says that it is the same child', async () => {
  const swapped = people.map((one) =>
    one.id === 'L1' ? { ...one, given: 'Mia', grades: '02', number: '' } : one,
  )
  const first = await take({ ...year, people: swapped })
  expect(first.story?.anomalies.map(({ code }) => code)).toEqual(['perhaps_another'])
  expect(first.story?.people.rename.count).toBe(0)
  expect(first.code).toBe('looks_wrong')
  const said = await take({ ...year, people: swapped }, ['perhaps_another'])
  expect(said.status).toBe(200)
  const { body } = await school.as('singh').ask(GetRosterImport, { params: { id: said.id } })
  expect(body.story.people.rename.some).toEqual(['Lou Reed → Mia Reed'])
  // the same grade, or the same number, is a new name
  const named = people.map((one) => (one.id === 'L2' ? { ...one, given: 'Leona', grades: '05' } : one))
  expect((await take({ ...year, people: named }, ['perhaps_another'])).story?.anomalies).toMatchObject([
    { code: 'perhaps_another', detail: 'L1: Mia Reed → Lou Reed' },
  ])
})

test('what was changed by hand after an import is left as it is when the import is undone', async () => {
  const renamed = people.map((one) => ({ ...one, usual: `${one.given}y`, grades: '' }))
  const { id } = await take({ ...year, people: renamed })
  await change('Ash', `update person set given_name = 'Amelia'`)
  await school.as('singh').ask(UndoRosterImport, { params: { id } })
  const names = await within(({ db }) =>
    sql<{ name: string }>`select given_name || ' ' || family_name as name from person
      where family_name in ('Ash', 'Moss') order by family_name`.execute(db),
  )
  expect(names.rows.map(({ name }) => name)).toEqual(['Amelia Ash', 'Tia Moss'])
  const { body } = await school.as('singh').ask(GetRosterImport, { params: { id } })
  expect(body.keptByHand).toBe(1)
})

test('whose role is no word we know, and may be a child’s, teaches no class that the file names them in', async () => {
  const guest = { id: 'X1', role: 'pupil (exchange)', given: 'Ines', family: 'Roth' }
  const sheets = oneRoster({
    people: [...people, guest],
    classes: [{ id: 'C1', title: 'Division 1', who: ['T1', 'L1', 'L2', 'L3', 'X1'] }],
  })
  const asTeacher = sheets['enrollments.csv']?.map((row) =>
    row.map((cell) => (row[0] === 'e-C1-X1' && cell === 'student' ? 'teacher' : cell)),
  )
  const { story } = await bring(school, zipOf({ ...sheets, 'enrollments.csv': asTeacher ?? [] }))
  expect(story?.rejected.some.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
    'unknown_role X1: pupil (exchange)',
    'no_role X1',
    'not_staff X1 C1',
  ])
  const mother = sheets['enrollments.csv']?.map((row) => (row[5] === 'X1' ? row.with(5, 'G1') : row))
  const asChild = await bring(school, zipOf({ ...sheets, 'enrollments.csv': mother ?? [] }))
  expect(asChild.story?.rejected.some).toContainEqual(
    expect.objectContaining({ code: 'not_a_learner', detail: 'G1 C1' }),
  )
})
