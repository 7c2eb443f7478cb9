import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { addPiece, addPieceOf, placeMedia } from '../../test/support/making.ts'
import { addressOf, classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { pictures } from '../cards/card.ts'
import { IssueCards, ListCards } from '../cards/contract.ts'
import { routes } from '../entry/modules.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { WithdrawShare } from '../work/contract.ts'
import * as contract from './contract.ts'
import { cardBehind, pathTo } from './hand-link.ts'

let school: School
const secret = 'a secret for tests'
const params = { id: classOf('kindergarten') }
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const cardsOf = async () => (await school.as('okafor').ask(contract.ListHomeCards, { params })).body.learners
async function cardOf(key: string) {
  await school.as('okafor').ask(contract.IssueHomeCards, { params, body: { learnerIds: [idOf(key)] } })
  const card = (await cardsOf()).find(({ id }) => id === idOf(key))?.card
  if (!card) throw new Error(`${key} has no card at home`)
  return { ...card, path: pathTo(secret, card.id), wrong: pictures.find((one) => one !== card.picture) ?? '' }
}
type Cookies = Record<string, string>
const get = (url: string, cookies: Cookies = {}) =>
  school.program.app.inject({ method: 'GET', url, cookies, headers: { 'accept-language': 'en' } })
const tap = (url: string, picture: string, headers: Record<string, string> = {}) =>
  school.program.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: `picture=${picture}`,
  })
async function open(card: { path: string; picture: string }): Promise<Cookies> {
  const answer = await tap(card.path, card.picture)
  expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/home-card/work'])
  const cookie = answer.cookies[0]
  expect(cookie).toMatchObject({ name: 'cairn-home', path: '/home-card', httpOnly: true })
  return { 'cairn-home': cookie?.value ?? '' }
}
const look = async (cookies: Cookies) => (await get('/home-card/work', cookies)).statusCode
const change = (statement: ReturnType<typeof sql>) =>
  asTheSystem(
    school.program.ground,
    { reason: 'a test', districtId: castMember('theo').districtId },
    ({ db }) => statement.execute(db),
  )

test('the code and the child’s picture show what the child shares with the family, and nobody else’s', async () => {
  await school.as('okafor').ask(IssueCards, { params })
  const classCards = (await school.as('okafor').ask(ListCards, { params })).body.learners
  const card = await cardOf('theo')
  expect(card.picture).toBe(classCards.find(({ id }) => id === idOf('theo'))?.card?.picture)
  const shared = await addPiece(school, 'theo', ['family'])
  const forTeachers = await addPiece(school, 'theo', ['teachers'])
  const others = await addPiece(school, 'yusuf', ['family'])
  const door = await get(card.path)
  expect(door.body).toContain('Tap your picture')
  expect(door.body).not.toMatch(/Théo|Okafor|Kindergarten/)
  expect(door.headers['x-robots-tag']).toContain('noindex')
  const here = await open(card)
  const page = await get('/home-card/work', here)
  expect(page.body).toContain('by theo')
  expect(page.body.match(/by theo/g)).toHaveLength(1)
  for (const told of [forTeachers.id, others.id, 'yusuf', 'Okafor', 'Yusuf'])
    expect(page.body).not.toContain(told)
  expect((await get(card.path, here)).headers['location']).toBe('/home-card/work')
  // taken back from the family, it is gone from the page
  const [share = ''] = shared.shareIds
  expect((await school.as('theo').ask(WithdrawShare, { params: { id: share } })).status).toBe(200)
  expect((await get('/home-card/work', here)).body).not.toContain('by theo')
})

test('files leave for this card alone: the newest attempt’s, of what the family sees', async () => {
  const [theo, simran] = [await cardOf('theo'), await cardOf('simran')]
  const [mine, kept] = [
    await placeMedia(school, 'theo', 'picture'),
    await placeMedia(school, 'theo', 'picture'),
  ]
  await addPieceOf(school, 'theo', [{ kind: 'media', mediaId: mine }], ['family'])
  await addPieceOf(school, 'theo', [{ kind: 'media', mediaId: kept }], ['teachers'])
  const here = await open(theo)
  const file = (id: string, rendition = 'full', cookies = here) =>
    get(`/home-card/media/${id}/${rendition}`, cookies).then(({ statusCode }) => statusCode)
  expect(await file(mine)).toBe(200)
  expect(await file(mine, 'download')).toBe(404)
  expect(await file(kept)).toBe(404)
  expect(await file(mine, 'full', {})).toBe(404)
  expect(await file(mine, 'full', await open(simran))).toBe(404)
})

test('it is no session: at no endpoint, and at no file, is anybody there', async () => {
  const here = await open(await cardOf('theo'))
  const value = here['cairn-home'] ?? ''
  const barred = { params: new Proxy({}, { get: () => newId() }), body: {} }
  for (const cookie of [`cairn-home=${value}`, `cairn=${value}`, `cairn-class=${value}`]) {
    for (const { endpoint } of routes.filter((one) => one.endpoint.signedIn !== false)) {
      const answer = await school.program.app.inject({
        method: endpoint.method,
        url: addressOf(endpoint, barred),
        headers: { cookie, 'x-cairn': '1' },
        ...(endpoint.body ? { payload: {} } : {}),
      })
      // where what is asked is read before who asks, it is refused as such
      expect([endpoint.name, [400, 401].includes(answer.statusCode)]).toEqual([endpoint.name, true])
    }
  }
})

test('wrong pictures rest the card, also for the right one; a right tap forgets the wrong ones before it', async () => {
  const card = await cardOf('yusuf')
  const statuses: number[] = []
  for (let tries = 0; tries < 6; tries += 1) statuses.push((await tap(card.path, card.wrong)).statusCode)
  expect(statuses).toEqual([403, 403, 403, 403, 429, 429])
  expect((await tap(card.path, card.picture)).statusCode).toBe(429)
  expect((await tap((await cardOf('theo')).path, (await cardOf('theo')).picture)).statusCode).toBe(303)
  school.clock.now = new Date(school.clock.now.getTime() + 11 * 60_000)
  const all = await Promise.all(
    pictures.filter((one) => one !== card.picture).map((one) => tap(card.path, one)),
  )
  expect(all.filter(({ statusCode }) => statusCode === 403).length).toBeLessThanOrEqual(4)
  expect(all.filter(({ statusCode }) => statusCode === 303)).toEqual([])
  school.clock.now = new Date(school.clock.now.getTime() + 11 * 60_000)
})

test('a guessed, cut or changed code opens nothing and names nobody; no other site taps for a child', async () => {
  const card = await cardOf('theo')
  expect(cardBehind(secret, card.path.split('/').at(-1) ?? '')).toBe(card.id)
  for (const url of [
    card.path.slice(0, -1),
    pathTo('another secret', card.id),
    pathTo(secret, newId()),
    '/home-card/x',
  ]) {
    const answer = await get(url)
    expect([url, answer.statusCode]).toEqual([url, 404])
    expect(answer.body).not.toContain('Théo')
    expect((await tap(url, card.picture)).statusCode).toBe(404)
  }
  expect((await tap(card.path, card.picture, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect(await look({ 'cairn-home': 'A'.repeat(43) })).toBe(401)
})

test('taken back it shuts at once where it is open; another can be made', async () => {
  const card = await cardOf('simran')
  const here = await open(card)
  expect(await look(here)).toBe(200)
  const withdraw = (key: string) => school.as(key).ask(contract.WithdrawHomeCard, { params: { id: card.id } })
  for (const key of ['rivera', 'simran', 'amara', 'chen', 'singh', 'ravi'])
    expect([key, (await withdraw(key)).code]).toEqual([key, 'not_found'])
  for (let times = 0; times < 2; times += 1) expect((await withdraw('okafor')).status).toBe(200)
  expect([await look(here), (await get(card.path)).statusCode]).toEqual([401, 404])
  expect((await tap(card.path, card.picture)).statusCode).toBe(404)
  const fresh = await cardOf('simran')
  expect(fresh.id).not.toBe(card.id)
  expect(await look(await open(fresh))).toBe(200)
})

test('“we are done”, the evening, the year’s end, and a child who left shut it', async () => {
  const card = await cardOf('theo')
  const done = await open(card)
  await school.program.app.inject({ method: 'POST', url: '/home-card/leave', cookies: done })
  expect(await look(done)).toBe(401)
  const here = await open(card)
  const morning = school.clock.now
  school.clock.now = new Date(morning.getTime() + 13 * 3_600_000)
  expect([await look(here), (await get(card.path)).statusCode]).toEqual([401, 200])
  school.clock.now = new Date(Date.parse(card.lastDay) + 36 * 3_600_000)
  expect((await get(card.path)).statusCode).toBe(404)
  school.clock.now = morning
  const still = await open(card)
  const tie = sql`person_id = ${idOf('theo')} and class_id = ${params.id}`
  await change(sql`update enrollment set closed_on = cairn_today() where ${tie}`)
  expect([await look(still), (await get(card.path)).statusCode]).toEqual([401, 404])
  await change(sql`update enrollment set closed_on = null where ${tie}`)
  expect(await look(still)).toBe(200)
})

test('only who teaches the class makes, lists and prints them; asked by two at once there is one each', async () => {
  const learnerIds = ['theo', 'yusuf', 'simran'].map(idOf)
  for (const key of ['rivera', 'theo', 'amara', 'chen', 'ravi', 'singh', null]) {
    const expected = key === null ? 'not_signed_in' : 'not_found'
    expect((await school.as(key).ask(contract.ListHomeCards, { params })).code).toBe(expected)
    expect((await school.as(key).ask(contract.IssueHomeCards, { params, body: { learnerIds } })).code).toBe(
      expected,
    )
    const headers = { cookie: await school.as(key).cookie() }
    const sheets = await school.program.app.inject({
      method: 'GET',
      url: `/home-card/sheets/${params.id}`,
      headers,
    })
    expect([key, sheets.statusCode]).toEqual([key, key === null ? 401 : 404])
  }
  const issue = () => school.as('okafor').ask(contract.IssueHomeCards, { params, body: { learnerIds } })
  await Promise.all([issue(), issue(), issue()])
  const foreign = { params, body: { learnerIds: [idOf('mika')] } }
  expect((await school.as('okafor').ask(contract.IssueHomeCards, foreign)).status).toBe(200)
  const found =
    await change(sql`select learner_id from standing_home_card group by learner_id having count(*) > 1
    union select learner_id from standing_home_card where learner_id = ${idOf('mika')}`)
  expect(found.rows).toEqual([])
  const headers = { cookie: await school.as('okafor').cookie(), 'accept-language': 'fr' }
  const sheets = await school.program.app.inject({
    method: 'GET',
    url: `/home-card/sheets/${params.id}`,
    headers,
  })
  const card = await cardOf('theo')
  expect(sheets.body).toContain(`http://localhost:4000${card.path}`)
  expect(sheets.body).toContain('Théo vous montre quelque chose')
  // the picture is on no paper
  expect(sheets.body.toLowerCase()).not.toMatch(/poisson|soleil|champignon|escargot/)
})
