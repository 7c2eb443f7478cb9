import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, testMorning } from '../../test/support/cast.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { ListFamilyAskings } from '../askings/contract.ts'
import { GetDigestChoice } from '../digests/contract.ts'
import { fillAskings } from './fill-askings.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
  for (const district of cast.districts)
    await fillAskings(school.program.ground, { cast, district, today: testMorning })
})
afterAll(() => school.close())

test('a newcomer finds what children gave to ask about, an answer, and where a weekly letter would go', async () => {
  const { body } = await school.as('amara').ask(ListFamilyAskings)
  expect(
    body.map(({ learner, scribe, answers }) => [learner.name.split(' ')[0], scribe !== null, answers.length]),
  ).toEqual([
    ['Mika', false, 0],
    ['Théo', true, 0],
    ['Mika', false, 1],
  ])
  expect((await school.as('amara').ask(GetDigestChoice)).body).toMatchObject({
    email: 'amara.diallo@example.org',
    way: 'mail',
    weekday: 5,
  })
})
