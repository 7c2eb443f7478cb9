import { afterAll, beforeAll, expect, test } from 'vitest'
import { apply, bring, type Human, oneRoster, zipOf } from '../../test/support/rostering.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { UndoRosterImport } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const learner = (id: string, agents = ''): Human => ({
  id,
  role: 'student',
  given: `Given ${id}`,
  family: 'Names',
  agents,
})
const parent = (id: string, agents = ''): Human => ({
  id,
  role: 'parent',
  given: `Grown ${id}`,
  family: 'Names',
  agents,
})
/** A teacher of the school, whose own child is in it: two records of one human. */
const atWork: Human = {
  id: 'T',
  role: 'teacher',
  given: 'Tove',
  family: 'Names',
  email: 'tove@lakes.example',
}
const atHome: Human = { ...atWork, id: 'P', role: 'parent', agents: 'L5' }
const people = [
  learner('L1'),
  learner('L2'),
  parent('G', 'L1,L2'),
  learner('L3', 'H'),
  parent('H'),
  learner('L4', 'I'),
  parent('I', 'L4'),
  learner('L5'),
  atWork,
  atHome,
]
const whole = () => oneRoster({ people, classes: [{ id: 'C', title: 'Cedar', who: ['T', 'L1', 'L2'] }] })

async function take(sheets: ReturnType<typeof oneRoster>) {
  const { id, story } = await bring(school, zipOf(sheets))
  if (story?.changesNothing) return { id, closed: 0, opened: 0, anomalies: story.anomalies }
  expect(await apply(school, id)).toMatchObject({ status: 200 })
  return { id, ...story?.guardianships, anomalies: story?.anomalies }
}
let times = 0
/** Their records changed: everybody has another name than the last time. */
const changed = (...some: Human[]) => {
  times += 1
  const renamed = some.map((one) => ({ ...one, usual: `${one.given} ${times}` }))
  return take(oneRoster({ people: renamed, classes: [] }, 'delta'))
}

test('a whole file says who names whom, and says nothing the second time', async () => {
  expect(await take(whole())).toMatchObject({ opened: 5, anomalies: [] })
  expect((await bring(school, zipOf(whole()))).story?.changesNothing).toBe(true)
})

test('a record that never named the other ends nothing: a child’s whose parent names it, a parent’s whose child does', async () => {
  expect(await changed(learner('L1'))).toMatchObject({ closed: 0 })
  expect(await changed(parent('H'))).toMatchObject({ closed: 0 })
})

test('a teacher’s record says nothing of the children whom their record as a parent names', async () => {
  expect(await changed(atWork)).toMatchObject({ closed: 0 })
  expect(await changed(atHome)).toMatchObject({ closed: 0 })
  expect(await changed({ ...atHome, agents: '' })).toMatchObject({ closed: 1 })
})

test('who names the other no more has lost the other: as a parent, as a child, and where both did', async () => {
  const { id, ...dropped } = await changed(parent('G', 'L2'))
  expect(dropped).toMatchObject({ closed: 1 })
  // what was undone is as it was, also who said it
  expect((await school.as('singh').ask(UndoRosterImport, { params: { id } })).status).toBe(200)
  expect(await changed(learner('L1'))).toMatchObject({ closed: 0, opened: 0 })
  expect(await changed(parent('G', 'L2'))).toMatchObject({ closed: 1 })

  expect(await changed(learner('L3'))).toMatchObject({ closed: 1 })
  expect(await changed(learner('L4'))).toMatchObject({ closed: 1 })
})

test('whoever begins to name the other is heard from then on', async () => {
  expect(await changed(learner('L2', 'G'))).toMatchObject({ closed: 0 })
  // the parent’s record names the child no more, and the child’s does
  expect(await changed(parent('G'), learner('L2', 'G'))).toMatchObject({ closed: 0 })
  expect(await changed(parent('G'))).toMatchObject({ closed: 0 })
  expect(await changed(learner('L2'))).toMatchObject({ closed: 1 })
})
