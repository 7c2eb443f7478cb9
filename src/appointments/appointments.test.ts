import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, dayPlan, openTimes, planOf, planTimes, timesFor } from '../../test/support/appointing.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const slotOf = async (key: string, learner: string, roundId: string, place = 0) =>
  (await timesFor(school, key, learner, roundId)).times[place]?.slotId ?? ''
const give = (key: string, id: string) => school.as(key).ask(contract.GiveBackSlot, { params: { id } })
const planned = async (over: object = {}) => {
  const roundId = await openTimes(school)
  return { roundId, dayId: await planTimes(school, roundId, over) }
}

test('a day is planned once, by a teacher of the class, within the days of its round', async () => {
  const roundId = await openTimes(school)
  const id = newId()
  const plan = (key: string, over: object = {}, dayId = newId()) =>
    school
      .as(key)
      .ask(contract.PlanConferenceDay, { params: { id: dayId }, body: dayPlan(roundId, over) })
      .then((answer) => answer.code ?? answer.status)
  expect([await plan('rivera', {}, id), await plan('rivera', {}, id)]).toEqual([200, 200])
  expect(await plan('rivera', { place: 'Gym' }, id)).toBe('id_taken')
  expect(await plan('dubois', {}, id)).toBe('not_found')
  expect(await plan('rivera', { heldOn: '2026-12-05' })).toBe('invalid')
  expect(await plan('rivera', { toMinute: 940 })).toBe('invalid')
  for (const key of ['mika', 'amara']) expect([key, await plan(key)]).toEqual([key, 'not_allowed'])
  for (const key of ['okafor', 'ravi', 'chen', 'priya'])
    expect([key, await plan(key)]).toEqual([key, 'not_found'])
  const days = (await planOf(school, roundId)).days
  expect(days.map((day) => day.slots.map((slot) => slot.fromMinute))).toEqual([[930, 950, 970]])
  // half past three in the afternoon where the school is, whatever the server believes of itself
  expect(days[0]?.slots[0]?.startsAt).toMatch(/^2026-12-01T(22|23):30:00/)
  for (const key of ['mika', 'amara', 'okafor', 'chen'])
    expect((await school.as(key).ask(contract.GetConferencePlan, { params: { id: roundId } })).code).toBe(
      'not_found',
    )
})

test('a guardian takes a time for their child, says who comes, changes it and gives it back', async () => {
  const { roundId } = await planned()
  const first = await timesFor(school, 'amara', 'mika', roundId)
  expect(first.times).toHaveLength(3)
  const more = { language: 'Français', interpreter: true, comes: 'Her grandmother comes too' }
  const taken = await book(school, 'amara', { slotId: first.times[0]?.slotId ?? '', learner: 'mika', more })
  expect(taken.status).toBe(200)
  const after = await timesFor(school, 'amara', 'mika', roundId)
  expect(after.booking).toMatchObject({ fromMinute: 930, place: 'Room 12', ...more })
  expect(after.times).toHaveLength(2)
  const slotId = after.times[1]?.slotId ?? ''
  expect((await book(school, 'amara', { slotId, learner: 'mika' })).code).toBe('changed_elsewhere')
  const moved = await book(school, 'amara', { slotId, learner: 'mika', replaces: taken.id, more })
  expect((await timesFor(school, 'amara', 'mika', roundId)).booking?.fromMinute).toBe(970)
  expect((await give('noor', moved.id)).code).toBe('not_found')
  expect((await give('tomas', moved.id)).code).toBe('not_found')
  expect([(await give('amara', moved.id)).status, (await give('amara', moved.id)).status]).toEqual([200, 200])
  const left = await timesFor(school, 'amara', 'mika', roundId)
  expect([left.booking, left.lost, left.times.length]).toEqual([null, null, 3])
})

test('who may end a class learns how many families would lose a time by it, and nobody else does', async () => {
  const { roundId } = await planned()
  const lost = async (key: string) => {
    const { body } = await school.as(key).ask(contract.ListAgreedTimes)
    return body.reduce((sum, { classId, times }) => sum + (classId === classOf('division-3') ? times : 0), 0)
  }
  const before = await lost('chen')
  const { id } = await book(school, 'amara', {
    slotId: await slotOf('amara', 'mika', roundId),
    learner: 'mika',
  })
  expect([await lost('chen'), await lost('singh')]).toEqual([before + 1, before + 1])
  for (const key of ['rivera', 'mika', 'amara', 'okafor', 'derek', 'marsh'])
    expect([key, (await school.as(key).ask(contract.ListAgreedTimes)).body]).toEqual([key, []])
  await give('amara', id)
  expect(await lost('chen')).toBe(before)
})

test('sent twice it is taken once, and an id of somebody else’s takes nothing', async () => {
  const { roundId } = await planned()
  const slotId = await slotOf('amara', 'mika', roundId)
  const { id } = await book(school, 'amara', { slotId, learner: 'mika' })
  expect((await book(school, 'amara', { slotId, learner: 'mika', id })).status).toBe(200)
  const [other] = (await timesFor(school, 'amara', 'mika', roundId)).times
  // another time under that id is not said to be taken: it is not
  const again = { slotId: other?.slotId ?? '', learner: 'mika', id }
  expect((await book(school, 'amara', again)).code).toBe('id_taken')
  expect((await book(school, 'leila', { slotId, learner: 'noor', id })).code).toBe('not_found')
  expect((await timesFor(school, 'leila', 'noor', roundId)).times).toHaveLength(2)
})

test('households that live apart each have their own time and learn nothing of the other’s', async () => {
  const { roundId } = await planned()
  const slotId = await slotOf('amara', 'mika', roundId)
  const hers = await book(school, 'amara', { slotId, learner: 'mika', more: { comes: 'Only me, please' } })
  const his = await timesFor(school, 'tomas', 'mika', roundId)
  expect(his.booking).toBeNull()
  expect(his.times).toHaveLength(2)
  const shown = await school.as('tomas').ask(contract.ListConferenceTimes)
  for (const trace of [hers.id, slotId, idOf('amara'), 'Only me']) expect(shown.text).not.toContain(trace)
  expect((await book(school, 'tomas', { slotId, learner: 'mika' })).code).toBe('slot_taken')
  expect((await book(school, 'tomas', { slotId, learner: 'mika', replaces: hers.id })).code).toBe(
    'changed_elsewhere',
  )
  const other = await book(school, 'tomas', { slotId: his.times[0]?.slotId ?? '', learner: 'mika' })
  expect(other.status).toBe(200)
  const mikas = await school.as('mika').ask(contract.ListOwnConferences)
  expect(
    mikas.body.filter((one) => [hers.id, other.id].includes(one.id)).map((one) => one.fromMinute),
  ).toEqual([930, 950])
  expect(mikas.text).not.toContain(idOf('amara'))
})

test('only for one’s own child, in the class, in a round that stands', async () => {
  const { roundId } = await planned()
  const slotId = await slotOf('amara', 'mika', roundId)
  const codes = async (rows: [string, string][]) =>
    Promise.all(rows.map(async ([key, learner]) => (await book(school, key, { slotId, learner })).code))
  expect(
    await codes([
      ['leila', 'mika'],
      ['amara', 'theo'],
      ['amara', 'noor'],
      ['mika', 'mika'],
      ['rivera', 'mika'],
    ]),
  ).toEqual(Array(5).fill('not_allowed'))
  expect(
    await codes([
      ['sofia-f', 'ines'],
      ['priya', 'ravi'],
      ['chen', 'mika'],
      ['okafor', 'theo'],
    ]),
  ).toEqual(Array(4).fill('not_found'))
  expect((await timesFor(school, 'carol', 'wren', roundId)).times).toHaveLength(3)
  const derek = await school.as('derek').ask(contract.ListConferenceTimes)
  expect(derek.body.children).toEqual([])
})

test('none of the times suits: a word to the teachers, and to nobody else', async () => {
  const { roundId } = await planned()
  const id = newId()
  const ask = (key: string, words: string, learner = 'mika') =>
    school
      .as(key)
      .ask(contract.AskForTime, { params: { id }, body: { roundId, learnerId: idOf(learner), words } })
  expect((await ask('amara', '  ')).code).toBe('invalid')
  expect([
    (await ask('amara', 'I work until six.')).status,
    (await ask('amara', 'I work until six.')).status,
  ]).toEqual([200, 200])
  expect((await ask('amara', 'Something else')).code).toBe('id_taken')
  expect((await ask('tomas', 'I work until six.')).code).toBe('not_found')
  expect((await ask('leila', 'Hello', 'mika')).code).toBe('not_allowed')
  const families = (await planOf(school, roundId, 'dubois')).families
  const mikas = families.find((one) => one.learner.id === idOf('mika'))
  expect(mikas?.hasTime).toBe(false)
  expect(mikas?.guardians.map((one) => one.wish?.words ?? null).toSorted()).toEqual([
    'I work until six.',
    null,
  ])
  expect((await timesFor(school, 'tomas', 'mika', roundId)).wish).toBeNull()
})
