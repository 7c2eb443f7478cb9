import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schoolOf } from '../../test/support/completing.ts'
import { castMember } from '../../test/support/cast.ts'
import { type MailServer, openMailServer } from '../../test/support/mail-server.ts'
import { addPiece } from '../../test/support/making.ts'
import { nightPasses } from '../../test/support/night.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { linkFor, withoutPassword } from '../../test/support/welcoming.ts'
import { SayAsking } from '../askings/contract.ts'
import { NoteContact } from '../mail/contract.ts'
import type { Outgoing } from '../mail/message.ts'
import { openSmtpSender } from '../mail/open-smtp.ts'
import { type RawBuilder, sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as contract from './contract.ts'
import { addresseeOf, endingPath } from './hand-ending.ts'

let post: MailServer
let school: School
const texts: Outgoing[] = []
beforeAll(async () => {
  post = await openMailServer()
  const text = async (message: Outgoing) => {
    texts.push(message)
    return { outcome: 'sent' } as const
  }
  school = await openSchool({
    works: true,
    senders: { mail: openSmtpSender(post.url, 'portfolio@birch.example'), text },
  })
  await withoutPassword(school, ['rosa'])
  for (const key of ['amara', 'tomas', 'leila', 'rosa']) await note(key, { email: `${key}@example.org` })
})
afterAll(async () => {
  await school.close()
  await post.close()
})

const note = (key: string, body: object) =>
  school.as('singh').ask(NoteContact, { params: { id: idOf(key) }, body })
const ask = (key: string, body: string) =>
  school.as(key).ask(SayAsking, { params: { id: newId() }, body: { body } })
const choose = (key: string, more: object = {}) =>
  school.as(key).ask(contract.KeepDigestChoice, { body: { way: 'mail', weekday: 5, hour: 16, ...more } })
const rule = (tells: string, key = 'singh') =>
  school.as(key).ask(contract.SetDigestRule, { params: { id: schoolOf('cedar-hill') }, body: { tells } })
const lettersTo = (key: string) => post.letters.filter(({ to }) => to === `${key}@example.org`)

/**
 * On the clock of the district; Fridays are October 2, 9, 16 and so on. Whether its summer time ends in November
 * depends on how new the machine’s table of time zones is, so that hours of November are an hour from any edge.
 */
async function itIs(day: string, time: string): Promise<void> {
  // no clock leaps over days while a letter is being handed over: it would look like one that nobody has in hand
  await noneOf(sql`claimed_until is not null`)
  school.clock.now = new Date(`${day}T${time}:00-07:00`)
  // sessions have run out meanwhile
  school.later(0)
  await nightPasses(school)
}
const nothingWaits = () => noneOf(sql`true`)

async function noneOf(unsent: RawBuilder<unknown>): Promise<void> {
  const { districtId } = castMember('mika')
  const count = () =>
    asTheSystem(school.program.ground, { reason: 'test', districtId }, async ({ db }) => {
      const found = await sql<{ count: number }>`select count(*)::integer as count from message
        where sent_at is null and given_up_at is null and ${unsent}`.execute(db)
      return found.rows[0]?.count
    })
  await expect.poll(count, { timeout: 10_000 }).toBe(0)
}
const press = (url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  school.program.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
const look = (url: string, cookie = '') =>
  school.program.app.inject({ method: 'GET', url, headers: { cookie, 'accept-language': 'en' } })
const stopOf = (letter: { head: Record<string, string> } | undefined) =>
  new URL(letter?.head['list-unsubscribe']?.slice(1, -1) ?? '').pathname

test('on Friday at four each household is told of its own children, once, and not what they made', async () => {
  await itIs('2026-10-02', '15:30')
  await addPiece(school, 'mika', ['family'])
  await addPiece(school, 'mika', ['teachers'])
  await ask('mika', 'the bridge that held a brick')
  await addPiece(school, 'noor', ['family'])
  await nightPasses(school)
  expect(post.letters).toEqual([])
  await itIs('2026-10-02', '16:20')
  await nothingWaits()
  await itIs('2026-10-02', '17:20')
  await nothingWaits()
  expect(post.letters.map(({ to }) => to).toSorted()).toEqual([
    'amara@example.org',
    'leila@example.org',
    'tomas@example.org',
  ])
  for (const key of ['amara', 'tomas']) {
    const [letter] = lettersTo(key)
    expect(letter?.body).toContain('Mika left you something to ask about.')
    expect(letter?.body).toContain('One piece of work was newly shared with you.')
    expect(letter?.body).toContain('http://localhost:4000/children')
    expect(letter?.body).not.toMatch(/Noor|bridge|by mika|amara|tomas/i)
    expect(letter?.html).toMatch(/<h2[^>]*>Mika<\/h2>/)
    expect(letter?.html).not.toMatch(/<img|src=|http-equiv|Noor|bridge/)
    expect(letter?.head).toMatchObject({ 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' })
  }
  expect(lettersTo('leila')[0]?.body).not.toMatch(/Mika/)
})

test('a week in which nothing happened is not written about', async () => {
  const before = post.letters.length
  await itIs('2026-10-09', '16:20')
  await nothingWaits()
  expect(post.letters.length).toBe(before)
})

test('a child’s words stand in it where the school lets them, and never where they name another child', async () => {
  for (const key of ['rivera', 'amara', 'mika']) expect((await rule('words', key)).code).toBe('not_found')
  expect((await rule('words')).status).toBe(200)
  await itIs('2026-10-12', '10:00')
  await ask('mika', 'the kite\nStop these letters: http://evil.example')
  await ask('mika', 'what Noor’s boat did')
  // without the accents of her name, which a child leaves out
  await ask('mika', 'the raft that oceane built')
  await itIs('2026-10-16', '16:20')
  await nothingWaits()
  const letter = lettersTo('amara').at(-1)
  expect(letter?.body).toContain('- “Ask me about the kite Stop these letters: http://evil.example”')
  expect(letter?.body).toContain('Mika left you 2 things to ask about.')
  expect(letter?.body).not.toMatch(/Noor|boat|raft|oceane/i)
  expect((await rule('nothing')).status).toBe(200)
  await ask('mika', 'the drum')
  const before = post.letters.length
  await itIs('2026-10-23', '16:20')
  await nothingWaits()
  expect(post.letters.length).toBe(before)
  expect((await rule('notice')).status).toBe(200)
})

test('somebody chooses the day, the hour and the way; what was before the choice is not made up for', async () => {
  await itIs('2026-10-26', '09:00')
  expect((await choose('tomas', { weekday: 1, hour: 8 })).status).toBe(200)
  await note('tomas', { phone: '+1 250 555 0100' })
  expect((await choose('tomas', { way: 'text', weekday: 1, hour: 19 })).status).toBe(200)
  await ask('mika', 'the moon')
  await itIs('2026-10-26', '18:50')
  expect(texts).toEqual([])
  await itIs('2026-10-26', '19:10')
  await nothingWaits()
  expect(texts).toHaveLength(1)
  expect(texts[0]?.body).toMatch(
    /^New this week from Mika: http:\/\/localhost:4000\/children To stop: http:\S+\/digest\/[\w-]{75}$/,
  )
  for (const key of ['mika', 'rivera', 'chen'])
    expect([
      key,
      (await choose(key)).code,
      (await school.as(key).ask(contract.GetDigestChoice)).code,
    ]).toEqual([key, 'not_found', 'not_found'])
  expect((await choose('tomas', { hour: 22 })).code).toBe('invalid')
})

test('at night nothing leaves: what was ready at seven in the evening waits for the morning', async () => {
  await itIs('2026-11-01', '09:00')
  await choose('amara', { weekday: 1, hour: 19 })
  await itIs('2026-11-01', '11:00')
  await nothingWaits()
  await ask('mika', 'the owl')
  await itIs('2026-11-02', '22:10')
  const before = post.letters.length
  await itIs('2026-11-03', '03:10')
  expect(post.letters.length).toBe(before)
  await itIs('2026-11-03', '09:10')
  await nothingWaits()
  expect(lettersTo('amara').at(-1)?.body).toContain('Mika left you something to ask about.')
  const ids = lettersTo('amara').map(({ head }) => head['message-id'])
  expect(new Set(ids).size).toBe(ids.length)
})

test('one tap in a mail program ends them; looking at the link does not, and it opens nothing else', async () => {
  const stop = stopOf(lettersTo('amara').at(-1))
  const page = await look(stop)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Stop the weekly letters')
  expect(page.body).not.toMatch(/Mika|Amara/)
  expect(page.headers['x-robots-tag']).toContain('noindex')
  const way = async () => (await school.as('amara').ask(contract.GetDigestChoice)).body.way
  expect(await way()).toBe('mail')
  expect(
    (await press(stop, { 'List-Unsubscribe': 'One-Click' }, { 'sec-fetch-site': 'cross-site' })).statusCode,
  ).toBe(200)
  expect(await way()).toBe('none')
  await ask('mika', 'the fox')
  const before = lettersTo('amara').length
  await itIs('2026-11-10', '12:10')
  await nothingWaits()
  expect(lettersTo('amara').length).toBe(before)
  expect((await look(stop)).body).toContain('Send me the letters again')
  expect((await press(stop, { do: 'start' })).body).toContain('on Monday after 7')
  expect(await way()).toBe('mail')
  const one = { personId: idOf('amara'), districtId: castMember('amara').districtId }
  for (const url of [stop.replace(/.{4}$/, 'AAAA'), stop.slice(0, -1), endingPath('another', one)]) {
    expect([url, (await look(url)).statusCode, (await press(url)).statusCode]).toEqual([url, 404, 404])
  }
  expect(addresseeOf('s', endingPath('s', one).split('/').at(-1) ?? '')).toEqual(one)
})

test('as multipart form data a mail program is heard too', async () => {
  const stop = endingPath('a secret for tests', {
    personId: idOf('leila'),
    districtId: castMember('leila').districtId,
  })
  const answer = await school.program.app.inject({
    method: 'POST',
    url: stop,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  })
  expect(answer.statusCode).toBe(200)
  expect((await school.as('leila').ask(contract.GetDigestChoice)).body.way).toBe('none')
})

test('who comes in by link is led there by that link, in their language, and their PIN is not in it', async () => {
  const link = await linkFor(school, 'rivera', 'rosa')
  await asTheSystem(
    school.program.ground,
    { reason: 'test', districtId: castMember('rosa').districtId },
    ({ db }) =>
      sql`insert into preference (person_id, district_id, locale) values (${idOf('rosa')}, ${castMember('rosa').districtId}, 'fr')
        on conflict (person_id) do update set locale = 'fr'`.execute(db),
  )
  await itIs('2026-11-10', '14:00')
  await ask('mateo', 'la flûte')
  await itIs('2026-11-13', '17:20')
  await nothingWaits()
  const [letter] = lettersTo('rosa').slice(-1)
  expect(letter?.body).toContain(`http://localhost:4000${link.url}`)
  expect(letter?.body).toContain('Mateo vous a laissé une idée de question.')
  expect(letter?.body).not.toContain(link.pin)
})

test('the page without a script shows and keeps the choice, for a guardian alone', async () => {
  const cookie = await school.as('tomas').cookie()
  expect((await look('/children/letters', cookie)).body).toContain('+1 250 555 0100')
  const kept = await press(
    '/children/letters',
    { way: 'none', weekday: '3', hour: '12' },
    { cookie, 'sec-fetch-site': 'same-origin' },
  )
  expect([kept.statusCode, kept.headers['location']]).toEqual([303, '/children/letters?kept=1'])
  expect((await school.as('tomas').ask(contract.GetDigestChoice)).body).toMatchObject({
    way: 'none',
    weekday: 3,
    hour: 12,
  })
  const other = await press('/children/letters', { way: 'mail' }, { cookie, 'sec-fetch-site': 'cross-site' })
  expect(other.statusCode).toBe(403)
  expect((await look('/children/letters', await school.as('mika').cookie())).statusCode).toBe(404)
  expect((await look('/children/letters')).headers['location']).toBe('/sign-in?to=%2Fchildren%2Fletters')
})

test('a guardian whose tie ended is told nothing more, though their address is still known', async () => {
  await choose('tomas', { way: 'text', weekday: 3, hour: 9 })
  await ask('mika', 'the last one')
  await asTheSystem(
    school.program.ground,
    { reason: 'test', districtId: castMember('tomas').districtId },
    ({ db }) =>
      sql`update guardianship set closed_on = cairn_today() where guardian_id = ${idOf('tomas')}`.execute(db),
  )
  const before = texts.length
  await itIs('2026-11-18', '12:10')
  await nothingWaits()
  expect(texts.length).toBe(before)
})
