import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, testMorning } from '../../test/support/cast.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { GetDefense, ListFamilyDefenses, ListMyDefenses } from '../defenses/contract.ts'
import { withMiddleSchool } from './cast-middle-school.ts'
import { demoDefenses } from './defenses.ts'
import { fillDefenses } from './fill-defenses.ts'
import { middleSchoolClaims, middleSchoolGoals, middleSchoolReflections } from './own-words-middle-school.ts'
import { demoWorks } from './works.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('one is presented again after "not yet", with a guest on its panel and a mother who is asked', async () => {
  for (const district of cast.districts)
    await fillDefenses(school.program.ground, { cast, district, today: testMorning, defenses: alone })
  const [line] = (await school.as('jonas').ask(ListMyDefenses, {})).body
  const { attempts } = (await school.as('jonas').ask(GetDefense, { params: { id: line?.id } })).body
  expect(attempts.map(({ number, outcome }) => [number, outcome?.outcome])).toEqual([
    [2, undefined],
    [1, 'again'],
  ])
  expect(attempts[1]?.notes.map(({ saidBy }) => saidBy)).toContain('Margit Olsen, glassblower')
  expect((await school.as('claire').ask(ListFamilyDefenses, {})).body.map(({ number }) => number)).toEqual([
    2,
  ])
})

/** Without the collection that the demo made before. */
const alone = demoDefenses.map(({ collection: _made, ...script }) => script)

test('grades 6 and 7 are there with a teacher, families, work, and words in the voice of their band', () => {
  const whole = withMiddleSchool(cast, testMorning)
  const keys = new Set(whole.people.map(({ key }) => key))
  expect(keys.size).toBe(whole.people.length)
  const works = demoWorks(whole, testMorning)
  const grown = whole.people.slice(cast.people.length).map(({ key }) => key)
  const learners = whole.enrollments
    .slice(cast.enrollments.length)
    .flatMap(({ grade, personId }) =>
      grade ? (whole.people.find(({ id }) => id === personId)?.key ?? []) : [],
    )
  expect(learners.length).toBe(6)
  for (const learner of learners)
    expect([learner, works.some(({ learnerKey }) => learnerKey === learner)]).toEqual([learner, true])
  for (const { learner, work } of middleSchoolReflections)
    expect(work === undefined || works.some((one) => one.learnerKey === learner && one.title === work)).toBe(
      true,
    )
  expect(middleSchoolReflections.every(({ prompt }) => prompt?.startsWith('69-'))).toBe(true)
  for (const { learner } of [...middleSchoolGoals, ...middleSchoolClaims]) expect(grown).toContain(learner)
  const guarded = new Set(whole.guardianships.map(({ learnerId }) => learnerId))
  expect(whole.people.filter(({ id, key }) => learners.includes(key) && !guarded.has(id))).toEqual([])
})
