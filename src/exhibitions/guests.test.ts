import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { holdEvent, visitorAt, writeSlip } from '../../test/support/exhibiting.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { openShowcase, visit } from '../../test/support/showing.ts'
import { tokenFor } from '../showcases/hand-link.ts'
import { WithdrawShowcase } from '../showcases/contract.ts'
import * as contract from './contract.ts'

let school: School
const morning = new Date('2026-11-24T18:00:00Z')
beforeAll(async () => {
  school = await openSchool()
})
beforeEach(() => {
  school.clock.now = morning
})
afterAll(() => school.close())

const slips = (key: string, id: string) => school.as(key).ask(contract.ListSlips, { params: { id } })
const page = async (path: string) => (await visit(school, path)).body

test('the guests’ page says who is where and when, by first name and initial, and needs no script', async () => {
  const { path, tableId } = await holdEvent(school)
  const { body, headers, statusCode } = await visit(school, path)
  expect(statusCode).toBe(200)
  for (const words of ['Night of light', 'Gym', 'Jonas W.', 'What light needs', '5:30', 'Ask what was hard.'])
    expect(body).toContain(words)
  // agreed to by nobody: there is a table, and no name and no title
  for (const secret of [
    'Weatherby',
    castMember('jonas').id,
    'Minh',
    'secret bridge',
    tableId,
    '<script',
    'Riverbend',
  ])
    expect([secret, body.includes(secret)]).toEqual([secret, false])
  expect(body).toContain('One more learner shows work')
  expect(headers['x-robots-tag']).toContain('noindex')
  expect(await page(`${path}?in=fr`)).toContain('Ce lien prend fin à minuit')
})

test('the pass opens exactly the event’s showcases, until midnight of the school', async () => {
  const { path, standId, tableId, shown, closesAt } = await holdEvent(school)
  const other = await openShowcase(school)
  const status = async (of: string) => (await visit(school, of)).statusCode
  expect(await page(`${path}/${standId}`)).toContain('Nobody helped me.')
  for (const id of [tableId, other.id, shown.id, newId(), 'x'])
    expect([id, await status(`${path}/${id}`)]).toEqual([id, 404])
  const elsewhere = await holdEvent(school)
  expect(await status(`${elsewhere.path}/${standId}`)).toBe(404)
  const file =
    /src="(\/guest\/media\/[^"]+)"/.exec(await page(`${path}/${standId}`))?.[1]?.replaceAll('&amp;', '&') ??
    ''
  const midnight = new Date(closesAt)
  expect(midnight.toLocaleString('sv', { timeZone: 'America/Vancouver' })).toBe('2026-11-25 00:00:00')
  school.clock.now = new Date(midnight.getTime() - 1000)
  const late =
    /src="(\/guest\/media\/[^"]+)"/.exec(await page(`${path}/${standId}`))?.[1]?.replaceAll('&amp;', '&') ??
    ''
  expect([await status(path), await status(late)]).toEqual([200, 200])
  school.clock.now = midnight
  for (const over of [path, `${path}/${standId}`, `${path}/${standId}/slip`])
    expect([over, await status(over)]).toEqual([over, 410])
  expect([await status(late), await status(file)]).toEqual([404, 404])
  expect(await page(path)).not.toMatch(/Jonas|light needs|Gym/)
})

test('ended it is shut at once; a withdrawn showcase is gone from it at once; a guess finds nothing', async () => {
  const { id, path, standId, kioskPath, shown } = await holdEvent(school)
  await school.as('jonas').ask(WithdrawShowcase, { params: { id: shown.id } })
  expect([
    (await visit(school, `${path}/${standId}`)).statusCode,
    (await page(path)).includes('Jonas'),
  ]).toEqual([404, false])
  expect(await page(kioskPath)).not.toContain('Jonas')
  await school.as('halvorsen').ask(contract.EndExhibition, { params: { id } })
  for (const one of [path, kioskPath]) expect((await visit(school, one)).statusCode).toBe(410)
  const secret = 'a secret for tests'
  const wrong = [
    tokenFor('another', id, 'exhibition'),
    tokenFor(secret, id, 'kiosk'),
    tokenFor(secret, id),
    tokenFor(secret, newId(), 'exhibition'),
    '..%2f..%2fetc',
  ]
  for (const token of wrong)
    expect([token, (await visit(school, `/guest/event/${token}`)).statusCode]).toEqual([token, 404])
  expect((await visit(school, `/guest/kiosk/${tokenFor(secret, id, 'exhibition')}`)).statusCode).toBe(404)
  expect((await visit(school, `/guest/${tokenFor(secret, id, 'exhibition')}`)).statusCode).toBe(404)
})

test('before its day the link says so and nothing else, unless guests were let in earlier', async () => {
  const later = await holdEvent(school, { heldOn: '2026-11-27' })
  expect((await visit(school, later.path)).statusCode).toBe(404)
  expect(await page(later.path)).toContain('The doors open soon')
  expect(await page(later.path)).not.toContain('Jonas')
  const early = await holdEvent(school, { heldOn: '2026-11-27', guestsFrom: '2026-11-24' })
  expect((await visit(school, early.path)).statusCode).toBe(200)
})

test('the kiosk turns through what is shown, without a session, and its only script is named in its policy', async () => {
  const { kioskPath } = await holdEvent(school)
  const { body, headers } = await visit(school, kioskPath)
  expect(body).toContain('What light needs')
  expect(body).toContain('prefers-reduced-motion')
  expect(body).not.toMatch(/Minh|secret bridge/)
  expect(headers['content-security-policy']).toMatch(
    /default-src 'none'.*script-src 'sha256-[^ ]+'; connect-src 'self'/,
  )
  expect(await page(`${kioskPath}?at=7&paused=yes`)).toContain('data-paused="yes"')
})

test('placards are for who runs it: first name and initial, and a code only where guests may follow it', async () => {
  const { id } = await holdEvent(school)
  const print = async (key: string | null, size = 'A5') =>
    visit(school, `/guest/placards/${id}?size=${size}`, { cookie: await school.as(key).cookie() })
  const sheets = (await print('halvorsen')).body
  for (const words of ['Jonas W.', 'Minh T.', 'A secret bridge', 'Gym']) expect(sheets).toContain(words)
  expect([sheets.includes('Weatherby'), sheets.match(/<svg/g)?.length]).toEqual([false, 1])
  expect((await print('chen', 'A4')).body).toContain('@page{size:A4')
  for (const key of ['jonas', 'rivera', 'ravi'])
    expect([key, (await print(key)).statusCode]).toEqual([key, 404])
  expect((await print(null)).statusCode).toBe(401)
  const cookie = await school.as('halvorsen').cookie()
  expect((await visit(school, `/guest/placards/${'-'.repeat(36)}`, { cookie })).statusCode).toBe(404)
})

test('what a guest writes anew in the same form is another slip, and a line’s end counts once', async () => {
  const { id, path, standId } = await holdEvent(school)
  const at = `${path}/${standId}`
  const cookie = await visitorAt(school, at)
  const form = newId()
  const long = `${'x'.repeat(298)}\r\n\r\n${'y'.repeat(300)}`
  for (const words of ['Your lamp', 'Your lamp', 'Your lamp stays with me', long])
    expect((await writeSlip(school, at, { id: form, words }, cookie)).statusCode).toBe(303)
  expect((await slips('halvorsen', id)).body.slips.length).toBe(3)
})

test('a slip is held until a teacher of that learner releases it; script in it is text', async () => {
  const { id, path, standId } = await holdEvent(school)
  const at = `${path}/${standId}`
  const nasty = '<script>alert(1)</script> Your lamp stays with me.'
  const sent = await writeSlip(school, at, { words: nasty, signed: '"><b>' }, await visitorAt(school, at))
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${at}/slip?sent=yes&in=en`])
  expect((await slips('jonas', id)).body.slips).toEqual([])
  const [held] = (await slips('halvorsen', id)).body.slips
  expect(held).toMatchObject({ words: nasty, signed: '"><b>', decision: null, may: { decide: true } })
  const slipId = held?.id ?? ''
  const decide = (key: string, body: object = { releases: true }) =>
    school.as(key).ask(contract.DecideSlip, { params: { id: slipId }, body })
  // the principal runs the event and reads no slip of it
  expect((await slips('chen', id)).body.slips).toEqual([])
  for (const key of ['jonas', 'minh', 'chen', 'rivera', 'ravi'])
    expect([key, (await decide(key)).code]).toEqual([key, 'not_found'])
  expect((await decide('halvorsen', { releases: false, reason: ' ' })).code).toBe('invalid')
  expect((await decide('halvorsen', { releases: false, reason: 'Not kind.' })).status).toBe(200)
  expect((await slips('jonas', id)).body.slips).toEqual([])
  expect((await slips('halvorsen', id)).body.slips[0]).toMatchObject({
    decision: { releases: false, reason: 'Not kind.', by: { name: 'Bjørn Halvorsen' } },
    may: { decide: true },
  })
  expect((await decide('halvorsen')).status).toBe(200)
  expect((await slips('jonas', id)).body.slips).toMatchObject([{ words: nasty, may: { decide: false } }])
  expect((await decide('jonas', { releases: false, reason: 'Mine' })).code).toBe('not_allowed')
  expect((await slips('halvorsen', id)).body.slips[0]?.may.decide).toBe(false)
  expect((await decide('halvorsen', { releases: false, reason: 'Late' })).code).toBe('changed_elsewhere')
  expect((await slips('minh', id)).body.slips).toEqual([])
})

test('slips are kept once, have a length, and are counted by pass', async () => {
  const { id, path, standId, tableId } = await holdEvent(school)
  const at = `${path}/${standId}`
  const cookie = await visitorAt(school, at)
  const slipId = newId()
  for (let time = 0; time < 2; time += 1) await writeSlip(school, at, { id: slipId }, cookie)
  expect((await slips('halvorsen', id)).body.slips.length).toBe(1)
  const statuses = []
  for (const words of ['', 'x'.repeat(601)])
    statuses.push((await writeSlip(school, at, { words }, cookie)).statusCode)
  for (let time = 0; time < 4; time += 1) statuses.push((await writeSlip(school, at, {}, cookie)).statusCode)
  expect(statuses).toEqual([400, 400, 303, 303, 303, 429])
  const other = await visitorAt(school, at)
  expect((await writeSlip(school, at, { words: 'x'.repeat(20_000) }, other)).statusCode).toBe(413)
  // forged and thrown away seals are one guest together
  const without = []
  for (let time = 0; time < 7; time += 1)
    without.push((await writeSlip(school, at, {}, 'cairn-visitor=a.b')).statusCode)
  expect(without.filter((status) => status === 303).length).toBe(5)
  expect((await writeSlip(school, `${path}/${tableId}`, {}, cookie)).statusCode).toBe(404)
})

test('a learner thanks; guests read it when a teacher did, after midnight without a name', async () => {
  const { id, path } = await holdEvent(school)
  const cardId = newId()
  const write = (key: string, words = 'You asked good questions.') =>
    school.as(key).ask(contract.WriteCard, { params: { id: cardId }, body: { exhibitionId: id, words } })
  for (const key of ['halvorsen', 'chen', 'rivera', 'ada'])
    expect([key, (await write(key)).code]).toEqual([key, 'not_found'])
  expect([(await write('jonas')).status, (await write('jonas')).status]).toEqual([200, 200])
  expect((await write('jonas', 'Something else')).code).toBe('id_taken')
  expect(await page(path)).not.toContain('good questions')
  const release = (key: string) => school.as(key).ask(contract.ReleaseCard, { params: { id: cardId } })
  expect([(await release('jonas')).code, (await release('chen')).code]).toEqual(['not_allowed', 'not_found'])
  expect((await release('halvorsen')).status).toBe(200)
  expect(await page(path)).toContain('You asked good questions.')
  school.clock.now = new Date('2026-11-25T09:00:00Z')
  const after = await page(path)
  expect([after.includes('good questions'), after.includes('Jonas')]).toEqual([true, false])
  school.clock.now = new Date('2026-12-20T09:00:00Z')
  expect(await page(path)).not.toContain('good questions')
})

test('how often the link was used is told by the day', async () => {
  const { id, path } = await holdEvent(school)
  await visit(school, path)
  await visit(school, path, { 'user-agent': 'Googlebot/2.1' })
  const uses = async () =>
    (await school.as('halvorsen').ask(contract.GetExhibition, { params: { id } })).body.uses
  await expect.poll(uses, { timeout: 10_000 }).toMatchObject([{ times: 1 }])
})
