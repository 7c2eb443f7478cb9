import pg from 'pg'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { layProvider, type OwnProvider } from '../../test/support/own-provider.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { addProvider, decided } from '../../test/support/traveling.ts'
import * as contract from './contract.ts'

let school: School
let there: OwnProvider
let id: string
beforeAll(async () => {
  school = await openSchool({ localAddresses: true })
  there = await layProvider()
  id = await addProvider(school, there.issuer, { claim: 'employee', identifier: 'username' })
})
afterAll(async () => {
  await there.close()
  await school.close()
})

test('only the district’s office decides, and nothing of a secret is ever told', async () => {
  const body = decided(there.issuer)
  for (const key of ['rivera', 'halvorsen', 'mika', 'amara', 'marsh', 'ravi', 'chen', 'doyle']) {
    const visitor = school.as(key)
    const codes = [
      (await visitor.ask(contract.ListProviders)).code,
      (await visitor.ask(contract.KeepProvider, { params: { id }, body })).code,
      (await visitor.ask(contract.TryProvider, { params: { id } })).code,
      (await visitor.ask(contract.CloseProvider, { params: { id } })).code,
      (await visitor.ask(contract.FindToLink, { query: { words: 'a' } })).code,
    ]
    expect([key, ...codes]).toEqual([key, ...codes.map(() => 'not_found')])
  }
  expect((await school.as('singh').ask(contract.ListProviders)).text).not.toContain(
    'a secret of the provider',
  )
  const found = (await school.as('singh').ask(contract.FindToLink, { query: { words: 'noor' } })).body
  expect(found.map((one) => one.id)).toContain(idOf('noor'))
  expect(found.map((one) => one.id)).not.toContain(idOf('ravi'))
})

test('what lets in more than the district’s own is not kept, and a secret never goes to another issuer', async () => {
  const keep = async (changes: object) => {
    const parts = { params: { id: newId() }, body: decided(there.issuer, changes) }
    const { code, body } = await school.as('singh').ask(contract.KeepProvider, parts)
    return [code, Object.keys((body as { error?: { fields?: object } }).error?.fields ?? {})]
  }
  expect(await keep({ kind: 'google' })).toEqual(['invalid', ['domains']])
  expect(await keep({ kind: 'entra', tenant: 'common' })).toEqual(['invalid', ['tenant']])
  expect(await keep({ claim: 'email', identifier: 'username' })).toEqual(['invalid', ['claim']])
  expect(await keep({ claim: 'employee' })).toEqual(['invalid', ['claim']])
  expect(await keep({ issuer: 'file:///etc/passwd' })).toEqual(['invalid', ['issuer']])
  const moved = { params: { id }, body: decided('https://elsewhere.example', { clientSecret: null }) }
  expect((await school.as('singh').ask(contract.KeepProvider, moved)).code).toBe('invalid')
  const same = decided(there.issuer, { clientSecret: null, claim: 'employee', identifier: 'username' })
  expect((await school.as('singh').ask(contract.KeepProvider, { params: { id }, body: same })).status).toBe(
    200,
  )
  const tried = await school.as('singh').ask(contract.TryProvider, { params: { id } })
  expect(tried.body.problem).toBeNull()
})

test('a revision’s id that is taken elsewhere is refused, whoever’s it is', async () => {
  const [provider, revision] = [newId(), newId()]
  const abroad = castMember('doyle')
  const client = new pg.Client(school.connection)
  await client.connect()
  await client.query("select set_config('cairn.district', $1, false)", [abroad.districtId])
  const values = [provider, abroad.districtId, abroad.id]
  await client.query(
    'insert into provider (id, district_id, created_by, created_at) values ($1, $2, $3, now())',
    values,
  )
  await client.query(
    `insert into provider_revision (id, district_id, provider_id, kind, name, issuer, client_id, client_secret,
      revised_by, revised_at) values ($4, $2, $1, 'openid', 'Theirs', 'https://id.example', 'c', 'x', $3, now())`,
    [...values, revision],
  )
  await client.end()
  const before = (await school.as('singh').ask(contract.ListProviders)).body.providers.length
  for (const one of [id, newId()]) {
    const parts = { params: { id: one }, body: decided(there.issuer, { revisionId: revision }) }
    expect((await school.as('singh').ask(contract.KeepProvider, parts)).code).toBe('id_taken')
  }
  // nothing of the refused one is left
  const { providers } = (await school.as('singh').ask(contract.ListProviders)).body
  expect([providers.length, providers.map(({ name }) => name).includes('Theirs')]).toEqual([before, false])
})
