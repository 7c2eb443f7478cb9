import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember, testMorning } from '../../test/support/cast.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import { ListFilings } from '../filings/contract.ts'
import { demoCast } from './cast.ts'
import { demoFilings, fillFilings } from './fill-filings.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('filed, each is with whose it is, and the one that went wrong is with the right child alone', async () => {
  const cast = demoCast(testMorning)
  const district = cast.districts.find(({ id }) => id === castMember('rivera').districtId)
  if (!district) throw new Error('Ms. Rivera is in no district')
  const { ground, storage } = school.program
  await fillFilings({ ground, storage, cast, district, today: testMorning })
  const { body } = await school.as('rivera').ask(ListFilings, { params: { id: classOf('division-3') } })
  const standing = body.filings.filter(({ takenBack }) => takenBack === null)
  const name = (key: string) => castMember(key).givenName
  const wanted = demoFilings.flatMap(({ title, learners, moved }) =>
    (moved ? [moved.to] : learners).map((learner) => [title, name(learner)]),
  )
  const found = standing.map(({ title, learner }) => [title, learner.name.split(' ')[0]])
  expect(found.toSorted()).toEqual(wanted.toSorted())
  expect(standing.every(({ cover }) => cover?.renditions.length)).toBe(true)
  expect(body.filings.filter(({ takenBack }) => takenBack?.movedTo)).toHaveLength(1)
})
