import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { ChangePassword, GetMe } from '../../src/people/contract.ts'
import * as work from '../../src/work/contract.ts'
import { castMember } from '../support/cast.ts'
import { addPiece } from '../support/making.ts'
import { openSchool, type School } from '../support/school.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const signIn = (username: unknown, password: unknown, headers: Record<string, string> = {}, at = school) =>
  at.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1', ...headers },
    payload: { username, password } as object,
  })
const codeOf = (answer: { json: () => { error?: { code: string } } }) => answer.json().error?.code

test('guesses sent all at once do not slip past the rest after eight', async () => {
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, place) => signIn('zofia', `guess ${place}`)),
  )
  expect(answers.filter((answer) => answer.statusCode === 401).length).toBeLessThanOrEqual(9)
})

test('a name is one name to the count of wrong passwords, however it is typed', async () => {
  for (let tries = 0; tries < 8; tries += 1)
    await signIn([' otto', 'OTTO', 'Otto ', '\tottO'][tries % 4], 'guess')
  expect(codeOf(await signIn('otto', demoPassword))).toBe('too_many_tries')
})

test('a known and an unknown name take about as long', async () => {
  // one that was kept as Cairn keeps them
  const next = 'a longer secret'
  await school.as('emre').ask(ChangePassword, { body: { current: demoPassword, next } })
  const spans = { known: [] as number[], unknown: [] as number[] }
  for (let times = 0; times < 7; times += 1) {
    for (const kind of ['known', 'unknown'] as const) {
      const began = performance.now()
      await signIn(kind === 'known' ? 'emre' : `nobody-${times}`, 'guess')
      spans[kind].push(performance.now() - began)
    }
  }
  // a busy machine makes some of them longer, never shorter
  const ratio = Math.min(...spans.unknown) / Math.min(...spans.known)
  expect([ratio > 0.5, ratio < 2]).toEqual([true, true])
})

test('the password of a session left open cannot be guessed without end', async () => {
  const codes: unknown[] = []
  for (let tries = 0; tries < 12; tries += 1) {
    codes.push(
      (
        await school
          .as('kai')
          .ask(ChangePassword, { body: { current: `guess ${tries}`, next: 'a longer secret' } })
      ).code,
    )
  }
  expect(codes).toContain('too_many_tries')
})

test('names and passwords of any shape are refused in the ordinary way', async () => {
  const odd = [
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'İ',
    'x'.repeat(201),
    "' or 1=1 --",
    '%',
    '__proto__',
    null,
    3,
    {},
    [],
    true,
  ]
  for (const one of odd) {
    for (const [name, password] of [
      [one, 'guess'],
      ['tasi', one],
    ]) {
      const answer = await signIn(name, password)
      expect([one, [400, 401, 429].includes(answer.statusCode)]).toEqual([one, true])
      expect(answer.cookies).toEqual([])
    }
  }
})

test('cookies of any shape are nobody', async () => {
  for (const value of [
    '',
    'x',
    '%00',
    '%',
    '"',
    'a'.repeat(7000),
    encodeURIComponent('🦋'),
    "' or 1=1 --",
    'null',
    '../../x',
  ]) {
    const answer = await school.program.app.inject({
      method: 'GET',
      url: '/api/me',
      headers: { cookie: `cairn=${value}` },
    })
    expect([value, codeOf(answer)]).toEqual([value, 'not_signed_in'])
  }
})

test('whoever signs out, or whose account is gone, is nobody from then on, wherever they ask', async () => {
  const [first, second] = [await signIn('jude', demoPassword), await signIn('saoirse', demoPassword)]
  const cookieOf = (answer: typeof first) => `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`
  const [gone, ended] = [cookieOf(first), cookieOf(second)]
  await school.program.app.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { cookie: ended, 'x-cairn': '1' },
  })
  await asTheSystem(
    school.program.ground,
    { reason: 'a test ends an account', districtId: castMember('jude').districtId },
    ({ db }) => db.deleteFrom('account').where('person_id', '=', castMember('jude').id).execute(),
  )
  for (const cookie of [gone, ended]) {
    for (const url of [
      GetMe.path,
      work.ListDeletions.path,
      `/media/${castMember('jude').id}/small?until=1&key=00`,
      '/api/uploads',
    ]) {
      const answer = await school.program.app.inject({ method: 'GET', url, headers: { cookie } })
      expect([url, [401, 404].includes(answer.statusCode)]).toEqual([url, true])
    }
  }
})

test('absent and invisible are answered alike, word for word', async () => {
  const piece = await addPiece(school, 'mika')
  const absent = '01a20bdf-789f-7631-b16b-d4847aef20a1'
  for (const key of ['noor', 'rivera', 'amara', 'chen', 'ravi']) {
    const said = async (id: string) => {
      const answer = await school.as(key).ask(work.GetPiece, { params: { id } })
      return [answer.status, answer.text.replace(/"request":"[^"]+"/, '')]
    }
    expect(await said(piece.id)).toEqual(await said(absent))
  }
})
