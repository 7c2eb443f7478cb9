import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece, fetchMedia, placeMedia } from '../../test/support/making.ts'
import { nightFalls } from '../../test/support/night.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { GetMedia, WriteTranscript } from '../media/contract.ts'
import { DeleteWork, WithdrawShare } from '../work/contract.ts'
import * as feedback from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

const readers = ['mika', 'rivera', 'dubois', 'amara', 'tomas']
const others = ['noor', 'ines', 'okafor', 'leila', 'jonas', 'chen', 'singh', 'ravi', 'marsh']

const give = (iterationId: string, more: object, id = newId(), key = 'rivera') =>
  school.as(key).ask(feedback.GiveFeedback, { params: { id }, body: { iterationId, ...more } })
const answer = (feedbackId: string, more: object, key = 'mika') =>
  school
    .as(key)
    .ask(feedback.ReplyToFeedback, { params: { id: newId() }, body: { feedbackId, kind: 'used', ...more } })
const heardBy = async (mediaId: string, keys: string[]) =>
  Promise.all(keys.map((key) => fetchMedia(school, key, mediaId)))

async function spokenFeedback() {
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  const note = await placeMedia(school, 'rivera', 'audio')
  const id = newId()
  expect((await give(piece.iterationId, { mediaId: note }, id)).status).toBe(200)
  return { piece, note, id }
}

test('feedback may be spoken, and so may its answer; exactly those who read it hear it', async () => {
  const { piece, note, id } = await spokenFeedback()
  const said = await placeMedia(school, 'mika', 'audio')
  expect((await answer(id, { mediaId: said })).status).toBe(200)
  const [given] = (await school.as('amara').ask(feedback.ListFeedback, { params: { id: piece.id } })).body
  expect([given?.body, given?.recording?.id, given?.replies[0]?.recording?.id]).toEqual(['', note, said])
  for (const mediaId of [note, said]) {
    expect(await heardBy(mediaId, readers)).toEqual(readers.map(() => 200))
    expect(await heardBy(mediaId, others)).toEqual(others.map(() => 404))
  }
})

test('feedback says something, in words or by a recording', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  expect((await give(piece.iterationId, {})).code).toBe('invalid')
  expect((await give(piece.iterationId, { body: '' })).code).toBe('invalid')
  const { id } = await spokenFeedback()
  const revise = (revision: string, body: string) =>
    school.as('rivera').ask(feedback.ReviseFeedback, { params: { id, revision }, body: { body } })
  expect((await revise('2', 'And look at the edge.')).status).toBe(200)
  expect((await revise('3', '')).status).toBe(200)
})

test("nobody speaks with another's recording", async () => {
  const { id, piece } = await spokenFeedback()
  const hers = await placeMedia(school, 'mika', 'audio')
  expect((await give(piece.iterationId, { mediaId: hers })).code).toBe('not_found')
  const his = await placeMedia(school, 'rivera', 'audio')
  expect((await answer(id, { mediaId: his })).code).toBe('not_found')
})

test('a recording is one write: sent twice it is given once, another one under the same id is refused', async () => {
  const { id, piece, note } = await spokenFeedback()
  expect((await give(piece.iterationId, { mediaId: note }, id)).status).toBe(200)
  const other = await placeMedia(school, 'rivera', 'audio')
  expect((await give(piece.iterationId, { mediaId: other }, id)).code).toBe('id_taken')
})

test('what is said in it is written down by whoever said it, and by nobody in their place', async () => {
  const { note, id } = await spokenFeedback()
  const said = await placeMedia(school, 'mika', 'audio')
  await answer(id, { mediaId: said })
  const write = async (key: string, mediaId: string) =>
    (
      await school.as(key).ask(WriteTranscript, {
        params: { id: mediaId, revision: '1' },
        body: { locale: 'en', words: `typed by ${key}` },
      })
    ).code ?? 'kept'
  expect([await write('mika', note), await write('dubois', note), await write('rivera', note)]).toEqual([
    'not_allowed',
    'not_allowed',
    'kept',
  ])
  expect([await write('rivera', said), await write('amara', said), await write('mika', said)]).toEqual([
    'not_allowed',
    'not_allowed',
    'kept',
  ])
})

test('when the work is no longer shared, its feedback is no longer heard; its learner keeps it', async () => {
  const { piece, note } = await spokenFeedback()
  for (const id of piece.shareIds) await school.as('mika').ask(WithdrawShare, { params: { id } })
  expect(await heardBy(note, ['mika', 'rivera', 'amara'])).toEqual([200, 404, 404])
})

test('a recording is kept as long as what it says stands, and erased with it', async () => {
  const { piece, note } = await spokenFeedback()
  const isKept = async () =>
    (await school.as('rivera').ask(GetMedia, { params: { id: note } })).status === 200
  await nightFalls(school, 40)
  expect(await isKept()).toBe(true)
  await school.as('mika').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: piece.id } })
  await nightFalls(school, 29)
  expect(await isKept()).toBe(true)
  await nightFalls(school, 31)
  expect(await isKept()).toBe(false)
})
