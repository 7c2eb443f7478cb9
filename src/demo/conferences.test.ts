import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, testMorning } from '../../test/support/cast.ts'
import { addPiece } from '../../test/support/making.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import { ListConferenceRounds } from '../conferences/contract.ts'
import { GetReadinessBoard } from '../readiness/contract.ts'
import { demoConferences } from './conferences.ts'
import { fillConferences } from './fill-conferences.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('one round is open in the class of two grades, and some have prepared', async () => {
  const works: { id: string; learnerKey: string }[] = []
  for (const { learner } of demoConferences)
    for (const _ of [1, 2, 3]) works.push({ id: (await addPiece(school, learner)).id, learnerKey: learner })
  for (const district of cast.districts)
    await fillConferences(school.program.ground, { cast, district, works, today: testMorning })
  const rivera = school.as('rivera')
  const rounds = (await rivera.ask(ListConferenceRounds, { params: { id: classOf('division-3') } })).body
  expect(rounds.length).toBe(1)
  const board = (await rivera.ask(GetReadinessBoard, { params: { id: rounds[0]?.id } })).body
  expect(board.learners.filter(({ readyAt }) => readyAt !== null).length).toBe(3)
  expect(board.learners.filter(({ chosen }) => chosen.length > 0).length).toBe(4)
})
