import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { RenamePiece } from '../work/contract.ts'
import { GetDeviceKey, GetMe } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

async function asFor(key: string, meant: string, url = '/api/me', method: 'GET' | 'PUT' = 'GET') {
  return school.program.app.inject({
    method,
    url,
    headers: { cookie: await school.as(key).cookie(), 'x-cairn': '1', 'x-cairn-for': meant },
    ...(method === 'PUT' ? { payload: { title: 'Taken over' } } : {}),
  })
}

test('everybody signed in gets a key of their own, the same every time', async () => {
  const first = await school.as('mika').ask(GetDeviceKey)
  expect(first.body).toMatchObject({ personId: idOf('mika') })
  expect(Buffer.from(first.body.key, 'base64url')).toHaveLength(32)
  expect((await school.as('mika').ask(GetDeviceKey)).body).toEqual(first.body)
  expect((await school.as('noor').ask(GetDeviceKey)).body.key).not.toBe(first.body.key)
})

test('nobody signed in gets none', async () => {
  expect((await school.as(null).ask(GetDeviceKey)).code).toBe('not_signed_in')
})

test('what a device asks or sends for one person is taken from no other, whoever is signed in', async () => {
  const own = await asFor('mika', idOf('mika'))
  expect(own.statusCode).toBe(200)
  expect(own.headers['x-cairn-person']).toBe(idOf('mika'))
  const anothers = await asFor('theo', idOf('mika'))
  expect([anothers.statusCode, anothers.json().error.code]).toEqual([401, 'not_signed_in'])
  expect(anothers.headers['x-cairn-person']).toBeUndefined()
  const path = RenamePiece.path.replace(':id', '019a0000-0000-7000-8000-000000000001')
  expect((await asFor('theo', idOf('mika'), path, 'PUT')).statusCode).toBe(401)
  expect((await asFor('theo', 'nobody at all')).statusCode).toBe(401)
})

test('every answer says what time it is, so that a device knows how wrong its clock is', async () => {
  const answer = await asFor('mika', idOf('mika'))
  expect(answer.headers['x-cairn-now']).toBe(school.clock.now.toISOString())
  expect((await school.as('mika').ask(GetMe)).status).toBe(200)
})
