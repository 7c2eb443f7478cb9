import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGroup, seat, showIn } from '../../test/support/gathering.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import * as feedback from '../feedback/contract.ts'
import * as schools from '../schools/contract.ts'
import * as work from '../work/contract.ts'
import * as spaces from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const at = (id: string) => ({ params: { id } })
const finds = async (key: string, id: string) =>
  (await school.as(key).ask(spaces.GetSpace, at(id))).status === 200
const sees = async (key: string, pieceId: string) =>
  (await school.as(key).ask(work.GetPiece, at(pieceId))).status === 200
const enroll = (classKey: string, key: string, role: string, days: object = {}) =>
  school.as('singh').ask(schools.EnrollPerson, {
    ...at(newId()),
    body: { classId: classOf(classKey), personId: idOf(key), role, ...days },
  })
const bring = (by: string, spaceId: string, key: string, role: 'student' | 'teacher' = 'student') => {
  const { id, ...body } = seat(key, role)
  return school.as(by).ask(spaces.SeatPerson, { ...at(id), body: { ...body, spaceId } })
}

test('a substitute keeps a space on their days only; what they said about work stays with its learner', async () => {
  const today = school.clock.now.toISOString().slice(0, 10)
  expect((await enroll('division-3', 'halvorsen', 'teacher', { closesOn: today })).status).toBe(200)
  const { id } = await openGroup(school)
  expect((await bring('rivera', id, 'halvorsen', 'teacher')).status).toBe(200)
  const piece = await showIn(school, id)
  const given = { ...at(newId()), body: { iterationId: piece.iterationId, body: 'A long neck.' } }
  expect((await school.as('halvorsen').ask(feedback.GiveFeedback, given)).status).toBe(200)
  school.clock.now = new Date(school.clock.now.getTime() + 24 * 3_600_000)
  expect([await finds('halvorsen', id), await sees('halvorsen', piece.id)]).toEqual([false, false])
  expect(
    (await school.as('halvorsen').ask(feedback.CountWaitingInSpaces)).body.map((one) => one.id),
  ).not.toContain(id)
  expect((await school.as('mika').ask(feedback.ListFeedback, at(piece.id))).body).toHaveLength(1)
})

test('a co-teacher who was let go sees nothing of it any more; the last one cannot go', async () => {
  const { id, seats } = await openGroup(school)
  const piece = await showIn(school, id)
  const okafors = seats.find(({ personId }) => personId === idOf('okafor'))?.id ?? ''
  expect((await school.as('okafor').ask(spaces.UnseatPerson, at(okafors))).status).toBe(200)
  expect([await finds('okafor', id), await sees('okafor', piece.id)]).toEqual([false, false])
  expect((await school.as('okafor').ask(feedback.ListWaitingForFeedback, at(id))).code).toBe('not_found')
  const { people } = (await school.as('rivera').ask(spaces.GetSpace, at(id))).body
  const own = people.find(({ person }) => person.id === idOf('rivera'))?.seatId ?? ''
  expect((await school.as('rivera').ask(spaces.UnseatPerson, at(own))).code).toBe('last_teacher')
})

test('a group is of one school: nobody of another is brought in', async () => {
  const { id } = await openGroup(school)
  for (const [by, key] of [
    ['rivera', 'jonas'],
    ['rivera', 'ravi'],
    ['okafor', 'jonas'],
  ] as const)
    expect([key, (await bring(by, id, key)).code]).toEqual([key, 'not_found'])
})

test('whoever moves to another class of the school in mid-year stays in its groups, and only there with who taught them', async () => {
  const { id } = await openGroup(school)
  const piece = await showIn(school, id)
  const kept = at(classOf('division-3'))
  const { people } = (await school.as('singh').ask(schools.GetKeptClass, kept)).body
  const place = people.find((one) => one.personId === idOf('mika') && one.isOpen)?.id ?? ''
  expect((await enroll('kindergarten', 'mika', 'student')).status).toBe(200)
  await school.as('singh').ask(schools.UnenrollPerson, at(place))
  expect([await finds('mika', id), await sees('noor', piece.id), await sees('rivera', piece.id)]).toEqual([
    true,
    true,
    true,
  ])
  expect((await school.as('rivera').ask(work.GetPortfolio, at(idOf('mika')))).code).toBe('not_found')
  const given = { ...at(newId()), body: { iterationId: piece.iterationId, body: 'You are missed.' } }
  expect((await school.as('rivera').ask(feedback.GiveFeedback, given)).status).toBe(200)
  const earlier = (await school.as('mika').ask(spaces.ListSpaces)).body.earlier
  expect(earlier.map(({ classId }) => classId)).toContain(classOf('division-3'))
})
