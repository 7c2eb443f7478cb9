import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { addPiece } from '../../test/support/making.ts'
import { begin, close, openRound, told } from '../../test/support/conferring.ts'
import { nightPasses } from '../../test/support/night.ts'
import { apply, bring, oneRoster, zipOf } from '../../test/support/rostering.ts'
import { addressOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import type { Endpoint } from '../platform/contract.ts'
import { type RawBuilder, sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as contract from './contract.ts'
import { tellPrograms } from './hook-store.ts'
import { keyIn } from './program.ts'
import { signedHeaders } from './sign-call.ts'

let school: School
let listener: Server
let heard: { headers: IncomingHttpHeaders; body: string }[] = []
let answer = 200
const logged: string[] = []
const { districtId } = castMember('singh')

beforeAll(async () => {
  school = await openSchool({ works: true, localAddresses: true })
  const keep = (facts: Record<string, unknown>, sentence: string) =>
    void logged.push(JSON.stringify([facts, sentence]))
  school.program.ground.log = { info: keep, error: keep }
  await addPiece(school, 'mika')
  listener = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    heard.push({ headers: request.headers, body })
    response.writeHead(answer).end('thank you')
  }).listen(0, '127.0.0.1')
})
beforeEach(() => {
  heard = []
  answer = 200
})
afterAll(async () => {
  await school.close()
  listener.close()
})

const address = () => `http://127.0.0.1:${(listener.address() as AddressInfo).port}/heard`
const letIn = async (reads: string[], days = 30, key = 'singh', id = newId()) => ({
  id,
  ...(await school
    .as(key)
    .ask(contract.LetProgramIn, { params: { id }, body: { name: 'Our warehouse', reads, days } })),
})
async function readWith(key: string | undefined, endpoint: Endpoint, query: object = {}, held?: string) {
  const headers = {
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(held === undefined ? {} : { 'if-none-match': held }),
  }
  const said = await school.program.app.inject({
    method: 'GET',
    url: addressOf(endpoint, { query }),
    headers,
  })
  const body = said.body === '' ? {} : said.json()
  return {
    status: said.statusCode,
    headers: said.headers,
    body,
    code: body.error?.code,
    text: said.body,
  }
}
const addHook = async (key = 'singh', at = address(), id = newId()) => ({
  id,
  ...(await school
    .as(key)
    .ask(contract.AddHook, { params: { id }, body: { address: at, events: ['roster.applied'] } })),
})
const happens = (event: 'roster.applied' | 'conference.closed') =>
  asTheSystem(school.program.ground, { reason: 'test', districtId }, (context) =>
    tellPrograms(context, { districtId, event, subject: { import: 'the-import' } }),
  )
const hookOf = async (id: string) =>
  (await school.as('singh').ask(contract.ListPrograms)).body.hooks.find((hook) => hook.id === id)

test('only the office of the whole district lets a program in, and sees which there are', async () => {
  for (const key of ['mika', 'amara', 'rivera', 'chen', 'leila', 'ravi']) {
    expect([key, (await letIn(['people'], 30, key)).code]).toEqual([key, 'not_found'])
    expect([key, (await addHook(key)).code]).toEqual([key, 'not_found'])
    expect([key, (await school.as(key).ask(contract.ListPrograms)).code]).toEqual([key, 'not_found'])
  }
  expect((await letIn(['people'])).body.key).toMatch(/^cairn_key_[\w-]{43}$/)
})

test('a key reads what it was given for, of its own district, and nothing that a child made', async () => {
  const { key } = (await letIn(['people'])).body
  const schools = await readWith(key, contract.ReadSchools)
  expect(schools.body.schools.length).toBeGreaterThan(0)
  const people = await readWith(key, contract.ReadPeople)
  const byId = new Map(people.body.people.map((one: { id: string }) => [one.id, one]))
  expect(byId.get(idOf('mika'))).toMatchObject({ givenName: 'Mika', roles: ['student'], username: 'mika' })
  expect(byId.get(idOf('okafor'))).toMatchObject({ roles: ['guardian', 'teacher'] })
  expect(castMember('marsh').districtId).not.toBe(districtId)
  expect(byId.has(idOf('marsh'))).toBe(false)
  expect((await readWith(key, contract.ReadCounts)).code).toBe('not_allowed')
  const counts = await readWith((await letIn(['counts'])).body.key, contract.ReadCounts)
  expect(Math.max(...counts.body.classes.map((one: { pieces: number }) => one.pieces))).toBeGreaterThan(0)
  expect(schools.text + people.text + counts.text).not.toContain('by mika')
})

test('pages follow one another without a gap and without a person twice', async () => {
  const { key } = (await letIn(['people'])).body
  const whole = (await readWith(key, contract.ReadEnrollments)).body
  expect(whole.next).toBeNull()
  const found: { id: string }[] = []
  let after: string | undefined
  do {
    const page = (await readWith(key, contract.ReadEnrollments, { most: '3', ...(after && { after }) })).body
    found.push(...page.enrollments)
    after = page.next ?? undefined
  } while (after)
  expect(found).toEqual(whole.enrollments)
})

test('everybody comes once, page by page; who changed since is asked for by themselves', async () => {
  const { key } = (await letIn(['people'])).body
  const read = async (query: object) => (await readWith(key, contract.ReadPeople, query)).body
  const idsOf = ({ people }: { people: { id: string }[] }) => people.map(({ id }) => id)
  school.later(0.01)
  const ids: string[] = []
  const first = await read({ most: '4' })
  for (let page = first; page; page = page.next && (await read({ most: '4', after: page.next })))
    ids.push(...idsOf(page))
  expect(ids).toEqual(idsOf(await read({ most: '1000' })))
  school.later(0.01)
  const sheets = oneRoster({
    people: [{ id: 'S9', role: 'student', given: 'Ana', family: 'Moss' }],
    classes: [],
  })
  expect((await apply(school, (await bring(school, zipOf(sheets))).id)).status).toBe(200)
  expect((await read({ since: first.asOf })).people).toMatchObject([{ givenName: 'Ana' }])
  expect((await readWith(key, contract.ReadPeople, { since: 'yesterday' })).status).toBe(400)
})

test('whoever is changed while a roster is being applied waits for nobody, and is told once', async () => {
  const { key } = (await letIn(['people'])).body
  const { asOf } = (await readWith(key, contract.ReadPeople)).body
  school.later(0.01)
  const why = { reason: 'test', districtId }
  const change = (set: RawBuilder<unknown>) => sql`update ${set} = ${idOf('mika')}`
  await asTheSystem(school.program.ground, why, async (roster) => {
    await change(sql`enrollment set grade = grade where person_id`).execute(roster.db)
    school.later(0.0001)
    await asTheSystem(school.program.ground, why, async ({ db }) => {
      await sql`set local lock_timeout = '3s'`.execute(db)
      await change(sql`person set given_name = given_name where id`).execute(db)
    })
  })
  const changes = () =>
    asTheSystem(school.program.ground, why, ({ db }) =>
      sql`select 1 from program_change where thing_id = ${idOf('mika')}`.execute(db),
    )
  expect((await changes()).rows.length).toBeGreaterThan(1)
  await nightPasses(school)
  expect((await changes()).rows).toHaveLength(1)
  const { people } = (await readWith(key, contract.ReadPeople, { since: asOf })).body
  expect(people.filter((one: { id: string }) => one.id === idOf('mika'))).toHaveLength(1)
})

test('what a program holds already is not sent again, and is when it changed', async () => {
  const { key } = (await letIn(['people', 'counts'])).body
  for (const endpoint of [
    contract.ReadSchools,
    contract.ReadPeople,
    contract.ReadEnrollments,
    contract.ReadCounts,
  ]) {
    const { etag } = (await readWith(key, endpoint)).headers
    const again = await readWith(key, endpoint, {}, String(etag))
    expect([endpoint.name, again.status, again.text]).toEqual([endpoint.name, 304, ''])
  }
  const { etag } = (await readWith(key, contract.ReadCounts)).headers
  await addPiece(school, 'mika')
  expect((await readWith(key, contract.ReadCounts, {}, String(etag))).status).toBe(200)
  expect((await readWith(`${key}x`, contract.ReadCounts, {}, String(etag))).status).toBe(401)
})

test.each([
  ['none', () => undefined],
  ['one that was made up', () => `cairn_key_${'a'.repeat(43)}`],
  ['something else', () => 'hello'],
])('without a key that stands (%s) nothing is read', async (_, key) => {
  const said = await readWith(key(), contract.ReadPeople)
  expect([said.status, said.code]).toEqual([401, 'key_refused'])
  expect(said.headers['www-authenticate']).toBe('Bearer')
})

test('a key ends when it is ended, and at its moment; the list shows its use and never itself', async () => {
  const ended = await letIn(['people'])
  expect((await readWith(ended.body.key, contract.ReadSchools)).status).toBe(200)
  const list = await school.as('singh').ask(contract.ListPrograms)
  expect(list.body.keys.find(({ id }) => id === ended.id)?.lastUsedAt).not.toBeNull()
  expect(list.text).not.toContain(ended.body.key.slice(10))
  expect((await school.as('rivera').ask(contract.EndProgramKey, { params: { id: ended.id } })).code).toBe(
    'not_found',
  )
  await school.as('singh').ask(contract.EndProgramKey, { params: { id: ended.id } })
  expect((await readWith(ended.body.key, contract.ReadSchools)).code).toBe('key_refused')
  const short = await letIn(['people'], 1)
  school.later(2)
  expect((await readWith(short.body.key, contract.ReadSchools)).code).toBe('key_refused')
  const listed = (await school.as('singh').ask(contract.ListPrograms)).body.keys
  expect(listed.find(({ id }) => id === short.id)?.expired).toBe(true)
})

test('an answer that was lost is asked for again: a new key under the same id, until it was used', async () => {
  const first = await letIn(['people'])
  const second = await letIn(['people'], 30, 'singh', first.id)
  expect((await readWith(first.body.key, contract.ReadSchools)).code).toBe('key_refused')
  expect((await readWith(second.body.key, contract.ReadSchools)).status).toBe(200)
  expect((await letIn(['people'], 30, 'singh', first.id)).code).toBe('id_taken')
})

test('a hook is told, signed so that its reader can prove it, of what it asked for and nothing else', async () => {
  const hook = await addHook()
  await happens('conference.closed')
  await happens('roster.applied')
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(1)
  const { headers, body } = heard[0] ?? { headers: {}, body: '' }
  expect(JSON.parse(body)).toMatchObject({ type: 'roster.applied', data: { import: 'the-import' } })
  const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
  const key = Buffer.from(hook.body.secret.replace('whsec_', ''), 'base64')
  const right = createHmac('sha256', key).update(signed).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${right}`)
  await expect.poll(async () => (await hookOf(hook.id))?.calls[0]?.state).toBe('taken')
  expect(logged.join('\n')).not.toMatch(/the-import|127\.0\.0\.1|whsec_|cairn_key_/)
  await school.as('singh').ask(contract.EndHook, { params: { id: hook.id } })
})

test('a roster that is applied and a conference that is closed are told, once each', async () => {
  const id = newId()
  const events = ['roster.applied', 'conference.closed']
  await school.as('singh').ask(contract.AddHook, { params: { id }, body: { address: address(), events } })
  const sheets = oneRoster({
    people: [{ id: 'T9', role: 'teacher', given: 'Tia', family: 'Moss' }],
    classes: [],
  })
  const brought = await bring(school, zipOf(sheets))
  expect((await apply(school, brought.id)).status).toBe(200)
  const round = await openRound(school)
  const meeting = await begin(school, 'rivera', round, [told('amara')])
  expect((await close(school, 'rivera', meeting.id)).status).toBe(200)
  expect((await close(school, 'rivera', meeting.id)).status).toBe(200)
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(2)
  const said = heard.map(({ body }) => JSON.parse(body))
  expect(said.map(({ type }) => type).sort()).toEqual(['conference.closed', 'roster.applied'])
  expect(said.find(({ type }) => type === 'conference.closed')?.data).toEqual({
    conference: meeting.id,
    learner: idOf('mika'),
  })
  expect(said.find(({ type }) => type === 'roster.applied')?.data).toEqual({ import: brought.id })
  await school.as('singh').ask(contract.EndHook, { params: { id } })
})

test('a trial says at once what is wrong', async () => {
  const hook = await addHook()
  const trial = async (key = 'singh') =>
    (await school.as(key).ask(contract.TryHook, { params: { id: hook.id } })).body
  expect(await trial()).toEqual({ trouble: null })
  expect(heard.length).toBe(1)
  answer = 404
  expect(await trial()).toEqual({ trouble: '404' })
  // whoever tries looks now; nobody is told of a trial tonight
  expect((await hookOf(hook.id))?.calls[0]).toMatchObject({ state: 'given_up', trouble: '404' })
  expect(await trial('chen')).toMatchObject({ error: { code: 'not_found' } })
})

test.each(['ftp://x.example/', 'https://a:b@x.example/', 'https://x.example/#a', 'nowhere'])(
  '%s is no address to tell',
  async (at) => {
    expect((await addHook('singh', at)).code).toBe('invalid')
  },
)

test('id, seconds and body are signed together; a key is one word', () => {
  const secret = `whsec_${Buffer.from('a secret').toString('base64')}`
  const call = { id: 'msg_1', body: '{}', at: new Date(1_700_000_000_000) }
  const right = createHmac('sha256', 'a secret').update('msg_1.1700000000.{}').digest('base64')
  expect(signedHeaders([secret], call)['webhook-signature']).toBe(`v1,${right}`)
  expect(keyIn(`Bearer cairn_key_${'a'.repeat(43)}, Bearer b`)).toBeUndefined()
})
