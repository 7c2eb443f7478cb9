import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPieceOf, placeMedia, text } from '../../test/support/making.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { ReviseIteration } from '../work/contract.ts'
import * as feedback from './contract.ts'
import type { Pin } from '../pins/pin.ts'

let school: School
let pictureId: string
let soundId: string
let documentId: string
let piece: Awaited<ReturnType<typeof addPieceOf>>
beforeAll(async () => {
  school = await openSchool()
  pictureId = await placeMedia(school, 'mika', 'picture')
  soundId = await placeMedia(school, 'mika', 'audio')
  documentId = await placeMedia(school, 'mika', 'document')
})
afterAll(() => school.close())

const story = 'Shh. The river came slowly, like a cat. Lou followed.'
const make = async () => {
  const media = [pictureId, soundId, documentId].map((mediaId) => ({ kind: 'media' as const, mediaId }))
  piece = await addPieceOf(school, 'mika', [...text(story), ...media])
  return piece
}
const at = (position: number, revision = 1) => ({ position, revision })
const point = { x: 0.25, y: 0.3333333333333333, width: 0, height: 0 }
const pins = (): Pin[] => [
  { kind: 'words', ...at(0), quote: 'slowly, like a cat', start: 20 },
  { kind: 'spot', ...at(1), mediaId: pictureId, area: point },
  { kind: 'spot', ...at(1), mediaId: pictureId, area: { x: 0.5, y: 0, width: 0.5, height: 0.1 } },
  { kind: 'moment', ...at(2), mediaId: soundId, from: 12.5, to: null },
  { kind: 'moment', ...at(2), mediaId: soundId, from: 12.5, to: 20 },
  { kind: 'page', ...at(3), mediaId: documentId, page: 4, area: point },
  { kind: 'page', ...at(3), mediaId: documentId, page: 1, area: null },
]
const give = (pin: unknown, id = newId(), key = 'rivera') =>
  school.as(key).ask(feedback.GiveFeedback, {
    params: { id },
    body: { iterationId: piece.iterationId, body: 'Here.', pin },
  })
const pinsFor = async (key: string) =>
  (await school.as(key).ask(feedback.ListFeedback, { params: { id: piece.id } })).body.map((one) => one.pin)

test('several pins on one attempt, of every kind, are read as they were placed', async () => {
  await make()
  for (const pin of pins()) expect((await give(pin)).status).toBe(200)
  for (const key of ['mika', 'rivera', 'dubois', 'amara', 'tomas']) expect(await pinsFor(key)).toEqual(pins())
})

test('a pin sent twice is placed once, and another place under the same id is refused', async () => {
  await make()
  const id = newId()
  const [, spot] = pins()
  expect((await give(spot, id)).status).toBe(200)
  expect((await give(spot, id)).status).toBe(200)
  expect((await give({ ...spot, area: { ...point, x: 0.3 } }, id)).code).toBe('id_taken')
  expect((await give(undefined, id)).code).toBe('id_taken')
  expect(await pinsFor('mika')).toEqual([spot])
})

test.each([
  ['another part', { kind: 'spot', ...at(2), area: point }],
  ['a part that is not there', { kind: 'spot', ...at(9), area: point }],
  ['a revision that is not there', { kind: 'spot', ...at(1, 2), area: point }],
  ['words that are not in the text', { kind: 'words', ...at(0), quote: 'the sea', start: 0 }],
  ['a second of a picture', { kind: 'moment', ...at(1), from: 1, to: null }],
] as const)('nothing is pinned to %s', async (_where, pin) => {
  await make()
  const sent = pin.kind === 'words' ? pin : { ...pin, mediaId: pictureId }
  expect((await give(sent)).code).toBe('not_found')
  expect(await pinsFor('mika')).toEqual([])
})

test.each([
  ['outside the picture', { kind: 'spot', area: { ...point, x: 1.1 } }],
  ['before the beginning', { kind: 'moment', from: -1, to: null }],
  ['on page nought', { kind: 'page', page: 0, area: null }],
] as const)('a place %s cannot be read', async (_where, pin) => {
  await make()
  expect((await give({ ...at(1), mediaId: pictureId, ...pin })).code).toBe('invalid')
})

test('an edit of the attempt takes no pin away: it still names the file, and quotes the words as they were', async () => {
  await make()
  const placed = pins().slice(0, 2)
  for (const pin of placed) await give(pin)
  const parts = [{ kind: 'media' as const, mediaId: pictureId }, ...text('All is new.')]
  const revised = await school
    .as('mika')
    .ask(ReviseIteration, { params: { id: piece.iterationId, revision: '2' }, body: { parts } })
  expect(revised.status).toBe(200)
  expect(await pinsFor('mika')).toEqual(placed)
  // placed while the learner edited, on what the teacher was looking at
  expect((await give({ kind: 'words', ...at(0), quote: 'Lou followed', start: 40 })).status).toBe(200)
  expect((await give({ kind: 'spot', ...at(0, 2), mediaId: pictureId, area: point })).status).toBe(200)
})

test('whoever may not give feedback places no pin, and learns nothing of what stands there', async () => {
  await make()
  const [words] = pins()
  for (const key of ['mika', 'amara', 'tomas'])
    expect((await give(words, newId(), key)).code).toBe('not_allowed')
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'ravi', 'marsh'])
    expect((await give(words, newId(), key)).code).toBe('not_found')
  expect(await pinsFor('mika')).toEqual([])
})
