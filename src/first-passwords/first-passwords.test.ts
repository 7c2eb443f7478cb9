import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { apply, bring, type Human, oneRoster, zipOf } from '../../test/support/rostering.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { schoolId } from '../demo/cast-schools.ts'
import { ReadLogbook } from '../logbook/contract.ts'
import { GetMe } from '../people/contract.ts'
import { sql } from '../platform/database.ts'
import { GiveDuty, GiveSignIn } from '../register/contract.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { sayIn } from '../platform/words.ts'
import * as contract from './contract.ts'
import { passwordFor } from './make-password.ts'
import { namesToTry } from './first-password.ts'

let school: School
const at = { schoolId: '', classId: '' }
const people: Human[] = [
  { id: 'T1', role: 'teacher', given: 'Tia', family: 'Moss' },
  { id: 'L1', role: 'student', given: 'Zoé', family: 'Ahn', grades: '06', agents: 'G1' },
  { id: 'L2', role: 'student', given: 'Zoe', family: 'Ahn', grades: '06' },
  { id: 'G1', role: 'parent', given: 'Gwen', family: 'Ahn' },
]
beforeAll(async () => {
  school = await openSchool()
  const year = { people, classes: [{ id: 'C1', title: 'Grade 6', who: ['T1', 'L1', 'L2'] }] }
  const { id } = await bring(school, zipOf(oneRoster(year)))
  await apply(school, id)
  const { districtId } = castMember('singh')
  const found = await asTheSystem(school.program.ground, { reason: 'a test looks', districtId }, ({ db }) =>
    sql<{ id: string; school_id: string }>`select id, school_id from class where name = 'Grade 6'`.execute(
      db,
    ),
  )
  at.classId = found.rows[0]?.id ?? ''
  at.schoolId = found.rows[0]?.school_id ?? ''
})
afterAll(() => school.close())

async function page(url: string, who: string | null | { cookie: string }) {
  const cookie = who === null ? '' : typeof who === 'object' ? who.cookie : await school.as(who).cookie()
  const headers = { cookie, 'accept-language': 'en' }
  return school.program.app.inject({ method: 'GET', url, headers })
}
const strips = (body: string) =>
  [...body.matchAll(/<td class="pin">([^<]+)<\/td><td class="pin">([^<]+)<\/td>/g)].map(([, name, word]) => ({
    username: name ?? '',
    password: word ?? '',
  }))
async function signIn(body: { username: string; password: string }) {
  const answer = await school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1' },
    payload: body,
  })
  const token = answer.cookies.find(({ name }) => name === 'cairn')?.value
  return token === undefined ? undefined : { cookie: `cairn=${token}` }
}
const given = 'typed by the office'
/** Somebody of the cast whose password the office has just typed, signed in with it. */
async function withGiven(key: string): Promise<{ cookie: string }> {
  const body = { password: given, endsSecondFactor: false }
  const answer = await school.as('singh').ask(GiveSignIn, { params: { id: idOf(key) }, body })
  expect([answer.status, answer.text]).toEqual([200, answer.text])
  return (await signIn({ username: castMember(key).username ?? '', password: given }))!
}
async function ask(cookie: { cookie: string }, method: 'GET' | 'PUT', url: string, payload?: object) {
  const headers = { ...cookie, 'x-cairn': '1' }
  return school.program.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
}

test('from a roster to a class that is signed in: staff by the office, learners by their teacher', async () => {
  const { body } = await school.as('singh').ask(contract.CountFirstPasswords)
  const mine = body.find(({ school: one }) => one.id === at.schoolId)
  expect(mine).toMatchObject({ without: 1, waiting: 0, classes: [{ learners: 2, without: 2, waiting: 0 }] })
  const params = { id: at.schoolId }
  expect((await school.as('singh').ask(contract.IssueStaffFirstPasswords, { params })).body).toEqual({
    made: 1,
  })
  expect((await school.as('singh').ask(contract.IssueStaffFirstPasswords, { params })).body).toEqual({
    made: 0,
  })
  const sheet = (await page(`/first-passwords/staff/${at.schoolId}`, 'singh')).body
  // cut apart, a strip still says where to go
  expect(sheet).toMatch(/Tia Moss<br><small>https?:\/\/[^<]+<\/small>/)
  const [tia] = strips(sheet)
  expect(tia?.username).toBe('tia.moss')
  const teacher = await signIn(tia!)
  expect((await ask(teacher!, 'GET', GetMe.path)).json()).toMatchObject({
    name: 'Tia Moss',
    choosesPassword: true,
  })
  expect((await ask(teacher!, 'PUT', '/api/password', { next: 'a stone of my own' })).statusCode).toBe(200)
  // used, it is on no paper any more
  expect(strips((await page(`/first-passwords/staff/${at.schoolId}`, 'singh')).body)).toEqual([])
  expect((await ask(teacher!, 'PUT', `/api/classes/${at.classId}/first-passwords`)).json()).toEqual({
    made: 2,
  })
  const learners = strips((await page(`/first-passwords/class/${at.classId}`, teacher!)).body)
  expect(learners.map(({ username }) => username).toSorted()).toEqual(['zoe.ahn', 'zoe.ahn2'])
  for (const one of learners) expect(await signIn(one)).toBeDefined()
  const listed = (await ask(teacher!, 'GET', `/api/classes/${at.classId}/first-passwords`)).json()
  const inAndMine = { state: 'in', mayRenew: true }
  expect(listed.learners).toMatchObject([inAndMine, inAndMine])
  const forOffice = await school.as('singh').ask(contract.ListFirstPasswords, { params: { id: at.classId } })
  expect(forOffice.body.learners.map(({ mayRenew }) => mayRenew)).toEqual([false, false])

  // forgotten: the teacher makes another, the office does not
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  const passwordId = listed.learners[0].made.id
  const renewal = { params: { id: passwordId }, body: { newPasswordId: newId() } }
  expect((await school.as('singh').ask(contract.RenewFirstPassword, renewal)).code).toBe('not_found')
  const renewed = await ask(teacher!, 'PUT', `/api/first-passwords/${passwordId}/renewal`, renewal.body)
  expect(renewed.statusCode).toBe(200)
  expect(
    (await ask(teacher!, 'PUT', `/api/first-passwords/${passwordId}/renewal`, renewal.body)).statusCode,
  ).toBe(200)
  const [again, ...more] = strips((await page(`/first-passwords/class/${at.classId}`, teacher!)).body)
  expect(more).toEqual([])
  expect(
    await signIn({ ...again!, password: learners.find((one) => one.username === again!.username)!.password }),
  ).toBeUndefined()
  expect(await signIn(again!)).toBeDefined()
  // whoever was in is printed for nobody who does not teach them
  expect(strips((await page(`/first-passwords/class/${at.classId}`, 'singh')).body)).toEqual([])
})

test('before anything else comes a password of one’s own: for staff and from grade 4 on, where the school wants it', async () => {
  const [mira, kit] = [await withGiven('noor'), await withGiven('theo')]
  expect((await ask(kit, 'GET', '/api/classes')).statusCode).toBe(200)
  const closed = async (method: 'GET' | 'PUT', url: string, payload?: object) =>
    (await ask(mira, method, url, payload)).json().error?.code
  for (const url of ['/api/classes', `/api/learners/${idOf('noor')}/pieces`, '/api/sessions'])
    expect(await closed('GET', url)).toBe('password_first')
  expect((await page('/children', mira)).statusCode).toBe(403)
  expect((await ask(mira, 'GET', '/api/device-key')).statusCode).toBe(200)
  expect(await closed('PUT', '/api/password', { next: given })).toBe('invalid')
  expect(await closed('PUT', '/api/password', { next: 'short' })).toBe('invalid')
  expect((await ask(mira, 'PUT', '/api/password', { next: 'a stone of my own' })).statusCode).toBe(200)
  expect((await ask(mira, 'GET', '/api/classes')).statusCode).toBe(200)
  // once in, nobody changes it without knowing it, and the next sign-in asks for nothing
  expect(await closed('PUT', '/api/password', { next: 'another of my own' })).toBe('wrong_password')
  const { username = '' } = castMember('noor')
  const again = await signIn({ username, password: 'a stone of my own' })
  expect((await ask(again!, 'GET', GetMe.path)).json().choosesPassword).toBe(false)
})

test('a school says who chooses; it is a line of the logbook, and nobody else’s to say', async () => {
  const params = { id: schoolId('cedar-hill') }
  const rule = async (key: string, who: string) =>
    (await school.as(key).ask(contract.SetOwnPasswordRule, { params, body: { who } })).code ?? 'set'
  for (const key of ['rivera', 'mika', 'amara', 'marsh']) expect(await rule(key, 'nobody')).toBe('not_found')
  expect(await rule('chen', 'nobody')).toBe('set')
  expect((await ask(await withGiven('zofia'), 'GET', '/api/classes')).statusCode).toBe(200)
  expect(await rule('chen', 'everybody')).toBe('set')
  expect((await ask(await withGiven('simran'), 'GET', '/api/classes')).json().error.code).toBe(
    'password_first',
  )
  expect(await rule('chen', 'staff')).toBe('set')
  expect((await ask(await withGiven('yusuf'), 'GET', '/api/classes')).statusCode).toBe(200)
  const told = (await school.as('chen').ask(contract.CountFirstPasswords)).body
  expect(told.find((one) => one.school.id === params.id)?.ownPasswords).toBe('staff')
  const { lines } = (await school.as('singh').ask(ReadLogbook, { query: { act: 'passwords.ruled' } })).body
  expect(lines.map(({ said }) => said['who']).toSorted()).toEqual(['everybody', 'nobody', 'staff'])
})

test('nobody gets a first password who has a way in already, and nobody else makes or prints one', async () => {
  const params = { id: classOf('division-3') }
  for (const key of ['rivera', 'chen', 'singh'])
    expect([key, (await school.as(key).ask(contract.IssueFirstPasswords, { params })).body]).toEqual([
      key,
      { made: 0 },
    ])
  for (const key of ['okafor', 'mika', 'amara', 'marsh', null]) {
    const expected = key === null ? 'not_signed_in' : 'not_found'
    expect((await school.as(key).ask(contract.ListFirstPasswords, { params })).code).toBe(expected)
    expect((await school.as(key).ask(contract.IssueFirstPasswords, { params })).code).toBe(expected)
    const { statusCode } = await page(`/first-passwords/class/${params.id}`, key)
    expect([key, statusCode]).toEqual([key, key === null ? 401 : 404])
  }
  const there = { params: { id: at.schoolId } }
  for (const key of ['rivera', 'chen', 'mika'])
    expect((await school.as(key).ask(contract.IssueStaffFirstPasswords, there)).code).toBe('not_found')
  expect((await page(`/first-passwords/staff/${at.schoolId}`, 'chen')).statusCode).toBe(404)
  expect((await school.as('rivera').ask(contract.CountFirstPasswords)).body).toEqual([])
})

test('no paper of a school opens what somebody answers for elsewhere', async () => {
  const { districtId } = castMember('singh')
  const [person, tie] = [newId(), newId()]
  await asTheSystem(school.program.ground, { reason: 'a test', districtId }, async ({ db }) => {
    await sql`insert into person (id, district_id, given_name, family_name, created_at)
      values (${person}, ${districtId}, 'Odile', 'Reyes', now())`.execute(db)
    await sql`insert into enrollment (id, district_id, class_id, person_id, role, opened_on)
      values (${tie}, ${districtId}, ${at.classId}, ${person}, 'teacher', '2026-01-01')`.execute(db)
    await sql`insert into duty (id, district_id, person_id, school_id, kind, opened_on)
      values (${newId()}, ${districtId}, ${person}, ${schoolId('riverbend')}, 'principal', '2026-01-01')`.execute(
      db,
    )
  })
  const body = { personId: idOf('okafor'), kind: 'principal', schoolId: at.schoolId }
  expect((await school.as('singh').ask(GiveDuty, { params: { id: newId() }, body })).status).toBe(200)
  const issue = async (key: string) =>
    (await school.as(key).ask(contract.IssueStaffFirstPasswords, { params: { id: at.schoolId } })).body
  expect(await issue('okafor')).toEqual({ made: 0 })
  expect(await issue('singh')).toEqual({ made: 1 })
  const printed = async (key: string) =>
    strips((await page(`/first-passwords/staff/${at.schoolId}`, key)).body).map(({ username }) => username)
  expect([await printed('okafor'), await printed('singh')]).toEqual([[], ['odile.reyes']])
})

test('a name to sign in with is the roster’s, else the person’s; passwords hold no letter that looks like another', () => {
  expect(namesToTry({ given: 'Zoé', family: 'O’Neil-Ahn', said: ' Zoe.A ' }).slice(0, 3)).toEqual([
    'zoe.a',
    'zoe.oneilahn',
    'zoe.oneilahn2',
  ])
  expect(namesToTry({ given: '李', family: '', said: 'a b' })[0]).toBe('learner')
  expect(passwordFor('a', newId())).toMatch(/^[a-hjkmnp-z]{3}[2-9]{2}-[a-hjkmnp-z]{3}[2-9]{2}$/)
  const id = newId()
  expect(passwordFor('a', id)).not.toBe(passwordFor('b', id))
})

test('one first password that waits is said as one', () => {
  const counts = { learners: 2, without: 0, waiting: 1 }
  expect(sayIn('en', 'first-passwords.class-counts', counts)).toMatch(/· 1 first password waiting$/)
  expect(sayIn('fr', 'first-passwords.class-counts', counts)).toMatch(/· 1 premier mot de passe en attente$/)
})
