import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apply, bring, type Human, oneRoster, type Year, zipOf } from '../../test/support/rostering.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as register from '../register/contract.ts'
import * as schools from '../schools/contract.ts'
import { ArchiveClass, ListKeptClasses, ReopenClass } from '../schools/contract.ts'
import { UndoRosterImport } from './contract.ts'

/** What the office did by hand by day is not taken back by the file of the night. */
let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const people: Human[] = [
  { id: 'L1', role: 'student', given: 'Lou', family: 'Reedsmith', grades: '04', agents: 'G1' },
  { id: 'G1', role: 'parent', given: 'Gwen', family: 'Reedsmith' },
  { id: 'T1', role: 'teacher', given: 'Tia', family: 'Moss' },
]
const year = (of: readonly Human[]): Year => ({
  people: of,
  classes: [{ id: 'C1', title: 'Division 1', who: ['T1', 'L1'] }],
})
async function night(of: readonly Human[] = people) {
  const { id, story } = await bring(school, zipOf(oneRoster(year(of))))
  await apply(school, id, story?.anomalies.map(({ code }) => code) ?? [])
  return story
}
const find = async (words: string) =>
  (await school.as('singh').ask(register.FindPeople, { query: { words } })).body
const person = async (words: string) => {
  const params = { id: (await find(words))[0]?.id ?? '' }
  return (await school.as('singh').ask(register.GetPerson, { params })).body
}

test('a name given by hand holds until the file says another one', async () => {
  await night()
  const lou = await person('L1')
  const names = { given: 'Louise', family: 'Reedsmith', legalGiven: 'Lou', legalFamily: null }
  const body = { personId: lou.id, ...names }
  expect(
    (await school.as('singh').ask(register.RenamePerson, { params: { id: newId() }, body })).status,
  ).toBe(200)
  await night()
  expect((await person('L1')).name).toBe('Louise Reedsmith')
  await night(people.map((one) => (one.id === 'L1' ? { ...one, given: 'Lucia' } : one)))
  expect((await person('L1')).name).toBe('Lucia Reedsmith')
})

test('a guardianship ended by hand is not opened again, and the file is told so; opened by hand it stands', async () => {
  await night()
  const tie = (await person('L1')).guardians[0]
  expect(tie).toMatchObject({ name: 'Gwen Reedsmith', fromRoster: true, isOpen: true })
  const params = { id: tie?.id ?? '' }
  const correction = { params, body: { relationship: 'aunt' } }
  expect((await school.as('singh').ask(register.CorrectGuardianship, correction)).code).toBe('not_allowed')
  await school.as('singh').ask(register.EndGuardianship, { params, body: { kind: 'mistake' } })
  const story = await night()
  expect(story?.oddities.filter(({ code }) => code !== 'brought_before')).toMatchObject([
    { code: 'ended_by_hand', detail: 'G1 L1' },
  ])
  expect((await person('L1')).guardians).toMatchObject([{ isOpen: false, ended: 'mistake' }])
  const learnerId = (await person('L1')).id
  const body = { learnerId, guardianId: tie?.personId, relationship: 'mother' }
  expect(
    (await school.as('singh').ask(register.AddGuardianship, { params: { id: newId() }, body })).status,
  ).toBe(200)
  await night()
  expect((await person('L1')).guardians.filter((one) => one.isOpen)).toMatchObject([{ fromRoster: false }])
})

test('a guardianship that a file closed and the office then ended stays ended when the file is taken back', async () => {
  const more: Human[] = [
    ...people,
    { id: 'L2', role: 'student', given: 'Ann', family: 'Reedsmith', grades: '02', agents: 'G2' },
    { id: 'G2', role: 'parent', given: 'Abe', family: 'Reedsmith' },
  ]
  await night(more)
  const tie = async () => (await person('L2')).guardians[0]
  expect(await tie()).toMatchObject({ isOpen: true, fromRoster: true })
  const without = more.map((one) => (one.id === 'L2' ? { ...one, agents: '' } : one))
  const { id, story } = await bring(school, zipOf(oneRoster(year(without))))
  await apply(school, id, story?.anomalies.map(({ code }) => code) ?? [])
  expect(await tie()).toMatchObject({ isOpen: false, ended: null })
  const params = { id: (await tie())?.id ?? '' }
  await school.as('singh').ask(register.EndGuardianship, { params, body: { kind: 'over' } })
  expect((await school.as('singh').ask(UndoRosterImport, { params: { id } })).status).toBe(200)
  expect(await tie()).toMatchObject({ isOpen: false, ended: 'over' })
})

test('a class archived by hand stays so, until it is opened again by hand', async () => {
  await night()
  const classes = async () => (await school.as('singh').ask(ListKeptClasses)).body.classes
  const id = (await classes()).find(({ name }) => name === 'Division 1')?.id ?? ''
  // it began today, and what has not begun is not archived
  school.later(1)
  const archiving = { params: { id: newId() }, body: { classId: id } }
  expect((await school.as('singh').ask(ArchiveClass, archiving)).status).toBe(200)
  await night()
  expect((await classes()).find((one) => one.id === id)).toMatchObject({ isOpen: false, archived: true })
  const reopening = { params: { id }, body: { closesOn: '2027-06-25' } }
  expect((await school.as('singh').ask(ReopenClass, reopening)).status).toBe(200)
  await night()
  expect((await classes()).find((one) => one.id === id)).toMatchObject({ isOpen: true, archived: false })
})

test('a school named by hand keeps its name until the file says another; a closed one gets no new class', async () => {
  await night()
  const listed = async () => (await school.as('singh').ask(schools.ListKeptSchools)).body.schools
  const id = (await listed()).find(({ name }) => name === 'School S1')?.id ?? ''
  const named = (name: string) =>
    school.as('singh').ask(schools.KeepSchool, { params: { id }, body: { name } })
  await named('Birch')
  await named('Birch Elementary')
  expect((await night())?.schools.renamed).toMatchObject({ count: 0 })
  const birch = { name: 'Birch Elementary', fromRoster: true, rosterName: 'School S1', leftRosterOn: null }
  expect((await listed()).find((one) => one.id === id)).toMatchObject(birch)
  // the file says something it did not say then
  const other = oneRoster(year(people))
  const renamed = {
    ...other,
    'orgs.csv': other['orgs.csv']!.map((row) => row.map((cell) => cell.replace('School S1', 'Alder'))),
  }
  const said = await bring(school, zipOf(renamed))
  expect(said.story?.schools.renamed.some).toEqual(['Birch Elementary → Alder'])
  await apply(school, said.id, said.story?.anomalies.map(({ code }) => code) ?? [])
  expect((await listed()).find((one) => one.id === id)).toMatchObject({ name: 'Alder', rosterName: null })

  school.later(1)
  const closing = { params: { id: newId() }, body: { schoolId: id } }
  expect((await school.as('singh').ask(schools.CloseSchool, closing)).status).toBe(200)
  const grown = {
    ...year(people),
    classes: [...year(people).classes, { id: 'C9', title: 'Choir', who: ['T1'] }],
  }
  const { story } = await bring(school, zipOf(oneRoster(grown)))
  expect(story?.rejected.some).toContainEqual(
    expect.objectContaining({ code: 'school_closed', detail: 'Choir' }),
  )
  expect(await school.as('singh').ask(schools.ReopenSchool, { params: { id } })).toMatchObject({
    status: 200,
  })
})

test('of two records made one, the file that was applied before is taken back for both', async () => {
  const two = [
    ...people,
    { id: 'L7', role: 'student', given: 'Robin', family: 'Twofold' },
    { id: 'L8', role: 'student', given: 'Robin', family: 'Twofold' },
  ]
  await night()
  const { id, story } = await bring(school, zipOf(oneRoster(year(two))))
  await apply(school, id, story?.anomalies.map(({ code }) => code) ?? [])
  const [kept, gone] = [await person('L7'), await person('L8')]
  const accepts = ['roster_says_two', 'two_numbers', 'same_class', 'two_ways_in']
  const merging = { params: { id: newId() }, body: { keptId: kept.id, goneId: gone.id, accepts } }
  expect((await school.as('singh').ask(register.MergePeople, merging)).status).toBe(200)
  expect((await school.as('singh').ask(UndoRosterImport, { params: { id } })).status).toBe(200)
  const left = await asTheSystem(
    school.program.ground,
    { reason: 'look', districtId: districtId.nechako },
    async ({ db }) =>
      (
        await sql<{ key: string }>`select sourced_id as key from roster_key
          where sourced_id in ('L7', 'L8') and left_on is not null order by 1`.execute(db)
      ).rows,
  )
  expect(left.map(({ key }) => key)).toEqual(['L7', 'L8'])
})
