import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { note, seats, setDefense } from '../../test/support/defending.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { EnterPerson, MergePeople } from '../register/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const asSystem = (statement: ReturnType<typeof sql>) =>
  asTheSystem(school.program.ground, { reason: 'make a test', districtId: districtId.nechako }, ({ db }) =>
    statement.execute(db),
  )
const before = (personId: string) =>
  setDefense(school, { learnerId: idOf('mika'), panel: [{ id: seats.halvorsen, personId }] }, 'rivera')
const get = (key: string, id: string) => school.as(key).ask(contract.GetDefense, { params: { id } })
const write = (key: string, attemptId: string) =>
  school.as(key).ask(contract.WriteNote, { params: { id: newId() }, body: note(attemptId) })

test('who sat on a panel under two records sits there as the one they are', async () => {
  const twin = newId()
  const names = { given: 'Ngozi', family: 'Okafor', legalGiven: null, legalFamily: null }
  await school.as('singh').ask(EnterPerson, { params: { id: twin }, body: names })
  await asSystem(sql`insert into enrollment (id, district_id, class_id, person_id, role, opened_on)
    values (${newId()}, ${districtId.nechako}, ${classOf('kindergarten')}, ${twin}, 'teacher', '2026-09-08')`)
  const { id, attemptId } = await before(twin)
  expect((await get('okafor', id)).code).toBe('not_found')
  const body = { keptId: idOf('okafor'), goneId: twin, accepts: ['same_class' as const] }
  expect((await school.as('singh').ask(MergePeople, { params: { id: newId() }, body })).status).toBe(200)
  expect((await get('okafor', id)).body.attempts[0]?.panel).toMatchObject([
    { personId: idOf('okafor'), mine: true },
  ])
  expect((await write('okafor', attemptId)).status).toBe(200)
})

test('whoever left the school sees nothing of it any more, and writes nothing', async () => {
  const { id, attemptId } = await before(idOf('okafor'))
  await school
    .as('mika')
    .ask(contract.WriteOpening, { params: { id: attemptId }, body: { words: 'How far my boat goes.' } })
  expect((await get('okafor', id)).text).toContain('How far my boat goes.')
  expect((await write('okafor', attemptId)).status).toBe(200)
  await asSystem(sql`update enrollment set closed_on = '2026-11-24' where person_id = ${idOf('okafor')}`)
  expect((await get('okafor', id)).code).toBe('not_found')
  expect((await write('okafor', attemptId)).code).toBe('not_found')
  expect(
    (await school.as('okafor').ask(contract.ListMyDefenses, {})).body.map((one) => one.id),
  ).not.toContain(id)
  // what they said stays with whom they said it to
  expect((await get('rivera', id)).body.attempts[0]?.notes).toMatchObject([{ saidBy: 'Ngozi Okafor' }])
})
