import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, openTimes, planTimes, timesFor } from '../../test/support/appointing.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { GiveBackSlot, ListInterpreterTimes } from '../appointments/contract.ts'
import { GetReadinessBoard } from './contract.ts'

let school: School
let roundId: string
let booked: string
beforeAll(async () => {
  school = await openSchool()
  roundId = await openTimes(school)
  await planTimes(school, roundId)
  const take = async (key: string, place: number, more: object) => {
    const slotId = (await timesFor(school, key, 'mika', roundId)).times[place]?.slotId ?? ''
    return book(school, key, { slotId, learner: 'mika', more })
  }
  booked = (await take('amara', 0, { language: 'Dakelh', interpreter: true })).id
  expect((await take('tomas', 0, { language: 'English' })).status).toBe(200)
})
afterAll(() => school.close())

const boardOf = async (key: string) => school.as(key).ask(GetReadinessBoard, { params: { id: roundId } })
const householdsOf = async (learner: string) =>
  (await boardOf('rivera')).body.learners.find((one) => one.learner.id === idOf(learner))?.households
const needed = async (key: string) => (await school.as(key).ask(ListInterpreterTimes)).body

test('the board says for each household when it comes, in which language, and who has no time', async () => {
  expect((await boardOf('rivera')).body.planned).toBe(true)
  expect(await householdsOf('mika')).toEqual([
    {
      name: expect.stringMatching(/^Amara/),
      time: { heldOn: '2026-12-01', fromMinute: 930 },
      language: 'Dakelh',
      interpreter: true,
    },
    {
      name: expect.stringMatching(/^Tom/),
      time: { heldOn: '2026-12-01', fromMinute: 950 },
      language: 'English',
      interpreter: false,
    },
  ])
  const others = (await householdsOf('noor')) ?? []
  expect(others.length).toBeGreaterThan(0)
  expect(others.map(({ time }) => time)).toEqual(others.map(() => null))
  for (const key of ['amara', 'mika', 'chen', 'okafor'])
    expect([key, (await boardOf(key)).status]).not.toEqual([key, 200])
})

test('who finds interpreters reads when, where and which language; names are for teachers of the class', async () => {
  const [time, ...more] = await needed('rivera')
  expect(more).toEqual([])
  expect(time).toMatchObject({ heldOn: '2026-12-01', fromMinute: 930, place: 'Room 12', language: 'Dakelh' })
  expect(time?.family).toMatchObject({ learner: { id: idOf('mika') }, guardian: { id: idOf('amara') } })
  for (const key of ['chen', 'singh']) {
    const answer = await school.as(key).ask(ListInterpreterTimes)
    expect([key, answer.body.map(({ language, family }) => [language, family])]).toEqual([
      key,
      [['Dakelh', null]],
    ])
    expect(answer.text).not.toMatch(/Mika|Amara/)
  }
  for (const key of ['amara', 'tomas', 'mika', 'noor', 'okafor', 'ravi', 'priya'])
    expect([key, await needed(key)]).toEqual([key, []])
})

test('a time that is given back needs no interpreter, and the household stands without one', async () => {
  expect((await school.as('amara').ask(GiveBackSlot, { params: { id: booked } })).status).toBe(200)
  expect(await needed('chen')).toEqual([])
  expect((await householdsOf('mika'))?.map(({ time }) => time?.fromMinute ?? null)).toEqual([950, null])
})
