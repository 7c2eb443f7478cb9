import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece, fetchMedia, placeMedia } from '../../test/support/making.ts'
import { nightFalls } from '../../test/support/night.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { GetMedia } from '../media/contract.ts'
import { WithdrawShare } from '../work/contract.ts'
import * as rounds from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

const place = (key: string, pieceId: string, shows: object, more: object = {}, id = newId()) =>
  school.as(key).ask(rounds.PlaceExemplar, { params: { id }, body: { pieceId, shows, ...more } })
const beside = async (key: string, id: string) =>
  (await school.as(key).ask(rounds.GetRounds, { params: { id } })).body.exemplars
const remove = (key: string, id: string) => school.as(key).ask(rounds.RemoveExemplar, { params: { id } })
const words = { kind: 'text', text: 'The edge is a line that never lifts.' }

test("a teacher's words, link and picture stand beside the work for those who read its feedback", async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  const mediaId = await placeMedia(school, 'rivera', 'picture')
  for (const shows of [words, { kind: 'link', url: 'https://example.org/wing' }, { kind: 'media', mediaId }])
    expect((await place('rivera', piece.id, shows, { caption: 'Look' })).status).toBe(200)
  for (const key of ['mika', 'dubois', 'amara']) {
    expect((await beside(key, piece.id)).map((one) => one.kind)).toEqual(['text', 'link', 'media'])
    expect(await fetchMedia(school, key, mediaId)).toBe(200)
  }
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'marsh'])
    expect(await fetchMedia(school, key, mediaId)).toBe(404)
})

test("nobody else's file, no script, and not by anybody else", async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  const hers = await placeMedia(school, 'noor', 'picture')
  expect((await place('rivera', piece.id, { kind: 'media', mediaId: hers })).code).toBe('not_found')
  expect((await place('rivera', piece.id, { kind: 'link', url: 'javascript:alert(1)' })).code).toBe('invalid')
  for (const key of ['mika', 'amara', 'noor'])
    expect((await place(key, piece.id, words)).code).toBe('not_allowed')
  for (const key of ['okafor', 'leila', 'chen', 'marsh'])
    expect((await place(key, piece.id, words)).code).toBe('not_found')
})

test("another child's work only while that child shows it to the class, and only to who sees it anyway", async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family'])
  const secret = await addPiece(school, 'noor', ['teachers', 'family'])
  const shown = await addPiece(school, 'noor', ['class'])
  const point = (shownPieceId: string) => place('rivera', piece.id, { kind: 'work', shownPieceId })
  expect((await point(secret.id)).code).toBe('not_found')
  expect((await point(newId())).code).toBe('not_found')
  expect((await point(shown.id)).status).toBe(200)
  const seen = async (key: string) => (await beside(key, piece.id)).map((one) => one.work?.id)
  expect(await seen('mika')).toEqual([shown.id])
  expect(await seen('rivera')).toEqual([shown.id])
  // her parents see no other child's work
  expect(await seen('amara')).toEqual([])
  await school.as('noor').ask(WithdrawShare, { params: { id: shown.shareIds[0] } })
  expect([await seen('mika'), await seen('rivera')]).toEqual([[], []])
})

test('work that its own teachers still see is no longer pointed at once the learner does not', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const shown = await addPiece(school, 'noor', ['class', 'teachers'])
  await place('rivera', piece.id, { kind: 'work', shownPieceId: shown.id })
  await school.as('noor').ask(WithdrawShare, { params: { id: shown.shareIds[0] } })
  expect(await beside('rivera', piece.id)).toEqual([])
})

test("the learner's own earlier work may be pointed at, as far as the teacher sees it", async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const own = await addPiece(school, 'mika', ['teachers'])
  const kept = await addPiece(school, 'mika')
  expect((await place('rivera', piece.id, { kind: 'work', shownPieceId: own.id })).status).toBe(200)
  expect((await place('rivera', piece.id, { kind: 'work', shownPieceId: kept.id })).code).toBe('not_found')
})

test('whoever placed it takes it away; after 30 days it is really gone, with its file', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family'])
  const [id, mediaId] = [newId(), await placeMedia(school, 'rivera', 'picture')]
  const shows = { kind: 'media', mediaId }
  expect((await place('rivera', piece.id, shows, {}, id)).status).toBe(200)
  expect((await place('rivera', piece.id, shows, {}, id)).status).toBe(200)
  expect((await place('rivera', piece.id, words, {}, id)).code).toBe('id_taken')
  for (const key of ['mika', 'dubois', 'amara']) expect((await remove(key, id)).code).toBe('not_allowed')
  for (const key of ['noor', 'okafor', 'marsh']) expect((await remove(key, id)).code).toBe('not_found')
  expect([(await remove('rivera', id)).status, (await remove('rivera', id)).status]).toEqual([200, 200])
  expect(await beside('mika', piece.id)).toEqual([])
  const isKept = async () =>
    (await school.as('rivera').ask(GetMedia, { params: { id: mediaId } })).status === 200
  await nightFalls(school, 29)
  expect(await isKept()).toBe(true)
  await nightFalls(school, 31)
  expect(await isKept()).toBe(false)
})
