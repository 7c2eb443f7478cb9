import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layProvider, type OwnProvider } from '../../test/support/own-provider.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { addProvider, layTraveler } from '../../test/support/traveling.ts'
import { comeIn, linkFor, withoutPassword } from '../../test/support/welcoming.ts'
import { EnterPerson, GiveSignIn, MergePeople } from './contract.ts'

let school: School
let there: OwnProvider
let keptId: string
beforeAll(async () => {
  school = await openSchool({ localAddresses: true })
  there = await layProvider()
  keptId = await enter('rowan.ash')
  const body = { keptId, goneId: await enter('r.ash'), accepts: ['two_ways_in'] }
  const merged = await school.as('singh').ask(MergePeople, { params: { id: newId() }, body })
  expect(merged.status).toBe(200)
})
afterAll(async () => {
  await there.close()
  await school.close()
})

async function enter(username: string): Promise<string> {
  const params = { id: newId() }
  const names = { given: 'Rowan', family: 'Ash', legalGiven: null, legalFamily: null }
  await school.as('singh').ask(EnterPerson, { params, body: names })
  await school.as('singh').ask(GiveSignIn, { params, body: { username, password: 'copper-otter-41' } })
  return params.id
}
const ask = (cookie: string, method: 'GET' | 'PUT', url: string, payload?: object) =>
  school.program.app.inject({
    method,
    url,
    headers: { cookie, 'x-cairn': '1' },
    ...(payload ? { payload } : {}),
  })

test('from a provider they come in as who they are now, also by the name that rests', async () => {
  school.clock.now = new Date()
  const id = await addProvider(school, there.issuer, { claim: 'employee', identifier: 'username' })
  const traveler = layTraveler(school)
  there.told.who = { sub: 'ash-1', employee: 'r.ash' }
  const asked = new URL((await traveler.go(`/door/${id}?to=/`)).to)
  await traveler.go(`/door/${id}/back?${there.answerTo(asked)}`)
  const me = await ask(`cairn=${traveler.cookies.get('cairn') ?? ''}`, 'GET', '/api/me')
  expect(me.json().id).toBe(keptId)
})

test('a name that rests is nobody else’s', async () => {
  await withoutPassword(school, ['hernan'])
  const cookie = await comeIn(school, await linkFor(school, 'rivera', 'hernan'))
  const keys = { username: 'R.Ash', password: 'two stones and a river' }
  const taken = await ask(cookie, 'PUT', '/api/own-keys', keys)
  expect(taken.json()).toMatchObject({ error: { code: 'invalid', fields: { username: 'taken' } } })
})
