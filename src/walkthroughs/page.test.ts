import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  meetingOf,
  openRound,
  preparationOf,
  prepare,
  recordForFamily,
  sayReady,
} from '../../test/support/conferring.ts'
import { setGoal } from '../../test/support/completing.ts'
import { addPiece } from '../../test/support/making.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { DeleteGoal } from '../goals/contract.ts'
import { ListMyConferences } from '../conferences/contract.ts'
import { WriteTranscript } from '../media/contract.ts'
import { GetWalkthrough } from './contract.ts'
import { captionsOf } from './captions.ts'

let school: School
let id: string
beforeAll(async () => {
  school = await openSchool()
  const round = await openRound(school)
  const { id: pieceId } = await addPiece(school, 'mika')
  await prepare(school, 'mika', round, {
    welcomeCue: 'My card 77ab',
    choices: [{ kind: 'proud', pieceId, why: 'It <hovers>', cue: 'My card 77ab' }],
  })
  await sayReady(school, 'mika', round)
  await preparationOf(school, 'mika', round)
  id = await recordForFamily(school, round)
})
afterAll(() => school.close())

const look = async (key: string | null, more = '') =>
  school.program.app.inject({
    method: 'GET',
    url: `/children/conferences/${id}${more}`,
    headers: { cookie: key ? await school.as(key).cookie() : '', 'accept-language': 'en' },
  })
const send = async (
  key: string | null,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  school.program.app.inject({
    method: 'POST',
    url: `/children/conferences/${id}/answers`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: key ? await school.as(key).cookie() : '',
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  })

test('without a script her mother hears it above its pages, each with its moment, and with no card of hers', async () => {
  const page = await look('amara')
  expect(page.statusCode).toBe(200)
  expect(page.body).toMatch(
    /<video[^>]* controls[\s\S]*<source[\s\S]*<article id="page-1">[\s\S]*<article id="page-2">/,
  )
  expect(page.body).toMatch(/recorded this for you \w+day \d+ \w+\. Answer by \w+day \d+ \w+ if you can/)
  expect(page.body).toContain('It &lt;hovers&gt;')
  expect(page.body).toContain('Spoken about from 0:20')
  expect(page.body).not.toMatch(/<script|My card 77ab/)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect((await look('amara', '?in=fr')).body).toContain('lang="fr"')
  const inStep = await look('amara', '/pages.vtt?in=en')
  expect(inStep.headers['content-type']).toMatch(/^text\/vtt/)
  expect(inStep.body).toMatch(/^WEBVTT\n\n00:00:00.000 --> 00:00:20.000\nWelcome\n\n00:00:20.000 --> /)
  for (const key of ['tomas', 'okafor', 'noor', 'chen'])
    for (const more of ['', '/pages.vtt'])
      expect([key, (await look(key, more)).statusCode]).toEqual([key, 404])
  expect((await look(null)).headers['location']).toMatch(/^\/sign-in\?to=%2Fchildren%2Fconferences%2F/)
})

test('what she wrote down of what she says is read there by those who cannot hear it; nobody writes it for her', async () => {
  const media = (await school.as('mika').ask(GetWalkthrough, { params: { id } })).body?.media.id ?? ''
  const write = (key: string) =>
    school.as(key).ask(WriteTranscript, {
      params: { id: media, revision: 1 },
      body: {
        locale: 'en',
        words: 'Hello.\nThis is my drone.',
        captions: captionsOf({ marks: [0, 20] }, ['Hello.', 'This is my drone.'], 40),
      },
    })
  for (const key of ['amara', 'rivera']) expect([key, (await write(key)).code]).toEqual([key, 'not_allowed'])
  expect((await write('mika')).status).toBe(200)
  const { body } = await look('amara')
  expect(body).toContain('Hello.\nThis is my drone.')
  expect(body).toMatch(/<track kind="captions" default/)
})

test('on the page of her children it waits for her, until she has answered; she answers by a plain form, once', async () => {
  const children = async (key: string) =>
    (
      await school.program.app.inject({
        url: '/children',
        headers: { cookie: await school.as(key).cookie(), 'accept-language': 'en' },
      })
    ).body
  expect(await children('amara')).toContain(`/children/conferences/${id}`)
  expect(await children('tomas')).not.toContain(id)
  const answer = { id: newId(), kind: 'noticed', words: 'You said why.\r\nI liked that.' }
  expect((await send('amara', answer, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  const signedOut = await send(null, answer)
  expect(signedOut.statusCode).toBe(401)
  expect(signedOut.body).toContain('I liked that.')
  expect((await send('tomas', answer)).statusCode).toBe(404)
  expect((await send('rivera', answer)).statusCode).toBe(403)
  expect((await send('amara', { ...answer, kind: 'graded' })).statusCode).toBe(400)
  for (const _ of [1, 2])
    expect((await send('amara', answer)).headers['location']).toBe(`/children/conferences/${id}?answered=1`)
  const { body } = await meetingOf(school, 'mika', id)
  expect(body.closedAt).not.toBeNull()
  expect(body.words.map(({ words }) => words)).toEqual(['You said why.\nI liked that.'])
  const answerOf = async (key: string) =>
    (await school.as(key).ask(ListMyConferences)).body.flatMap(({ conferences }) => conferences)[0]?.answer
  expect(await answerOf('mika')).toMatchObject({ name: expect.stringMatching(/^Amara/) })
  expect(await answerOf('amara')).toBeNull()
  expect(await children('amara')).not.toContain(`/children/conferences/${id}`)
  expect((await look('amara', '?answered=1')).body).toContain('role="status"')
})

test('a goal that she deletes later leaves its page, so that what she says stays with what it is about', async () => {
  const { id: goalId } = await setGoal(school, 'mika')
  const round = await openRound(school)
  await prepare(school, 'mika', round, { goalId })
  await sayReady(school, 'mika', round)
  const recorded = await recordForFamily(school, round)
  const pages = async () => {
    const address = `/children/conferences/${recorded}`
    const headers = { cookie: await school.as('amara').cookie(), 'accept-language': 'en' }
    const { body } = await school.program.app.inject({ method: 'GET', url: address, headers })
    return [...body.matchAll(/<h2>(\d\. [^<]+)/g)].map(([, name]) => name)
  }
  const before = await pages()
  await school.as('mika').ask(DeleteGoal, { params: { id: goalId } })
  expect(before).toHaveLength(3)
  expect(await pages()).toEqual(before)
  const { body } = await school.as('amara').ask(GetWalkthrough, { params: { id: recorded } })
  expect([body?.goal, body?.goalShown]).toEqual([null, true])
})
