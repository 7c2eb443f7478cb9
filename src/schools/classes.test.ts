import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { schoolId } from '../demo/cast-schools.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import type { Endpoint } from '../platform/contract.ts'
import { GetPortfolio } from '../work/contract.ts'
import * as schools from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const as = <E extends Endpoint>(key: string, endpoint: E, id: string, body?: object) =>
  school.as(key).ask(endpoint, { params: { id }, ...(body ? { body } : {}) })
const division = classOf('division-3')
const days = { opensOn: '2026-11-24', closesOn: '2027-06-25' }
const sees = async (key: string, child: string) =>
  (await school.as(key).ask(GetPortfolio, { params: { id: idOf(child) } })).status === 200
const kept = async (key: string) => (await school.as(key).ask(schools.ListKeptClasses)).body

test('who leads a school keeps its classes; nobody else finds them', async () => {
  const names = async (key: string) => (await kept(key)).classes.map(({ name }) => name)
  expect(await names('chen')).toEqual(expect.arrayContaining(['Division 3 (Grades 3/4)', 'Project Studio']))
  expect(await names('singh')).toEqual(await names('chen'))
  expect(await names('doyle')).toEqual(['Grades 3 to 5'])
  const id = newId()
  for (const key of ['rivera', 'okafor', 'mika', 'amara', 'doyle']) {
    const place = { classId: division, personId: idOf('jonas'), role: 'student' }
    const answers = [
      await as(key, schools.GetKeptClass, division),
      await as(key, schools.KeepClass, id, { schoolId: schoolId('cedar-hill'), name: 'Mine', ...days }),
      await as(key, schools.ArchiveClass, newId(), { classId: division }),
      await as(key, schools.ReopenClass, division, { closesOn: '2027-06-25' }),
      await as(key, schools.EnrollPerson, newId(), place),
      await as(key, schools.KeepTerm, newId(), { schoolId: schoolId('cedar-hill'), name: 'Term', ...days }),
      await school.as(key).ask(schools.FindForClass, { params: { id: division }, query: { words: 'mika' } }),
      ...(key === 'doyle' ? [] : [await school.as(key).ask(schools.ListKeptClasses)]),
    ]
    expect([key, ...new Set(answers.map(({ code }) => code))]).toEqual([key, 'not_found'])
  }
})

test('a class is opened and filled; its teachers see its learners from then on, and no longer when they are out', async () => {
  const id = newId()
  const said = { schoolId: schoolId('cedar-hill'), name: ' Choir ', ...days }
  expect((await as('chen', schools.KeepClass, id, said)).status).toBe(200)
  expect((await as('chen', schools.KeepClass, id, said)).status).toBe(200)
  expect((await as('chen', schools.KeepClass, id, { ...said, closesOn: '2026-01-01' })).code).toBe(
    'days_do_not_fit',
  )
  const enroll = (personId: string, role: string, placeId = newId()) =>
    as('chen', schools.EnrollPerson, placeId, { classId: id, personId, role })
  const learner = newId()
  expect(await sees('okafor', 'emre')).toBe(false)
  expect((await enroll(idOf('emre'), 'student', learner)).status).toBe(200)
  expect((await enroll(idOf('emre'), 'student', learner)).status).toBe(200)
  expect((await enroll(idOf('emre'), 'student')).code).toBe('there_already')
  expect((await enroll(idOf('okafor'), 'teacher')).status).toBe(200)
  expect((await enroll(idOf('dubois'), 'teacher')).status).toBe(200)
  expect(await sees('okafor', 'emre')).toBe(true)
  // no child teaches, no adult is a learner, and nobody opens children’s work to themselves
  expect((await enroll(idOf('noor'), 'teacher')).code).toBe('not_their_place')
  expect((await enroll(idOf('rivera'), 'student')).code).toBe('not_their_place')
  expect((await enroll(idOf('chen'), 'teacher')).code).toBe('not_allowed')
  expect((await enroll(idOf('marsh'), 'teacher')).code).toBe('not_found')
  const { people, name } = (await as('chen', schools.GetKeptClass, id)).body
  expect([name, ...people.map((one) => one.name)]).toEqual([
    'Choir',
    'Céline Dubois',
    'Ngozi Okafor',
    'Emre Yıldız',
  ])
  expect((await as('chen', schools.UnenrollPerson, learner)).status).toBe(200)
  expect(await sees('okafor', 'emre')).toBe(false)
  const lines = (await school.as('chen').ask(ReadLogbook, { query: { about: 'classes' } })).body.lines
  expect(lines.map(({ act }) => act)).toEqual([
    'enrollment.ended',
    'enrollment.teacher-added',
    'enrollment.teacher-added',
    'enrollment.learner-added',
    'class.opened',
  ])
})

test('an archived class is over for its teachers at once; its learners keep their work; and it opens again', async () => {
  const { id: pieceId } = await addPiece(school, 'mika', ['teachers', 'class'])
  const archiving = newId()
  expect(await sees('rivera', 'mika')).toBe(true)
  expect((await as('chen', schools.ArchiveClass, archiving, { classId: division })).status).toBe(200)
  expect((await as('chen', schools.ArchiveClass, archiving, { classId: division })).status).toBe(200)
  expect(await sees('rivera', 'mika')).toBe(false)
  const own = await school.as('mika').ask(GetPortfolio, { params: { id: idOf('mika') } })
  expect(own.text).toContain(pieceId)
  expect(await sees('amara', 'mika')).toBe(true)
  const { classes } = await kept('chen')
  expect(classes.find((one) => one.id === division)).toMatchObject({ isOpen: false, archived: true })
  const change = { schoolId: schoolId('cedar-hill'), name: 'Another', ...days }
  expect((await as('chen', schools.KeepClass, division, change)).code).toBe('not_allowed')
  expect((await as('chen', schools.ReopenClass, division, { closesOn: '2026-11-01' })).code).toBe(
    'days_do_not_fit',
  )
  expect((await as('chen', schools.ReopenClass, division, { closesOn: '2027-06-25' })).status).toBe(200)
  expect(await sees('rivera', 'mika')).toBe(true)
  expect((await kept('chen')).classes.find((one) => one.id === division)).toMatchObject({
    isOpen: true,
    archived: false,
  })
})

test('a school finds its own people for a class and whoever teaches, the district anyone', async () => {
  const find = async (key: string, words: string) =>
    (await school.as(key).ask(schools.FindForClass, { params: { id: division }, query: { words } })).body.map(
      ({ name }) => name,
    )
  expect(await find('chen', 'halvorsen')).toEqual(['Bjørn Halvorsen'])
  expect(await find('chen', 'yildiz')).toEqual(['Emre Yıldız'])
  expect(await find('singh', 'yildiz')).toEqual(['Ayşe Yıldız', 'Emre Yıldız'])
})

test('a term has its days, kept by the school it is of', async () => {
  const id = newId()
  const said = { schoolId: schoolId('riverbend'), name: 'Spring', ...days }
  expect((await as('chen', schools.KeepTerm, id, said)).status).toBe(200)
  expect((await as('chen', schools.KeepTerm, id, { ...said, name: 'Spring term' })).status).toBe(200)
  expect((await as('chen', schools.KeepTerm, id, { ...said, schoolId: schoolId('cedar-hill') })).code).toBe(
    'not_found',
  )
  expect((await as('chen', schools.KeepTerm, newId(), { ...said, closesOn: '2026-01-01' })).code).toBe(
    'days_do_not_fit',
  )
  expect((await kept('chen')).terms.find((one) => one.id === id)).toMatchObject({ name: 'Spring term' })
})

test('a substitute sees the learners of a class from the first day to the last, and before and after nothing', async () => {
  const enroll = (key: string, opensOn: string, closesOn: string | null, id = newId()) =>
    as(key, schools.EnrollPerson, id, {
      classId: division,
      personId: idOf('halvorsen'),
      role: 'teacher',
      opensOn,
      closesOn,
    })
  expect((await enroll('rivera', '2026-11-26', '2026-11-27')).code).toBe('not_found')
  expect((await enroll('chen', '2026-11-26', '2026-11-25')).code).toBe('days_do_not_fit')
  expect((await enroll('chen', '2027-11-26', null)).code).toBe('days_do_not_fit')
  const place = newId()
  expect((await enroll('chen', '2026-11-26', '2026-11-27', place)).status).toBe(200)
  expect((await enroll('chen', '2026-11-27', '2026-12-04')).code).toBe('there_already')
  // another week may be named already, and be called off before it comes
  const another = newId()
  expect((await enroll('chen', '2026-11-28', '2026-12-04', another)).status).toBe(200)
  expect((await as('chen', schools.UnenrollPerson, another)).status).toBe(200)
  const { people } = (await as('chen', schools.GetKeptClass, division)).body
  expect(people.filter((one) => one.personId === idOf('halvorsen'))).toMatchObject([
    { id: place, openedOn: '2026-11-26', closedOn: '2026-11-28', isOpen: true },
  ])
  const seen = [await sees('halvorsen', 'mika')]
  for (const days of [1, 1, 1, 1]) {
    school.later(days)
    seen.push(await sees('halvorsen', 'mika'))
  }
  expect(seen).toEqual([false, false, true, true, false])
})

test('a school archives its past year in one act, all of it or none, and one class is opened again', async () => {
  const ids = [newId(), newId()]
  const said = { schoolId: schoolId('cedar-hill'), opensOn: '2026-11-24', closesOn: '2027-06-25' }
  for (const id of ids) await as('chen', schools.KeepClass, id, { ...said, name: `Club ${id}` })
  school.clock.now = new Date(school.clock.now.getTime() + 7 * 24 * 3_600_000)
  const archivings = ids.map((classId) => ({ id: newId(), classId }))
  const archive = (key: string, more: object[] = []) =>
    school.as(key).ask(schools.ArchiveClasses, { body: { archivings: [...archivings, ...more] as never } })
  const archived = async () =>
    (await kept('chen')).classes.filter((one) => ids.includes(one.id) && one.archived).length
  for (const key of ['rivera', 'amari', 'mika', 'amara', 'doyle'])
    expect([key, (await archive(key)).code]).toEqual([key, 'not_found'])
  expect((await archive('chen', [{ id: newId(), classId: classOf('harbour-class') }])).code).toBe('not_found')
  expect(await archived()).toBe(0)
  expect([(await archive('chen')).status, (await archive('chen')).status, await archived()]).toEqual([
    200, 200, 2,
  ])
  const { lines } = (await school.as('chen').ask(ReadLogbook, { query: { about: 'classes' } })).body
  expect(
    lines.filter(({ act, said: { what } }) => act === 'class.archived' && `${what}`.startsWith('Club')),
  ).toHaveLength(2)
  await as('chen', schools.ReopenClass, ids[0] ?? '', { closesOn: '2027-12-24' })
  expect(await archived()).toBe(1)
})
