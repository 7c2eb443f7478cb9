import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  AddConferenceWord,
  BeginConference,
  GetConference,
  ListMyConferences,
} from '../../src/conferences/contract.ts'
import { GetReadinessBoard } from '../../src/readiness/contract.ts'
import { DeleteRehearsal, KeepRehearsal, ListRehearsals } from '../../src/rehearsals/contract.ts'
import { AnswerWalkthrough, GetWalkthrough, SendWalkthrough } from '../../src/walkthroughs/contract.ts'
import { openRound, preparationOf, prepare, sayReady, told } from '../support/conferring.ts'
import { addPiece, fetchMedia, placeMedia } from '../support/making.ts'
import { idOf, openSchool, type School } from '../support/school.ts'
import { people } from './who-may.ts'

let school: School
let roundId: string
let preparationId: string
let piece: string
beforeAll(async () => {
  school = await openSchool()
  roundId = await openRound(school)
  piece = (await addPiece(school, 'mika')).id
  await prepare(school, 'mika', roundId, { choices: [{ kind: 'proud', pieceId: piece, why: 'It hovers' }] })
  await sayReady(school, 'mika', roundId)
  preparationId = (await preparationOf(school, 'mika', roundId)).body.preparationId ?? ''
})
afterAll(() => school.close())

const keyOf = (person: string) => (person === 'nobody' ? null : person)
const everybodyElse = Object.keys(people).filter((person) => person !== 'mika')
const rehearse = (key: string, mediaId: string, id = newId()) =>
  school
    .as(key)
    .ask(KeepRehearsal, {
      params: { id },
      body: {
        roundId,
        seconds: 420,
        mediaId,
        pages: [
          { kind: 'welcome', pieceId: null, seconds: 20 },
          { kind: 'proud', pieceId: piece, seconds: 400 },
        ],
      },
    })
    .then((answer) => ({ id, ...answer }))

test('a rehearsal is its learner’s: nobody else finds it, hears it or deletes it, not their teacher and not their family', async () => {
  const mediaId = await placeMedia(school, 'mika', 'audio')
  const { id, status } = await rehearse('mika', mediaId)
  expect(status).toBe(200)
  expect((await rehearse('mika', mediaId, id)).status).toBe(200)
  expect((await rehearse('noor', mediaId)).code).toBe('not_found')
  const kept = await school.as('mika').ask(ListRehearsals, { params: { id: roundId } })
  expect(kept.body[0]?.pages).toEqual([
    { kind: 'welcome', title: null, seconds: 20 },
    { kind: 'proud', title: '', seconds: 400 },
  ])
  for (const person of everybodyElse) {
    const visitor = school.as(keyOf(person))
    const list = await visitor.ask(ListRehearsals, { params: { id: roundId } })
    expect([person, list.text.includes(id)]).toEqual([person, false])
    expect([person, await fetchMedia(school, keyOf(person), mediaId)]).not.toEqual([person, 200])
    expect([person, (await visitor.ask(DeleteRehearsal, { params: { id } })).status]).not.toEqual([
      person,
      200,
    ])
  }
  for (const key of ['rivera', 'amara'])
    for (const page of [
      await preparationOf(school, key, roundId),
      await school.as(key).ask(GetReadinessBoard, { params: { id: roundId } }),
      await school.as(key).ask(ListMyConferences),
    ])
      expect([key, page.text.includes(mediaId), page.text.includes('420')]).toEqual([key, false, false])
  expect(await fetchMedia(school, 'mika', mediaId)).toBe(200)
  expect((await school.as('mika').ask(DeleteRehearsal, { params: { id } })).status).toBe(200)
  expect((await school.as('mika').ask(ListRehearsals, { params: { id: roundId } })).body).toEqual([])
  expect(await fetchMedia(school, 'mika', mediaId)).not.toBe(200)
})

async function sent(people: object[] = [told('amara')]) {
  const id = newId()
  const mediaId = await placeMedia(school, 'mika', 'audio')
  const body = { roundId, learnerId: idOf('mika'), people }
  await school.as('mika').ask(BeginConference, { params: { id }, body })
  const send = (key: string, more: object = {}) =>
    school.as(key).ask(SendWalkthrough, {
      params: { id },
      body: { mediaId, preparationId, marks: [0, 20], ...more },
    })
  return { id, mediaId, send }
}
const answer = (
  key: string,
  conferenceId: string,
  more: object = { words: 'I heard it in the truck' },
  id = newId(),
) =>
  school
    .as(key)
    .ask(AnswerWalkthrough, { params: { id }, body: { conferenceId, kind: 'noticed', ...more } })
    .then((answered) => ({ id, ...answered }))

test('a walkthrough is sent by its learner to one household, and heard by nobody of another', async () => {
  const { id, mediaId, send } = await sent()
  expect((await send('rivera')).code).toBe('not_allowed')
  expect((await send('amara')).code).toBe('not_allowed')
  expect((await send('mika', { marks: [3, 1] })).code).toBe('invalid')
  for (const _ of [1, 2]) expect((await send('mika')).status).toBe(200)
  expect((await send('mika', { mediaId: await placeMedia(school, 'noor', 'audio') })).code).toBe('not_found')
  for (const person of everybodyElse) {
    const heard = ['amara', 'rivera', 'dubois'].includes(person)
    const found = await school.as(keyOf(person)).ask(GetWalkthrough, { params: { id } })
    expect([person, found.status === 200]).toEqual([person, heard])
    expect([person, (await fetchMedia(school, keyOf(person), mediaId)) === 200]).toEqual([person, heard])
  }
  const { body } = await school.as('amara').ask(GetWalkthrough, { params: { id } })
  expect(body).toMatchObject({ marks: [0, 20], choices: [{ why: 'It hovers' }], may: { answer: true } })
})

test('a walkthrough that nobody at home could hear is not sent', async () => {
  for (const people of [[], [told('rivera', 'teacher')], [{ role: 'guardian', name: 'Grandmother' }]])
    expect((await (await sent(people)).send('mika')).code).toBe('invalid')
})

test('a parent on shift answers, by voice too: the first answer closes it into the record, and a week later it is over', async () => {
  const { id, send } = await sent()
  expect((await answer('amara', id)).code).toBe('not_found')
  await send('mika')
  for (const [key, code] of [
    ['tomas', 'not_found'],
    ['okafor', 'not_found'],
    ['rivera', 'not_allowed'],
    ['mika', 'not_allowed'],
  ] as const)
    expect([key, (await answer(key, id)).code]).toEqual([key, code])
  expect((await answer('amara', id, { words: ' ' })).code).toBe('invalid')
  const first = newId()
  for (const _ of [1, 2]) expect((await answer('amara', id, undefined, first)).status).toBe(200)
  const voice = await placeMedia(school, 'amara', 'audio')
  expect((await answer('amara', id, { mediaId: voice })).status).toBe(200)
  expect((await answer('amara', id, { mediaId: await placeMedia(school, 'tomas', 'audio') })).code).toBe(
    'not_found',
  )
  const { body } = await school.as('mika').ask(GetConference, { params: { id } })
  expect(body.closedAt).not.toBeNull()
  expect(body.shown.map(({ pieceId }) => pieceId)).toEqual([piece])
  expect(body.words.map((one) => [one.personId, one.words, one.media?.id ?? null])).toEqual([
    [idOf('amara'), 'I heard it in the truck', null],
    [idOf('amara'), '', voice],
  ])
  expect(await fetchMedia(school, 'mika', voice)).toBe(200)
  expect(await fetchMedia(school, 'tomas', voice)).not.toBe(200)
  const none = { conferenceId: id, kind: 'noticed', words: ' ', ...told('amara') }
  expect(
    (await school.as('amara').ask(AddConferenceWord, { params: { id: newId() }, body: none })).code,
  ).toBe('invalid')
  school.later(8)
  expect((await answer('amara', id)).code).toBe('not_allowed')
  school.later(-8)
})
