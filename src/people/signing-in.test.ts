import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../demo/cast-rows.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { castMember, testMorning } from '../../test/support/cast.ts'
import {
  ChangePassword,
  GetMe,
  KeepPreference,
  ListSessions,
  SignOut,
  SignOutEverywhere,
} from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

type Asked = { cookie?: string; password?: string; headers?: Record<string, string> }

const signIn = (username: string, { password = demoPassword, headers = {} }: Asked = {}) =>
  school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1', ...headers },
    payload: { username, password },
  })
const me = (cookie: string) =>
  school.program.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })
const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
  `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`

const knownBy = (answer: Awaited<ReturnType<typeof signIn>>) => {
  const { value, path } = answer.cookies.find(({ name }) => name === 'cairn-known') ?? {}
  expect(path).toBe('/api/session')
  return { headers: { cookie: `cairn-known=${value ?? ''}` } }
}

test('a name and a password open a session, whatever the case the name is typed in', async () => {
  const answer = await signIn(' MIKA ')
  expect(answer.statusCode).toBe(200)
  expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect((await me(cookieOf(answer))).json().id).toBe(castMember('mika').id)
})

test('a wrong password and a name that does not exist are answered alike', async () => {
  const wrong = await signIn('noor', { password: 'guess' })
  const nobody = await signIn('nobody-of-that-name', { password: 'guess' })
  const { request: _one, ...first } = wrong.json().error
  const { request: _two, ...second } = nobody.json().error
  expect([wrong.statusCode, first]).toEqual([nobody.statusCode, second])
  expect(wrong.cookies).toEqual([])
})

test('after eight wrong passwords the name rests for ten minutes, then the right one opens again', async () => {
  for (let tries = 0; tries < 8; tries += 1)
    expect((await signIn('theo', { password: `guess ${tries}` })).statusCode).toBe(401)
  expect((await signIn('theo')).json().error.code).toBe('too_many_tries')
  expect((await signIn('jonas')).statusCode).toBe(200)
  school.clock.now = new Date(testMorning.getTime() + 11 * 60_000)
  expect((await signIn('theo')).statusCode).toBe(200)
  school.clock.now = testMorning
})

test('what others type elsewhere keeps nobody out of a device they have signed in on before', async () => {
  const own = knownBy(await signIn('simran'))
  const classmates = knownBy(await signIn('jonas'))
  for (let tries = 0; tries < 8; tries += 1)
    expect((await signIn('simran', { password: `guess ${tries}`, ...classmates })).statusCode).toBe(401)
  for (const elsewhere of [classmates, {}, { headers: { cookie: 'cairn-known=..a.b' } }])
    expect((await signIn('simran', elsewhere)).json().error.code).toBe('too_many_tries')
  expect((await signIn('simran', own)).statusCode).toBe(200)
  // and there, too, guesses come to an end
  for (let tries = 0; tries < 8; tries += 1)
    expect((await signIn('simran', { password: `guess ${tries}`, ...own })).statusCode).toBe(401)
  expect((await signIn('simran', own)).json().error.code).toBe('too_many_tries')
})

test('what a device was known by ends with the password: whoever knew that one has no guesses more at the next', async () => {
  const marks = [knownBy(await signIn('mateo')), knownBy(await signIn('mateo'))]
  const cookie = cookieOf(await signIn('mateo'))
  const changed = await school.program.app.inject({
    method: 'PUT',
    url: ChangePassword.path,
    headers: { cookie, 'x-cairn': '1' },
    payload: { current: demoPassword, next: 'a longer secret' },
  })
  expect(changed.statusCode).toBe(200)
  for (let tries = 0; tries < 8; tries += 1)
    expect((await signIn('mateo', { password: `guess ${tries}`, ...marks[0] })).statusCode).toBe(401)
  for (const mark of marks)
    expect((await signIn('mateo', { password: 'guess', ...mark })).json().error.code).toBe('too_many_tries')
})

test('who I am here follows from my ties', async () => {
  const hats = async (key: string) => (await school.as(key).ask(GetMe)).body.hats
  expect(await hats('mika')).toEqual(['learner'])
  expect(await hats('ines')).toEqual(['learner'])
  expect(await hats('okafor')).toEqual(['teacher', 'guardian'])
  expect(await hats('amara')).toEqual(['guardian'])
  expect(await hats('chen')).toEqual(['office'])
  expect((await school.as('theo').ask(GetMe)).body.voice).toBe('early')
  expect((await school.as('mika').ask(GetMe)).body.voice).toBe('middle')
  expect((await school.as('jonas').ask(GetMe)).body.voice).toBe('older')
})

test('a session ends by signing out, and everywhere at once', async () => {
  const [here, there] = [cookieOf(await signIn('jonas')), cookieOf(await signIn('jonas'))]
  await school.program.app.inject({
    method: 'DELETE',
    url: SignOut.path,
    headers: { cookie: here, 'x-cairn': '1' },
  })
  expect((await me(here)).json().error.code).toBe('not_signed_in')
  expect((await me(there)).statusCode).toBe(200)
  await school.program.app.inject({
    method: 'DELETE',
    url: SignOutEverywhere.path,
    headers: { cookie: there, 'x-cairn': '1' },
  })
  expect((await me(there)).json().error.code).toBe('not_signed_in')
})

test('whoever signs in where somebody else still was leaves no session of theirs open', async () => {
  const before = cookieOf(await signIn('theo'))
  const elsewhere = cookieOf(await signIn('theo'))
  // across districts too, and a wrong password ends nothing
  await signIn('ravi', { password: 'guess', headers: { cookie: before } })
  expect((await me(before)).statusCode).toBe(200)
  const after = cookieOf(await signIn('ravi', { headers: { cookie: before } }))
  expect((await me(before)).json().error.code).toBe('not_signed_in')
  expect([(await me(after)).statusCode, (await me(elsewhere)).statusCode]).toEqual([200, 200])
})

test('a session runs out after two weeks without use, and use keeps it alive', async () => {
  const cookie = cookieOf(await signIn('noor'))
  const days = (count: number) => new Date(testMorning.getTime() + count * 24 * 3_600_000)
  school.clock.now = days(13)
  expect((await me(cookie)).statusCode).toBe(200)
  school.clock.now = days(26)
  expect((await me(cookie)).statusCode).toBe(200)
  school.clock.now = days(41)
  expect((await me(cookie)).json().error.code).toBe('not_signed_in')
  school.clock.now = testMorning
})

test('changing the password needs the present one and ends the other sessions', async () => {
  const [mine, stolen] = [cookieOf(await signIn('ravi')), cookieOf(await signIn('ravi'))]
  const change = (current: string, next: string) =>
    school.program.app.inject({
      method: 'PUT',
      url: ChangePassword.path,
      headers: { cookie: mine, 'x-cairn': '1' },
      payload: { current, next },
    })
  expect((await change('guess', 'a longer secret')).json().error.code).toBe('wrong_password')
  expect((await change(demoPassword, 'short')).json().error.code).toBe('invalid')
  expect((await change(demoPassword, 'a longer secret')).statusCode).toBe(200)
  expect((await me(stolen)).statusCode).toBe(401)
  expect((await me(mine)).statusCode).toBe(200)
  expect((await signIn('ravi')).statusCode).toBe(401)
  expect((await signIn('ravi', { password: 'a longer secret' })).statusCode).toBe(200)
})

test('a preference is mine alone and is kept', async () => {
  const preference = { locale: 'fr', appearance: 'dark', voice: 'older' }
  await school.as('mika').ask(KeepPreference, { body: preference })
  expect((await school.as('mika').ask(GetMe)).body).toMatchObject({ preference, voice: 'older' })
  expect((await school.as('noor').ask(GetMe)).body.preference.locale).toBeNull()
})

test('where I am signed in lists my own sessions only', async () => {
  const sessions = await school.as('leila').ask(ListSessions)
  expect(sessions.body.map((one) => one.here)).toEqual([true])
})

test('another site cannot sign anybody in or out: the request must come from our own pages', async () => {
  const codes = await Promise.all(
    [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, { 'x-cairn': '' }].map(
      async (headers) => {
        const answer = await signIn('mika', { headers: headers as unknown as Record<string, string> })
        return answer.json().error.code
      },
    ),
  )
  expect(codes).toEqual(['other_site', 'other_site', 'other_site'])
})

test('a refusal is a sentence in the language of the reader', async () => {
  const answer = await signIn('mika', { password: 'guess', headers: { 'accept-language': 'fr-CA,fr;q=0.9' } })
  expect(answer.json().error.sentence).toMatch(/mot de passe/)
})
