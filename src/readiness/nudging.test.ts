import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRound, prepare } from '../../test/support/conferring.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { ListMyConferences } from '../conferences/contract.ts'
import { NudgeLearner } from './contract.ts'

let school: School
let round: string
beforeAll(async () => {
  school = await openSchool()
  round = await openRound(school)
})
afterAll(() => school.close())

test('a teacher nudges with one touch: the learner alone is told, once a day, until they do something about it', async () => {
  const nudge = (key: string, learner = 'harpreet') =>
    school.as(key).ask(NudgeLearner, {
      params: { id: newId() },
      body: { roundId: round, learnerId: idOf(learner) },
    })
  const nudgeOf = async (key: string) =>
    (await school.as(key).ask(ListMyConferences)).body.find(({ round: one }) => one.id === round)?.nudge
  for (const [key, code] of [
    ['harpreet', 'not_allowed'],
    ['okafor', 'not_found'],
    ['chen', 'not_found'],
  ] as const)
    expect([key, (await nudge(key)).code]).toEqual([key, code])
  expect((await nudge('rivera', 'ines')).code).toBe('not_found')
  expect((await nudge('rivera')).status).toBe(200)
  expect((await nudge('dubois')).status).toBe(200)
  expect((await nudgeOf('harpreet'))?.by.id).toBe(idOf('rivera'))
  expect(await nudgeOf('noor')).toBe(null)
  school.later(1)
  await prepare(school, 'harpreet', round)
  expect(await nudgeOf('harpreet')).toBe(null)
  school.later(-1)
})
