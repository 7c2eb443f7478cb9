import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../entry/modules.ts'
import { castMember } from '../../test/support/cast.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { ChangePassword, GetMe, SignIn } from '../people/contract.ts'
import { rosterCommands } from './roster-commands.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const run = async (command: string, given: Record<string, string>) =>
  (await rosterCommands[command]?.run(school.program.ground, given)) as { username: string; password: string }

const ask = (cookie: string, method: string, url: string, payload?: object) =>
  school.program.app.inject({
    method,
    url,
    headers: { cookie, 'x-cairn': '1' },
    ...(payload ? { payload } : {}),
  } as InjectOptions)

async function signIn(keys: { username: string; password: string }): Promise<string> {
  const { username, password } = keys
  const answer = await ask('', SignIn.method, SignIn.path, { username, password })
  return `cairn=${answer.cookies.find(({ name }) => name === 'cairn')?.value ?? ''}`
}

const chooses = async (cookie: string) => (await ask(cookie, 'GET', GetMe.path)).json().choosesPassword

test('whoever gets a password from the command line chooses another before anything else opens', async () => {
  const zone = {
    name: 'North',
    'time-zone': 'America/Vancouver',
    given: 'Una',
    family: 'Ray',
    username: 'una.ray',
  }
  const una = await run('add-district', zone)
  const cookie = await signIn(una)
  expect(await chooses(cookie)).toBe(true)
  const open = new Set<string>()
  for (const { endpoint } of routes) {
    if (endpoint.signedIn === false || endpoint.method !== 'GET') continue
    const url = endpoint.path.replaceAll(/:\w+/g, idOf('mika'))
    const answer = await ask(cookie, 'GET', url)
    // what is asked wrongly is refused before anybody is looked at
    if (!['password_first', 'invalid'].includes(answer.json().error?.code)) open.add(endpoint.name)
  }
  expect([...open].toSorted()).toEqual(['GetDeviceKey', 'GetMe'])
  expect((await ask(cookie, 'PUT', ChangePassword.path, { next: 'three stones up' })).statusCode).toBe(200)
  expect(await chooses(cookie)).toBe(false)
})

test('so do families and support, and whoever forgot theirs', async () => {
  const person = { given: 'Pia', family: 'Lund' }
  const { districtId: district } = castMember('mika')
  const ties = { role: 'guardian', learner: idOf('mika'), relationship: 'aunt' }
  const one = await run('add-person', {
    ...person,
    ...ties,
    username: 'pia.lund',
    district,
  })
  const two = await run('add-support', {
    ...person,
    host: 'Cedar',
    username: 'pia.host',
    district,
  })
  const three = await run('reset-password', { username: castMember('rivera').username ?? '' })
  for (const keys of [one, two, three]) expect(await chooses(await signIn(keys))).toBe(true)
})

test('who has not chosen is out after thirty minutes, however often the page asks; who has, stays', async () => {
  const keys = await run('reset-password', { username: castMember('okafor').username ?? '' })
  const [idle, chosen] = [await signIn(keys), await signIn(keys)]
  const later = (minutes: number) => {
    school.clock.now = new Date(school.clock.now.getTime() + minutes * 60_000)
  }
  later(20)
  expect(await chooses(idle)).toBe(true)
  later(9)
  expect(await chooses(idle)).toBe(true)
  expect(await chooses(chosen)).toBe(true)
  expect((await ask(chosen, 'PUT', ChangePassword.path, { next: 'the slate of okafor' })).statusCode).toBe(
    200,
  )
  later(2)
  expect((await ask(idle, 'GET', GetMe.path)).statusCode).toBe(401)
  expect(await chooses(chosen)).toBe(false)
  later(24 * 60)
  expect(await chooses(chosen)).toBe(false)
})

test('a name opens however its accents and capitals are typed, and whatever was pasted around it', async () => {
  const { districtId: district } = castMember('mika')
  const named = {
    given: 'Zoé',
    username: 'zoé.ahn',
    role: 'guardian',
    learner: idOf('mika'),
    relationship: 'aunt',
  }
  const { password } = await run('add-person', { ...named, district })
  for (const username of ['zoé.ahn', 'ZOÉ.AHN', ' zoe\u0301.ahn\n', 'ZOE\u0301.Ahn'])
    expect([username, await chooses(await signIn({ username, password }))]).toEqual([username, true])
})
