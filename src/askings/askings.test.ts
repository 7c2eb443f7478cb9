import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schoolOf } from '../../test/support/completing.ts'
import { addPiece, fetchMedia, placeMedia } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { comeIn, linkFor } from '../../test/support/welcoming.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const ask = (key: string, body: object = { body: 'the bridge that held a brick' }, id = newId()) =>
  school
    .as(key)
    .ask(contract.SayAsking, { params: { id }, body })
    .then((answer) => ({ id, answer }))
const answer = (key: string, askingId: string, more: object = { body: 'How thick was it?' }, id = newId()) =>
  school
    .as(key)
    .ask(contract.AnswerAsking, { params: { id }, body: { askingId, ...more } })
    .then((answered) => ({ id, answered }))
const find = async (key: string, id: string, learner = 'mika') => {
  const { body } = await school.as(key).ask(contract.ListAskings, { params: { id: idOf(learner) } })
  return body.askings?.find((one) => one.id === id)
}
const holds = (key: string, wanted: boolean) =>
  school
    .as(key)
    .ask(contract.SetAnswerRule, { params: { id: schoolOf('cedar-hill') }, body: { holds: wanted } })

test('a learner’s words are for their family and teachers; classmates and others find nothing', async () => {
  const { id } = await ask('mika')
  for (const key of ['mika', 'amara', 'tomas', 'rivera'])
    expect([key, (await find(key, id))?.body]).toEqual([key, 'the bridge that held a brick'])
  for (const key of ['noor', 'leila', 'okafor', 'chen', 'ravi']) {
    const asked = await school.as(key).ask(contract.ListAskings, { params: { id: idOf('mika') } })
    expect([key, asked.code]).toEqual([key, 'not_found'])
  }
})

test('the family page asks once for all children, and gets of each the newest and of no other child any', async () => {
  for (const body of ['one', 'two', 'three', 'four']) {
    school.clock.now = new Date(school.clock.now.getTime() + 60_000)
    await ask('mika', { body })
  }
  school.clock.now = new Date(school.clock.now.getTime() + 60_000)
  await ask('theo', { body: 'the drum' })
  await ask('noor', { body: 'not theirs' })
  const { body } = await school.as('amara').ask(contract.ListFamilyAskings)
  expect(body.map((one) => one.body)).toEqual(['the drum', 'four', 'three', 'two'])
  expect((await school.as('rivera').ask(contract.ListFamilyAskings)).body).toEqual([])
})

test('nobody speaks in the learner’s place; for a young child an adult writes it down, and the record says who', async () => {
  expect((await ask('rivera', { body: 'x', learnerId: idOf('mika') })).answer.code).toBe('not_allowed')
  expect((await ask('amara', { body: 'x', learnerId: idOf('mika') })).answer.code).toBe('not_allowed')
  expect((await ask('halvorsen', { body: 'x', learnerId: idOf('theo') })).answer.code).toBe('not_found')
  const { id } = await ask('okafor', { body: 'my worm', learnerId: idOf('theo') })
  expect(await find('amara', id, 'theo')).toMatchObject({ scribe: { id: idOf('okafor') }, body: 'my worm' })
})

test('a spoken one is heard by the family, and only while it stands; sent twice it is kept once', async () => {
  const mediaId = await placeMedia(school, 'mika', 'audio')
  expect((await ask('noor', { mediaId })).answer.code).toBe('not_found')
  const { id } = await ask('mika', { mediaId })
  expect((await ask('mika', { mediaId }, id)).answer.status).toBe(200)
  expect((await ask('mika', { body: 'other' }, id)).answer.code).toBe('id_taken')
  expect(await fetchMedia(school, 'amara', mediaId)).toBe(200)
  expect(await fetchMedia(school, 'noor', mediaId)).not.toBe(200)
  const takeBack = (key: string) => school.as(key).ask(contract.TakeAskingBack, { params: { id } })
  expect((await takeBack('amara')).code).toBe('not_allowed')
  expect((await takeBack('mika')).status).toBe(200)
  expect(await find('amara', id)).toBeUndefined()
  expect(await fetchMedia(school, 'amara', mediaId)).not.toBe(200)
  expect((await find('mika', id))?.takenBack).toBe(true)
})

test('a guardian answers, the child sees it, and the other household does not', async () => {
  const { id } = await ask('mika')
  expect((await answer('amara', id)).answered.status).toBe(200)
  expect((await find('mika', id))?.answers).toMatchObject([{ body: 'How thick was it?', standing: 'passed' }])
  expect((await find('tomas', id))?.answers).toEqual([])
  expect((await answer('rivera', id)).answered.code).toBe('not_allowed')
  expect((await answer('leila', id)).answered.code).toBe('not_found')
  expect((await answer('amara', id, { body: ' ' })).answered.code).toBe('invalid')
})

test('where the school wants, a teacher reads it first, and the record says who', async () => {
  for (const key of ['rivera', 'amara', 'mika']) expect((await holds(key, true)).code).toBe('not_found')
  expect((await holds('chen', true)).status).toBe(200)
  const { id } = await ask('mika')
  const { id: answerId } = await answer('tomas', id, { body: 'Show me on Sunday' })
  expect((await find('mika', id))?.answers).toEqual([])
  expect((await find('tomas', id))?.answers).toMatchObject([{ standing: 'waiting' }])
  const waiting = await school
    .as('rivera')
    .ask(contract.ListAnswersWaiting, { params: { id: classOf('division-3') } })
  expect(waiting.body.map((one) => one.answer.id)).toEqual([answerId])
  const decide = (key: string, passes = true) =>
    school.as(key).ask(contract.DecideAnswer, { params: { id: answerId }, body: { passes } })
  for (const key of ['mika', 'amara', 'okafor', 'chen'])
    expect([key, (await decide(key)).code]).toEqual([key, 'not_found'])
  expect((await decide('tomas')).code).toBe('not_allowed')
  expect((await decide('rivera')).status).toBe(200)
  expect((await decide('dubois', false)).code).toBe('changed_elsewhere')
  expect((await find('mika', id))?.answers).toMatchObject([
    { standing: 'passed', decidedBy: { id: idOf('rivera') } },
  ])
  expect((await find('amara', id))?.answers).toEqual([])
  await holds('chen', false)
})

const open = (cookie: string, url = '/children') =>
  school.program.app.inject({ method: 'GET', url, headers: { cookie, 'accept-language': 'en' } })

test('the family page is written by the server: their children’s work and words, and nobody else’s', async () => {
  const cookie = await comeIn(school, await linkFor(school, 'rivera', 'rosa'))
  const shared = await addPiece(school, 'mateo', ['family'])
  const kept = await addPiece(school, 'mateo', ['teachers'])
  const other = await addPiece(school, 'noor', ['family'])
  await ask('mateo', { body: '<script>alert(1)</script> the wolf' })
  const { id: foreign } = await ask('noor', { body: 'a secret of Noor' })
  const page = await open(cookie)
  expect(page.statusCode).toBe(200)
  expect(page.body.length).toBeLessThan(100_000)
  expect(page.body).not.toMatch(/<script/)
  expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; the wolf')
  expect(page.body).toContain(shared.id)
  for (const hidden of [kept.id, other.id, foreign, 'secret of Noor', 'Noor', 'Mika'])
    expect([hidden, page.body.includes(hidden)]).toEqual([hidden, false])
  expect((await open(cookie, '/children?in=fr')).body).toContain('lang="fr"')
  expect((await open(cookie)).body).toContain('href="/conference-times"')
  const away = await open('')
  expect([away.statusCode, away.headers['location']]).toEqual([303, '/sign-in?to=%2Fchildren'])
})

test('it takes an answer without a script, once, and none to another’s child or from another site', async () => {
  const cookie = await comeIn(school, await linkFor(school, 'rivera', 'rosa'))
  const { id } = await ask('mateo')
  const { id: foreign } = await ask('noor')
  const send = (asking: string, answerId: string, more: Record<string, string> = {}) =>
    school.program.app.inject({
      method: 'POST',
      url: '/children/answers',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...more },
      payload: new URLSearchParams({ id: answerId, asking, words: 'Tell me at supper' }).toString(),
    })
  const answerId = newId()
  expect((await send(id, answerId)).statusCode).toBe(303)
  expect((await send(id, answerId)).statusCode).toBe(303)
  expect((await find('mateo', id, 'mateo'))?.answers.map(({ body }) => body)).toEqual(['Tell me at supper'])
  expect((await send(foreign, newId())).statusCode).toBe(404)
  expect((await send(id, newId(), { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
})

test('a plain form sent after the session ended keeps the words, and sends them once somebody is in again', async () => {
  const { id: asking } = await ask('mateo')
  const answerId = newId()
  const words = 'Which bridge?\n<b>Tell</b> me'
  const send = (cookie: string, about = asking) =>
    school.program.app.inject({
      method: 'POST',
      url: '/children/answers',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
      payload: new URLSearchParams({ id: answerId, asking: about, words }).toString(),
    })
  const kept = await send('cairn=ended')
  expect(kept.statusCode).toBe(401)
  expect(kept.body).toContain('Which bridge?\n&lt;b&gt;Tell&lt;/b&gt; me</textarea>')
  expect(kept.body).toContain(`value="${answerId}"`)
  expect(kept.body).toContain(`value="${asking}"`)
  const cookie = await comeIn(school, await linkFor(school, 'rivera', 'rosa'))
  expect((await send(cookie, newId())).body).toContain('That could not be sent')
  expect((await send(cookie)).statusCode).toBe(303)
  expect((await find('mateo', asking, 'mateo'))?.answers.map(({ body }) => body)).toEqual([words])
})
