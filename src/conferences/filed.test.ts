import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adopt, schoolBoard } from '../../test/support/completing.ts'
import { begin, close, openRound, tell, told } from '../../test/support/conferring.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { GetYearPlan, SetWindow } from '../communications/contract.ts'
import { GetReadinessBoard } from '../readiness/contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('a closed meeting counts as the informal communication: the principal sees numbers, and reads nothing of it', async () => {
  await adopt(school)
  const plan = (await school.as('singh').ask(GetYearPlan)).body
  const informal = plan.communications.find(({ kind }) => kind === 'informal')
  await school.as('singh').ask(SetWindow, {
    params: { id: newId() },
    body: {
      communicationId: informal?.id ?? '',
      days: { opensOn: '2026-11-01', closesOn: '2026-11-30' },
      asks: ['conference'],
    },
  })
  const round = await openRound(school)
  const filed = async () => {
    const { body, text } = await schoolBoard(school, 'chen')
    expect(body.chosen).toBe(informal?.id)
    expect(text).not.toContain('Between us 9d1c')
    return body.classes.find(({ id }) => id === classOf('division-3'))
  }
  expect(await filed()).toMatchObject({ said: { conference: 0 }, complete: 0 })
  const { id } = await begin(school, 'mika', round, [told('amara')])
  await tell(school, 'mika', id, told('amara'), { words: 'Between us 9d1c' })
  expect(await filed()).toMatchObject({ complete: 0 })
  await close(school, 'mika', id)
  expect(await filed()).toMatchObject({ said: { conference: 1 }, complete: 1 })
  // a second household's meeting is no second update
  const { id: second } = await begin(school, 'mika', round, [told('tomas')])
  await close(school, 'rivera', second)
  expect(await filed()).toMatchObject({ said: { conference: 1 }, complete: 1 })
  const board = await school.as('rivera').ask(GetReadinessBoard, { params: { id: round } })
  expect(board.body.learners.find(({ learner }) => learner.id === idOf('mika'))?.filed).toBe(2)
})
