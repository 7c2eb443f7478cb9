import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { idOf, openSchool, type School, type Visitor } from '../../test/support/school.ts'
import { bytesOfBase32 } from '../../test/support/second-steps.ts'
import { demoPassword } from '../demo/cast-rows.ts'
import { digitsOf, stepAt } from '../people/check-totp.ts'
import { BeginSecondFactor, ConfirmSecondFactor, GetMe, GetSecondFactor } from '../people/contract.ts'
import * as contract from './contract.ts'

let school: School
/** signed in before anything was demanded, and stays so while others sign in anew */
let office: Visitor
beforeAll(async () => {
  school = await openSchool()
  office = school.as('singh')
})
const as = (key: string) => (key === 'singh' ? office : school.as(key))
afterAll(() => school.close())

async function signIn(key: string, code?: string): Promise<string> {
  const answer = await school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1', 'accept-language': 'en' },
    payload: {
      username: castMember(key).username,
      password: demoPassword,
      ...(code === undefined ? {} : { code }),
    },
  })
  return answer.statusCode === 200 ? 'in' : answer.json().error.code
}
async function enroll(key: string) {
  const params = { id: newId() }
  const begun = await as(key).ask(BeginSecondFactor, { params, body: { password: demoPassword } })
  const digits = () => digitsOf(bytesOfBase32(begun.body.secret), stepAt(school.clock.now))
  const { status } = await as(key).ask(ConfirmSecondFactor, { params, body: { code: digits() } })
  expect(status).toBe(200)
  return digits
}
const dayIn = (days: number) =>
  new Date(school.clock.now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const demandFrom = (fromOn: string, key = 'singh', id = newId()) =>
  as(key).ask(contract.DemandSecondStep, { params: { id }, body: { fromOn } })
const help = (key: string, whom: string, id = newId()) =>
  as(key).ask(contract.HelpWithSecondStep, { params: { id }, body: { personId: idOf(whom) } })

test('only the district’s office demands, sees who has one, and helps', async () => {
  for (const key of ['rivera', 'chen', 'halvorsen', 'mika', 'amara', 'marsh', 'doyle']) {
    expect([key, (await as(key).ask(contract.ListSecondSteps)).code]).toEqual([key, 'not_found'])
    expect([key, (await demandFrom(dayIn(7), key)).code]).toEqual([key, 'not_found'])
    expect([key, (await help(key, 'rivera')).code]).toEqual([key, 'not_found'])
  }
  expect((await help('singh', 'doyle')).code).toBe('not_found')
  expect((await help('singh', 'singh')).code).toBe('not_allowed')
  // no day that is over, none that nobody will remember
  expect((await demandFrom(dayIn(-2))).code).toBe('not_found')
  expect((await demandFrom(dayIn(400))).code).toBe('not_found')
  const { staff } = (await office.ask(contract.ListSecondSteps)).body
  const ids = staff.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([idOf('rivera'), idOf('singh'), idOf('okafor')]))
  for (const other of ['mika', 'amara', 'doyle']) expect(ids).not.toContain(idOf(other))
})

test('until the day staff set it up; from the day on a password alone lets none of them in, and all others', async () => {
  const id = newId()
  expect((await demandFrom(dayIn(7), 'singh', id)).status).toBe(200)
  expect((await demandFrom(dayIn(7), 'singh', id)).status).toBe(200)
  expect((await school.as('rivera').ask(GetSecondFactor)).body.askedFrom).toBe(dayIn(7))
  expect((await school.as('mika').ask(GetSecondFactor)).body.askedFrom).toBeNull()
  expect(await signIn('halvorsen')).toBe('in')
  const digits = await enroll('singh')
  expect((await office.ask(GetSecondFactor)).body.askedFrom).toBeNull()
  const before = await school.as('rivera').cookie()
  school.clock.now = new Date(school.clock.now.getTime() + 7 * 86_400_000)
  // who was signed in is out too, and comes in no more
  const me = await school.program.app.inject({ method: 'GET', url: GetMe.path, headers: { cookie: before } })
  expect(me.statusCode).toBe(401)
  expect([await signIn('rivera'), await signIn('chen')]).toEqual([
    'second_step_overdue',
    'second_step_overdue',
  ])
  expect([await signIn('mika'), await signIn('amara'), await signIn('doyle')]).toEqual(['in', 'in', 'in'])
  expect(await signIn('singh', digits())).toBe('in')
})

test('the office lets in who has none yet, for three days, and it is kept who did', async () => {
  expect((await help('singh', 'rivera')).status).toBe(200)
  expect(await signIn('rivera')).toBe('in')
  const { helped } = (await office.ask(contract.ListSecondSteps)).body
  const [latest] = helped
  expect(helped).toHaveLength(1)
  expect([latest?.name, latest?.givenBy]).toEqual([
    expect.stringContaining('Rivera'),
    expect.stringContaining('Singh'),
  ])
  school.clock.now = new Date(school.clock.now.getTime() + 3 * 86_400_000 + 1000)
  expect(await signIn('rivera')).toBe('second_step_overdue')
})

test('whoever lost theirs is helped once: theirs ends, they are signed out, and set up another', async () => {
  await help('singh', 'okafor')
  school.later(0)
  await enroll('okafor')
  const cookie = await school.as('okafor').cookie()
  expect(await signIn('okafor')).toBe('code_needed')
  const id = newId()
  expect((await help('singh', 'okafor', id)).status).toBe(200)
  const me = await school.program.app.inject({ method: 'GET', url: GetMe.path, headers: { cookie } })
  expect(me.statusCode).toBe(401)
  school.later(0)
  await enroll('okafor')
  // the same help sent again takes off nothing that was set up since
  expect((await help('singh', 'okafor', id)).status).toBe(200)
  expect(await signIn('okafor')).toBe('code_needed')
})

test('once the demand ends a password is enough again, and whoever has a second step keeps it', async () => {
  const { demand } = (await office.ask(contract.ListSecondSteps)).body
  const end = (key: string) => as(key).ask(contract.EndSecondStepDemand, { params: { id: demand?.id } })
  expect((await end('mika')).code).toBe('not_found')
  expect(await signIn('chen')).toBe('second_step_overdue')
  expect((await end('singh')).status).toBe(200)
  expect([await signIn('chen'), await signIn('okafor')]).toEqual(['in', 'code_needed'])
})
