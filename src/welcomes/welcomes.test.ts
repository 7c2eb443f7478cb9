import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { type MailServer, openMailServer } from '../../test/support/mail-server.ts'
import { addPiece } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { comeIn, linkFor, sayPin, withoutPassword } from '../../test/support/welcoming.ts'
import { NoteContact } from '../mail/contract.ts'
import { openSmtpSender } from '../mail/open-smtp.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as contract from './contract.ts'
import { pathTo, pinFor, welcomeBehind } from './hand-link.ts'
import { mostWrongPins, welcomeDays } from './welcome.ts'

let post: MailServer
let school: School
beforeAll(async () => {
  post = await openMailServer()
  school = await openSchool({ works: true, senders: { mail: openSmtpSender(post.url, 'a@birch.example') } })
  await withoutPassword(school, ['leila', 'olena', 'karim'])
})
afterAll(async () => {
  await school.close()
  await post.close()
})

const here = { params: { id: classOf('division-3') } }
const make = (key: string, guardian: string, more: object = {}, id = newId()) =>
  school
    .as(key)
    .ask(contract.MakeWelcomes, {
      ...here,
      body: { welcomes: [{ id, guardianId: idOf(guardian) }], ...more },
    })
    .then((answer) => ({ id, answer }))
const stateOf = async (guardian: string) => {
  const { body } = await school.as('rivera').ask(contract.ListFamilies, here)
  return body.guardians.find((one) => one.id === idOf(guardian))?.welcome?.state
}
const visit = (url: string, cookie = '') =>
  school.program.app.inject({ method: 'GET', url, headers: { cookie, 'accept-language': 'en' } })
const childrenFor = async (cookie: string) => {
  const answer = await school.program.app.inject({ method: 'GET', url: '/api/children', headers: { cookie } })
  return answer.statusCode === 200
    ? (answer.json() as { id: string; pieces: { id: string }[] }[])
    : answer.statusCode
}

test('the office and the class’s teachers make one; nobody else does, and no link opens a teacher’s account', async () => {
  for (const key of ['rivera', 'dubois', 'singh', 'chen'])
    expect([key, (await make(key, 'rosa')).answer.status]).toEqual([key, 200])
  for (const key of ['halvorsen', 'okafor', 'amara', 'mika', 'marsh', 'tomas'])
    expect([key, (await make(key, 'rosa')).answer.code]).toEqual([key, 'not_found'])
  expect((await make('rivera', 'amara')).answer.code).toBe('not_allowed')
  expect((await make('rivera', 'claire')).answer.code).toBe('not_found')
  await withoutPassword(school, ['okafor'])
  const studio = { params: { id: classOf('morning') } }
  const body = { welcomes: [{ id: newId(), guardianId: idOf('okafor') }] }
  expect((await school.as('halvorsen').ask(contract.MakeWelcomes, { ...studio, body })).code).toBe(
    'not_allowed',
  )
})

test('two who invite the same guardian at once are both served, and one link stands', async () => {
  const made = await Promise.all(['rivera', 'singh', 'dubois'].map((key) => make(key, 'rosa')))
  expect(made.map(({ answer }) => answer.status)).toEqual([200, 200, 200])
  expect(await stateOf('rosa')).toBe('waiting')
})

test('looking at the link uses nothing up and tells first names only; the PIN opens exactly their children', async () => {
  const path = await linkFor(school, 'rivera', 'rosa')
  for (let looks = 0; looks < 30; looks += 1) expect((await visit(path.url)).statusCode).toBe(200)
  const door = await visit(path.url)
  expect(door.body).toContain('For the family of Mateo')
  expect(door.body).not.toMatch(/Quispe|Rosa|Division/)
  expect(door.headers['x-robots-tag']).toContain('noindex')
  expect(await stateOf('rosa')).toBe('waiting')
  const shared = await addPiece(school, 'mateo', ['family'])
  await addPiece(school, 'mateo', ['teachers'])
  await addPiece(school, 'noor', ['family'])
  const cookie = await comeIn(school, path)
  const children = await childrenFor(cookie)
  expect(children).toMatchObject([{ id: idOf('mateo') }, { id: idOf('ruben') }])
  expect((children as { pieces: { id: string }[] }[])[0]?.pieces.map(({ id }) => id)).toEqual([shared.id])
  expect(await stateOf('rosa')).toBe('opened')
  expect((await visit(path.url, cookie)).headers['location']).toBe('/children')
})

test('whoever comes in by link where somebody else still was leaves no open session of theirs behind', async () => {
  const before = await school.as('okafor').cookie()
  const link = await linkFor(school, 'rivera', 'rosa')
  expect((await sayPin(school, link.url, '000000', { cookie: before })).statusCode).toBe(403)
  expect(await childrenFor(before)).not.toBe(401)
  expect((await sayPin(school, link.url, link.pin, { cookie: before })).statusCode).toBe(303)
  expect(await childrenFor(before)).toBe(401)
})

test('a wrong PIN is said kindly; after ten the link rests, also for the right one, until the school renews it', async () => {
  const path = await linkFor(school, 'rivera', 'leila')
  const wrong = path.pin === '000000' ? '000001' : '000000'
  expect((await sayPin(school, path.url, wrong)).statusCode).toBe(403)
  for (let tries = 1; tries < mostWrongPins; tries += 1) await sayPin(school, path.url, wrong)
  const rests = await sayPin(school, path.url, path.pin)
  expect([rests.statusCode, rests.cookies]).toEqual([429, []])
  expect(await stateOf('leila')).toBe('resting')
  const renewed = await linkFor(school, 'singh', 'leila')
  expect(renewed.url).not.toBe(path.url)
  expect((await visit(path.url)).statusCode).toBe(404)
  expect(await childrenFor(await comeIn(school, renewed))).toMatchObject([
    { id: idOf('noor') },
    { id: idOf('yusuf') },
  ])
})

test('5,000 guesses at once open nothing', async () => {
  const path = await linkFor(school, 'rivera', 'olena')
  const guesses = Array.from({ length: 5_000 }, (_, at) => String((Number(path.pin) + 1 + at) % 1_000_000))
  const codes = new Map<number, number>()
  for (let at = 0; at < guesses.length; at += 50) {
    const some = guesses.slice(at, at + 50).map((guess) => sayPin(school, path.url, guess.padStart(6, '0')))
    for (const { statusCode } of await Promise.all(some))
      codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1)
  }
  expect(codes.get(303)).toBeUndefined()
  expect(codes.get(403)).toBe(mostWrongPins)
  expect((await sayPin(school, path.url, path.pin)).statusCode).toBe(429)
}, 60_000)

test('a guessed, cut or changed link opens nothing and names nobody', async () => {
  const path = await linkFor(school, 'rivera', 'karim')
  const secret = 'a secret for tests'
  const id = welcomeBehind(secret, path.url.split('/').at(-1) ?? '')
  expect(id && pinFor(secret, id)).toBe(path.pin)
  for (const url of [
    path.url.slice(0, -1),
    `${path.url.slice(0, -2)}AA`,
    pathTo('another secret', id ?? ''),
    pathTo(secret, newId()),
    '/welcome/x',
  ]) {
    const answer = await visit(url)
    expect([url, answer.statusCode]).toEqual([url, 404])
    expect(answer.body).not.toContain('Noor')
    expect((await sayPin(school, url, path.pin)).statusCode).toBe(404)
  }
  const elsewhere = await sayPin(school, path.url, path.pin, { 'sec-fetch-site': 'cross-site' })
  expect(elsewhere.statusCode).toBe(403)
})

test('a lapsed link says so and is renewed in one step; taken back it ends what came in by it', async () => {
  const path = await linkFor(school, 'rivera', 'karim')
  school.later(welcomeDays)
  expect((await visit(path.url)).statusCode).toBe(410)
  expect((await sayPin(school, path.url, path.pin)).statusCode).toBe(410)
  expect(await stateOf('karim')).toBe('lapsed')
  school.later(-welcomeDays)
  const renewed = await linkFor(school, 'rivera', 'karim')
  const cookie = await comeIn(school, renewed)
  const withdraw = (key: string) =>
    school.as(key).ask(contract.WithdrawWelcome, { params: { id: renewed.id } })
  expect((await withdraw('halvorsen')).code).toBe('not_found')
  expect((await withdraw('amara')).code).toBe('not_found')
  expect((await withdraw('rivera')).status).toBe(200)
  expect(await childrenFor(cookie)).toBe(401)
  expect((await visit(renewed.url)).statusCode).toBe(404)
})

test('when the tie ends the session shows that child no more, at once; without a child the link is closed', async () => {
  const path = await linkFor(school, 'rivera', 'karim')
  const cookie = await comeIn(school, path)
  const { districtId } = castMember('karim')
  const end = (learner: string) =>
    asTheSystem(school.program.ground, { reason: 'test', districtId }, ({ db }) =>
      sql`update guardianship set closed_on = cairn_today() where guardian_id = ${idOf('karim')} and learner_id = ${idOf(learner)}`.execute(
        db,
      ),
    )
  expect(await childrenFor(cookie)).toHaveLength(2)
  await end('noor')
  expect(await childrenFor(cookie)).toMatchObject([{ id: idOf('yusuf') }])
  await end('yusuf')
  expect(await childrenFor(cookie)).toEqual([])
  expect((await visit(path.url)).statusCode).toBe(404)
})

test('whoever becomes more than a guardian is let in by the link no more, nor by the session it opened', async () => {
  const cookie = await comeIn(school, await linkFor(school, 'rivera', 'olena'))
  expect(await childrenFor(cookie)).not.toBe(401)
  const { id, districtId } = castMember('olena')
  await asTheSystem(school.program.ground, { reason: 'test', districtId }, ({ db }) =>
    sql`insert into duty (id, district_id, person_id, kind, opened_on)
      values (${newId()}, ${districtId}, ${id}, 'office', cairn_today())`.execute(db),
  )
  expect(await childrenFor(cookie)).toBe(401)
})

test('without “remember” an hour is all; remembered it goes on', async () => {
  const path = await linkFor(school, 'rivera', 'rosa')
  const once = await sayPin(school, path.url, path.pin)
  expect(once.cookies[0]?.maxAge).toBeUndefined()
  const lasting = await comeIn(school, path)
  const start = school.clock.now
  school.clock.now = new Date(start.getTime() + 61 * 60_000)
  expect(await childrenFor(`${once.cookies[0]?.name}=${once.cookies[0]?.value}`)).toBe(401)
  expect(await childrenFor(lasting)).toHaveLength(2)
  school.clock.now = start
})

test('by mail goes the link and never the PIN; sent twice it is one', async () => {
  await school
    .as('singh')
    .ask(NoteContact, { params: { id: idOf('rosa') }, body: { email: 'rosa@example.org' } })
  const { id, answer } = await make('rivera', 'rosa', { byMail: true })
  expect(answer.body.mailed).toBe(1)
  expect((await make('rivera', 'rosa', { byMail: true }, id)).answer.body).toEqual({ mailed: 0, texted: 0 })
  expect((await make('dubois', 'rosa', {}, id)).answer.code).toBe('id_taken')
  await expect.poll(() => post.letters.length, { timeout: 10_000 }).toBe(1)
  const link = /http:\/\/localhost:4000(\/welcome\/\S+)/.exec(post.letters[0]?.body ?? '')?.[1] ?? ''
  const pin = pinFor('a secret for tests', id)
  expect(post.letters[0]?.body).not.toContain(pin)
  expect(post.letters[0]?.body).toContain('Mateo and Rubén')
  expect((await sayPin(school, link, pin)).statusCode).toBe(303)
})

test('letters and PINs are printed apart, for those who invite, in the family’s language, until somebody came in', async () => {
  await withoutPassword(school, ['josee'])
  await make('rivera', 'josee')
  const print = async (key: string, kind: string) =>
    visit(`/welcome/${kind}/${classOf('division-3')}`, await school.as(key).cookie())
  const letters = await print('rivera', 'letters')
  const pins = await print('singh', 'pins')
  expect(letters.body).toContain('lang="fr"')
  expect(letters.body).toContain('Bonjour Josée Lavoie')
  expect(letters.body).toContain('<svg class="code"')
  const path = /http:\/\/localhost:4000(\/welcome\/[\w-]+)/.exec(letters.body)?.[1] ?? ''
  const pin = /class="pin">(\d{6})</.exec(pins.body)?.[1] ?? ''
  expect(letters.body).not.toContain(pin)
  expect(pins.body).not.toContain(path)
  for (const key of ['halvorsen', 'amara', 'mika', 'marsh'])
    expect([key, (await print(key, 'pins')).statusCode]).toEqual([key, 404])
  expect((await visit(`/welcome/pins/${classOf('division-3')}`)).statusCode).toBe(401)
  expect((await sayPin(school, path, pin)).statusCode).toBe(303)
  expect((await print('rivera', 'letters')).body).not.toContain('Josée')
})

test('the office sees counts by class; others see none', async () => {
  const counts = await school.as('singh').ask(contract.CountFamilies)
  const division = counts.body
    .flatMap(({ classes }) => classes)
    .find(({ id }) => id === classOf('division-3'))
  expect(division?.guardians).toBeGreaterThan(30)
  expect(division?.opened).toBeGreaterThan(0)
  for (const key of ['amara', 'mika'])
    expect((await school.as(key).ask(contract.CountFamilies)).body).toEqual([])
})

test('whoever came in by link may choose a name and a password; the link and what came in by it end', async () => {
  const path = await linkFor(school, 'rivera', 'hernan').catch(() => undefined)
  expect(path).toBeUndefined()
  await withoutPassword(school, ['hernan'])
  const link = await linkFor(school, 'rivera', 'hernan')
  const [phone, library] = [await comeIn(school, link), await comeIn(school, link)]
  const ask = (cookie: string, method: 'GET' | 'PUT', payload?: object) =>
    school.program.app.inject({
      method,
      url: '/api/own-keys',
      headers: { cookie, 'x-cairn': '1' },
      ...(payload && { payload }),
    })
  expect((await ask(phone, 'GET')).json()).toEqual({ hasPassword: false, may: { choose: true } })
  const keys = { username: 'Hernan.Ibanez', password: 'two stones and a river' }
  expect((await ask(phone, 'PUT', { ...keys, password: 'short' })).statusCode).toBe(400)
  const taken = await ask(phone, 'PUT', { ...keys, username: castMember('amara').username })
  expect(taken.json()).toMatchObject({ error: { code: 'invalid', fields: { username: 'taken' } } })
  const chosen = await ask(phone, 'PUT', keys)
  expect(chosen.statusCode).toBe(200)
  const fresh = `${chosen.cookies[0]?.name}=${chosen.cookies[0]?.value}`
  expect(await childrenFor(fresh)).toMatchObject([{ id: idOf('mateo') }])
  expect([await childrenFor(phone), await childrenFor(library)]).toEqual([401, 401])
  expect((await visit(link.url)).statusCode).toBe(410)
  expect((await ask(fresh, 'PUT', { ...keys, username: 'another' })).statusCode).toBe(403)
  const signIn = await school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1' },
    payload: { ...keys, username: 'hernan.ibanez' },
  })
  expect(signIn.statusCode).toBe(200)
  for (const key of ['mika', 'rivera', 'amara'])
    expect([
      key,
      (await ask(await school.as(key).cookie(), 'PUT', { ...keys, username: key })).statusCode,
    ]).toEqual([key, 403])
})
