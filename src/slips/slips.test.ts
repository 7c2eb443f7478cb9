import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import sharp from 'sharp'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { handSlip, holdEvent, visitorAt, voiceOf } from '../../test/support/exhibiting.ts'
import { hugePng } from '../../test/support/hostile-files.ts'
import { fetchMedia } from '../../test/support/making.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { visit } from '../../test/support/showing.ts'
import { DecideSlip, EndExhibition, LeaveStand, ListSlips, WriteCard } from '../exhibitions/contract.ts'
import { GetMedia, ListTranscripts, WriteTranscript } from '../media/contract.ts'
import { guestAddress } from '../showcases/make-page.ts'
import { WithdrawShowcase } from '../showcases/contract.ts'
import { largestSlipFile } from './slip.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
beforeEach(() => {
  school.clock.now = new Date('2026-11-24T18:00:00Z')
})
afterAll(() => school.close())

const read = async (key: string, id: string) =>
  (await school.as(key).ask(ListSlips, { params: { id } })).body.slips
const decide = (key: string, id: string, body: object = { releases: true }) =>
  school.as(key).ask(DecideSlip, { params: { id }, body })
const arriving = async () => (await readdir(school.program.storage.arrivingFolder)).length

/** The only slip there is, once the worker is done with what came with it. */
async function settled(id: string) {
  const made = async () => {
    const [slip] = await read('halvorsen', id)
    return slip !== undefined && (slip.isLost || slip.media?.state === 'ready')
  }
  await expect.poll(made, { timeout: 20_000, interval: 100 }).toBe(true)
  const [slip] = await read('halvorsen', id)
  if (!slip) throw new Error('no slip')
  return slip
}

async function stand() {
  const { path, standId, ...event } = await holdEvent(school)
  const at = `${path}/${standId}`
  return { ...event, path, at, standId, cookie: await visitorAt(school, at) }
}

test('the page of a slip is whole without a script, and its script is the one its policy names', async () => {
  const { at } = await stand()
  const { body, headers } = await visit(school, `${at}/slip`)
  expect(body).toMatch(/<input type="file" id="file" name="file" accept="audio\/\*" capture>/)
  expect(body).toContain('<div id="ways" class="ways" hidden>')
  expect(headers['content-security-policy']).toMatch(
    /default-src 'none'.*script-src 'sha256-[^ ]+'; connect-src 'self';.*media-src 'self' blob:/,
  )
  expect(headers['permissions-policy']).toContain('microphone=(self)')
  expect((await visit(school, at)).headers['content-security-policy']).not.toMatch(/script-src|blob:/)
})

test('a voice is cleaned, held, heard by the teacher, let through, and then by the learner alone', async () => {
  const { id, at, cookie, shown } = await stand()
  expect(voiceOf().includes('telltale')).toBe(true)
  const sent = await handSlip(school, at, { file: voiceOf(), signed: 'Margit' }, cookie)
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${at}/slip?sent=yes&in=en`])
  const slip = await settled(id)
  expect(slip).toMatchObject({
    words: '',
    signed: 'Margit',
    media: { kind: 'audio', name: 'slip' },
    isLost: false,
    said: null,
    may: { decide: true, passOn: true, writeDown: true },
  })
  const mediaId = slip.media?.id ?? ''
  const own = { cookie: await school.as('halvorsen').cookie() }
  for (const { address } of slip.media?.renditions ?? [])
    expect((await visit(school, address, own)).rawPayload.includes('telltale')).toBe(false)
  const everybody = ['jonas', 'halvorsen', 'minh', 'chen', 'rivera', 'ravi', 'amara']
  const reach = async () => {
    const statuses: [string, number][] = []
    for (const key of everybody) {
      const names = (slip.media?.renditions ?? []).map(({ name }) => name)
      statuses.push([key, await fetchMedia(school, key, mediaId, names[0])])
    }
    return statuses.flatMap(([key, status]) => (status === 200 ? [key] : []))
  }
  expect([await reach(), await read('jonas', id)]).toEqual([['halvorsen'], []])
  for (const key of ['jonas', 'halvorsen'])
    expect((await school.as(key).ask(GetMedia, { params: { id: mediaId } })).code).toBe('not_found')
  // a guest of the showcase with a key for it, if they could make one
  const until = String(Math.floor(school.clock.now.getTime() / 1000) + 600)
  const asked = { showcaseId: shown.id, mediaId, rendition: 'full', until }
  expect((await visit(school, guestAddress('a secret for tests', asked))).statusCode).toBe(404)
  expect((await decide('halvorsen', slip.id, { releases: false, reason: 'Too loud.' })).status).toBe(200)
  expect(await reach()).toEqual(['halvorsen'])
  expect((await decide('halvorsen', slip.id)).status).toBe(200)
  expect(await reach()).toEqual(['jonas', 'halvorsen'])
  expect(await read('jonas', id)).toMatchObject([
    { media: { kind: 'audio' }, may: { decide: false, passOn: false, writeDown: false } },
  ])
  const thanks = { params: { id: newId() }, body: { exhibitionId: id, words: 'I heard you. Thank you.' } }
  expect((await school.as('jonas').ask(WriteCard, thanks)).status).toBe(200)
})

test('a teacher writes down what was said, and the slip says who wrote', async () => {
  const { id, at, cookie } = await stand()
  await handSlip(school, at, { file: voiceOf() }, cookie)
  const slip = await settled(id)
  const mediaId = slip.media?.id ?? ''
  const write = (key: string, revision: number, words: string) =>
    school.as(key).ask(WriteTranscript, { params: { id: mediaId, revision }, body: { locale: 'en', words } })
  for (const key of ['jonas', 'chen', 'minh'])
    expect([key, (await write(key, 1, 'I love it')).code]).toEqual([key, 'not_found'])
  expect((await write('halvorsen', 1, 'Your lamp stays')).status).toBe(200)
  expect((await write('halvorsen', 1, 'Something else')).code).toBe('changed_elsewhere')
  expect((await write('halvorsen', 2, 'Your lamp stays with me.')).status).toBe(200)
  await decide('halvorsen', slip.id)
  expect((await read('jonas', id))[0]?.said).toMatchObject({
    revision: 2,
    words: 'Your lamp stays with me.',
    by: { name: 'Bjørn Halvorsen' },
  })
  // what a guest said is no more the learner's to write than anybody's
  expect((await write('jonas', 3, 'Mine')).code).toBe('not_allowed')
  const before = await school.as('halvorsen').ask(ListTranscripts, { params: { id: mediaId } })
  expect(before.body.map(({ words }) => words)).toEqual(['Your lamp stays with me.', 'Your lamp stays'])
})

test('a drawing loses where it was made; sent again it is kept once, and another is another slip', async () => {
  const { id, at, cookie } = await stand()
  const drawn = (background: string) =>
    sharp({ create: { width: 90, height: 60, channels: 3, background } })
      .withExif({ IFD0: { Model: 'A telltale camera' } })
      .png()
      .toBuffer()
  const form = { id: newId(), words: 'For you', file: await drawn('#3f6b4f') }
  for (let time = 0; time < 2; time += 1)
    expect((await handSlip(school, at, form, cookie)).statusCode).toBe(303)
  const slip = await settled(id)
  expect(slip).toMatchObject({ words: 'For you', media: { kind: 'picture' }, may: { writeDown: false } })
  const own = { cookie: await school.as('halvorsen').cookie() }
  for (const { address } of slip.media?.renditions ?? [])
    expect((await visit(school, address, own)).rawPayload.includes('telltale')).toBe(false)
  expect((await read('halvorsen', id)).length).toBe(1)
  await handSlip(school, at, { ...form, file: await drawn('#b3261e') }, cookie)
  expect((await read('halvorsen', id)).length).toBe(2)
  const digest = await school.as('mika').ask(ListSlips, { params: { id } })
  expect(digest.code).toBe('not_found')
})

test('what is no voice and no picture is refused with words kept; what only looks like one reaches nobody', async () => {
  const { id, at, cookie } = await stand()
  const before = await arriving()
  const words = '<script>alert(1)</script> kept'
  const refused = async (file: Buffer, as = cookie) => {
    const answer = await handSlip(school, at, { words, file }, as)
    return [answer.statusCode, answer.body.includes('&lt;script&gt;alert(1)&lt;/script&gt; kept')]
  }
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  for (const file of [page, svg, Buffer.from('%PDF-1.7 hello'), Buffer.from('MZ\x90\x00\x03')])
    expect(await refused(file)).toEqual([415, true])
  expect(await refused(Buffer.alloc(largestSlipFile + 1))).toEqual([413, true])
  expect([(await read('halvorsen', id)).length, await arriving()]).toEqual([0, before])
  // five tries are five tries, whatever came of them
  expect(await refused(voiceOf())).toEqual([429, true])
  const other = await visitorAt(school, at)
  const broken = hugePng(30_000, 30_000)
  expect((await handSlip(school, at, { file: broken }, other)).statusCode).toBe(303)
  const lost = await settled(id)
  expect(lost).toMatchObject({ isLost: true, media: null, may: { decide: true, passOn: false } })
  expect((await decide('halvorsen', lost.id)).code).toBe('changed_elsewhere')
  expect((await decide('halvorsen', lost.id, { releases: false, reason: 'Empty' })).status).toBe(200)
})

test('a browser that sends a film gets its answer, however much is still to come', async () => {
  const { at, cookie } = await stand()
  const origin = await school.program.app.listen({ port: 0, host: '127.0.0.1' })
  const form = new FormData()
  form.set('words', 'Look at <us>')
  form.set('file', new Blob([new Uint8Array(40 * 1024 * 1024)]), 'film.mp4')
  const body = new Response(form)
  const headers = { 'content-type': body.headers.get('content-type') ?? '', cookie }
  const asking = request(`${origin}${at}/slip`, { method: 'POST', headers })
  const answered = once(asking, 'response')
  const handedOver = once(asking, 'finish')
  asking.end(Buffer.from(await body.arrayBuffer()))
  // as browsers do, all is sent before the answer is read
  await handedOver
  const [answer] = (await answered) as [IncomingMessage]
  const page = Buffer.concat(await answer.toArray()).toString()
  expect([answer.statusCode, page.includes('Look at &lt;us&gt;')]).toEqual([413, true])
})

test('more than two minutes are passed on to nobody, and nothing is before it was prepared', async () => {
  const { id, at, cookie } = await stand()
  await handSlip(school, at, { words: 'Hear this', file: voiceOf(130) }, cookie)
  const [fresh] = await read('halvorsen', id)
  if (fresh?.media && !['ready', 'failed'].includes(fresh.media.state)) {
    expect(fresh.may.passOn).toBe(false)
  }
  const slip = await settled(id)
  // the words stay, and may be passed on without it
  expect(slip).toMatchObject({ isLost: true, media: null, may: { passOn: true, writeDown: false } })
})

test('at midnight, called off, taken away or left: nothing is kept, and what was typed is given back', async () => {
  const late = async (at: string, cookie: string) => {
    const answer = await handSlip(school, at, { words: 'Keep <this> of me', file: voiceOf() }, cookie)
    return [
      answer.statusCode,
      answer.body.includes('Keep &lt;this&gt; of me'),
      /role="alert"/.test(answer.body),
    ]
  }
  const before = await arriving()
  const withdrawn = await stand()
  await school.as('jonas').ask(WithdrawShowcase, { params: { id: withdrawn.shown.id } })
  expect(await late(withdrawn.at, withdrawn.cookie)).toEqual([404, true, true])
  const left = await stand()
  await school.as('jonas').ask(LeaveStand, { params: { id: left.standId } })
  expect(await late(left.at, left.cookie)).toEqual([404, true, true])
  const calledOff = await stand()
  await school.as('halvorsen').ask(EndExhibition, { params: { id: calledOff.id } })
  expect(await late(calledOff.at, calledOff.cookie)).toEqual([410, true, true])
  const night = await stand()
  school.clock.now = new Date(night.closesAt)
  expect(await late(night.at, night.cookie)).toEqual([410, true, true])
  for (const { id } of [withdrawn, left, calledOff, night]) expect(await read('halvorsen', id)).toEqual([])
  expect(await arriving()).toBe(before)
  // a guess is told nothing, and is not given its words back
  const guess = await handSlip(school, `/guest/event/x/${newId()}`, { words: 'Keep this' })
  expect([guess.statusCode, guess.body.includes('Keep this')]).toEqual([404, false])
})

test('other kinds of bodies are refused, and a form that is none says so', async () => {
  const { at, cookie } = await stand()
  const post = (type: string, payload: string) =>
    school.program.app.inject({
      method: 'POST',
      url: `${at}/slip`,
      headers: { 'content-type': type, origin: 'null', cookie },
      payload,
    })
  expect((await post('application/json', '{"words":"x"}')).statusCode).toBe(400)
  expect((await post('multipart/form-data; boundary=x', 'nonsense')).statusCode).toBe(400)
  expect((await post('multipart/form-data', 'nonsense')).statusCode).toBe(400)
})
