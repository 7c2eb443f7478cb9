import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { layProvider, type OwnProvider, type Twist } from '../../test/support/own-provider.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { addProvider, layTraveler, leaveHere, type Traveler, whoIs } from '../../test/support/traveling.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { ListProviders, TryProvider } from '../providers/contract.ts'
import { signOutJobs } from './jobs.ts'

let school: School
let there: OwnProvider
let id: string
const matched = { claim: 'employee', identifier: 'username', offersSignOut: true }
beforeAll(async () => {
  school = await openSchool({ localAddresses: true })
  there = await layProvider()
  there.told.besides = { end_session_endpoint: `${there.issuer}/end?tenant=7` }
  id = await addProvider(school, there.issuer, { name: 'Leaves', ...matched })
})
beforeEach(() => {
  school.clock.now = new Date()
  there.told.twist = {}
})
afterAll(async () => {
  await there.close()
  await school.close()
})

/** Comes in from there, as one visit of somebody. */
async function comeIn(sid?: string, { key = 'rivera', provider = id } = {}): Promise<Traveler> {
  const traveler = layTraveler(school)
  there.told.who = { sub: key, sid, employee: castMember(key).username }
  const asked = new URL((await traveler.go(`/door/${provider}`)).to)
  await traveler.go(`/door/${provider}/back?${there.answerTo(asked)}`)
  expect(await whoIs(school, traveler)).toBe(idOf(key))
  return traveler
}
const isIn = async (traveler: Traveler, key = 'rivera') => (await whoIs(school, traveler)) === idOf(key)

async function tell(token: string | undefined, provider = id): Promise<number> {
  const answer = await school.program.app.inject({
    method: 'POST',
    url: `/door/${provider}/logout`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(token === undefined ? {} : { logout_token: token }).toString(),
  })
  expect(answer.headers['cache-control']).toBe('no-store')
  return answer.statusCode
}

/** The link of the page that offers to leave there too. */
async function linkOffered(one: Traveler): Promise<string> {
  const offer = (await one.go((await leaveHere(school, one)) ?? '')).body
  expect(offer).toContain('You came in by “Leaves” and are still signed in there')
  return /href="(\/door\/[^"]*leave\?[^"]*)"/.exec(offer)?.[1]?.replaceAll('&amp;', '&') ?? ''
}

test('who signs out here is offered to leave there too, with the token it gave, and comes back', async () => {
  const one = await comeIn('visit-1')
  const link = await linkOffered(one)
  expect(await isIn(one)).toBe(false)
  const away = new URL((await one.go(link)).to)
  expect(away.href.startsWith(`${there.issuer}/end?tenant=7&`)).toBe(true)
  const { state = '', ...asked } = Object.fromEntries(away.searchParams)
  expect(asked).toEqual({
    tenant: '7',
    client_id: 'cairn',
    id_token_hint: there.told.tokens.at(-1),
    post_logout_redirect_uri: `http://localhost:4000/door/${id}/left`,
  })
  const kept = one.cookies.get('cairn-leaving') ?? ''
  const readAt = async (query: string, traveler = one) => (await traveler.go(`/door/${id}/left${query}`)).body
  expect(await readAt(`?state=${state}`, layTraveler(school))).toContain('did not say')
  for (const wrong of ['', '?state=', '?state=another', `?request=${state}&relay=&done=true`]) {
    one.cookies.set('cairn-leaving', kept)
    expect([wrong, (await readAt(wrong)).includes('did not say')]).toEqual([wrong, true])
  }
  one.cookies.set('cairn-leaving', kept)
  expect(await readAt(`?state=${state}`)).toContain('you are out there too')
  expect(await readAt(`?state=${state}`)).toContain('did not say')
})

test('where the office does not choose it nothing is offered, and no token is kept', async () => {
  const plain = await addProvider(school, there.issuer, { name: 'Plain', ...matched, offersSignOut: false })
  const one = await comeIn('visit-2', { provider: plain })
  expect([await leaveHere(school, one), await tokensKept(plain)]).toEqual([null, 0])
  // Google names no such address, whatever is sent
  const google = await addProvider(school, there.issuer, {
    kind: 'google',
    domains: ['sd.example'],
    offersSignOut: true,
  })
  const list = (await school.as('singh').ask(ListProviders)).body.providers
  expect(list.find((one) => one.id === google)?.offersSignOut).toBe(false)
})

const { districtId } = castMember('rivera')
type Visit = { token: Buffer | null; index: string | null }
const visitsAt = (provider: string): Promise<Visit[]> =>
  asTheSystem(school.program.ground, { reason: 'look in a test', districtId }, async ({ db }) => {
    const found = await sql<Visit>`select v.id_token as token, v.session_index as index
      from provider_session v where v.provider_id = ${provider} order by v.opened_at`.execute(db)
    return found.rows
  })
const tokensKept = async (provider: string) =>
  (await visitsAt(provider)).filter(({ token }) => token !== null).length

test('a token is kept sealed, and forgotten the night after its session is over', async () => {
  const one = await comeIn('visit-3')
  const { token, index } = (await visitsAt(id)).at(-1) ?? {}
  expect([token?.includes(there.told.tokens.at(-1)?.split('.')[1] ?? ''), index?.includes('visit')]).toEqual([
    false,
    false,
  ])
  await leaveHere(school, one)
  await comeIn('visit-5')
  school.clock.now = new Date(Date.now() + 2 * 3_600_000)
  expect(await tokensKept(id)).toBeGreaterThan(1)
  for (const job of signOutJobs(school.program.ground)) await job.run({ id: districtId, districtId })
  // only who is still in
  expect(await tokensKept(id)).toBe(1)
})

test('a provider that names no such address leaves nobody stuck, and the test of it says so', async () => {
  const silent = await addProvider(school, there.issuer, { name: 'Leaves', ...matched })
  const one = await comeIn('visit-4', { provider: silent })
  const link = await linkOffered(one)
  const { besides } = there.told
  const tried = async () =>
    (await school.as('singh').ask(TryProvider, { params: { id: silent } })).body.problem
  try {
    there.told.besides = {}
    expect(await tried()).toBe('no_sign_out')
    there.told.besides = { end_session_endpoint: 'javascript:alert(1)' }
    expect(await tried()).toBe('no_sign_out')
    expect((await one.go(link)).to).toBe(`/door/${silent}/left`)
    expect((await one.go(`/door/${silent}/left`)).body).toContain('close every window of the browser')
  } finally {
    there.told.besides = besides
  }
  expect(await tried()).toBeNull()
})

test('a visit that the provider named only when it ended is over too', async () => {
  const [unnamed, named, other] = [
    await comeIn(),
    await comeIn('u-1'),
    await comeIn(undefined, { key: 'okafor' }),
  ]
  expect(await tell(there.logoutToken({ sid: 'u-2' }))).toBe(200)
  expect(await isIn(unnamed)).toBe(true)
  expect(await tell(there.logoutToken({ sub: 'rivera', sid: 'u-2' }))).toBe(200)
  expect([await isIn(unnamed), await isIn(named), await isIn(other, 'okafor')]).toEqual([false, true, true])
})

test('a provider ends the visit that it names, or all that somebody has from there', async () => {
  const [one, two, other] = [await comeIn('v-1'), await comeIn('v-2'), await comeIn('v-3', { key: 'okafor' })]
  const password = await school.as('rivera').cookie()
  const here = async () => [await isIn(one), await isIn(two), await isIn(other, 'okafor')]
  expect(await tell(there.logoutToken({ sid: 'v-1' }))).toBe(200)
  expect(await here()).toEqual([false, true, true])
  // a visit of somebody else’s, a visit nobody has, and nobody’s name, end nothing
  expect(await tell(there.logoutToken({ sub: 'rivera', sid: 'v-3' }))).toBe(200)
  expect(await tell(there.logoutToken({ sid: 'v-4' }))).toBe(200)
  expect(await tell(there.logoutToken({ sub: 'nobody' }))).toBe(200)
  expect(await here()).toEqual([false, true, true])
  expect(await tell(there.logoutToken({ sub: 'rivera' }, { header: { typ: undefined } }))).toBe(200)
  expect(await here()).toEqual([false, false, true])
  // who came by a password did not come from there
  const jar = { cookies: new Map([['cairn', password.replace('cairn=', '')]]) }
  expect(await whoIs(school, jar)).toBe(idOf('rivera'))
})

const now = () => Math.floor(Date.now() / 1000)
const event = 'http://schemas.openid.net/event/backchannel-logout'
test.each<[string, () => Twist]>([
  ['of another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } })],
  ['for another', () => ({ claims: { aud: 'somebody-else' } })],
  ['for nobody in particular', () => ({ claims: { aud: undefined } })],
  ['that was kept for long', () => ({ claims: { iat: now() - 400 } })],
  ['of the future', () => ({ claims: { iat: now() + 120 } })],
  ['that says no time', () => ({ claims: { iat: undefined } })],
  ['that has run out', () => ({ claims: { exp: now() - 120 } })],
  ['that never runs out', () => ({ claims: { exp: undefined } })],
  ['without a number of its own', () => ({ claims: { jti: undefined } })],
  ['of nobody', () => ({ claims: { sub: undefined } })],
  ['without the event', () => ({ claims: { events: {} } })],
  ['with the event as words', () => ({ claims: { events: event } })],
  ['with the event in a list', () => ({ claims: { events: [event] } })],
  ['of another event', () => ({ claims: { events: { 'http://schemas.openid.net/event/other': {} } } })],
  ['with a nonce, as a sign-in has', () => ({ claims: { nonce: 'n' } })],
  ['with an empty nonce', () => ({ claims: { nonce: null } })],
  ['signed with another key', () => ({ wrongKey: true })],
  ['that is not signed', () => ({ unsigned: true })],
  ['that says it is not signed', () => ({ header: { alg: 'none' } })],
  ['sealed with the client’s secret', () => ({ sealedWith: 'secret' })],
  ['sealed with the public key as a secret', () => ({ sealedWith: 'public key' })],
  ['that calls its signature by another name', () => ({ header: { alg: 'RS512' } })],
  ['under a key nobody knows', () => ({ header: { kid: 'two' } })],
  ['of another kind', () => ({ header: { typ: 'at+jwt' } })],
  ['that must be understood otherwise', () => ({ header: { crit: ['exp'] } })],
])('a logout token %s ends nothing', async (_what, twist) => {
  const one = await comeIn('v-9')
  expect(await tell(there.logoutToken({ sub: 'rivera' }, twist()))).toBe(400)
  expect(await isIn(one)).toBe(true)
})

test('a logout token counts once, at its own provider, and what is none is refused', async () => {
  const token = there.logoutToken({ sid: 'v-10' })
  await comeIn('v-10')
  expect(await tell(token)).toBe(200)
  const again = await comeIn('v-10')
  expect([await tell(token), await isIn(again)]).toEqual([400, true])
  const elsewhere = await addProvider(school, there.issuer, { name: 'Else', clientId: 'another', ...matched })
  expect(await tell(there.logoutToken({ sid: 'v-10' }), elsewhere)).toBe(400)
  // the token of a sign-in is signed by the same key
  expect(await tell(there.told.tokens.at(-1))).toBe(400)
  for (const none of [
    undefined,
    '',
    'a.b',
    'a.b.c',
    `${there.logoutToken({ sid: 'v-10' })}.x`,
    'x'.repeat(20_000),
  ])
    expect(await tell(none)).toBe(400)
  const touched = there.logoutToken({ sid: 'v-11' }).split('.')
  touched[1] = there.logoutToken({ sid: 'v-10' }).split('.')[1] ?? ''
  expect([await tell(touched.join('.')), await isIn(again)]).toEqual([400, true])
})

test('whoever makes up keys does not make Cairn ask the provider for its own each time', async () => {
  await tell(there.logoutToken({ sid: 'v-12' }))
  const before = there.told.keysAsked
  for (let turn = 0; turn < 5; turn += 1)
    await tell(there.logoutToken({ sid: 'v-12' }, { header: { kid: `k-${turn}` } }))
  expect(there.told.keysAsked - before).toBeLessThanOrEqual(1)
  // nor where it shows none, nor all at once
  school.clock.now = new Date(Date.now() + 11 * 60_000)
  there.told.hidesKeys = true
  try {
    const hidden = there.told.keysAsked
    const token = () => tell(there.logoutToken({ sid: 'v-12' }))
    expect([...(await Promise.all([token(), token(), token()])), await token()]).toEqual([400, 400, 400, 400])
    expect(there.told.keysAsked - hidden).toBe(1)
  } finally {
    there.told.hidesKeys = false
  }
})
