import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const content = { name: 'Fall conferences', startsOn: '2026-11-30', endsOn: '2026-12-04' }
const open = (key: string, id = newId(), more: object = {}) =>
  school
    .as(key)
    .ask(contract.OpenConferenceRound, {
      params: { id },
      body: { classId: classOf('division-3'), ...content, ...more },
    })
    .then((answer) => ({ id, ...answer }))
const see = (key: string, id: string) => school.as(key).ask(contract.GetConferenceRound, { params: { id } })
const list = async (key: string) =>
  (await school.as(key).ask(contract.ListConferenceRounds, { params: { id: classOf('division-3') } })).body

test('the teachers of a class open a round; its learners and their guardians read it, and nobody else', async () => {
  const { id } = await open('rivera')
  for (const key of ['rivera', 'dubois', 'mika', 'amara', 'tomas'])
    expect([key, (await see(key, id)).body.name]).toEqual([key, content.name])
  for (const key of ['okafor', 'ines', 'ravi', 'chen'])
    expect([key, (await see(key, id)).code]).toEqual([key, 'not_found'])
  expect((await see('mika', id)).body.may).toEqual({
    revise: false,
    withdraw: false,
    seeReadiness: false,
    prepare: true,
  })
  expect((await list('amara')).map((one) => one.id)).toContain(id)
  expect(await list('okafor')).toEqual([])
  for (const key of ['okafor', 'mika', 'amara', 'chen'])
    expect([key, (await open(key)).code]).toEqual([key, 'not_found'])
})

test('sent twice it is there once; its days are days of a round', async () => {
  const { id } = await open('rivera')
  expect((await open('rivera', id)).status).toBe(200)
  expect((await open('rivera', id, { name: 'Other' })).code).toBe('id_taken')
  expect((await open('dubois', id)).code).toBe('not_found')
  expect((await open('rivera', newId(), { endsOn: '2026-11-01' })).code).toBe('invalid')
  expect((await open('rivera', newId(), { endsOn: '2036-11-01' })).code).toBe('invalid')
  expect((await open('rivera', newId(), { name: '  ' })).code).toBe('invalid')
})

test('co-teachers change it one after the other; called off, it is there to be read and no more', async () => {
  const { id } = await open('rivera')
  const revise = (key: string, revision: number, name: string) =>
    school.as(key).ask(contract.ReviseConferenceRound, {
      params: { id, revision: String(revision) },
      body: { ...content, name },
    })
  expect((await revise('dubois', 2, 'In the gym')).status).toBe(200)
  expect((await revise('dubois', 2, 'In the gym')).status).toBe(200)
  expect((await revise('rivera', 2, 'At home')).code).toBe('changed_elsewhere')
  for (const key of ['mika', 'amara']) expect((await revise(key, 3, 'No')).code).toBe('not_allowed')
  const withdraw = (key: string) => school.as(key).ask(contract.WithdrawConferenceRound, { params: { id } })
  expect((await withdraw('mika')).code).toBe('not_allowed')
  expect((await withdraw('dubois')).status).toBe(200)
  expect((await see('amara', id)).body.withdrawnAt).not.toBeNull()
  expect((await see('mika', id)).body.may.prepare).toBe(false)
  expect((await revise('rivera', 3, 'Again')).code).toBe('not_allowed')
})
