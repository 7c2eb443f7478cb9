import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, openTimes, planOf, planTimes, timesFor } from '../../test/support/appointing.ts'
import { endEnrollment, endGuardianship } from '../../test/support/leaving.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import * as conferences from '../conferences/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const planned = async (over: object = {}) => {
  const roundId = await openTimes(school)
  return { roundId, dayId: await planTimes(school, roundId, over) }
}
const slotsOf = async (roundId: string) => (await planOf(school, roundId)).days.flatMap((day) => day.slots)
const families: [string, string][] = [
  ['amara', 'mika'],
  ['tomas', 'mika'],
  ['leila', 'noor'],
  ['karim', 'noor'],
  ['raymond', 'kai'],
  ['agnes', 'kai'],
  ['anke', 'otto'],
  ['joerg', 'otto'],
]

test('eight households reach for one slot at once: one has it, seven are told kindly, nobody twice', async () => {
  const { roundId } = await planned()
  const slotId = (await slotsOf(roundId))[0]?.id ?? ''
  await Promise.all(families.map(([key]) => school.as(key).cookie()))
  const answers = await Promise.all(families.map(([key, learner]) => book(school, key, { slotId, learner })))
  expect(answers.map(({ code }) => code ?? 'taken').toSorted()).toEqual([
    ...Array(7).fill('slot_taken'),
    'taken',
  ])
  const booked = (await slotsOf(roundId)).filter((slot) => slot.booking)
  expect(booked).toHaveLength(1)
})

test('at three stations three of them have it, whichever of the three they named', async () => {
  const { roundId } = await planned({ stations: 3 })
  const slotId = (await slotsOf(roundId))[0]?.id ?? ''
  const answers = await Promise.all(families.map(([key, learner]) => book(school, key, { slotId, learner })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  const booked = (await slotsOf(roundId)).filter((slot) => slot.booking)
  expect(booked.map((slot) => [slot.fromMinute, slot.station])).toEqual([
    [930, 1],
    [930, 2],
    [930, 3],
  ])
})

test('one household pressing everywhere at once has one time in the end', async () => {
  const { roundId } = await planned({ stations: 3 })
  const slots = await slotsOf(roundId)
  const answers = await Promise.all(
    slots.map((slot) => book(school, 'amara', { slotId: slot.id, learner: 'mika' })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await slotsOf(roundId)).filter((slot) => slot.booking)).toHaveLength(1)
})

test('the same booking sent twice at once is there once', async () => {
  const { roundId } = await planned({ stations: 2 })
  const slotId = (await slotsOf(roundId))[0]?.id ?? ''
  const id = newId()
  const sent = () => book(school, 'amara', { slotId, learner: 'mika', id })
  expect((await Promise.all([sent(), sent(), sent(), sent(), sent()])).map(({ status }) => status)).toEqual(
    Array.from({ length: 5 }, () => 200),
  )
  expect((await slotsOf(roundId)).filter((slot) => slot.booking)).toHaveLength(1)
})

test('whoever loses the race for another time keeps the one they had', async () => {
  const { roundId } = await planned()
  const [first, second] = await slotsOf(roundId)
  const mine = await book(school, 'amara', { slotId: first?.id ?? '', learner: 'mika' })
  await book(school, 'leila', { slotId: second?.id ?? '', learner: 'noor' })
  const moved = await book(school, 'amara', { slotId: second?.id ?? '', learner: 'mika', replaces: mine.id })
  expect(moved.code).toBe('slot_taken')
  expect((await timesFor(school, 'amara', 'mika', roundId)).booking?.id).toBe(mine.id)
})

test('a cancelled day tells each family who and when; they choose again, and what was stays', async () => {
  const { roundId, dayId } = await planned()
  await planTimes(school, roundId, { heldOn: '2026-12-02' })
  const [first] = await slotsOf(roundId)
  await book(school, 'amara', { slotId: first?.id ?? '', learner: 'mika' })
  const cancel = (key: string) => school.as(key).ask(contract.CancelConferenceDay, { params: { id: dayId } })
  expect([(await cancel('amara')).code, (await cancel('mika')).code, (await cancel('okafor')).code]).toEqual([
    'not_allowed',
    'not_allowed',
    'not_found',
  ])
  expect([(await cancel('dubois')).status, (await cancel('dubois')).status]).toEqual([200, 200])
  const seen = await timesFor(school, 'amara', 'mika', roundId)
  expect(seen.booking).toBeNull()
  expect(seen.lost).toMatchObject({ heldOn: '2026-12-01', fromMinute: 930, by: { id: idOf('dubois') } })
  expect(seen.times.map((time) => time.heldOn)).toEqual(Array(3).fill('2026-12-02'))
  expect((await book(school, 'amara', { slotId: first?.id ?? '', learner: 'mika' })).code).toBe('slot_taken')
  await book(school, 'amara', { slotId: seen.times[0]?.slotId ?? '', learner: 'mika' })
  expect((await timesFor(school, 'amara', 'mika', roundId)).lost).toBeNull()
  expect((await slotsOf(roundId))[0]?.cancelled?.by.id).toBe(idOf('dubois'))
})

test('booking while it is being cancelled ends as cancelled, never as both', async () => {
  const { roundId } = await planned()
  const [slot] = await slotsOf(roundId)
  const slotId = slot?.id ?? ''
  const [booked, cancelled] = await Promise.all([
    book(school, 'amara', { slotId, learner: 'mika' }),
    school.as('rivera').ask(contract.CancelConferenceSlot, { params: { id: slotId } }),
  ])
  expect(cancelled.status).toBe(200)
  const seen = await timesFor(school, 'amara', 'mika', roundId)
  expect(seen.booking).toBeNull()
  expect(seen.lost !== null).toBe(booked.status === 200)
})

test('a teacher gives a time to a family that did not choose, and takes it back; the family sees who', async () => {
  const { roundId } = await planned()
  const [first, second] = await slotsOf(roundId)
  const assign = (key: string, guardian: string, learner: string, slotId = first?.id ?? '', id = newId()) =>
    school.as(key).ask(contract.AssignSlot, {
      params: { id },
      body: { slotId, learnerId: idOf(learner), guardianId: idOf(guardian), replaces: null },
    })
  const id = newId()
  expect((await assign('rivera', 'leila', 'noor', first?.id, id)).status).toBe(200)
  expect((await assign('rivera', 'leila', 'noor', first?.id, id)).status).toBe(200)
  expect((await assign('rivera', 'amara', 'mika')).code).toBe('slot_taken')
  expect((await assign('rivera', 'amara', 'noor', second?.id)).code).toBe('not_allowed')
  expect((await assign('rivera', 'sofia-f', 'ines', second?.id)).code).toBe('not_allowed')
  expect((await assign('amara', 'amara', 'mika', second?.id)).code).toBe('not_allowed')
  expect((await assign('okafor', 'amara', 'theo', second?.id)).code).toBe('not_found')
  expect((await timesFor(school, 'leila', 'noor', roundId)).booking?.bookedBy.id).toBe(idOf('rivera'))
  expect((await timesFor(school, 'karim', 'noor', roundId)).booking).toBeNull()
  expect((await school.as('rivera').ask(contract.GiveBackSlot, { params: { id } })).status).toBe(200)
  expect((await timesFor(school, 'leila', 'noor', roundId)).lost?.by?.id).toBe(idOf('rivera'))
})

test('called off, a round gives out no times', async () => {
  const { roundId } = await planned()
  const [slot] = await slotsOf(roundId)
  await book(school, 'amara', { slotId: slot?.id ?? '', learner: 'mika' })
  await school.as('rivera').ask(conferences.WithdrawConferenceRound, { params: { id: roundId } })
  expect((await book(school, 'leila', { slotId: slot?.id ?? '', learner: 'noor' })).code).toBe('not_allowed')
  const hers = await timesFor(school, 'amara', 'mika', roundId)
  expect([hers.calledOff, hers.times]).toEqual([true, []])
  expect((await school.as('mika').ask(contract.ListOwnConferences)).text).not.toContain(hers.booking?.id)
  const shown = await school.as('leila').ask(contract.ListConferenceTimes)
  expect(shown.body.children.map((one) => one.round.id)).not.toContain(roundId)
})

test('a guardian removed in the middle and a learner who left hold no time: others may have it', async () => {
  const { roundId } = await planned()
  const [first, second] = await slotsOf(roundId)
  await book(school, 'agnes', { slotId: first?.id ?? '', learner: 'kai' })
  await book(school, 'anke', { slotId: second?.id ?? '', learner: 'otto' })
  await endGuardianship(school, 'agnes', 'kai')
  await endEnrollment(school, 'otto')
  expect((await slotsOf(roundId)).filter((slot) => slot.booking)).toEqual([])
  const shown = await school.as('agnes').ask(contract.ListConferenceTimes)
  expect(shown.body.children.filter((one) => one.round.id === roundId)).toEqual([])
  expect((await timesFor(school, 'amara', 'mika', roundId)).times).toHaveLength(3)
  expect((await book(school, 'amara', { slotId: first?.id ?? '', learner: 'mika' })).status).toBe(200)
  expect((await book(school, 'leila', { slotId: second?.id ?? '', learner: 'noor' })).status).toBe(200)
})
