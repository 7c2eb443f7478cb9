import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { ListAnswerRules } from '../askings/contract.ts'
import { schoolId } from '../demo/cast-schools.ts'
import { ListDigestRules } from '../digests/contract.ts'
import { CountFirstPasswords } from '../first-passwords/contract.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import { GetMe } from '../people/contract.ts'
import { GetPortfolio } from '../work/contract.ts'
import * as schools from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const [cedar, studio] = [schoolId('cedar-hill'), schoolId('riverbend')]
const keep = (key: string, id: string, name: string) =>
  school.as(key).ask(schools.KeepSchool, { params: { id }, body: { name } })
const close = (key: string, id: string, of: string) =>
  school.as(key).ask(schools.CloseSchool, { params: { id }, body: { schoolId: of } })
const reopen = (key: string, id: string) => school.as(key).ask(schools.ReopenSchool, { params: { id } })
const nameDistrict = (key: string, name: string) =>
  school.as(key).ask(schools.NameDistrict, { body: { name } })
const kept = async () => (await school.as('singh').ask(schools.ListKeptSchools)).body
const one = async (id: string) => (await kept()).schools.find((some) => some.id === id)
const lines = async () =>
  (await school.as('singh').ask(ReadLogbook, { query: { about: 'classes' } })).body.lines
const sees = async (key: string, child: string) =>
  (await school.as(key).ask(GetPortfolio, { params: { id: idOf(child) } })).status === 200

test('the office of the district alone keeps its schools; nobody else finds them', async () => {
  for (const key of ['chen', 'rivera', 'mika', 'amara', 'doyle']) {
    const answers = [
      await school.as(key).ask(schools.ListKeptSchools),
      await keep(key, cedar, 'Mine'),
      await keep(key, newId(), 'Mine'),
      await close(key, newId(), cedar),
      await reopen(key, cedar),
      await nameDistrict(key, 'Mine'),
    ]
    expect([key, ...new Set(answers.map(({ code }) => code))]).toEqual([key, 'not_found'])
  }
  expect((await close('singh', newId(), schoolId('harbour-point'))).code).toBe('not_found')
  // an id of another district is taken, and nothing of it is told
  expect((await keep('singh', schoolId('harbour-point'), 'Ours')).code).toBe('id_taken')
})

test('a school is added and named; two of one name are told apart, and the logbook says what was before', async () => {
  const id = newId()
  expect((await keep('singh', id, '  Birch   Elementary ')).status).toBe(200)
  expect((await keep('singh', id, 'Birch Elementary')).status).toBe(200)
  expect((await keep('singh', newId(), 'birch elementary')).code).toBe('school_named_so')
  expect((await keep('singh', cedar, 'Birch Elementary')).code).toBe('school_named_so')
  expect((await keep('singh', newId(), '  ')).code).toBe('invalid')
  expect(await one(id)).toMatchObject({
    name: 'Birch Elementary',
    learners: 0,
    classes: 0,
    fromRoster: false,
  })
  expect((await keep('singh', id, 'École Birch')).status).toBe(200)
  expect((await nameDistrict('singh', 'Nechako Lakes')).status).toBe(200)
  expect((await school.as('chen').ask(GetMe)).body.district).toBe('Nechako Lakes')
  expect((await school.as('doyle').ask(GetMe)).body.district).toBe('Salal Coast School District')
  expect((await lines()).slice(0, 3)).toMatchObject([
    { act: 'district.renamed', said: { what: 'Nechako Lakes', was: 'Nechako Valley School District' } },
    { act: 'school.renamed', said: { what: 'École Birch', was: 'Birch Elementary' }, by: 'Amandeep Singh' },
    { act: 'school.opened', said: { what: 'Birch Elementary' }, on: 'École Birch' },
  ])
})

test('of a term whose days change the logbook says the days of before, and of one that stays nothing', async () => {
  const params = { id: newId() }
  const body = { schoolId: cedar, name: 'Spring', opensOn: '2027-01-04', closesOn: '2027-06-25' }
  await school.as('chen').ask(schools.KeepTerm, { params, body })
  await school.as('chen').ask(schools.KeepTerm, { params, body })
  await school.as('chen').ask(schools.KeepTerm, { params, body: { ...body, opensOn: '2027-01-11' } })
  const kept = (await lines()).filter(({ act }) => act === 'term.kept')
  expect(kept.map(({ said }) => said['wasFrom'])).toEqual(['2027-01-04', undefined])
})

test('a closed school has no class, opens none, and stands again as it was when it is opened', async () => {
  const before = await one(studio)
  const days = async () =>
    (await school.as('singh').ask(schools.ListKeptClasses)).body.classes
      .filter((some) => some.schoolId === studio)
      .map(({ name, closesOn, archived }) => [name, closesOn, archived])
  const [wasOpen, closing] = [await days(), newId()]
  expect(before).toMatchObject({ closedAt: null })
  expect(await sees('halvorsen', 'jonas')).toBe(true)
  const setFor = async () => [
    (await school.as('singh').ask(ListDigestRules)).body.some((rule) => rule.school.id === studio),
    (await school.as('singh').ask(ListAnswerRules)).body.some((rule) => rule.school.id === studio),
    (await school.as('singh').ask(CountFirstPasswords)).body.some((rule) => rule.school.id === studio),
  ]
  expect(await setFor()).toEqual([true, true, true])
  // what has not begun cannot be over
  const next = { schoolId: studio, name: 'Next', opensOn: '2027-09-07', closesOn: '2028-06-25' }
  const nextId = newId()
  await school.as('chen').ask(schools.KeepClass, { params: { id: nextId }, body: next })
  expect((await close('singh', closing, studio)).code).toBe('classes_to_come')
  const soon = { ...next, opensOn: '2026-01-01', closesOn: '2026-02-01' }
  await school.as('chen').ask(schools.KeepClass, { params: { id: nextId }, body: soon })

  expect((await close('singh', closing, studio)).status).toBe(200)
  expect((await close('singh', closing, studio)).status).toBe(200)
  expect((await close('singh', closing, cedar)).code).toBe('id_taken')
  expect(await one(studio)).toMatchObject({ classes: 0, learners: 0 })
  expect((await one(studio))?.closedAt).not.toBeNull()
  expect(await sees('halvorsen', 'jonas')).toBe(false)
  expect(await sees('jonas', 'jonas')).toBe(true)
  expect(await setFor()).toEqual([false, false, false])
  const opened = await school.as('chen').ask(schools.KeepClass, { params: { id: newId() }, body: next })
  expect(opened.code).toBe('school_closed')
  const morning = { params: { id: classOf('morning') }, body: { closesOn: '2027-06-25' } }
  expect((await school.as('chen').ask(schools.ReopenClass, morning)).code).toBe('school_closed')

  expect((await reopen('singh', studio)).status).toBe(200)
  expect((await reopen('singh', studio)).status).toBe(200)
  expect(await one(studio)).toMatchObject({ closedAt: null, learners: before?.learners })
  expect((await days()).filter(([name]) => name !== 'Next')).toEqual(wasOpen)
  expect(await sees('halvorsen', 'jonas')).toBe(true)
  const classes = before?.classes
  expect((await lines()).filter(({ act }) => /^school\.(closed|reopened)/.test(act))).toMatchObject([
    { act: 'school.reopened', said: { classes } },
    { act: 'school.closed', said: { classes } },
  ])
})
