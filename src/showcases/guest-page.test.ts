import { brotliDecompressSync } from 'node:zlib'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { choosing, collect } from '../../test/support/collecting.ts'
import { addPieceOf, placeMedia } from '../../test/support/making.ts'
import { countQueries } from '../../test/support/query-counter.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import {
  answer,
  midnightTonight,
  openShowcase,
  pathTo,
  proposeShowcase,
  tryPasscode,
  visit,
} from '../../test/support/showing.ts'
import { WriteTranscript } from '../media/contract.ts'
import { GetShowcaseLink, ProposeShowcase, WithdrawShowcase } from './contract.ts'
import { tokenFor } from './hand-link.ts'
import { nameForStrangers } from './showcase.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('a stranger is told a first name and an initial', () => {
  expect(nameForStrangers('Jonas', 'Weatherby')).toBe('Jonas W.')
  expect(nameForStrangers('Tāsi', 'ʻAulelei')).toBe('Tāsi ʻ.')
  expect(nameForStrangers('Suda', '')).toBe('Suda')
  expect(nameForStrangers('遥', '森田')).toBe('遥 森.')
})

test('the page shows work and reason, and neither a family name, a school, a class nor an id of a person', async () => {
  const { path } = await openShowcase(school)
  const { body } = await visit(school, path)
  for (const words of [
    'Jonas W.',
    'Why I chose this',
    'Nobody helped me.',
    'It lights one page.',
    'a lamp of green glass',
  ]) {
    expect(body).toContain(words)
  }
  const jonas = castMember('jonas')
  for (const secret of [jonas.familyName, jonas.id, 'Riverbend', 'Studio', 'Halvorsen', '<script']) {
    expect([secret, body.includes(secret)]).toEqual([secret, false])
  }
})

test('no search engine, no cache on the way, no script and no other site has anything of it', async () => {
  const { path } = await openShowcase(school)
  const { headers, body } = await visit(school, path)
  expect(headers).toMatchObject({
    'x-robots-tag': expect.stringContaining('noindex'),
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
  })
  expect(body).toContain('<meta name="robots" content="noindex')
})

test('it is small, says the size of every picture, and speaks the browser’s language', async () => {
  const { path } = await openShowcase(school)
  const answer = await visit(school, path, {
    'accept-language': 'fr-CA,fr;q=0.9',
    'accept-encoding': 'br, gzip',
  })
  const face = await visit(school, '/guest/fonts/work.woff2')
  expect([face.statusCode, face.headers['content-type']]).toEqual([200, 'font/woff2'])
  expect(answer.rawPayload.length + face.rawPayload.length).toBeLessThan(60_000)
  const body = brotliDecompressSync(answer.rawPayload).toString()
  expect(body).toContain('<html lang="fr">')
  expect(body).toContain('Pourquoi j’ai choisi ce travail')
  const pictures = body.match(/<img [^>]*>/g) ?? []
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures.every((one) => / width="\d+" height="\d+"/.test(one) && / alt="/.test(one))).toBe(true)
  expect((await visit(school, `${path}?in=en`, { 'accept-language': 'fr' })).body).toContain(
    'Why I chose this',
  )
})

test('words that look like markup stay words, and a link that runs something is none', async () => {
  const nasty = `<script>alert(1)</script>"><img src=x onerror=alert(2)>\u202Eevil`
  const rich = { blocks: [{ kind: 'paragraph', spans: [{ text: nasty, bold: true as const }] }] }
  const piece = await addPieceOf(
    school,
    'jonas',
    [
      { kind: 'text', text: nasty },
      { kind: 'text', text: 'x', rich } as object,
      { kind: 'link', url: 'https://example.org/?a="><script>', caption: nasty },
    ],
    [],
  )
  const collectionId = await collect(school, 'jonas', {
    ...choosing({ pieceId: piece.id, why: nasty }),
    title: nasty,
    about: nasty,
  })
  const cookie = await school.as('jonas').cookie()
  const { body, statusCode } = await visit(school, `/guest/preview/collections/${collectionId}`, { cookie })
  expect(statusCode).toBe(200)
  expect(body).not.toMatch(/<script|<img src=x|\u202E/)
  expect(body).toContain('&lt;script&gt;')
})

test('a guess, a waiting one, one that ended and one withdrawn tell nothing of anybody', async () => {
  const waiting = await proposeShowcase(school, 'jonas')
  const ended = await openShowcase(school)
  const withdrawn = await openShowcase(school)
  await school.as('jonas').ask(WithdrawShowcase, { params: { id: withdrawn.id } })
  const secret = 'a secret for tests'
  const good = tokenFor(secret, ended.id)
  const guesses = [
    'x',
    '../../etc/passwd',
    good.slice(0, -1),
    `${good.slice(0, -2)}AA`,
    tokenFor('another', ended.id),
    'A'.repeat(54),
  ]
  const said: [number, string][] = []
  for (const token of [...guesses, tokenFor(secret, waiting.id)]) {
    const { statusCode, body } = await visit(school, `/guest/${encodeURIComponent(token)}`)
    said.push([statusCode, body])
  }
  expect(new Set(said.map(([status]) => status))).toEqual(new Set([404]))
  expect(new Set(said.map(([, body]) => body)).size).toBe(1)
  const link = await school.as('jonas').ask(GetShowcaseLink, { params: { id: ended.id } })
  const midnight = new Date(link.body.closesAt)
  school.clock.now = new Date(midnight.getTime() - 1000)
  expect((await visit(school, ended.path)).statusCode).toBe(200)
  school.clock.now = midnight
  const over = [await visit(school, ended.path), await visit(school, withdrawn.path)]
  expect(over.map(({ statusCode }) => statusCode)).toEqual([410, 410])
  expect(over[0]?.body).toBe(over[1]?.body)
  for (const { body, headers } of over) {
    expect(body).not.toMatch(/Jonas|proud|helped/)
    expect(headers['x-robots-tag']).toContain('noindex')
  }
  school.clock.now = new Date('2026-11-24T18:00:00Z')
})

test('its files leave only while it is open, at their addresses, in the forms made for guests', async () => {
  const shown = await openShowcase(school)
  const { body } = await visit(school, shown.path)
  const file = /src="(\/guest\/media\/[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await visit(school, file)).statusCode).toBe(200)
  expect((await visit(school, file, { range: 'bytes=0-0' })).statusCode).toBe(206)
  for (const bad of [
    file.replace(/key=../, 'key=00'),
    file.split('?')[0] ?? '',
    file.replace('/full', '/download'),
  ]) {
    expect([bad, (await visit(school, bad)).statusCode]).toEqual([bad, 404])
  }
  const other = await openShowcase(school)
  expect((await visit(school, file.replace(shown.id, other.id))).statusCode).toBe(404)
  school.clock.now = new Date(school.clock.now.getTime() + 61 * 60_000)
  expect((await visit(school, file)).statusCode).toBe(404)
  school.clock.now = new Date('2026-11-24T18:00:00Z')
  await school.as('jonas').ask(WithdrawShowcase, { params: { id: shown.id } })
  expect((await visit(school, file)).statusCode).toBe(404)
})

test('a page asks the database once, however much it shows', async () => {
  const { path } = await openShowcase(school)
  await visit(school, path)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const counted = countQueries()
  await visit(school, path, { 'user-agent': 'Googlebot' })
  counted.stop()
  expect(counted.sent).toBe(1)
})

test('with a passcode only those who say it come in, and the pass is for this page alone', async () => {
  const shown = await openShowcase(school, { passcode: 'birch bark' })
  const asked = await visit(school, shown.path)
  expect([asked.statusCode, asked.body.includes('<form'), asked.body.includes('Jonas')]).toEqual([
    200,
    true,
    false,
  ])
  const wrong = await tryPasscode(school, shown.path, 'birch')
  expect([wrong.statusCode, wrong.cookies]).toEqual([403, []])
  const right = await tryPasscode(school, shown.path, ' birch bark ')
  const [pass] = right.cookies
  expect([right.statusCode, pass?.path]).toEqual([303, shown.path])
  const cookie = `${pass?.name}=${pass?.value}`
  expect((await visit(school, shown.path, { cookie })).body).toContain('Nobody helped me.')
  const other = await openShowcase(school, { passcode: 'birch bark' })
  expect((await visit(school, other.path, { cookie })).body).not.toContain('Nobody helped me.')
})

test('somebody who knows the passcode does not make room for others to go on guessing', async () => {
  const shown = await openShowcase(school, { passcode: 'birch bark' })
  const statuses: number[] = []
  for (let guess = 0; guess < 12; guess += 1) {
    statuses.push((await tryPasscode(school, shown.path, `guess ${guess}`)).statusCode)
    // ten wrong ones in a row, with the right one said in between by a guest
    if (guess < 8) expect((await tryPasscode(school, shown.path, 'birch bark')).statusCode).toBe(303)
  }
  expect(statuses).toEqual([...Array(10).fill(403), 429, 429])
})

test('right passcodes are not counted: a hall full of guests comes in', async () => {
  const shown = await openShowcase(school, { passcode: 'birch bark' })
  for (let guest = 0; guest < 25; guest += 1)
    expect((await tryPasscode(school, shown.path, 'birch bark')).statusCode).toBe(303)
})

test('what is said in a recording can be read, as it was agreed to, while it is shown', async () => {
  const mediaId = await placeMedia(school, 'jonas', 'audio')
  const write = (revision: number, words: string) =>
    school.as('jonas').ask(WriteTranscript, {
      params: { id: mediaId, revision: String(revision) },
      body: { locale: 'en', words },
    })
  await write(1, 'Glass remembers heat.')
  const piece = await addPieceOf(
    school,
    'jonas',
    [{ kind: 'media', mediaId, alt: 'how I did it', caption: '' }],
    [],
  )
  const collectionId = await collect(school, 'jonas', choosing({ pieceId: piece.id }))
  const id = newId()
  const body = { collectionId, ...midnightTonight }
  await school.as('jonas').ask(ProposeShowcase, { params: { id }, body })
  await answer(school, 'halvorsen', id, 'teacher')
  await write(2, 'Nobody agreed to this.')
  const page = (await visit(school, await pathTo(school, 'jonas', id))).body
  expect(page).toContain('Read what is said')
  const address = /href="(\/guest\/media\/[^"]+\/words[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const said = await visit(school, address)
  expect([said.statusCode, said.headers['content-type'], said.body]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'Glass remembers heat.',
  ])
  await school.as('jonas').ask(WithdrawShowcase, { params: { id } })
  expect((await visit(school, address)).statusCode).toBe(404)
})

test('a passcode of nothing but spaces is none, and is refused', async () => {
  await expect(proposeShowcase(school, 'jonas', { passcode: '      ' })).rejects.toThrow('"invalid"')
})

test('5,000 guesses at a passcode get nowhere', async () => {
  const shown = await openShowcase(school, { passcode: '4711' })
  const statuses = new Map<number, number>()
  for (let place = 0; place < 5_000; place += 50) {
    const batch = Array.from({ length: 50 }, (_, more) =>
      tryPasscode(school, shown.path, String(place + more).padStart(4, '0')),
    )
    for (const { statusCode } of await Promise.all(batch))
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
  }
  expect(statuses.get(303)).toBeUndefined()
  expect(statuses.get(403)).toBeLessThanOrEqual(10)
  expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(5_000)
  school.clock.now = new Date(school.clock.now.getTime() + 11 * 60_000)
  expect((await tryPasscode(school, shown.path, '4711')).statusCode).toBe(303)
}, 120_000)
