import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as appointments from '../../src/appointments/contract.ts'
import * as conferences from '../../src/conferences/contract.ts'
import { spaceOf } from '../../src/demo/fill-people.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { book, dayPlan, openTimes, planOf, planTimes } from '../support/appointing.ts'
import { say } from '../support/gathering.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import {
  type MeetingAct,
  meetingActs,
  meetingRowOf,
  type MeetingStanding,
  meetingStandings,
} from './who-meets.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const division = spaceOf(classOf('division-3'))

async function offer(standing: MeetingStanding) {
  await say(school, division, 'families', 'visible')
  const roundId = await openTimes(school)
  const dayId = await planTimes(school, roundId)
  const slots = (await planOf(school, roundId)).days.flatMap((day) => day.slots.map((slot) => slot.id))
  const hers = await book(school, 'amara', { slotId: slots[0] ?? '', learner: 'mika' })
  if (standing === 'called off')
    await school.as('rivera').ask(conferences.WithdrawConferenceRound, { params: { id: roundId } })
  if (standing === 'hidden from families') await say(school, division, 'families', 'hidden')
  if (standing === 'hidden from learners') await say(school, division, 'learners', 'hidden')
  return { roundId, dayId, slotId: slots[1] ?? '', bookingId: hers.id }
}

type Offered = Awaited<ReturnType<typeof offer>>

function attempt(person: string, act: MeetingAct, { roundId, dayId, slotId, bookingId }: Offered) {
  const ask = (endpoint: Endpoint, id: string, body?: object) =>
    school
      .as(person === 'nobody' ? null : person)
      .ask(endpoint, { params: { id }, ...(body ? { body } : {}) })
  const replaces = person === 'amara' || act === 'assign' ? bookingId : null
  const taking = { slotId, learnerId: idOf('mika'), replaces }
  const acts: Record<MeetingAct, () => ReturnType<typeof ask>> = {
    plan: () => ask(appointments.GetConferencePlan, roundId),
    'plan a day': () => ask(appointments.PlanConferenceDay, newId(), dayPlan(roundId)),
    take: () => ask(appointments.BookSlot, newId(), taking),
    wish: () =>
      ask(appointments.AskForTime, newId(), { roundId, learnerId: idOf('mika'), words: 'After six?' }),
    assign: () => ask(appointments.AssignSlot, newId(), { ...taking, guardianId: idOf('amara') }),
    'give back': () => ask(appointments.GiveBackSlot, bookingId),
    'cancel slot': () => ask(appointments.CancelConferenceSlot, slotId),
    'cancel day': () => ask(appointments.CancelConferenceDay, dayId),
  }
  return acts[act]()
}

describe.each(meetingStandings)('the times of a class, %s', (standing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const found: string[] = []
    let offered = await offer(standing)
    for (const act of meetingActs) {
      const letter = letterOf(await attempt(person, act, offered))
      found.push(`${act}: ${letter}`)
      // none of them may meet what another one did
      if (letter === 'y' && act !== 'plan') offered = await offer(standing)
    }
    const wanted = meetingRowOf(standing, person).split(' ')
    expect(found).toEqual(meetingActs.map((act, place) => `${act}: ${wanted[place]}`))
  })
})
