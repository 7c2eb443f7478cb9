import { v7 as newId } from 'uuid'
import * as appointments from '../../src/appointments/contract.ts'
import * as conferences from '../../src/conferences/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { classOf, idOf, type School } from './school.ts'

async function must(school: School, key: string, endpoint: Endpoint, params: object, body?: object) {
  const answer = await school.as(key).ask(endpoint, { params, ...(body ? { body } : {}) })
  if (answer.status !== 200) throw new Error(`${endpoint.name} by ${key}: ${answer.text}`)
}

/** A round of conferences next week, still without times. */
export async function openTimes(school: School, key = 'rivera', classKey = 'division-3'): Promise<string> {
  const id = newId()
  const body = {
    classId: classOf(classKey),
    name: 'Fall conferences',
    startsOn: '2026-11-30',
    endsOn: '2026-12-04',
  }
  await must(school, key, conferences.OpenConferenceRound, { id }, body)
  return id
}

/** Three times of fifteen minutes from half past three, at one station, in the classroom. */
export const dayPlan = (roundId: string, over: object = {}) => ({
  roundId,
  heldOn: '2026-12-01',
  fromMinute: 930,
  toMinute: 985,
  lengthMinutes: 15,
  breakMinutes: 5,
  stations: 1,
  way: 'in_person',
  place: 'Room 12',
  languages: ['English', 'Français'],
  interpreter: true,
  ...over,
})

export async function planTimes(
  school: School,
  roundId: string,
  over: object = {},
  key = 'rivera',
): Promise<string> {
  const id = newId()
  await must(school, key, appointments.PlanConferenceDay, { id }, dayPlan(roundId, over))
  return id
}

/** What a guardian sees of one child in one round. */
export async function timesFor(school: School, key: string, learner: string, roundId: string) {
  const { body } = await school.as(key).ask(appointments.ListConferenceTimes)
  const found = body.children.find((one) => one.round.id === roundId && one.learner.id === idOf(learner))
  if (!found) throw new Error(`${key} is shown no times for ${learner}`)
  return found
}

export const planOf = async (school: School, roundId: string, key = 'rivera') =>
  (await school.as(key).ask(appointments.GetConferencePlan, { params: { id: roundId } })).body

type Wanted = { slotId: string; learner: string; replaces?: string | null; id?: string; more?: object }

export async function book(
  school: School,
  key: string,
  { slotId, learner, replaces = null, id = newId(), more }: Wanted,
) {
  const answer = await school.as(key).ask(appointments.BookSlot, {
    params: { id },
    body: { slotId, learnerId: idOf(learner), replaces, ...more },
  })
  return { id, status: answer.status, code: answer.code }
}
