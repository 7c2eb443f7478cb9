import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptPack, tag } from '../../test/support/claiming.ts'
import { choosing, collect, collectionOf } from '../../test/support/collecting.ts'
import { addPiece, fetchMedia } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import {
  answer,
  midnightTonight,
  openShowcase,
  pathTo,
  proposeShowcase,
  visit,
} from '../../test/support/showing.ts'
import { DeleteCollection, ReviseCollection } from '../collections/contract.ts'
import { RemoveTag } from '../self-assessment/contract.ts'
import { DeleteWork, ReviseIteration, WithdrawShare } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const stateOf = async (key: string, { id, collectionId }: { id: string; collectionId: string }) =>
  (await school.as(key).ask(contract.ListShowcases, { params: { id: collectionId } })).body.find(
    (one) => one.id === id,
  )?.state
const requests = async (key: string) => (await school.as(key).ask(contract.ListShowcaseRequests)).body
const act = (
  key: string,
  what: typeof contract.WithdrawShowcase | typeof contract.TakeAnswerBack,
  id: string,
) => school.as(key).ask(what, { params: { id } })

test('it opens when a teacher has agreed, and for the young a guardian too; not before', async () => {
  const shown = await proposeShowcase(school, 'mika')
  expect(await stateOf('mika', shown)).toBe('waiting')
  const noLink = await school.as('mika').ask(contract.GetShowcaseLink, { params: { id: shown.id } })
  expect(noLink.code).toBe('not_allowed')
  await answer(school, 'rivera', shown.id, 'teacher')
  expect(await stateOf('mika', shown)).toBe('waiting')
  await answer(school, 'amara', shown.id, 'guardian')
  expect(await stateOf('mika', shown)).toBe('open')
  expect((await visit(school, await pathTo(school, 'mika', shown.id))).statusCode).toBe(200)
  const older = await proposeShowcase(school, 'jonas')
  await answer(school, 'halvorsen', older.id, 'teacher')
  expect(await stateOf('jonas', older)).toBe('open')
})

test('who is asked sees it and its files; nobody else does, and nobody answers in another’s place', async () => {
  const shown = await proposeShowcase(school, 'mika')
  for (const key of ['rivera', 'dubois', 'amara', 'tomas']) {
    expect([key, (await requests(key)).some(({ id }) => id === shown.id)]).toEqual([key, true])
    expect([key, await fetchMedia(school, key, shown.mediaId)]).toEqual([key, 200])
    const preview = await visit(school, `/guest/preview/showcases/${shown.id}`, {
      cookie: await school.as(key).cookie(),
    })
    expect([preview.statusCode, preview.body.includes('Nobody helped me.')]).toEqual([200, true])
  }
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'ravi', 'jonas', 'halvorsen']) {
    expect([key, (await requests(key)).some(({ id }) => id === shown.id)]).toEqual([key, false])
    const answers = [
      await answer(school, key, shown.id, 'teacher'),
      await answer(school, key, shown.id, 'guardian'),
      await act(key, contract.WithdrawShowcase, shown.id),
      await act(key, contract.TakeAnswerBack, shown.id),
      await school.as(key).ask(contract.GetShowcaseLink, { params: { id: shown.id } }),
      await school.as(key).ask(contract.ListShowcases, { params: { id: shown.collectionId } }),
    ]
    expect([key, ...answers.map(({ code }) => code)]).toEqual([key, ...Array(6).fill('not_found')])
    const preview = await visit(school, `/guest/preview/showcases/${shown.id}`, {
      cookie: await school.as(key).cookie(),
    })
    expect([key, preview.statusCode]).toEqual([key, 404])
  }
  expect((await answer(school, 'amara', shown.id, 'teacher')).code).toBe('not_allowed')
  expect((await answer(school, 'rivera', shown.id, 'guardian')).code).toBe('not_allowed')
  expect((await answer(school, 'mika', shown.id, 'teacher')).code).toBe('not_allowed')
  expect(await stateOf('mika', shown)).toBe('waiting')
})

test('a household does not learn what another answered; the learner and the teacher do', async () => {
  const shown = await proposeShowcase(school, 'mika')
  const body = { as: 'guardian', agrees: false, words: 'Not with that photo.' }
  await school.as('tomas').ask(contract.AnswerShowcase, { params: { id: shown.id }, body })
  const seen = async (key: string) => {
    const found = (await requests(key)).find(({ id }) => id === shown.id)
    return [found?.state, JSON.stringify(found).includes('Not with that photo.'), found?.answers.length]
  }
  expect([await seen('amara'), await seen('tomas'), await seen('rivera')]).toEqual([
    ['waiting', false, 1],
    ['declined', true, 2],
    ['declined', true, 2],
  ])
  expect(await stateOf('mika', shown)).toBe('declined')
})

test('until when is said on the school’s clock, and midnight belongs to the day it ends', async () => {
  for (const closesAtMinute of [1440, 20 * 60 + 30]) {
    const { id } = await proposeShowcase(school, 'mika', { closesAtMinute })
    const found = (await requests('amara')).find((one) => one.id === id)
    expect(found).toMatchObject({ closesOn: '2026-11-24', closesAtMinute })
  }
})

test('when it is over it is its learner’s alone again, its page and its files', async () => {
  const shown = await proposeShowcase(school, 'mika')
  const begun = school.clock.now
  const looks = async (key: string) => [
    (await visit(school, `/guest/preview/showcases/${shown.id}`, { cookie: await school.as(key).cookie() }))
      .statusCode,
    await fetchMedia(school, key, shown.mediaId),
  ]
  expect(await looks('amara')).toEqual([200, 200])
  school.clock.now = new Date(begun.getTime() + 2 * 24 * 3_600_000)
  expect([await looks('amara'), await looks('mika')]).toEqual([
    [404, 404],
    [200, 200],
  ])
  school.clock.now = begun
})

test('nobody proposes another’s, an empty one, a past day or one years away', async () => {
  const collectionId = await collect(
    school,
    'mika',
    choosing({ pieceId: (await addPiece(school, 'mika')).id }),
  )
  const propose = (key: string, body: object, id = newId()) =>
    school
      .as(key)
      .ask(contract.ProposeShowcase, { params: { id }, body: { collectionId, ...midnightTonight, ...body } })
  for (const key of ['rivera', 'amara', 'noor', 'chen'])
    expect((await propose(key, {})).code).toBe('not_found')
  const empty = await collect(school, 'mika', collectionOf())
  const codes = [
    (await propose('mika', { collectionId: empty })).code,
    (await propose('mika', { closesOn: '2026-11-23' })).code,
    (await propose('mika', { closesOn: '2028-11-23' })).code,
    (await propose('mika', { closesAtMinute: 1441 })).code,
    (await propose('mika', { passcode: 'abc' })).code,
  ]
  expect(codes).toEqual(Array(5).fill('invalid'))
  const id = newId()
  expect([(await propose('mika', {}, id)).status, (await propose('mika', {}, id)).status]).toEqual([200, 200])
  expect((await propose('noor', {}, id)).code).toBe('not_found')
})

test('not yet keeps it shut and says why; each takes back what they said, and it shuts at once', async () => {
  const shown = await openShowcase(school)
  const say = (agrees: boolean, words = '') =>
    school
      .as('halvorsen')
      .ask(contract.AnswerShowcase, { params: { id: shown.id }, body: { as: 'teacher', agrees, words } })
  await say(false, 'Crop your name out of the photo first.')
  expect([await stateOf('jonas', shown), (await visit(school, shown.path)).statusCode]).toEqual([
    'declined',
    404,
  ])
  await say(true)
  expect((await visit(school, shown.path)).statusCode).toBe(200)
  expect((await act('halvorsen', contract.TakeAnswerBack, shown.id)).status).toBe(200)
  expect([await stateOf('jonas', shown), (await visit(school, shown.path)).statusCode]).toEqual([
    'waiting',
    404,
  ])
})

test('its learner, a teacher or a guardian withdraws it at once and for good', async () => {
  for (const [learner, key] of [
    ['jonas', 'jonas'],
    ['jonas', 'halvorsen'],
    ['mika', 'tomas'],
  ] as const) {
    const shown = await proposeShowcase(school, learner)
    expect([key, (await act(key, contract.WithdrawShowcase, shown.id)).status]).toEqual([key, 200])
    expect([key, (await act(key, contract.WithdrawShowcase, shown.id)).status]).toEqual([key, 200])
    expect(await stateOf(learner, shown)).toBe('withdrawn')
    const late = await answer(school, learner === 'mika' ? 'rivera' : 'halvorsen', shown.id, 'teacher')
    expect(late.code).toBe('not_found')
  }
})

test('it shows what was agreed to: what changes later in the collection is not shown, what is taken away is gone', async () => {
  const shown = await openShowcase(school)
  const page = async () => (await visit(school, shown.path)).body
  const more = await addPiece(school, 'jonas')
  const body = choosing({ pieceId: more.id, why: 'Added later.' })
  await school.as('jonas').ask(ReviseCollection, { params: { id: shown.collectionId, revision: '2' }, body })
  expect([(await page()).includes('Nobody helped me.'), (await page()).includes('Added later.')]).toEqual([
    true,
    false,
  ])
  const parts = [{ kind: 'text', text: 'Not agreed to by anybody.' }]
  await school
    .as('jonas')
    .ask(ReviseIteration, { params: { id: shown.iterationId, revision: '2' }, body: { parts } })
  expect((await page()).includes('Nobody helped me.')).toBe(false)
  expect((await page()).includes('Not agreed')).toBe(false)
})

test('work deleted or taken back leaves no trace on the page, nor its files at their addresses', async () => {
  for (const take of ['delete', 'withdraw']) {
    const shown = await openShowcase(school)
    const before = (await visit(school, shown.path)).body
    const file = /src="(\/guest\/media\/[^"]+)"/.exec(before)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await visit(school, file)).statusCode).toBe(200)
    expect(await fetchMedia(school, 'halvorsen', shown.mediaId)).toBe(200)
    school.clock.now = new Date(school.clock.now.getTime() + 1000)
    if (take === 'delete') {
      await school.as('jonas').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: shown.pieceId } })
    } else {
      await school.as('jonas').ask(WithdrawShare, { params: { id: shown.shareId } })
    }
    const page = await visit(school, shown.path)
    expect([take, page.statusCode, page.body.includes('one page'), page.body.includes('<article')]).toEqual([
      take,
      200,
      false,
      false,
    ])
    expect([take, (await visit(school, file)).statusCode]).toEqual([take, 404])
    expect([take, await fetchMedia(school, 'halvorsen', shown.mediaId)]).toEqual([take, 404])
  }
})

test('with its collection it goes', async () => {
  const shown = await openShowcase(school)
  await school.as('jonas').ask(DeleteCollection, { params: { id: shown.collectionId } })
  expect((await visit(school, shown.path)).statusCode).toBe(410)
})

test('the office of the district says up to which grade a guardian is asked; nobody else does', async () => {
  const set = (key: string, guardianThroughGrade: number) =>
    school.as(key).ask(contract.SetShowcaseRule, { body: { guardianThroughGrade } })
  for (const key of ['mika', 'rivera', 'amara', 'chen'])
    expect([key, (await set(key, -1)).code]).toEqual([key, 'not_allowed'])
  expect((await set('singh', 12)).status).toBe(200)
  expect((await school.as('rivera').ask(contract.GetShowcaseRule)).body).toEqual({
    guardianThroughGrade: 12,
    may: { change: false },
  })
  const older = await proposeShowcase(school, 'jonas')
  await answer(school, 'halvorsen', older.id, 'teacher')
  expect(await stateOf('jonas', older)).toBe('waiting')
  await set('singh', 7)
  const again = await proposeShowcase(school, 'jonas')
  await answer(school, 'halvorsen', again.id, 'teacher')
  expect(await stateOf('jonas', again)).toBe('open')
})

test('how often the link was used is told by the day, without who', async () => {
  const shown = await openShowcase(school)
  const uses = async () =>
    (await requests('halvorsen')).find(({ id }) => id === shown.id)?.uses.map(({ times }) => times)
  await visit(school, shown.path)
  await visit(school, shown.path, { 'user-agent': 'Googlebot/2.1' })
  await expect.poll(uses, { timeout: 10_000 }).toEqual([1])
  expect(idOf('jonas')).toBeTruthy()
})

test('what a work needed is shown in plain words of the page’s language, until its learner removes the tag', async () => {
  const { competency } = await adoptPack(school)
  const piece = await addPiece(school, 'jonas', [])
  const tagged = (name: string) =>
    tag(school, 'jonas', { pieceId: piece.id, competencyId: competency(name) }).then((made) => made.id)
  const [shown] = [await tagged('Collaborating'), await tagged('Well-being')]
  const collectionId = await collect(school, 'jonas', choosing({ pieceId: piece.id, beside: [shown] }))
  const id = newId()
  await school
    .as('jonas')
    .ask(contract.ProposeShowcase, { params: { id }, body: { collectionId, ...midnightTonight } })
  await answer(school, 'halvorsen', id, 'teacher')
  const path = await pathTo(school, 'jonas', id)
  const page = async (language: string) => (await visit(school, path, { 'accept-language': language })).body
  expect(await page('en')).toContain('<li>Collaborating</li>')
  expect(await page('fr')).toMatch(/<li>[^<]*ollabor[^<]*<\/li>/)
  expect(await page('fr')).not.toContain('<li>Collaborating</li>')
  expect(await page('en')).not.toContain('Well-being')
  await school.as('jonas').ask(RemoveTag, { params: { id: shown } })
  expect(await page('en')).not.toContain('Collaborating')
})
