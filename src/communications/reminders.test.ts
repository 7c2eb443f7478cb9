import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import {
  adopt,
  classBoard,
  enroll,
  reflect,
  roster,
  sayWhatICan,
  schoolBoard,
  schoolOf,
  setGoal,
  unenroll,
} from '../../test/support/completing.ts'
import { adoptPack } from '../../test/support/claiming.ts'
import { nightPasses } from '../../test/support/night.ts'
import { countQueries } from '../../test/support/query-counter.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as contract from './contract.ts'

let school: School
let written: string
let collaborating: string
beforeAll(async () => {
  school = await openSchool({ works: true })
  await adopt(school)
  collaborating = (await adoptPack(school)).competency('Collaborating')
  written = (await classBoard(school, 'rivera')).body.chosen ?? ''
})
afterAll(() => school.close())

const remind = (key: string, communicationId = written, classKey = 'division-3') =>
  school.as(key).ask(contract.RemindClass, { params: { id: classOf(classKey) }, body: { communicationId } })
const remindSchool = (key: string, schoolKey = 'cedar-hill') =>
  school
    .as(key)
    .ask(contract.RemindSchool, { params: { id: schoolOf(schoolKey) }, body: { communicationId: written } })
const reminders = async (key: string) => (await school.as(key).ask(contract.ListReminders)).body
const putAway = (key: string) => school.as(key).ask(contract.PutReminderAway, { params: { id: written } })
const setWindow = (key: string, body: object, id = newId()) =>
  school.as(key).ask(contract.SetWindow, { params: { id }, body: { communicationId: written, ...body } })

test('who may not, reminds nobody', async () => {
  for (const key of ['mika', 'amara', 'okafor', 'chen', 'singh', 'marsh', 'doyle'])
    expect([key, (await remind(key)).code]).toEqual([key, 'not_found'])
  for (const key of ['mika', 'rivera', 'doyle', 'marsh'])
    expect([key, (await remindSchool(key)).code]).toEqual([key, 'not_found'])
  expect((await remind('rivera', newId())).code).toBe('not_found')
  expect(await reminders('noor')).toEqual([])
})

test('one step tells everybody who is missing, by the name of who asks, and nobody else', async () => {
  await reflect(school, 'mika')
  await setGoal(school, 'mika')
  await sayWhatICan(school, 'mika', collaborating)
  await reflect(school, 'noor')
  expect((await remind('rivera')).status).toBe(200)
  expect(await reminders('mika')).toEqual([])
  expect(await reminders('theo')).toEqual([])
  expect(await reminders('noor')).toMatchObject([
    {
      communicationId: written,
      missing: ['goal', 'claim'],
      closesOn: '2026-12-15',
      remindedBy: { id: idOf('rivera') },
    },
  ])
  expect((await reminders('kai'))[0]?.missing).toEqual(['reflection', 'goal', 'claim'])
  const { learners } = (await classBoard(school, 'dubois')).body
  expect(learners.filter(({ remindedOn }) => remindedOn === null).map(({ learner }) => learner.id)).toEqual([
    idOf('mika'),
  ])
})

test('told once for a communication, whoever asks again; and it leaves by itself once all is said', async () => {
  await remind('dubois')
  expect((await reminders('kai'))[0]?.remindedBy.id).toBe(idOf('rivera'))
  await setGoal(school, 'noor')
  expect((await reminders('noor'))[0]?.missing).toEqual(['claim'])
  await sayWhatICan(school, 'noor', collaborating)
  expect(await reminders('noor')).toEqual([])
})

test('put away it stays away, and no adult learns of it', async () => {
  const before = (await classBoard(school, 'rivera')).body
  expect((await putAway('kai')).status).toBe(200)
  expect((await putAway('kai')).status).toBe(200)
  expect((await putAway('mika')).code).toBe('not_found')
  await remind('rivera')
  expect(await reminders('kai')).toEqual([])
  expect((await classBoard(school, 'rivera')).body).toEqual(before)
})

test('the principal tells the whole school in one step', async () => {
  expect((await reminders('theo')).length).toBe(0)
  expect((await remindSchool('chen')).status).toBe(200)
  expect((await reminders('theo'))[0]?.remindedBy.id).toBe(idOf('chen'))
  const { body } = await schoolBoard(school, 'chen')
  expect(body.reminded).toBe(body.learners - body.complete)
  expect(await reminders('jonas')).toEqual([])
})

test('who moves to another school is asked by the days there; who leaves is asked no more', async () => {
  await roster(school, 'wren', unenroll('wren', 'division-3', '2026-11-24'))
  expect(await reminders('wren')).toEqual([])
  await roster(school, 'wren', enroll('wren', 'morning', '2026-11-24', '10'))
  const own = {
    schoolId: schoolOf('riverbend'),
    days: { opensOn: '2026-09-01', closesOn: '2027-01-22' },
    asks: ['goal'],
  }
  expect((await setWindow('singh', own)).status).toBe(200)
  expect(await reminders('wren')).toMatchObject([{ closesOn: '2027-01-22', missing: ['goal'] }])
  expect((await reminders('otto'))[0]).toMatchObject({ closesOn: '2026-12-15' })
})

test('a school follows the district again, and only the office sets days', async () => {
  const schoolId = schoolOf('riverbend')
  for (const key of ['chen', 'rivera', 'mika'])
    expect([key, (await setWindow(key, { schoolId })).code]).toEqual([key, 'not_found'])
  expect((await setWindow('doyle', { schoolId })).code).toBe('not_found')
  const id = newId()
  expect((await setWindow('singh', { schoolId }, id)).status).toBe(200)
  expect((await setWindow('singh', { schoolId }, id)).status).toBe(200)
  expect((await setWindow('singh', {}, id)).code).toBe('invalid')
  const days = { opensOn: '2026-09-01', closesOn: '2026-12-18' }
  expect((await setWindow('singh', { days, asks: ['reflection'] }, id)).code).toBe('id_taken')
  expect((await setWindow('singh', { days: { opensOn: '2026-09-02', closesOn: '2026-09-01' } })).code).toBe(
    'invalid',
  )
  expect((await setWindow('singh', { schoolId: schoolOf('harbour-point'), days })).code).toBe('not_found')
  expect((await school.as('singh').ask(contract.GetYearPlan)).body).toMatchObject({
    adopted: { pack: 'bc/communications' },
    communications: [{}, { id: written, own: [] }, {}, {}, {}],
  })
  expect((await reminders('wren'))[0]?.closesOn).toBe('2026-12-15')
})

test('a district of 4,000 learners more is asked for with as many queries', async () => {
  const ask = async () => {
    const counter = countQueries()
    const answer = await school.as('singh').ask(contract.CountCompleteness)
    counter.stop()
    return { sent: counter.sent, learners: answer.body.schools[0]?.learners ?? 0 }
  }
  await ask()
  const small = await ask()
  const { districtId } = castMember('mika')
  await roster(
    school,
    'mika',
    sql`create temp table many as select n, uuidv7() as id from generate_series(1, 4000) n`,
    sql`insert into person (id, district_id, given_name, created_at) select id, ${districtId}::uuid, 'L' || n, cairn_now() from many`,
    sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on)
      select uuidv7(), ${districtId}::uuid, ${classOf('division-3')}::uuid, id, 'student', '4', '2026-09-08' from many`,
    sql`insert into reflection (id, district_id, learner_id, made_at)
      select uuidv7(), ${districtId}::uuid, id, cairn_now() from many where n % 2 = 0`,
  )
  const large = await ask()
  expect(large).toEqual({ sent: small.sent, learners: small.learners + 4000 })
  expect(large.sent).toBeLessThanOrEqual(6)
})

test('when it is over nobody is told any more; the next year’s days are there before it begins', async () => {
  school.later(28)
  expect((await remind('rivera')).code).toBe('not_allowed')
  expect((await reminders('otto')).length).toBe(0)
  school.later(183)
  await nightPasses(school)
  const { districtId } = castMember('mika')
  const years = await asTheSystem(school.program.ground, { reason: 'test', districtId }, ({ db }) =>
    sql<{ year: number }>`select distinct year from communication order by year`.execute(db),
  )
  expect(years.rows.map(({ year }) => year)).toEqual([2026, 2027])
})
