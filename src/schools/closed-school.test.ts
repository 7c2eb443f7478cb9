import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, openTimes, planTimes, timesFor } from '../../test/support/appointing.ts'
import { cardOf, tabletAtDoor } from '../../test/support/carding.ts'
import { announce, handOver, layDevice, made } from '../../test/support/handing.ts'
import { addIteration, addPiece, text } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { ListConferenceTimes } from '../appointments/contract.ts'
import { SignInByCard } from '../cards/contract.ts'
import { schoolId } from '../demo/cast-schools.ts'
import { spaceOf } from '../demo/fill-people.ts'
import { BringWork } from '../handovers/contract.ts'
import { GetMe } from '../people/contract.ts'
import { AddPiece, GetPiece, GetPortfolio, ListChildren } from '../work/contract.ts'
import * as schools from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const cedar = schoolId('cedar-hill')
const close = (id = newId()) =>
  school.as('singh').ask(schools.CloseSchool, { params: { id }, body: { schoolId: cedar } })
const reopen = () => school.as('singh').ask(schools.ReopenSchool, { params: { id: cedar } })
const enroll = (by: string, who: string, classKey: string, more: object) =>
  school.as(by).ask(schools.EnrollPerson, {
    params: { id: newId() },
    body: { classId: classOf(classKey), personId: idOf(who), ...more },
  })
const sees = async (key: string, id: string) =>
  (await school.as(key).ask(GetPiece, { params: { id } })).status === 200
const finds = async (key: string, child: string) =>
  (await school.as(key).ask(GetPortfolio, { params: { id: idOf(child) } })).status === 200
const hasTime = async () =>
  (await school.as('amara').ask(ListConferenceTimes)).body.children.some(({ booking }) => booking !== null)

test('of two who close a school at once, and of two who open it, one does it and both are answered', async () => {
  const both = await Promise.all([close(), close()])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const opened = await Promise.all([reopen(), reopen()])
  expect(opened.map(({ status }) => status)).toEqual([200, 200])
  const { body } = await school.as('singh').ask(schools.ListKeptSchools)
  expect(body.schools.find(({ id }) => id === cedar)).toMatchObject({ closedAt: null, classes: 2 })
})

test('nobody opens a class at a school in the moment it is closed', async () => {
  const body = { schoolId: cedar, name: 'Late', opensOn: '2026-09-08', closesOn: '2027-06-25' }
  const open = () => school.as('chen').ask(schools.KeepClass, { params: { id: newId() }, body })
  const [closed, ...opened] = await Promise.all([close(), ...Array.from({ length: 8 }, open)])
  expect(closed?.status).toBe(200)
  for (const { code } of opened) expect([undefined, 'school_closed']).toContain(code)
  const { classes } = (await school.as('singh').ask(schools.ListKeptClasses)).body
  expect(classes.filter((one) => one.schoolId === cedar && one.isOpen)).toEqual([])
  await reopen()
})

test('a closed school takes nothing from its children, shows its teachers nothing more, and comes back whole', async () => {
  const shown = await addPiece(school, 'mika', ['teachers', 'family'])
  const roundId = await openTimes(school)
  await planTimes(school, roundId)
  const slotId = (await timesFor(school, 'amara', 'mika', roundId)).times[0]?.slotId ?? ''
  expect((await book(school, 'amara', { slotId, learner: 'mika' })).status).toBe(200)
  const tomorrow = '2026-11-25'
  const days = { role: 'teacher', closesOn: tomorrow }
  expect((await enroll('chen', 'halvorsen', 'division-3', days)).status).toBe(200)
  const [door, held] = [await tabletAtDoor(school), await layDevice(school, 'okafor')]
  const handover = await handOver(held)
  const theos = await cardOf(school, 'theo')
  const work = made(handover, 'theo', [await announce(held)])
  for (const key of ['rivera', 'halvorsen', 'amara', 'mika'])
    expect([key, await sees(key, shown.id)]).toEqual([key, true])

  expect((await close()).status).toBe(200)
  // the children and their families: all of it, for ever, and more of it
  for (const key of ['mika', 'amara']) expect([key, await sees(key, shown.id)]).toEqual([key, true])
  expect((await addIteration(school, 'mika', shown.id)).number).toBe(2)
  const { length } = (await school.as('amara').ask(ListChildren)).body
  expect(length).toBe(2)
  // what waited on a device for a class that is over is refused as that alone, and kept without it
  const [lateId, iteration] = [newId(), { id: newId(), parts: text('made on the bus') }]
  const add = (shares: object[]) =>
    school.as('mika').ask(AddPiece, { params: { id: lateId }, body: { iteration, shares } })
  const toClass = { id: newId(), audience: 'class', spaceId: spaceOf(classOf('division-3')) }
  expect([(await add([toClass])).code, (await add([])).status]).toEqual(['not_found', 200])
  expect(await sees('mika', lateId)).toBe(true)
  expect((await held.ask(BringWork, work)).status).toBe(200)
  expect(await sees('theo', work.params.id)).toBe(true)
  // those who taught them, for good or for some days, and who leads it: in, and at no child's work
  for (const key of ['rivera', 'halvorsen', 'okafor', 'amari', 'chen', 'singh']) {
    expect([key, (await school.as(key).ask(GetMe)).status]).toEqual([key, 200])
    const some = [await finds(key, 'mika'), await finds(key, 'theo'), await sees(key, shown.id)]
    expect([key, ...some]).toEqual([key, false, false, false])
  }
  expect((await school.as('rivera').ask(schools.ListClasses)).body).toEqual([])
  // a card of it opens nothing, and no meeting stands that nobody would come to
  const body = { code: theos.code, picture: theos.picture }
  expect((await door.ask(SignInByCard, { body })).status).not.toBe(200)
  expect(await hasTime()).toBe(false)

  // a child goes on elsewhere, with everything
  expect((await enroll('singh', 'mika', 'morning', { role: 'student', grade: '4' })).status).toBe(200)
  expect([await sees('halvorsen', shown.id), await sees('rivera', shown.id)]).toEqual([true, false])
  expect((await reopen()).status).toBe(200)
  expect([await sees('rivera', shown.id), await finds('okafor', 'theo'), await hasTime()]).toEqual([
    true,
    true,
    true,
  ])
  expect((await door.ask(SignInByCard, { body })).status).toBe(200)
})
