import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { layAuthenticator, type OwnAuthenticator, unverified } from '../../test/support/own-authenticator.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { demoPassword } from '../demo/cast-rows.ts'
import { BeginSecondFactor, GetMe } from '../people/contract.ts'
import { DemandSecondStep, HelpWithSecondStep } from '../second-steps/contract.ts'
import * as contract from './contract.ts'

const origin = 'http://localhost:4000'
let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const ask = async () => (await school.as(null).ask(contract.AskForPasskey, { params: { id: newId() } })).body
async function signInBy(shown: object): Promise<string> {
  const answer = await school.program.app.inject({
    method: 'PUT',
    url: contract.SignInByPasskey.path,
    headers: { 'x-cairn': '1' },
    payload: shown,
  })
  if (answer.statusCode !== 200) return answer.json().error.code
  const cookie = `cairn=${answer.cookies[0]?.value ?? ''}`
  return (await school.program.app.inject({ method: 'GET', url: GetMe.path, headers: { cookie } })).json().id
}
async function byPassword(key: string): Promise<string> {
  const payload = { username: castMember(key).username, password: demoPassword }
  const headers = { 'x-cairn': '1' }
  const answer = await school.program.app.inject({ method: 'PUT', url: '/api/session', headers, payload })
  return answer.statusCode === 200 ? 'in' : answer.json().error.code
}
async function make(key: string, device = layAuthenticator(origin), proof: object = {}) {
  const params = { id: newId() }
  const body = { password: demoPassword, ...proof }
  const begun = await school.as(key).ask(contract.BeginPasskey, { params, body })
  if (begun.code) return { code: begun.code, device, params, kept: undefined }
  const { ticket, options } = begun.body
  const kept = { ticket, answer: device.make(options.challenge), name: 'Phone' }
  const { code } = await school.as(key).ask(contract.KeepPasskey, { params, body: kept })
  return { code, device, params, kept }
}
async function show(device: OwnAuthenticator, twist = {}) {
  const { ticket, options } = await ask()
  return { ticket, answer: device.show(options.challenge, twist) }
}

test('whoever made a passkey comes in with it and without a password, and no more by the password alone', async () => {
  const { device, code, params, kept } = await make('rivera')
  expect(code).toBeUndefined()
  expect(await signInBy(await show(device))).toBe(idOf('rivera'))
  expect(await byPassword('rivera')).toBe('passkey_needed')
  // sent twice it is kept once
  expect((await school.as('rivera').ask(contract.KeepPasskey, { params, body: kept })).status).toBe(200)
  const mine = (await school.as('rivera').ask(contract.ListPasskeys)).body
  expect(mine.map(({ name }) => name)).toEqual(['Phone'])
  expect((await school.as('okafor').ask(contract.ListPasskeys)).body).toEqual([])
})

test('what was signed for another site, question, key or deed, or without the person, lets nobody in', async () => {
  const { device } = await make('halvorsen')
  for (const twist of [
    { origin: 'https://cairn.example' },
    { site: 'elsewhere.example' },
    { type: 'webauthn.create' },
    { otherKey: true },
    { flags: unverified },
    { flags: 0 },
  ])
    expect([twist, await signInBy(await show(device, twist))]).toEqual([twist, 'wrong_passkey'])
  const [one, two] = [await ask(), await ask()]
  expect(await signInBy({ ticket: one.ticket, answer: device.show(two.options.challenge) })).toBe(
    'wrong_passkey',
  )
  expect(await signInBy({ ticket: 'made up', answer: device.show(one.options.challenge) })).toBe(
    'wrong_passkey',
  )
  expect(await signInBy(await show(layAuthenticator(origin)))).toBe('wrong_passkey')
  // once, soon, and never with a count that was seen before
  const shown = await show(device)
  expect(await signInBy(shown)).toBe(idOf('halvorsen'))
  expect(await signInBy(shown)).toBe('wrong_passkey')
  expect(await signInBy(await show(device, { counter: 1 }))).toBe('wrong_passkey')
  const late = await show(device)
  const now = school.clock.now
  school.clock.now = new Date(now.getTime() + 6 * 60_000)
  expect(await signInBy(late)).toBe('wrong_passkey')
  school.clock.now = now
  expect(await signInBy(await show(device))).toBe(idOf('halvorsen'))
})

test('a passkey is made only by whoever is signed in and knows the password, for themselves', async () => {
  const params = { id: newId() }
  const begin = (key: string | null, body: object) =>
    school.as(key).ask(contract.BeginPasskey, { params, body })
  expect((await begin(null, { password: demoPassword })).code).toBe('not_signed_in')
  expect((await begin('chen', { password: 'guess' })).code).toBe('wrong_password')
  const { ticket, options } = (await begin('chen', { password: demoPassword })).body
  const device = layAuthenticator(origin)
  const keep = async (key: string, twist = {}, at = params) => {
    const body = { ticket, answer: device.make(options.challenge, twist), name: 'x' }
    return (await school.as(key).ask(contract.KeepPasskey, { params: at, body })).code
  }
  expect(await keep('okafor')).toBe('wrong_passkey')
  expect(await keep('chen', { origin: 'https://cairn.example' })).toBe('wrong_passkey')
  expect(await keep('chen', { flags: unverified })).toBe('wrong_passkey')
  expect(await keep('chen', {}, { id: newId() })).toBe('wrong_passkey')
  // a question for making is none for coming in
  expect(await signInBy({ ticket, answer: device.show(options.challenge) })).toBe('wrong_passkey')
  expect(await keep('chen')).toBeUndefined()
  // the same device is nobody else’s
  expect((await make('okafor', device)).code).toBe('id_taken')
})

test('whoever has one shows it before they make another or end one', async () => {
  const { device, params } = await make('dubois')
  const end = async (proof: object, key = 'dubois', password = demoPassword) => {
    const body = { password, ...proof }
    const { status, code } = await school.as(key).ask(contract.EndPasskey, { params, body })
    return code ?? status
  }
  expect((await make('dubois')).code).toBe('passkey_needed')
  expect((await make('dubois', layAuthenticator(origin), { shown: await show(device) })).code).toBeUndefined()
  expect(await end({})).toBe('passkey_needed')
  expect(await end({ shown: await show(device) }, 'dubois', 'guess')).toBe('wrong_password')
  expect(await end({ shown: await show(device) }, 'okafor')).toBe('wrong_passkey')
  expect(await end({ shown: await show(device) })).toBe(200)
  expect(await signInBy(await show(device))).toBe('wrong_passkey')
})

test('whoever has a passkey shows it before digits count beside it', async () => {
  const { device } = await make('marsh')
  const params = { id: newId() }
  const begin = async (proof: object) => {
    const body = { password: demoPassword, ...proof }
    return (await school.as('marsh').ask(BeginSecondFactor, { params, body })).code
  }
  expect(await begin({})).toBe('passkey_needed')
  expect(await begin({ shown: await show(layAuthenticator(origin)) })).toBe('wrong_passkey')
  const { device: another } = await make('doyle')
  expect(await begin({ shown: await show(another) })).toBe('wrong_passkey')
  expect(await begin({ shown: await show(device) })).toBeUndefined()
})

test('a passkey is the second step a district demands, and the office ends one that was lost', async () => {
  const office = school.as('singh')
  const fromOn = school.clock.now.toISOString().slice(0, 10)
  await make('okafor')
  const { device } = await make('singh')
  await office.ask(DemandSecondStep, { params: { id: newId() }, body: { fromOn } })
  expect(await signInBy(await show(device))).toBe(idOf('singh'))
  expect(await byPassword('okafor')).toBe('passkey_needed')
  const body = { personId: idOf('okafor') }
  expect((await office.ask(HelpWithSecondStep, { params: { id: newId() }, body })).status).toBe(200)
  expect(await byPassword('okafor')).toBe('in')
})
