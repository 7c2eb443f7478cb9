import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { bytesOfBase32 } from '../../test/support/second-steps.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { demoPassword } from '../demo/cast-rows.ts'
import { digitsOf, inBase32, stepAt, stepOf } from './check-totp.ts'
import { BeginSecondFactor, ConfirmSecondFactor, EndSecondFactor, GetSecondFactor } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const later = (seconds: number) => {
  school.clock.now = new Date(school.clock.now.getTime() + seconds * 1000)
}
async function signIn(key: string, code?: string, password = demoPassword): Promise<string> {
  const { username } = castMember(key)
  const payload = { username, password, ...(code === undefined ? {} : { code }) }
  const answer = await school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1' },
    payload,
  })
  return answer.statusCode === 200 ? 'in' : answer.json().error.code
}
async function enroll(key: string) {
  const params = { id: newId() }
  const begun = await school.as(key).ask(BeginSecondFactor, { params, body: { password: demoPassword } })
  const secret = bytesOfBase32(begun.body.secret)
  const digits = () => digitsOf(secret, stepAt(school.clock.now))
  const confirmed = await school.as(key).ask(ConfirmSecondFactor, { params, body: { code: digits() } })
  return { params, secret, digits, codes: confirmed.body.recoveryCodes }
}

test('the digits are those of RFC 6238', () => {
  const secret = Buffer.from('12345678901234567890')
  for (const [seconds, digits] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ] as const)
    expect(digitsOf(secret, stepAt(new Date(seconds * 1000)))).toBe(digits)
  expect(inBase32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(stepOf(secret, ' 287 082 ', new Date(89_000))).toBe(1)
  expect(stepOf(secret, '287082', new Date(90_000 + 30_000))).toBeUndefined()
})

test('once it is confirmed the password alone opens nothing, and digits count once', async () => {
  const { digits } = await enroll('rivera')
  expect(await signIn('rivera')).toBe('code_needed')
  // a wrong password is told before anything about digits
  expect(await signIn('rivera', undefined, 'guess')).toBe('wrong_sign_in')
  // those that confirmed it were used
  expect(await signIn('rivera', digits())).toBe('wrong_code')
  later(30)
  expect(await signIn('rivera', digits())).toBe('in')
  expect(await signIn('rivera', digits())).toBe('wrong_code')
  later(30)
  const both = await Promise.all([signIn('rivera', digits()), signIn('rivera', digits())])
  expect(both.toSorted()).toEqual(['in', 'wrong_code'])
})

test('until its first digits are typed back it does not count', async () => {
  const params = { id: newId() }
  await school.as('okafor').ask(BeginSecondFactor, { params, body: { password: demoPassword } })
  expect(await signIn('okafor')).toBe('in')
  expect(
    (await school.as('okafor').ask(ConfirmSecondFactor, { params, body: { code: '000000' } })).code,
  ).toBe('wrong_code')
  expect(
    (await school.as('rivera').ask(ConfirmSecondFactor, { params, body: { code: '000000' } })).code,
  ).toBe('not_found')
  expect(
    (
      await school
        .as('okafor')
        .ask(BeginSecondFactor, { params: { id: newId() }, body: { password: 'guess' } })
    ).code,
  ).toBe('wrong_password')
})

test('a recovery code opens once, however it is typed', async () => {
  const { codes } = await enroll('halvorsen')
  expect(new Set(codes).size).toBe(10)
  const [first = '', second = ''] = codes
  expect(await signIn('halvorsen', `${first.slice(0, 4)}-${first.slice(4)}`.toLowerCase())).toBe('in')
  expect(await signIn('halvorsen', first)).toBe('wrong_code')
  expect(await signIn('halvorsen', second)).toBe('in')
  expect((await school.as('halvorsen').ask(GetSecondFactor)).body).toMatchObject({
    needed: true,
    recoveryCodes: 8,
  })
})

test('digits that are guessed rest for ten minutes', async () => {
  const { digits } = await enroll('dubois')
  later(30)
  for (let tries = 0; tries < 5; tries += 1) expect(await signIn('dubois', '000000')).toBe('wrong_code')
  expect(await signIn('dubois', digits())).toBe('too_many_tries')
  later(11 * 60)
  expect(await signIn('dubois', digits())).toBe('in')
})

test('it ends by the password and digits, and then the password opens by itself', async () => {
  const { digits, codes } = await enroll('singh')
  expect((await school.as('singh').ask(EndSecondFactor, { body: { password: 'guess' } })).code).toBe(
    'wrong_password',
  )
  expect(await signIn('singh')).toBe('code_needed')
  const end = async (code?: string) => {
    const body = { password: demoPassword, ...(code === undefined ? {} : { code }) }
    const { status, code: refusal } = await school.as('singh').ask(EndSecondFactor, { body })
    return refusal ?? status
  }
  // a page that was left open, and a password that was seen, end nothing
  expect(await end()).toBe('code_needed')
  expect(await end('000000')).toBe('wrong_code')
  expect(await signIn('singh')).toBe('code_needed')
  later(30)
  expect(await end(digits())).toBe(200)
  expect(await signIn('singh')).toBe('in')
  expect(codes).toHaveLength(10)
  const second = await enroll('singh')
  expect(await end(codes[0])).toBe('wrong_code')
  expect(await end(second.codes[0])).toBe(200)
})

test('recovery codes whose answer was lost are told again to the same digits, and only for a moment', async () => {
  const { params, digits, codes } = await enroll('doyle')
  const again = async (code: string, key = 'doyle') => {
    const answer = await school.as(key).ask(ConfirmSecondFactor, { params, body: { code } })
    return answer.code ?? answer.body.recoveryCodes
  }
  const used = digits()
  expect(await again(used)).toEqual(codes)
  expect(await again('000000')).toBe('not_found')
  expect(await again(used, 'okafor')).toBe('not_found')
  later(60)
  expect(await again(used)).toBe('not_found')
  expect(await again(digits())).toBe('not_found')
})
