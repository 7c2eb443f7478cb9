import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { decided } from '../../test/support/traveling.ts'
import { IssueCards, ListCards } from '../cards/contract.ts'
import { demoPassword } from '../demo/cast-rows.ts'
import { BringRoster } from '../interop/rosters/contract.ts'
import type { Endpoint } from '../platform/contract.ts'
import { KeepProvider, TryProvider } from '../providers/contract.ts'
import { EnterPerson, GiveSignIn, MergePeople, UndoMerge } from '../register/contract.ts'
import { RenamePiece } from '../work/contract.ts'
import {
  BeginSecondFactor,
  ChangePassword,
  ConfirmSecondFactor,
  EndSecondFactor,
  GetDeviceKey,
  GetMe,
} from './contract.ts'

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

test('whose record was merged into it gets that one’s key too, and nobody else does; undone, no longer', async () => {
  const [id, keptId] = [newId(), newId()]
  for (const given of [id, keptId])
    await school.as('singh').ask(EnterPerson, {
      params: { id: given },
      body: { given: 'Rowan', family: 'Ash', legalGiven: null, legalFamily: null },
    })
  const keys = { username: 'rowan.kept', password: 'copper-otter-41' }
  await school.as('singh').ask(GiveSignIn, { params: { id: keptId }, body: keys })
  const merge = newId()
  const body = { keptId, goneId: id, accepts: [] }
  expect((await school.as('singh').ask(MergePeople, { params: { id: merge }, body })).status).toBe(200)
  const inside = async () => {
    const headers = { 'x-cairn': '1' }
    const came = await school.program.app.inject({
      method: 'PUT',
      url: '/api/session',
      headers,
      payload: keys,
    })
    const cookie = `${came.cookies[0]?.name}=${came.cookies[0]?.value}`
    return (
      await school.program.app.inject({ url: '/api/device-key', headers: { ...headers, cookie } })
    ).json()
  }
  const handed = await inside()
  expect(handed).toMatchObject({ personId: keptId, merged: [{ personId: id }] })
  expect(handed.merged[0].key).not.toBe(handed.key)
  for (const key of ['singh', 'mika'])
    expect((await school.as(key).ask(GetDeviceKey)).body.merged).toEqual([])
  expect((await school.as('singh').ask(UndoMerge, { params: { id: merge } })).status).toBe(200)
  expect((await inside()).merged).toEqual([])
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

test('nor through the endpoints that work between two transactions, and nothing is changed by it', async () => {
  const ask = async (endpoint: Endpoint, body?: object, meant = idOf('mika')) => {
    const answer = await school.program.app.inject({
      method: endpoint.method,
      url: endpoint.path.replace(':id', idOf('theo')),
      headers: { cookie: await school.as('singh').cookie(), 'x-cairn': '1', 'x-cairn-for': meant },
      ...(body === undefined ? {} : { payload: body }),
    })
    return [endpoint.name, answer.statusCode, answer.json().error?.code]
  }
  const password = { current: demoPassword, next: 'taken over for good' }
  const provider = decided('https://id.sd.example')
  const asked: [Endpoint, object?][] = [
    [GetDeviceKey],
    [ChangePassword, password],
    [BeginSecondFactor, { password: demoPassword }],
    [ConfirmSecondFactor, { code: '000000' }],
    [EndSecondFactor, { password: demoPassword, code: '000000' }],
    [IssueCards],
    [ListCards],
    [KeepProvider, provider],
    [TryProvider],
    [BringRoster, { name: 'a.zip', file: 'AAAA' }],
  ]
  for (const [endpoint, body] of asked)
    expect(await ask(endpoint, body)).toEqual([endpoint.name, 401, 'not_signed_in'])
  // the very same write goes through where the page is theirs
  expect((await ask(KeepProvider, provider, idOf('singh')))[1]).toBe(200)
})

test('every answer says what time it is, so that a device knows how wrong its clock is', async () => {
  const answer = await asFor('mika', idOf('mika'))
  expect(answer.headers['x-cairn-now']).toBe(school.clock.now.toISOString())
  expect((await school.as('mika').ask(GetMe)).status).toBe(200)
})
