import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enroll, roster, unenroll } from '../../test/support/completing.ts'
import {
  arrivesLate,
  begin,
  close,
  meetingOf,
  openRound,
  preparationOf,
  prepare,
  sayReady,
  tell,
  told,
} from '../../test/support/conferring.ts'
import { addPiece } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { RenamePiece } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
let round: string
beforeAll(async () => {
  school = await openSchool()
  round = await openRound(school)
})
afterAll(() => school.close())

const isReady = async (key: string) => (await preparationOf(school, key, round, key)).body.readyAt !== null

test('ready and not ready from two devices: what was said last stands, whichever arrives last', async () => {
  const says = (ready: boolean, minutesAgo: number) =>
    arrivesLate(school, 'noor', contract.SetConferenceReadiness, {
      params: { id: round },
      body: { ready },
      minutesAgo,
    })
  await says(false, 20)
  await says(true, 30)
  expect(await isReady('noor')).toBe(false)
  await says(true, 10)
  expect(await isReady('noor')).toBe(true)
  await says(false, 15)
  expect(await isReady('noor')).toBe(true)
  await says(false, 5)
  await says(false, 5)
  expect(await isReady('noor')).toBe(false)
})

test('what was shown is written down as it stood then: its reason, its name, its attempt; not as it is on arrival', async () => {
  const { id: piece } = await addPiece(school, 'mika')
  const chosen = (why: string) => ({ choices: [{ kind: 'proud', pieceId: piece, why }] })
  await prepare(school, 'mika', round, chosen('As it was shown'))
  await sayReady(school, 'mika', round)
  const { preparationId } = (await preparationOf(school, 'mika', round)).body
  const titleThen = (await preparationOf(school, 'mika', round)).body.choices[0]?.piece?.title
  const { id } = await begin(school, 'mika', round, [told('amara')])
  school.later(1)
  await prepare(school, 'mika', round, chosen('Changed afterwards'))
  await school
    .as('mika')
    .ask(RenamePiece, { params: { id: piece }, body: { title: 'Called otherwise since' } })
  const closed = await arrivesLate(school, 'mika', contract.CloseConference, {
    params: { id },
    body: { pieceIds: [piece], preparationId },
    minutesAgo: 60 * 20,
  })
  expect(closed.status).toBe(200)
  const [shown] = (await meetingOf(school, 'amara', id)).body.shown
  expect(shown).toMatchObject({ why: 'As it was shown', title: titleThen, attempt: 1 })
  // a device that does not say from what: what stood at that moment
  const other = await begin(school, 'mika', round, [told('amara')])
  await arrivesLate(school, 'mika', contract.CloseConference, {
    params: { id: other.id },
    body: { pieceIds: [piece] },
    minutesAgo: 60 * 20,
  })
  expect((await meetingOf(school, 'amara', other.id)).body.shown[0]?.why).toBe('As it was shown')
  // and nobody shows from what another prepared
  const theirs = newId()
  await prepare(school, 'noor', round, {}, theirs)
  const third = await begin(school, 'mika', round, [told('amara')])
  await school.as('mika').ask(contract.CloseConference, {
    params: { id: third.id },
    body: { pieceIds: [piece], preparationId: theirs },
  })
  expect((await meetingOf(school, 'amara', third.id)).body.shown[0]?.why).toBe('Changed afterwards')
  school.later(-1)
})

test('somebody who comes later takes part from then on; only who leads writes them down, and not into what is closed', async () => {
  const { id } = await begin(school, 'mika', round, [told('amara')])
  expect((await meetingOf(school, 'tomas', id)).code).toBe('not_found')
  const join = (key: string, who: object, lateId = newId()) =>
    school
      .as(key)
      .ask(contract.JoinConference, { params: { id: lateId }, body: { conferenceId: id, ...who } })
  for (const [key, code] of [
    ['amara', 'not_allowed'],
    ['tomas', 'not_found'],
    ['okafor', 'not_found'],
    ['chen', 'not_found'],
  ] as const)
    expect([key, (await join(key, told('tomas'))).code]).toEqual([key, code])
  const late = newId()
  expect((await join('mika', told('tomas'), late)).status).toBe(200)
  expect((await join('mika', told('tomas'), late)).status).toBe(200)
  expect((await join('rivera', told('dubois', 'teacher'), late)).code).toBe('not_found')
  const { body } = await meetingOf(school, 'tomas', id)
  expect(body.people.map(({ personId, cameAt }) => [personId, cameAt !== null])).toEqual([
    [idOf('amara'), false],
    [idOf('tomas'), true],
  ])
  expect((await tell(school, 'tomas', id, told('tomas'))).status).toBe(200)
  await close(school, 'mika', id)
  school.later(1)
  expect((await join('mika', told('rivera', 'teacher'))).code).toBe('not_allowed')
  expect(
    (
      await arrivesLate(school, 'mika', contract.JoinConference, {
        params: { id: newId() },
        body: { conferenceId: id, ...told('rivera', 'teacher') },
        minutesAgo: 60 * 24 + 5,
      })
    ).status,
  ).toBe(200)
  school.later(-1)
})

test('a learner leaves while a meeting held without a network waits on the teacher’s device: all of it is kept, and opens nothing', async () => {
  const [id, word] = [newId(), newId()]
  const learnerId = idOf('kai')
  await roster(school, 'rivera', unenroll('kai', 'division-3', '2026-11-24'))
  const late = (
    endpoint: Parameters<typeof arrivesLate>[2],
    params: object,
    body: object,
    minutesAgo: number,
  ) => arrivesLate(school, 'rivera', endpoint, { params, body, minutesAgo })
  const people = [told('rivera', 'teacher')]
  const aDay = 60 * 24
  expect(
    (await late(contract.BeginConference, { id }, { roundId: round, learnerId, people }, aDay)).status,
  ).toBe(200)
  const said = {
    conferenceId: id,
    kind: 'noticed',
    words: 'You told it yourself',
    ...told('rivera', 'teacher'),
  }
  expect((await late(contract.AddConferenceWord, { id: word }, said, aDay)).status).toBe(200)
  expect((await late(contract.CloseConference, { id }, { pieceIds: [] }, aDay)).status).toBe(200)
  expect((await late(contract.CloseConference, { id }, { pieceIds: [] }, aDay)).status).toBe(200)
  // it is Kai's, who reads it; nobody who teaches here does any more
  expect((await meetingOf(school, 'kai', id)).body.words.map((one) => one.words)).toEqual([
    'You told it yourself',
  ])
  expect((await meetingOf(school, 'rivera', id)).code).toBe('not_found')
  // a meeting of today was never theirs to lead
  expect(
    (await late(contract.BeginConference, { id: newId() }, { roundId: round, learnerId, people }, 0)).code,
  ).toBe('not_found')
  // and a teacher who was not in the class then hands in nothing
  expect(
    (
      await arrivesLate(school, 'okafor', contract.BeginConference, {
        params: { id: newId() },
        body: { roundId: round, learnerId, people: [] },
        minutesAgo: aDay,
      })
    ).code,
  ).toBe('not_found')
  await roster(school, 'rivera', enroll('kai', 'division-3', '2026-11-24'))
})

test('on the learner’s own device it is kept as well, also when they had prepared nothing', async () => {
  const id = newId()
  await roster(school, 'rivera', unenroll('harpreet', 'division-3', '2026-11-24'))
  const begun = await arrivesLate(school, 'harpreet', contract.BeginConference, {
    params: { id },
    body: { roundId: round, learnerId: idOf('harpreet'), people: [] },
    minutesAgo: 60 * 24,
  })
  expect(begun.status).toBe(200)
  expect((await close(school, 'harpreet', id)).status).toBe(200)
  await roster(school, 'rivera', enroll('harpreet', 'division-3', '2026-11-24'))
})
