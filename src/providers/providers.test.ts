import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { layProvider, type OwnProvider, type Twist } from '../../test/support/own-provider.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { addProvider, layTraveler, type Traveler, whoIs } from '../../test/support/traveling.ts'
import { sealTrip } from './carry-trip.ts'
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
const who = (traveler: Traveler) => whoIs(school, traveler)
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
  expect(await who(traveler)).toBe(idOf('rivera'))
  // known by the subject from now on, whatever the claim says
  const again = await travel({ sub: 'r-1', employee: 'okafor' })
  expect([again.to, await who(again.traveler)]).toEqual([arrived, idOf('rivera')])
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
  ['that says it is sealed with a secret', () => ({ header: { alg: 'HS256' } })],
  ['sealed with the client’s secret', () => ({ sealedWith: 'secret' })],
  ['sealed with the public key as a secret', () => ({ sealedWith: 'public key' })],
  ['under a key nobody knows', () => ({ header: { kid: 'two' } })],
  ['that is no token', () => ({ token: 'a.b.c' })],
])('a token %s lets nobody in', async (_what, twist) => {
  const { to, traveler } = await travel(rivera, twist())
  expect([to, await who(traveler)]).toEqual([refused, 'not_signed_in'])
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

test('a code that somebody else was given opens nothing, even where the provider does not look', async () => {
  for (const looksAway of [false, true]) {
    there.told.who = rivera
    there.told.twist = { looksAway }
    const [victim, thief] = [layTraveler(school), layTraveler(school)]
    const stolen = there.answerTo(await leave(victim))
    const own = (await leave(thief)).searchParams.get('state') ?? ''
    stolen.set('state', own)
    expect([looksAway, (await come(thief, stolen)).to, await who(thief)]).toEqual([
      looksAway,
      refused,
      'not_signed_in',
    ])
  }
})

test('what somebody carries on the way out does not bring them in', async () => {
  const { secret, now: clock } = school.program.ground
  const until = clock().getTime() + 60_000
  const trip = { providerId: id, state: 's', nonce: 'n', verifier: 'v'.repeat(43), to: '/today', until }
  const challenge = createHash('sha256').update(trip.verifier).digest('base64url')
  const asked = new URL(`${there.issuer}/authorize?state=s&nonce=n&code_challenge=${challenge}`)
  there.told.who = rivera
  for (const [way, to] of [
    ['out at', refused],
    ['to', arrived],
  ] as const) {
    const traveler = layTraveler(school, new Map([['cairn-trip', sealTrip(secret, trip, way)]]))
    expect([way, (await come(traveler, there.answerTo(asked))).to]).toEqual([way, to])
  }
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
  expect([to, await who(traveler)]).toEqual([waiting, 'not_signed_in'])
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
  expect([again.to, await who(again.traveler)]).toEqual([arrived, idOf('noor')])
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
  expect(await with_(tenant, {})).toBe(refused)
  expect(await with_(domain, { hd: ['sd.example'] })).toBe(refused)
  expect(await with_(domain, { email: 'x@sd.example', email_verified: true })).toBe(refused)
  expect(await with_(tenant, { tid: '11111111-4c5d-4e6f-8a9b-0c1d2e3f4a5b' })).toBe(refused)
  expect(await with_(tenant, { tid: '0E1F2A3B-4C5D-4E6F-8A9B-0C1D2E3F4A5B' })).toBe(arrived)
})

test('trying one says what is wrong with it, and one that is closed lets nobody in', async () => {
  const tried = async (provider: string) =>
    (await school.as('singh').ask(contract.TryProvider, { params: { id: provider } })).body
  expect(await tried(id)).toMatchObject({ problem: null })
  const gone = await addProvider(school, 'http://127.0.0.1:9', { name: 'Gone' })
  expect(await tried(gone)).toMatchObject({ problem: 'away' })
  expect((await layTraveler(school).go(`/door/${gone}`)).to).toBe('/sign-in?refused=provider_away')
  const another = await addProvider(school, `${there.issuer}/elsewhere`, { name: 'Another' })
  expect(await tried(another)).toMatchObject({ problem: 'another' })
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
