import { afterAll, beforeAll, expect, test } from 'vitest'
import { planOf, timesFor } from '../../test/support/appointing.ts'
import { castMember } from '../../test/support/cast.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import { ListConferenceRounds } from '../conferences/contract.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { planAmiss, slotsOf } from '../appointments/appointment.ts'
import { demoBookings, demoDays, demoWishes } from './appointments.ts'
import { demoCast } from './cast.ts'
import { classId } from './cast-rows.ts'
import { fillAppointments } from './fill-appointments.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const cast = demoCast(new Date('2026-11-24T20:00:00Z'))
const personId = (key: string) => cast.people.find((one) => one.key === key)?.id

test('each day holds times, and each booking is a guardian’s for their own child of the class', () => {
  const plans = demoDays.map((day) => ({ ...day, lengthMinutes: 20, breakMinutes: 5 }))
  for (const plan of plans) expect(planAmiss(plan)).toBeUndefined()
  const first = plans[0] ? slotsOf(plans[0]).length : 0
  for (const { slot } of demoBookings) expect(slot).toBeLessThan(first)
  for (const { guardian, learner } of [...demoBookings, ...demoWishes]) {
    const guards = cast.guardianships.some(
      (one) =>
        one.guardianId === personId(guardian) &&
        one.learnerId === personId(learner) &&
        one.closedOn === undefined,
    )
    const learns = cast.enrollments.some(
      (one) =>
        one.personId === personId(learner) &&
        one.classId === classId('division-3') &&
        one.closedOn === undefined,
    )
    expect([guardian, learner, guards, learns]).toEqual([guardian, learner, true, true])
  }
})

test('filled, everybody has the time that is written down, and nobody another’s', async () => {
  const district = cast.districts.find(({ id }) => id === castMember('rivera').districtId)
  if (!district) throw new Error('Ms. Rivera is in no district')
  await asTheSystem(school.program.ground, { reason: 'fill the demo', districtId: district.id }, ({ db }) =>
    fillAppointments({ db, cast, district, today: school.clock.now }),
  )
  const rounds = await school
    .as('rivera')
    .ask(ListConferenceRounds, { params: { id: classOf('division-3') } })
  const roundId = rounds.body[0]?.id ?? ''
  const plan = await planOf(school, roundId)
  expect(plan.days.map((day) => day.way)).toEqual(['in_person', 'phone'])
  const booked = plan.days.flatMap((day) => day.slots).filter((slot) => slot.booking)
  expect(booked).toHaveLength(demoBookings.length)
  expect((await timesFor(school, 'amara', 'mika', roundId)).booking?.fromMinute).toBe(900)
})
