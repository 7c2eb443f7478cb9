import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { addPiece } from '../../test/support/making.ts'
import { addressOf, classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { decided } from '../../test/support/traveling.ts'
import { bytesOfBase32 } from '../../test/support/second-steps.ts'
import { routes } from '../entry/modules.ts'
import { addSupport, removeSupport } from '../commands/support-commands.ts'
import { AnnounceMedia } from '../media/contract.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import { digitsOf, stepAt } from '../people/check-totp.ts'
import { ChangePassword, BeginSecondFactor, ConfirmSecondFactor, GetMe } from '../people/contract.ts'
import type { Endpoint } from '../platform/contract.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddHook, ListPrograms } from '../programs/contract.ts'
import { KeepProvider, ListProviders } from '../providers/contract.ts'
import { noteUnmatched } from '../providers/identity-store.ts'
import { rooms } from '../screens/office/room-list.ts'
import { CountSchool } from '../schools/contract.ts'
import * as contract from './contract.ts'
import { supportSees } from './support.ts'

let school: School
let support: { id: string; username: string; password: string; cookie: string; digits: () => string }
const { districtId } = castMember('singh')
beforeAll(async () => {
  school = await openSchool()
  const named = { given: 'Sol', family: 'Ito', username: 'Sol.Ito', host: 'Cedar Hosting' }
  const made = await addSupport(school.program.ground, named, districtId)
  const [id, password] = [String(made['person']), String(made['password'])]
  support = { id, username: 'sol.ito', password, cookie: '', digits: () => '' }
  support.cookie = (await signIn()).cookie
  support.password = 'a stone of the host'
  await ask(ChangePassword, { body: { next: support.password } })
})
afterAll(() => school.close())

async function signIn(code?: string) {
  const { username, password } = support
  const answer = await school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1' },
    payload: { username, password, ...(code === undefined ? {} : { code }) },
  })
  return { status: answer.statusCode, cookie: `cairn=${answer.cookies[0]?.value ?? ''}` }
}
async function ask(endpoint: Endpoint, parts: { params?: unknown; body?: unknown } = {}) {
  const answer = await school.program.app.inject({
    method: endpoint.method,
    url: addressOf(endpoint, parts),
    headers: { cookie: support.cookie, 'x-cairn': '1' },
    ...(parts.body === undefined ? {} : { payload: parts.body as object }),
  })
  const body = answer.body === '' ? undefined : answer.json()
  return { status: answer.statusCode, body, code: body?.error?.code as string | undefined, text: answer.body }
}
async function letIn(hours = 2, key = 'singh', personId = support.id) {
  const id = newId()
  const body = { personId, reason: 'The roster of Monday', hours }
  const { code } = await school.as(key).ask(contract.LetSupportIn, { params: { id }, body })
  return { id, code }
}
const end = (id: string, key = 'singh') => school.as(key).ask(contract.EndSupport, { params: { id } })
const later = (hours: number) => {
  school.clock.now = new Date(school.clock.now.getTime() + hours * 3_600_000)
}

test('nobody of support sees anything until a district lets them in, and then not without a second step', async () => {
  expect((await ask(GetMe)).body.hats).toEqual([])
  expect((await ask(ListProviders)).code).toBe('not_found')
  const { id } = await letIn()
  expect((await ask(ListProviders)).code).toBe('not_found')
  const listed = (await school.as('singh').ask(contract.ListSupport)).body
  expect(listed.people).toMatchObject([{ name: 'Sol Ito', host: 'Cedar Hosting', hasStep: false }])
  expect(listed.grants).toMatchObject([{ id, stands: true, lacksStep: true }])
  // they set one up while the grant opens nothing
  const params = { id: newId() }
  const begun = await ask(BeginSecondFactor, { params, body: { password: support.password } })
  support.digits = () => digitsOf(bytesOfBase32(begun.body.secret), stepAt(school.clock.now))
  const confirmed = await ask(ConfirmSecondFactor, { params, body: { code: support.digits() } })
  expect(confirmed.status).toBe(200)
  expect((await ask(ListProviders)).status).toBe(200)
  const entering = (await school.as('singh').ask(contract.ListSupport)).body.grants
  expect(entering).toMatchObject([{ id, stands: true, lacksStep: false }])
  expect((await signIn()).status).toBe(403)
  await end(id)
  expect((await ask(ListProviders)).code).toBe('not_found')
})

test('let in, they look at counts and settings: at nothing else, and they change nothing', async () => {
  const { id } = await letIn()
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  expect((await ask(GetMe)).body).toMatchObject({ hats: ['office'], runsDistrict: true })
  expect((await ask(CountSchool)).status).toBe(200)
  const known = [piece.id, idOf('mika'), classOf('division-3'), id, districtId]
  const open = new Set([...supportSees, 'GetMe', 'KeepPreference'])
  for (const { endpoint } of routes) {
    if (endpoint.signedIn === false || open.has(endpoint.name)) continue
    for (const one of known) {
      const params = new Proxy({}, { get: () => one })
      const answer = await ask(endpoint, { params, ...(endpoint.body ? { body: {} } : {}) })
      const refused = ['support_looks_only', 'invalid', 'not_found', 'not_signed_in'].includes(
        answer.code ?? '',
      )
      // what keeps a device's own things shut is theirs, like whom they are
      const isTheirs = endpoint.name === 'GetDeviceKey'
      expect([endpoint.name, isTheirs || refused || answer.text]).toEqual([endpoint.name, true])
    }
  }
  for (const url of [
    `/first-passwords/class/${classOf('division-3')}`,
    `/welcome/pins/${classOf('division-3')}`,
    '/children',
  ]) {
    const page = await school.program.app.inject({ method: 'GET', url, headers: { cookie: support.cookie } })
    expect([url, [200].includes(page.statusCode)]).toEqual([url, false])
  }
  await end(id)
})

test('the rooms of the office that they are shown are the ones that open, and no others', async () => {
  const { id } = await letIn()
  expect((await ask(GetMe)).body.isSupport).toBe(true)
  const byName = new Map(routes.map(({ endpoint }) => [endpoint.name, endpoint]))
  for (const { asks } of rooms.flatMap((part) => part.rooms)) {
    const { status } = await ask(byName.get(asks) as Endpoint)
    expect([asks, status === 200]).toEqual([asks, supportSees.includes(asks)])
  }
  await end(id)
  expect((await ask(GetMe)).body.isSupport).toBe(false)
})

test('nothing of a file goes in or out, of one that was begun before they were let in neither', async () => {
  const mine = newId()
  const send = (method: 'POST' | 'PATCH') => {
    const metadata = `id ${Buffer.from(mine).toString('base64')}`
    const headers = {
      cookie: support.cookie,
      'tus-resumable': '1.0.0',
      ...(method === 'POST'
        ? { 'upload-length': '10', 'upload-metadata': metadata }
        : { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }),
    }
    const url = method === 'POST' ? '/api/uploads' : `/api/uploads/${mine}`
    return school.program.app.inject({
      method,
      url,
      headers,
      ...(method === 'POST' ? {} : { payload: 'abcde' }),
    })
  }
  await ask(AnnounceMedia, { params: { id: mine }, body: { name: 'a.txt', bytes: 10 } })
  expect((await send('POST')).statusCode).toBe(201)
  const { id } = await letIn()
  expect((await send('PATCH')).json().error.code).toBe('support_looks_only')
  await end(id)
})

test('nothing of what they see holds a word or a name of a child', async () => {
  const { id } = await letIn()
  for (const { endpoint } of routes.filter((one) => supportSees.includes(one.endpoint.name))) {
    const { status, text } = await ask(endpoint)
    expect([endpoint.name, [200, 400].includes(status)]).toEqual([endpoint.name, true])
    for (const told of ['by mika', idOf('mika'), idOf('theo')])
      expect([endpoint.name, text.includes(told)]).toEqual([endpoint.name, false])
  }
  expect(
    routes
      .filter(({ endpoint }) => endpoint.forSupport)
      .map(({ endpoint }) => endpoint.name)
      .toSorted(),
  ).toEqual([...supportSees, 'GetMe', 'KeepPreference'].toSorted())
  await end(id)
})

test('who came from a provider and waits to be linked is told to the office, and not to support', async () => {
  const provider = newId()
  const kept = { params: { id: provider }, body: decided('https://id.cedar.example') }
  expect((await school.as('singh').ask(KeepProvider, kept)).code).toBeUndefined()
  const said = { districtId, name: 'Noor Haddad', identifier: 'noor.haddad' }
  const someone = { providerId: provider, issuer: 'https://id.cedar.example', subject: 'n-1' }
  await asTheSystem(school.program.ground, { reason: 'a test', districtId }, (context) =>
    noteUnmatched(context, someone, said),
  )
  const { id } = await letIn()
  const [theirs, ours] = [await ask(ListProviders), await school.as('singh').ask(ListProviders)]
  expect(ours.text).toContain('Noor Haddad')
  expect([theirs.text.includes(provider), /noor/i.test(theirs.text)]).toEqual([true, false])
  await end(id)
})

test('where a program is told of things is known to support by its machine: an address may be a key', async () => {
  const body = { address: 'https://hooks.cedar.example/services/a-secret', events: ['roster.applied'] }
  const params = { id: newId() }
  expect((await school.as('singh').ask(AddHook, { params, body })).status).toBe(200)
  const { id } = await letIn()
  const hooks = (await ask(ListPrograms)).body.hooks
  expect(hooks).toMatchObject([{ address: 'https://hooks.cedar.example' }])
  expect((await school.as('singh').ask(ListPrograms)).text).toContain('a-secret')
  await end(id)
})

test('begin, every look and end stand in the logbook, by whom', async () => {
  const from = school.clock.now
  later(0.1)
  const { id } = await letIn(4)
  await ask(ListProviders)
  await end(id)
  await end(id)
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { about: 'signing-in' } })).body
  const fresh = lines.filter(({ at, act }) => act.startsWith('support.') && new Date(at) > from)
  expect(fresh.map(({ act, by }) => [act, by]).toSorted()).toEqual(
    [
      ['support.let-in', 'Amandeep Singh'],
      ['support.looked', 'Sol Ito'],
      ['support.ended', 'Amandeep Singh'],
    ].toSorted(),
  )
  expect(fresh.find(({ act }) => act === 'support.looked')?.said).toEqual({ page: '/api/providers' })
  expect(fresh.find(({ act }) => act === 'support.let-in')?.said).toEqual({
    hours: 4,
    reason: 'The roster of Monday',
  })
  const grant = (await school.as('singh').ask(contract.ListSupport)).body.grants.find((one) => one.id === id)
  expect(grant).toMatchObject({ looks: 1, stands: false, ended: { by: 'Amandeep Singh' } })
})

test('it is over by itself when its hours are, and when the host names them no more', async () => {
  await letIn(1)
  expect((await ask(CountSchool)).body).not.toEqual([])
  later(1.01)
  expect((await ask(CountSchool)).body).toEqual([])
  expect((await ask(ListProviders)).code).toBe('not_found')
  await letIn(1)
  expect((await ask(ListProviders)).status).toBe(200)
  await removeSupport(school.program.ground, { username: 'Sol.Ito' }, districtId)
  expect((await ask(ListProviders)).code).toBe('not_found')
  expect((await letIn(1)).code).toBe('not_found')
  const [last] = (await school.as('singh').ask(contract.ListSupport)).body.grants
  expect(last).toMatchObject({ stands: false, ended: { by: 'Cedar Hosting' } })
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { about: 'signing-in' } })).body
  expect(lines.filter(({ act, by }) => act === 'support.ended' && by === null)).toHaveLength(1)
})

test('only the office of the district lets in and ends it; only somebody named; support lets nobody in', async () => {
  const named = { given: 'Ana', family: 'Roy', username: 'ana.roy', host: 'Cedar Hosting' }
  const other = String((await addSupport(school.program.ground, named, districtId))['person'])
  for (const key of ['rivera', 'chen', 'mika', 'amara', 'marsh'])
    expect([key, (await letIn(1, key, other)).code]).toEqual([key, 'not_found'])
  for (const whom of [idOf('rivera'), idOf('amara'), idOf('singh'), newId()])
    expect((await letIn(1, 'singh', whom)).code).toBe('not_found')
  const { id } = await letIn(1, 'singh', other)
  for (const key of ['rivera', 'chen', 'mika', 'amara', 'marsh'])
    expect([key, (await end(id, key)).code, (await school.as(key).ask(contract.ListSupport)).code]).toEqual([
      key,
      'not_found',
      'not_found',
    ])
  const tooLong = { personId: other, reason: 'x', hours: 1000 }
  expect(
    (await school.as('singh').ask(contract.LetSupportIn, { params: { id: newId() }, body: tooLong })).code,
  ).toBe('invalid')
})
