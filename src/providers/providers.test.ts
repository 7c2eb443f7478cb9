import pg from 'pg'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { layProvider, type OwnProvider, type Twist } from '../../test/support/own-provider.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { addProvider, decided, layTraveler, type Traveler } from '../../test/support/traveling.ts'
import { GetMe } from '../people/contract.ts'
import * as contract from './contract.ts'

let school: School
let there: OwnProvider
let id: string
beforeAll(async () => {
  school = await openSchool({ localAddresses: true })
  there = await layProvider()
  id = await addProvider(school, there.issuer, { claim: 'employee', identifier: 'username' })
})
beforeEach(() => {
  school.clock.now = new Date()
  there.told.twist = {}
})
afterAll(async () => {
  await there.close()
  await school.close()
})

const leave = async (traveler: Traveler, provider = id) =>
  new URL((await traveler.go(`/door/${provider}?to=/today`)).to)
const come = (traveler: Traveler, back: URLSearchParams, provider = id) =>
  traveler.go(`/door/${provider}/back?${back}`)
const refused = '/sign-in?refused=provider_refused'
const waiting = '/sign-in?refused=waiting_to_be_linked'
const arrived = `/sign-in?arrived&to=${encodeURIComponent('/today')}`

async function travel(who: Record<string, unknown>, twist: Twist = {}, changes = {}) {
  const traveler = layTraveler(school)
  there.told.who = who
  there.told.twist = twist
  const asked = await leave(traveler)
  return { traveler, ...(await come(traveler, there.answerTo(asked, changes))) }
}
async function whoIs({ cookies }: Traveler): Promise<string> {
  const cookie = `cairn=${cookies.get('cairn') ?? ''}`
  const answer = await school.program.app.inject({ method: 'GET', url: GetMe.path, headers: { cookie } })
  return answer.json().id ?? answer.json().error.code
}
const rivera = { sub: 'r-1', employee: castMember('rivera').username }

test('who comes with a code, the verifier, state and nonce of their own is let in as who the roster says', async () => {
  const traveler = layTraveler(school)
  const asked = await leave(traveler)
  expect(asked.origin).toBe(there.issuer)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `http://localhost:4000/door/${id}/back`,
  })
  there.told.who = rivera
  expect((await come(traveler, there.answerTo(asked))).to).toBe(arrived)
  expect(await whoIs(traveler)).toBe(idOf('rivera'))
  // known by the subject from now on, whatever the claim says
  const again = await travel({ sub: 'r-1', employee: 'okafor' })
  expect([again.to, await whoIs(again.traveler)]).toEqual([arrived, idOf('rivera')])
})

const now = () => Math.floor(Date.now() / 1000)
test.each<[string, () => Twist]>([
  ['for another audience', () => ({ claims: { aud: 'somebody-else' } })],
  ['for several, without saying which', () => ({ claims: { aud: ['cairn', 'another'], azp: 'another' } })],
  ['that has run out', () => ({ claims: { exp: now() - 120 } })],
  ['that is not valid yet', () => ({ claims: { nbf: now() + 600 } })],
  ['of another issuer', () => ({ claims: { iss: 'https://accounts.google.com' } })],
  ['with another nonce', () => ({ claims: { nonce: 'of somebody else' } })],
  ['without a nonce', () => ({ claims: { nonce: undefined } })],
  ['without a subject', () => ({ claims: { sub: undefined } })],
  ['signed with another key', () => ({ wrongKey: true })],
  ['that is not signed', () => ({ unsigned: true })],
  ['that says it is not signed', () => ({ header: { alg: 'none' } })],
  ['signed with the secret as a key', () => ({ header: { alg: 'HS256' } })],
  ['under a key nobody knows', () => ({ header: { kid: 'two' } })],
  ['that is no token', () => ({ token: 'a.b.c' })],
])('a token %s lets nobody in', async (_what, twist) => {
  const { to, traveler } = await travel(rivera, twist())
  expect([to, await whoIs(traveler)]).toEqual([refused, 'not_signed_in'])
})

test('a clock that is off by less than a minute is forgiven', async () => {
  expect((await travel(rivera, { claims: { exp: now() - 30 } })).to).toBe(arrived)
})

test('an answer with another state, of another issuer, without one, or an error lets nobody in', async () => {
  for (const changes of [
    { state: 'of somebody else' },
    { iss: 'https://elsewhere.example' },
    { iss: undefined },
    { code: 'made up' },
    { error: 'access_denied' },
  ])
    expect([changes, (await travel(rivera, {}, changes)).to]).toEqual([changes, refused])
})

test('an answer counts once, for the browser that asked, for the provider that was asked, and not for long', async () => {
  there.told.who = rivera
  const traveler = layTraveler(school)
  const asked = await leave(traveler)
  const kept = traveler.cookies.get('cairn-trip') ?? ''
  const back = there.answerTo(asked)
  expect((await come(layTraveler(school), back)).to).toBe(refused)
  expect((await come(traveler, back)).to).toBe(arrived)
  expect((await come(traveler, back)).to).toBe(refused)
  traveler.cookies.set('cairn-trip', kept)
  expect((await come(traveler, back)).to).toBe(refused)

  const another = await addProvider(school, there.issuer, { name: 'Another' })
  const mixed = layTraveler(school)
  const first = await leave(mixed)
  expect((await come(mixed, there.answerTo(first), another)).to).toBe(refused)

  const slow = layTraveler(school)
  const question = await leave(slow)
  school.clock.now = new Date(Date.now() + 11 * 60_000)
  expect((await come(slow, there.answerTo(question))).to).toBe(refused)
})

test('a token of another sign-in is not taken again', async () => {
  await travel(rivera)
  const stolen = there.told.tokens.at(-1) ?? ''
  expect((await travel(rivera, { token: stolen })).to).toBe(refused)
})

test('an e-mail address or a name joins nobody: they wait in a list, and the office says who they are', async () => {
  const { to, traveler } = await travel({
    sub: 'n-1',
    name: 'Noor Haddad',
    email: 'noor@sd.example',
    email_verified: true,
  })
  expect([to, await whoIs(traveler)]).toEqual([waiting, 'not_signed_in'])
  const list = (await school.as('singh').ask(contract.ListProviders)).body
  const noor = list.unmatched.find(({ saidName }) => saidName === 'Noor Haddad')
  const link = { params: { id: noor?.id }, body: { personId: idOf('noor') } }
  for (const key of ['rivera', 'halvorsen', 'noor', 'amara', 'ravi', 'chen', 'doyle'])
    expect([key, (await school.as(key).ask(contract.LinkIdentity, link)).code]).toEqual([key, 'not_found'])
  const abroad = { ...link, body: { personId: idOf('ravi') } }
  expect((await school.as('singh').ask(contract.LinkIdentity, abroad)).code).toBe('not_found')
  // Ms. Rivera comes from there already
  const taken = { ...link, body: { personId: idOf('rivera') } }
  expect((await school.as('singh').ask(contract.LinkIdentity, taken)).code).toBe('linked_already')
  expect((await school.as('singh').ask(contract.LinkIdentity, link)).status).toBe(200)
  expect((await school.as('singh').ask(contract.LinkIdentity, link)).status).toBe(200)
  const again = await travel({ sub: 'n-1' })
  expect([again.to, await whoIs(again.traveler)]).toEqual([arrived, idOf('noor')])
  expect(
    (await school.as('singh').ask(contract.ListProviders)).body.unmatched.map(({ id: one }) => one),
  ).not.toContain(noor?.id)
})

test('a number that is given to the next one does not open what the last one had', async () => {
  expect((await travel({ sub: 'somebody new', employee: rivera.employee })).to).toBe(waiting)
})

test('only accounts of the district’s domain or tenant are let in, whatever was asked for', async () => {
  const domain = await addProvider(school, there.issuer, {
    name: 'G',
    domains: ['SD.example'],
    claim: 'employee',
    identifier: 'username',
  })
  const tenant = await addProvider(school, there.issuer, {
    name: 'T',
    tenant: '0e1f2a3b-4c5d-4e6f-8a9b-0c1d2e3f4a5b',
    claim: 'employee',
    identifier: 'username',
  })
  const with_ = async (provider: string, who: object) => {
    const traveler = layTraveler(school)
    there.told.who = { ...rivera, ...who }
    const asked = await leave(traveler, provider)
    return (await come(traveler, there.answerTo(asked), provider)).to
  }
  expect(new URL((await layTraveler(school).go(`/door/${domain}`)).to).searchParams.get('hd')).toBe(
    'sd.example',
  )
  expect(await with_(domain, {})).toBe(refused)
  expect(await with_(domain, { hd: 'elsewhere.example' })).toBe(refused)
  expect(await with_(domain, { hd: 'sd.example' })).toBe(arrived)
  expect(await with_(tenant, { tid: '11111111-4c5d-4e6f-8a9b-0c1d2e3f4a5b' })).toBe(refused)
  expect(await with_(tenant, { tid: '0E1F2A3B-4C5D-4E6F-8A9B-0C1D2E3F4A5B' })).toBe(arrived)
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
  expect((await travel(rivera)).to).toBe(arrived)
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

test('trying one says what is wrong with it, and one that is closed lets nobody in', async () => {
  const tried = async (provider: string) =>
    (await school.as('singh').ask(contract.TryProvider, { params: { id: provider } })).body
  expect(await tried(id)).toEqual({ problem: null })
  const gone = await addProvider(school, 'http://127.0.0.1:9', { name: 'Gone' })
  expect(await tried(gone)).toEqual({ problem: 'away' })
  expect((await layTraveler(school).go(`/door/${gone}`)).to).toBe('/sign-in?refused=provider_away')
  const another = await addProvider(school, `${there.issuer}/elsewhere`, { name: 'Another' })
  expect(await tried(another)).toEqual({ problem: 'another' })
  const ways = (await school.as(null).ask(contract.ListWaysIn)).body
  expect(ways.map(({ name }) => name)).toContain('Gone')
  await school.as('singh').ask(contract.CloseProvider, { params: { id: gone } })
  expect((await layTraveler(school).go(`/door/${gone}`)).to).toBe('/sign-in?refused=not_found')
  expect((await layTraveler(school).go('/door/x')).to).toBe('/sign-in?refused=not_found')
  expect((await school.as(null).ask(contract.ListWaysIn)).body.map(({ name }) => name)).not.toContain('Gone')
})

test('Cairn asks no machine of its own network, unless whoever runs it allows that', async () => {
  const closed = await openSchool()
  const provider = await addProvider(closed, there.issuer)
  const before = there.told.asked.length
  expect((await layTraveler(closed).go(`/door/${provider}`)).to).toBe('/sign-in?refused=provider_away')
  expect(there.told.asked.length).toBe(before)
  await closed.close()
})
