import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { addPiece, giveFeedback } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import {
  type Mood,
  openTranslationServer,
  type TranslationServer,
} from '../../test/support/translation-server.ts'
import { SayAsking } from '../askings/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import {
  EndTranslator,
  GetReadingLanguages,
  GetTranslator,
  KeepTranslator,
  TryTranslator,
} from '../translations/contract.ts'
import { RenamePiece } from '../work/contract.ts'

let school: School
let server: TranslationServer
const logged: string[] = []
const { districtId } = castMember('mika')
beforeAll(async () => {
  server = await openTranslationServer()
  school = await openSchool({ localAddresses: true })
  const keep = (facts: Record<string, unknown>, sentence: string) =>
    void logged.push(JSON.stringify([facts, sentence]))
  school.program.ground.log = { info: keep, error: keep }
})
afterAll(async () => {
  await school.close()
  await server.close()
})
beforeEach(() => {
  // the newest stand first
  school.clock.now = new Date(school.clock.now.getTime() + 1000)
  server.asked.length = 0
  server.mood = 'fine'
})

const languages = ['pa', 'ar', 'es']
const offer = (more: object = {}, key = 'singh') =>
  school.as(key).ask(KeepTranslator, { body: { address: server.address, languages, ...more } })
const ask = (key: string, body: string) =>
  school.as(key).ask(SayAsking, { params: { id: newId() }, body: { body } })
const look = async (key: string, url = '/children') =>
  school.program.app.inject({
    method: 'GET',
    url,
    headers: { cookie: await school.as(key).cookie(), 'accept-language': 'en' },
  })
const press = async (key: string, url: string, fields: Record<string, string> = {}, headers = {}) =>
  school.program.app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: await school.as(key).cookie(),
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  })
const sent = () => server.asked.flatMap(({ q }) => q)

test('until the district names a server nothing is offered and nothing is sent', async () => {
  await ask('mika', 'the bridge that held a brick')
  expect((await look('amara')).body).not.toContain('/children/language')
  expect((await school.as('amara').ask(GetReadingLanguages)).body).toEqual({ languages: [] })
  await press('amara', '/children/language', { language: 'pa' })
  await press('amara', '/children/translated')
  expect(server.asked).toEqual([])
})

test('only whoever runs the district names it; the key is kept sealed and goes to no other address', async () => {
  server.key = 'right'
  for (const key of ['chen', 'rivera', 'amara', 'mika'])
    expect([key, (await offer({}, key)).code, (await school.as(key).ask(GetTranslator)).code]).toEqual([
      key,
      'not_found',
      'not_found',
    ])
  const tried = async (body: { address: string; key?: string }) =>
    (await school.as('singh').ask(TryTranslator, { body })).body
  expect(await tried({ address: server.address, key: 'wrong' })).toMatchObject({ trouble: 'refused' })
  expect(await tried({ address: server.address, key: 'right' })).toMatchObject({
    trouble: null,
    sample: '[fr] Good morning.',
    languages: expect.arrayContaining([{ code: 'ar', name: 'العربية' }]),
  })
  expect(await tried({ address: 'http://127.0.0.1:9/' })).toMatchObject({ trouble: 'not_reached' })
  expect((await offer({ address: 'ftp://x.example' })).code).toBe('invalid')
  expect((await offer({ languages: ['<b>'] })).code).toBe('invalid')
  expect((await offer({ key: 'right' })).status).toBe(200)
  expect((await school.as('singh').ask(GetTranslator)).body).toMatchObject({ hasKey: true, languages })
  // kept for that address, it is used without being typed again; another address is asked without it
  expect((await tried({ address: server.address })).trouble).toBeNull()
  server.asked.length = 0
  await tried({ address: `${server.address}other/` })
  expect(server.asked.filter(({ api_key }) => api_key !== undefined)).toEqual([])
  const kept = await asTheSystem(school.program.ground, { reason: 'test', districtId }, ({ db }) =>
    db.selectFrom('translator').selectAll().execute(),
  )
  expect(JSON.stringify(kept)).not.toContain('right')
})

test('a guardian reads in a language Cairn does not speak: called what it is, beside the original, asked for once', async () => {
  const shared = await addPiece(school, 'mika', ['family'])
  await addPiece(school, 'noor', ['family'])
  const hidden = await addPiece(school, 'mika', ['teachers'])
  await school.as('mika').ask(RenamePiece, { params: { id: shared.id }, body: { title: 'Kite' } })
  await school.as('mika').ask(RenamePiece, { params: { id: hidden.id }, body: { title: 'Not yet' } })
  await ask('noor', 'what only her own family hears')
  const chosen = await press('amara', '/children/language', { language: 'pa' })
  expect([chosen.statusCode, chosen.headers['location']]).toEqual([303, '/children?translated=made'])
  const page = await look('amara')
  expect(page.body).toContain('<blockquote lang="pa" dir="ltr">[pa] the bridge that held a brick')
  expect(page.body).toContain('Translated by a machine at your school district · show the original')
  expect(page.body).toContain('<p dir="auto">the bridge that held a brick</p>')
  expect(page.body).toContain('[pa] Kite')
  expect(page.body.length).toBeLessThan(100_000)
  expect(sent()).toContain('by mika')
  expect(sent().join(' ')).not.toMatch(/noor|only her own|Not yet|Amara|Diallo/i)
  expect(server.asked[0]).toMatchObject({ source: 'auto', target: 'pa', format: 'text', api_key: 'right' })
  server.asked.length = 0
  await press('tomas', '/children/language', { language: 'pa' })
  expect([(await look('tomas')).body.includes('[pa] Kite'), server.asked]).toEqual([true, []])
  await school.as('mika').ask(RenamePiece, { params: { id: shared.id }, body: { title: 'The kite' } })
  expect((await look('amara')).body).not.toContain('[pa] Kite')
  await press('amara', '/children/translated')
  expect(sent()).toEqual(['The kite'])
  expect(logged.filter((line) => /bridge|kite|right/i.test(line))).toEqual([])
})

test('feedback and the child’s words are read on a page of their own, which counts as having looked; right to left where that is so', async () => {
  const { id, iterationId } = await addPiece(school, 'mika', ['family', 'teachers'])
  await giveFeedback(school, 'rivera', iterationId)
  const url = `/children/work/${id}`
  expect((await look('amara', url)).body).toContain('Look closely at the wings.')
  const chosen = await press('amara', '/children/language', { language: 'ar', to: url })
  expect(chosen.headers['location']).toBe(`${url}?translated=made`)
  const page = (await look('amara', url)).body
  expect(page).toContain('<p lang="ar" dir="rtl">[ar] Look closely at the wings.</p>')
  expect(page).toContain('<p dir="auto">Look closely at the wings.</p>')
  const looks = await asTheSystem(school.program.ground, { reason: 'test', districtId }, ({ db }) =>
    db.selectFrom('look').select('person_id').where('piece_id', '=', id).execute(),
  )
  expect(looks).toEqual([{ person_id: idOf('amara') }])
  server.asked.length = 0
  for (const key of ['leila', 'rivera', 'mika', 'noor']) {
    expect([key, (await look(key, url)).statusCode]).toEqual([key, 404])
    await press(key, '/children/translated', { to: url })
  }
  expect(
    (await press('amara', '/children/language', { language: 'es' }, { 'sec-fetch-site': 'cross-site' }))
      .statusCode,
  ).toBe(403)
  const astray = await press('amara', '/children/translated', { to: 'https://evil.example/' })
  expect(astray.headers['location']).toMatch(/^\/children\?/)
  expect(server.asked.flatMap(({ q }) => q).join(' ')).not.toMatch(/wings/)
})

test.each<[Mood | 'key', string]>([
  ['slow', 'never answers'],
  ['words', 'answers with something else'],
  ['fewer', 'forgets one'],
  ['huge', 'answers without end'],
  ['elsewhere', 'sends us elsewhere'],
  ['key', 'takes the key no more'],
])(
  '%s, a server that %s: the original stands there with a kind sentence',
  async (mood) => {
    const words = `in the mood ${mood}`
    await ask('mika', words)
    if (mood === 'key') server.key = 'another'
    else server.mood = mood
    const answer = await press('amara', '/children/translated')
    expect(answer.headers['location']).toBe('/children?translated=away')
    const page = await look('amara', '/children?translated=away')
    expect(page.body).toContain(`<blockquote dir="auto">${words}`)
    expect(page.body).toContain('Not everything could be translated just now.')
    expect(server.elsewhere()).toBe(0)
    server.key = 'right'
  },
  20_000,
)

test('markup in an answer is shown as what it is', async () => {
  await ask('mika', 'a drum')
  server.mood = 'markup'
  await press('amara', '/children/translated')
  const { body } = await look('amara')
  expect(body).toContain('&lt;script&gt;a drum&lt;/script&gt;')
  expect(body).not.toContain('<script')
})

test.each<Mood>(['blank', 'same'])(
  '%s: words that a machine cannot say otherwise stand as they are, once',
  async (mood) => {
    const { id } = await addPiece(school, 'mika', ['family'])
    const title = `Kite, ${mood}`
    await school.as('mika').ask(RenamePiece, { params: { id }, body: { title } })
    await ask('mika', `a ${mood} drum`)
    server.mood = mood
    await press('amara', '/children/translated')
    expect((await look('amara')).body).toContain(`<blockquote dir="auto">a ${mood} drum`)
    await press('amara', '/children/translated', { to: `/children/work/${id}` })
    const page = (await look('amara', `/children/work/${id}`)).body
    expect(page.slice(page.indexOf('<main>')).split(title)).toHaveLength(2)
    expect(page).not.toContain('by a machine')
  },
)

test('what is erased takes its translations with it; turned off, nothing is offered and the key is gone', async () => {
  const { id } = await addPiece(school, 'mika', ['family'])
  await school.as('mika').ask(RenamePiece, { params: { id }, body: { title: 'A lantern' } })
  await press('amara', '/children/translated')
  const count = () =>
    asTheSystem(school.program.ground, { reason: 'test', districtId }, async ({ db }) => {
      const found = await sql<{
        count: number
      }>`select count(*)::integer as count from translation where piece_id = ${id}`.execute(db)
      return found.rows[0]?.count
    })
  expect(await count()).toBe(2)
  await asTheSystem(school.program.ground, { reason: 'test', districtId }, ({ db }) =>
    sql`delete from piece where id = ${id}`.execute(db),
  )
  expect(await count()).toBe(0)
  expect((await school.as('rivera').ask(EndTranslator)).code).toBe('not_found')
  expect((await school.as('singh').ask(EndTranslator)).status).toBe(200)
  expect((await school.as('singh').ask(GetTranslator)).body).toMatchObject({ address: null, hasKey: false })
  const { body } = await look('amara')
  expect(body).not.toMatch(/lang="ar"|by a machine/)
  expect(body).toContain('<blockquote dir="auto">a drum')
})
