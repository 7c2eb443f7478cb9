import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  adopt,
  classBoard,
  enroll,
  reflect,
  roster,
  sayWhatICan,
  schoolBoard,
  setGoal,
  told,
  unenroll,
} from '../../test/support/completing.ts'
import { adoptPack } from '../../test/support/claiming.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { CloseFramework } from '../competencies/contract.ts'
import { CheckGoal } from '../goals/contract.ts'
import { sql } from '../platform/database.ts'
import { DeleteReflection } from '../reflections/contract.ts'
import { DeleteClaim, ListClaims, ShareClaim } from '../self-assessment/contract.ts'
import * as contract from './contract.ts'

let school: School
let collaborating: string
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const standing = async (key: string, teacher = 'rivera', classKey = 'division-3') =>
  (await classBoard(school, teacher, classKey)).body.learners.find(({ learner }) => learner.id === idOf(key))

const count = (key: string, query?: object) =>
  school.as(key).ask(contract.CountCompleteness, query ? { query } : {})

test('without a plan there is nothing to be complete for, and the pages say so', async () => {
  expect((await classBoard(school, 'rivera')).body).toMatchObject({
    communications: [],
    chosen: null,
    learners: [],
  })
  expect((await schoolBoard(school, 'chen')).body).toMatchObject({ chosen: null, learners: 0, classes: [] })
  expect((await count('singh')).body).toMatchObject({ chosen: null, schools: [], may: { plan: true } })
})

test('the office takes the year over: five communications, three of which ask; nobody else plans', async () => {
  for (const key of ['rivera', 'chen', 'mika', 'amara'])
    expect([key, (await adopt(school, key)).code]).toEqual([key, 'not_found'])
  expect((await adopt(school)).status).toBe(200)
  expect((await adopt(school)).status).toBe(200)
  const asked = async () =>
    (await classBoard(school, 'rivera')).body.communications.map(({ asks }) => asks.length)
  // without a framework there is nothing to say one can do, and nobody is asked for it
  expect(await asked()).toEqual([0, 2, 0, 2, 2])
  const { frameworkId, competency } = await adoptPack(school)
  collaborating = competency('Collaborating')
  expect(await asked()).toEqual([0, 3, 0, 3, 3])
  const close = (closed: boolean) =>
    school.as('singh').ask(CloseFramework, { params: { id: frameworkId }, body: { closed } })
  await close(true)
  expect(await asked()).toEqual([0, 2, 0, 2, 2])
  await close(false)
  const { body } = await classBoard(school, 'rivera')
  expect(body.communications.map(({ kind, asks, standing: at }) => [kind, asks.length, at])).toEqual([
    ['informal', 0, 'over'],
    ['written', 3, 'open'],
    ['informal', 0, 'coming'],
    ['written', 3, 'coming'],
    ['summary', 3, 'coming'],
  ])
  expect(body.chosen).toBe(body.communications[1]?.id)
  expect(body.communications[1]).toMatchObject({ opensOn: '2026-09-01', closesOn: '2026-12-15' })
})

test('what a learner keeps to herself counts, and nothing of it is told', async () => {
  expect(await standing('mika')).toMatchObject({ said: [], complete: false })
  await reflect(school, 'mika')
  expect(await standing('mika')).toMatchObject({ said: ['reflection'], complete: false })
  const { id } = await setGoal(school, 'mika')
  expect(await standing('mika')).toMatchObject({ said: ['reflection', 'goal'], complete: false })
  const made = await sayWhatICan(school, 'mika', collaborating)
  expect(await standing('mika')).toMatchObject({ said: ['reflection', 'goal', 'claim'], complete: true })
  const answers = [await classBoard(school, 'rivera'), await schoolBoard(school, 'chen'), await count('chen')]
  const ways = ['reflections/', 'goals/', 'claims/']
  for (const { status, text } of answers) {
    expect(status).toBe(200)
    for (const secret of [told, told.slice(0, 12), id, made.id, collaborating, 'Collaborating', ...ways])
      expect(text).not.toContain(secret)
  }
})

test('the teachers of the class see who; the principal and the office see their schools; others nothing', async () => {
  for (const key of ['rivera', 'dubois']) expect((await classBoard(school, key)).status).toBe(200)
  for (const key of ['mika', 'amara', 'okafor', 'halvorsen', 'chen', 'singh', 'marsh', 'doyle'])
    expect([key, (await classBoard(school, key)).code]).toEqual([key, 'not_found'])
  for (const key of ['chen', 'singh']) expect((await schoolBoard(school, key)).status).toBe(200)
  for (const key of ['rivera', 'mika', 'amara', 'marsh', 'doyle'])
    expect([key, (await schoolBoard(school, key)).code]).toEqual([key, 'not_found'])
  for (const key of ['rivera', 'mika', 'amara'])
    expect([key, (await count(key)).code]).toEqual([key, 'not_found'])
  expect((await count('doyle')).body).toMatchObject({ schools: [], may: { plan: false } })
  expect((await count('chen')).body.may.plan).toBe(false)
})

test('a school is counted by learners, by class, with the missing by name and nobody else', async () => {
  await reflect(school, 'theo')
  const { body } = await schoolBoard(school, 'chen')
  const [division, kindergarten] = body.classes
  expect([division?.name, kindergarten?.name]).toEqual(['Division 3 (Grades 3/4)', 'Kindergarten'])
  expect(body.learners).toBe((division?.learners ?? 0) + (kindergarten?.learners ?? 0))
  expect([body.complete, division?.complete, kindergarten?.complete]).toEqual([1, 1, 0])
  expect(body.said).toEqual({ reflection: 2, goal: 1, claim: 1, conference: 0 })
  expect(division?.missing.map(({ learner }) => learner.id)).not.toContain(idOf('mika'))
  expect(division?.missing).toHaveLength((division?.learners ?? 0) - 1)
  const schools = (await count('singh')).body.schools
  expect(schools.map(({ name }) => name)).toEqual(['Cedar Hill Elementary', 'Riverbend Academy'])
  expect(schools[0]).toMatchObject({ learners: body.learners, complete: 1, said: body.said })
})

test('only what stands counts: deleted words do not, and a goal of last year does once it was looked at', async () => {
  const { id } = await reflect(school, 'noor')
  expect((await standing('noor'))?.said).toEqual(['reflection'])
  await school.as('noor').ask(DeleteReflection, { params: { id } })
  expect((await standing('noor'))?.said).toEqual([])
  const goal = await setGoal(school, 'noor')
  await roster(school, 'noor', sql`update goal set set_at = '2026-05-04T17:00:00Z' where id = ${goal.id}`)
  expect((await standing('noor'))?.said).toEqual([])
  const check = { goalId: goal.id, standing: 'closer', words: told }
  await school.as('noor').ask(CheckGoal, { params: { id: newId() }, body: check })
  expect((await standing('noor'))?.said).toEqual(['goal'])
})

test('a self-assessment counts by when it was made, whoever it is for, until its learner deletes it', async () => {
  const { id } = await sayWhatICan(school, 'kai', collaborating)
  expect((await standing('kai'))?.said).toEqual(['claim'])
  const theirs = await school.as('rivera').ask(ListClaims, { params: { id: idOf('kai') } })
  expect(theirs.body.claims).toEqual([])
  await school.as('kai').ask(ShareClaim, { params: { id }, body: { audiences: ['teachers', 'family'] } })
  expect((await standing('kai'))?.said).toEqual(['claim'])
  const madeOn = (day: string) =>
    roster(school, 'kai', sql`update claim set made_at = ${day}::date::timestamptz where id = ${id}`)
  await madeOn('2026-08-30')
  expect((await standing('kai'))?.said).toEqual([])
  await madeOn('2026-09-10')
  expect((await standing('kai'))?.said).toEqual(['claim'])
  await school.as('kai').ask(DeleteClaim, { params: { id } })
  expect((await standing('kai'))?.said).toEqual([])
})

test('what an adult wrote down for a child counts as the child’s', async () => {
  await reflect(school, 'okafor', { learnerId: idOf('hank') })
  expect((await standing('hank', 'okafor', 'kindergarten'))?.said).toEqual(['reflection'])
  await sayWhatICan(school, 'okafor', collaborating, { learnerId: idOf('hank') })
  expect((await standing('hank', 'okafor', 'kindergarten'))?.said).toEqual(['reflection', 'claim'])
})

test('joiners are asked and say since when; leavers are not; both keep what they said', async () => {
  const { body } = await classBoard(school, 'rivera')
  expect(body.learners.map(({ learner }) => learner.id)).not.toContain(idOf('ines'))
  expect((await standing('suda'))?.joinedOn).toMatch(/^2026-10-/)
  expect((await standing('otto'))?.joinedOn).toBeNull()
})

test('a learner who changes school in mid-term is asked there, with what was said here', async () => {
  await reflect(school, 'otto')
  await roster(
    school,
    'otto',
    unenroll('otto', 'division-3', '2026-11-24'),
    enroll('otto', 'morning', '2026-11-24', '10'),
  )
  expect(await standing('otto')).toBeUndefined()
  expect(await standing('otto', 'halvorsen', 'morning')).toMatchObject({
    said: ['reflection'],
    joinedOn: '2026-11-24',
  })
})

test('a change of grade band in mid-term leaves a learner in the list once, with no new beginning', async () => {
  await setGoal(school, 'emre')
  await roster(
    school,
    'emre',
    unenroll('emre', 'division-3', '2026-11-20'),
    enroll('emre', 'division-3', '2026-11-20', '4'),
  )
  const { body } = await classBoard(school, 'rivera')
  const found = body.learners.filter(({ learner }) => learner.id === idOf('emre'))
  expect(found).toMatchObject([{ said: ['goal'], joinedOn: null }])
})

test('a learner of two classes of a school is counted once in the school', async () => {
  const before = (await schoolBoard(school, 'chen')).body
  await roster(school, 'anh', enroll('anh', 'kindergarten', '2026-11-23'))
  const after = (await schoolBoard(school, 'chen')).body
  expect(after.learners).toBe(before.learners)
  const sizes = (body: typeof after) => body.classes.map(({ learners }) => learners)
  expect(sizes(after)).toEqual([sizes(before)[0], (sizes(before)[1] ?? 0) + 1])
  expect((await count('singh')).body.schools[0]?.learners).toBe(before.learners)
})

test('once it is over, the list stays that of its last day', async () => {
  school.later(28)
  const [, written] = (await classBoard(school, 'rivera')).body.communications
  const before = (await classBoard(school, 'rivera', 'division-3', written?.id)).body
  expect(before).toMatchObject({ chosen: written?.id, may: { remind: false } })
  await roster(school, 'zofia', unenroll('zofia', 'division-3', '2026-12-20'))
  await reflect(school, 'jude')
  await setGoal(school, 'jude')
  expect((await classBoard(school, 'rivera', 'division-3', written?.id)).body.learners).toEqual(
    before.learners,
  )
  expect((await classBoard(school, 'rivera', 'division-3', newId())).body).toMatchObject({
    chosen: null,
    learners: [],
  })
})
