import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import type { Endpoint } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { GetPortfolio } from '../work/contract.ts'
import * as register from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const singh = <E extends Endpoint>(endpoint: E, id: string, body?: object) =>
  school.as('singh').ask(endpoint, { params: { id }, ...(body ? { body } : {}) })
const sees = async (key: string, child: string) =>
  (await school.as(key).ask(GetPortfolio, { params: { id: idOf(child) } })).status === 200
const tiesOf = async (child: string) => (await singh(register.GetPerson, idOf(child))).body.guardians
const tieOf = async (child: string, guardianId: string) =>
  (await tiesOf(child)).find(({ personId }) => personId === guardianId)

test('a tie that is over stays over when its guardian, who had left, comes back', async () => {
  const away = newId()
  const tie = await tieOf('noor', idOf('leila'))
  expect((await singh(register.Depart, away, { personId: idOf('leila') })).status).toBe(200)
  expect(await tieOf('noor', idOf('leila'))).toMatchObject({ isOpen: false, awaitsReturn: true })
  expect((await singh(register.EndGuardianship, tie?.id ?? '', { kind: 'over' })).status).toBe(200)
  expect(await tieOf('noor', idOf('leila'))).toMatchObject({
    isOpen: false,
    ended: 'over',
    awaitsReturn: false,
  })
  expect((await singh(register.ReturnFromDeparture, away)).status).toBe(200)
  school.later(0)
  expect(await sees('leila', 'noor')).toBe(false)
})

test('who was there until a day is there until that day after they come back', async () => {
  const why = { reason: 'a substitute', districtId: districtId.nechako }
  await asTheSystem(school.program.ground, why, ({ db }) =>
    sql`insert into enrollment (id, district_id, class_id, person_id, role, opened_on, closed_on)
      values (${newId()}, ${districtId.nechako}, ${classOf('division-3')}, ${idOf('okafor')}, 'teacher', '2026-11-02', '2026-12-01')`.execute(
      db,
    ),
  )
  const away = newId()
  expect(await sees('okafor', 'mika')).toBe(true)
  expect((await singh(register.Depart, away, { personId: idOf('okafor') })).status).toBe(200)
  expect((await singh(register.ReturnFromDeparture, away)).status).toBe(200)
  school.later(0)
  expect(await sees('okafor', 'mika')).toBe(true)
  school.later(8)
  expect(await sees('okafor', 'mika')).toBe(false)
  school.later(-8)
})

test('a tie that was ended while two records were one is opened by neither of them afterwards', async () => {
  const [twin, tie, merge] = [newId(), newId(), newId()]
  const names = { given: 'Agnes', family: 'Louie', legalGiven: null, legalFamily: null }
  await singh(register.EnterPerson, twin, names)
  const said = { learnerId: idOf('kai'), guardianId: twin, relationship: 'grandmother' }
  expect((await singh(register.AddGuardianship, tie, said)).status).toBe(200)
  const { body: told } = await school
    .as('singh')
    .ask(register.DescribeMerge, { params: { id: idOf('agnes') }, query: { goneId: twin } })
  const body = { keptId: idOf('agnes'), goneId: twin, accepts: told.doubts }
  expect((await singh(register.MergePeople, merge, body)).status).toBe(200)
  const open = (await tiesOf('kai')).find((one) => one.personId === idOf('agnes') && one.isOpen)
  expect((await singh(register.EndGuardianship, open?.id ?? '', { kind: 'over' })).status).toBe(200)
  expect((await singh(register.UndoMerge, merge)).status).toBe(200)
  school.later(0)
  expect(await sees('agnes', 'kai')).toBe(false)
  expect(await tieOf('kai', twin)).toMatchObject({ id: tie, isOpen: false, ended: 'over' })
})
