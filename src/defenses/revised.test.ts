import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { criteria, defenseOf, note, setDefense } from '../../test/support/defending.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import * as contract from './contract.ts'

let school: School
const morning = new Date('2026-11-24T16:30:00Z')
beforeAll(async () => {
  school = await openSchool()
})
beforeEach(() => {
  school.clock.now = morning
})
afterAll(() => school.close())

const [hard, beside] = criteria
const fresh = { id: newId(), words: 'Answers with reasons' }
const revise = (key: string | null, id: string, more: object = {}) =>
  school.as(key).ask(contract.ReviseDefense, {
    params: { id },
    body: { criteria: [hard, fresh], protocol: [], revision: 2, ...more },
  })
const attemptOf = async (key: string, id: string, place = 0) =>
  (await school.as(key).ask(contract.GetDefense, { params: { id } })).body.attempts[place]
const later = (minutes: number) => {
  school.clock.now = new Date(morning.getTime() + minutes * 60_000)
}

test('criteria and order are changed by a teacher until it begins; learner and panel are told, what was written stays', async () => {
  const { id, attemptId } = await setDefense(school)
  const about = (criterionId: string | undefined, words: string) =>
    school
      .as('halvorsen')
      .ask(contract.WriteNote, { params: { id: newId() }, body: note(attemptId, { criterionId, words }) })
  await about(beside?.id, 'I read your opening.')
  expect((await attemptOf('jonas', id))?.changes).toEqual([])
  later(5)
  expect([(await revise('jonas', id)).code, (await revise(null, id)).code]).toEqual([
    'not_allowed',
    'not_signed_in',
  ])
  for (const key of ['minh', 'rivera', 'chen', 'marsh'])
    expect([key, (await revise(key, id)).code]).toEqual([key, 'not_found'])
  for (const wrong of [{ criteria: [] }, { criteria: [hard, hard] }, { revision: 1 }])
    expect([wrong, (await revise('halvorsen', id, wrong)).code]).toEqual([wrong, 'invalid'])
  expect([(await revise('halvorsen', id)).status, (await revise('halvorsen', id)).status]).toEqual([200, 200])
  // a colleague who had the earlier criteria before them writes over nothing
  expect((await revise('halvorsen', id, { criteria: [fresh] })).code).toBe('changed_elsewhere')
  const attempt = await attemptOf('jonas', id)
  expect(attempt).toMatchObject({
    criteria: [hard, fresh],
    protocol: [],
    revision: 2,
    changes: [{ by: 'Bjørn Halvorsen', what: ['criteria', 'protocol'] }],
  })
  const [line] = (await school.as('jonas').ask(contract.ListMyDefenses, {})).body.filter(
    (one) => one.id === id,
  )
  expect(line?.changedAt).toBe(attempt?.changes[0]?.at)
  // written on a device that had not heard of it
  expect((await about(beside?.id, 'And your sketches.')).status).toBe(200)
  expect((await about(newId(), 'x')).code).toBe('invalid')
  expect((await attemptOf('halvorsen', id))?.notes).toMatchObject([
    { criterionId: beside?.id, criterion: beside?.words, words: 'I read your opening.' },
    { criterionId: beside?.id, criterion: beside?.words, words: 'And your sketches.' },
  ])
  later(6)
  const reworded = { ...fresh, words: 'Answers questions with reasons' }
  await about(fresh.id, 'So far so good.')
  later(7)
  expect((await revise('halvorsen', id, { criteria: [reworded], revision: 3 })).status).toBe(200)
  expect((await attemptOf('halvorsen', id))?.notes.at(-1)).toMatchObject({ criterion: fresh.words })
})

test('once it has begun its criteria stand; moved to another day they can be changed again', async () => {
  const { id, attemptId } = await setDefense(school)
  const arrange = (heldOn: string) => {
    const { place, panel, fromMinute } = defenseOf()
    const body = { heldOn, fromMinute, place, panel }
    return school.as('halvorsen').ask(contract.ArrangeAttempt, { params: { id: attemptId }, body })
  }
  // before ten in Vancouver, and after, whether British Columbia keeps winter time or not
  school.clock.now = new Date('2026-11-24T16:59:59Z')
  expect((await attemptOf('halvorsen', id))?.may.revise).toBe(true)
  school.clock.now = new Date('2026-11-24T18:00:00Z')
  expect((await revise('halvorsen', id)).code).toBe('not_allowed')
  await arrange('2026-11-25')
  expect((await attemptOf('jonas', id))?.changes).toMatchObject([{ what: ['when'] }])
  expect((await revise('halvorsen', id)).status).toBe(200)
})

test('the first attempt keeps the criteria it was looked at by; the second has its own', async () => {
  const { id, attemptId } = await setDefense(school)
  const again = { outcome: 'again' as const, words: 'Bring the lamp.' }
  await school.as('halvorsen').ask(contract.DecideAttempt, { params: { id: attemptId }, body: again })
  expect((await revise('halvorsen', id)).code).toBe('not_allowed')
  later(1)
  const { place, panel } = defenseOf()
  const body = { defenseId: id, heldOn: '2026-12-01', place, panel }
  await school.as('halvorsen').ask(contract.CallAttempt, { params: { id: newId() }, body })
  later(2)
  expect((await revise('halvorsen', id)).status).toBe(200)
  expect(await attemptOf('jonas', id)).toMatchObject({ number: 2, criteria: [hard, fresh] })
  expect(await attemptOf('jonas', id, 1)).toMatchObject({ number: 1, criteria, changes: [] })
})
