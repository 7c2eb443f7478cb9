import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spaceOf } from '../demo/fill-people.ts'
import * as feedback from '../feedback/contract.ts'
import { addIteration, addPiece, giveFeedback, text } from '../../test/support/making.ts'
import { invite, respond } from '../../test/support/inviting.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import * as work from '../work/contract.ts'
import * as activities from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const responses = (key: string, id: string) =>
  school.as(key).ask(activities.ListResponses, { params: { id } })
const piecesOf = async (key: string, id: string, learner: string) =>
  (await responses(key, id)).body
    .find((one) => one.id === idOf(learner))
    ?.responses.map((one) => one.piece.id)
const seesPiece = async (key: string, id: string) =>
  (await school.as(key).ask(work.GetPiece, { params: { id } })).status === 200
const answer = (key: string, body: object, id = newId()) =>
  school.as(key).ask(activities.Respond, { params: { id }, body: { shareId: newId(), ...body } })

test('responding shows the piece to the teachers of the class, and to nobody else', async () => {
  const id = await invite(school)
  const piece = await respond(school, 'mika', id)
  expect(await piecesOf('rivera', id, 'mika')).toEqual([piece.id])
  expect(await piecesOf('dubois', id, 'mika')).toEqual([piece.id])
  for (const key of ['noor', 'okafor', 'amara', 'chen']) expect(await seesPiece(key, piece.id)).toBe(false)
  for (const key of ['mika', 'noor', 'okafor', 'amara', 'chen', 'ravi'])
    expect((await responses(key, id)).code).toBe('not_found')
})

test('only the teachers of that class: another teacher of the same learner does not see it', async () => {
  const id = await invite(school, { by: 'halvorsen', class: 'afternoon' })
  const piece = await respond(school, 'ash', id)
  const { asTheSystem } = await import('../platform/transaction.ts')
  const { castMember } = await import('../../test/support/cast.ts')
  const enroll = (person: string, role: string) =>
    asTheSystem(
      school.program.ground,
      { reason: 'a second class', districtId: castMember('ash').districtId },
      ({ db }) =>
        db
          .insertInto('enrollment')
          .values({
            id: newId(),
            district_id: castMember('ash').districtId,
            class_id: classOf('kindergarten'),
            person_id: idOf(person),
            role,
            opened_on: '2026-09-08',
          })
          .execute(),
    )
  await enroll('ash', 'student')
  expect(await seesPiece('okafor', piece.id)).toBe(false)
  expect(await seesPiece('halvorsen', piece.id)).toBe(true)
  const wall = await school
    .as('halvorsen')
    .ask(work.GetWall, { params: { id: spaceOf(classOf('afternoon')) } })
  expect(wall.text).not.toContain(piece.id)
  const share = { pieceId: piece.id, audience: 'teachers', spaceId: spaceOf(classOf('division-3')) }
  expect((await school.as('ash').ask(work.SharePiece, { params: { id: newId() }, body: share })).code).toBe(
    'not_found',
  )
})

test('several pieces and another attempt are welcome; what is in it already is in it once', async () => {
  const id = await invite(school)
  const first = await respond(school, 'noor', id)
  const second = await respond(school, 'noor', id)
  await addIteration(school, 'noor', first.id)
  const again = { activityId: id, pieceId: first.id }
  expect((await answer('noor', again, first.responseId)).status).toBe(200)
  expect((await answer('noor', again)).status).toBe(200)
  expect((await answer('noor', { ...again, pieceId: second.id }, first.responseId)).code).toBe('id_taken')
  expect(await piecesOf('rivera', id, 'noor')).toEqual([first.id, second.id])
})

test('a piece that was there before can respond, and keeps who could see it', async () => {
  const id = await invite(school)
  const piece = await addPiece(school, 'kai', ['teachers', 'class'])
  expect((await answer('kai', { activityId: id, pieceId: piece.id })).status).toBe(200)
  const { body } = await school.as('kai').ask(work.GetPiece, { params: { id: piece.id } })
  expect(body.shares.map((share) => share.audience).sort()).toEqual(['class', 'teachers'])
})

test('nobody responds with what is not theirs, or to what is not for them', async () => {
  const id = await invite(school, { learnerIds: [idOf('mika')] })
  const hers = await addPiece(school, 'mika', ['class', 'teachers'])
  const his = await addPiece(school, 'kai')
  expect((await answer('kai', { activityId: id, pieceId: his.id })).code).toBe('not_found')
  const open = await invite(school)
  expect((await answer('kai', { activityId: open, pieceId: hers.id })).code).toBe('not_allowed')
  expect((await answer('rivera', { activityId: open, pieceId: hers.id })).code).toBe('not_allowed')
  expect((await answer('amara', { activityId: open, pieceId: hers.id })).code).toBe('not_found')
  expect((await answer('mika', { activityId: open, pieceId: his.id })).code).toBe('not_found')
})

test('a teacher files what they brought for a learner of the class, and may take it back', async () => {
  const id = await invite(school)
  const pieces = [{ id: newId(), iterationId: newId(), learnerId: idOf('otto') }]
  const body = { classId: classOf('division-3'), parts: text('from paper'), audiences: [], pieces }
  await school.as('rivera').ask(work.PostForLearners, { params: { id: newId() }, body })
  const filed = { activityId: id, pieceId: pieces[0]?.id ?? '' }
  const responseId = newId()
  expect((await answer('dubois', filed)).code).toBe('not_allowed')
  expect((await answer('rivera', filed, responseId)).status).toBe(200)
  expect(await piecesOf('dubois', id, 'otto')).toEqual([filed.pieceId])
  const withdraw = (key: string) =>
    school.as(key).ask(activities.WithdrawResponse, { params: { id: responseId } })
  expect((await withdraw('dubois')).code).toBe('not_allowed')
  expect((await withdraw('noor')).code).toBe('not_found')
  expect((await withdraw('rivera')).status).toBe(200)
  expect(await piecesOf('dubois', id, 'otto')).toEqual([])
})

test('taken back, the piece stays and the teachers see it no more, unless another response needs it', async () => {
  const [one, two] = [await invite(school), await invite(school)]
  const piece = await respond(school, 'mika', one)
  const second = newId()
  await answer('mika', { activityId: two, pieceId: piece.id }, second)
  const withdraw = (id: string) => school.as('mika').ask(activities.WithdrawResponse, { params: { id } })
  expect((await withdraw(second)).status).toBe(200)
  expect(await seesPiece('rivera', piece.id)).toBe(true)
  expect((await withdraw(piece.responseId)).status).toBe(200)
  expect((await withdraw(piece.responseId)).status).toBe(200)
  expect([await seesPiece('rivera', piece.id), await seesPiece('mika', piece.id)]).toEqual([false, true])
})

test('what a learner keeps to themselves after responding is not shown, and their own page says so', async () => {
  const id = await invite(school)
  const piece = await respond(school, 'mika', id)
  await school.as('mika').ask(work.WithdrawShare, { params: { id: piece.shareId } })
  expect(await piecesOf('rivera', id, 'mika')).toEqual([])
  const mine = await school.as('mika').ask(activities.ListInvitations)
  expect(mine.body.find((found) => found.id === id)?.responses).toMatchObject([{ shown: false }])
})

test('who left keeps work and invitation, and is not among the responses', async () => {
  const id = await invite(school, { by: 'halvorsen', class: 'afternoon' })
  const { asTheSystem } = await import('../platform/transaction.ts')
  const { castMember } = await import('../../test/support/cast.ts')
  const piece = await respond(school, 'cody', id)
  await asTheSystem(
    school.program.ground,
    { reason: 'leaves', districtId: castMember('cody').districtId },
    ({ db }) =>
      db
        .updateTable('enrollment')
        .set({ closed_on: '2026-11-24' })
        .where('person_id', '=', idOf('cody'))
        .execute(),
  )
  expect(await piecesOf('halvorsen', id, 'cody')).toBeUndefined()
  const mine = await school.as('cody').ask(activities.ListInvitations)
  const kept = mine.body.find((one) => one.id === id)
  expect([kept?.responses[0]?.piece.id, kept?.may.respond]).toEqual([piece.id, false])
  expect((await answer('cody', { activityId: id, pieceId: (await addPiece(school, 'cody')).id })).code).toBe(
    'not_allowed',
  )
})

test('a family reads the invitation beside what their child shows them, and nothing without it', async () => {
  const id = await invite(school)
  const piece = await respond(school, 'mika', id)
  const beside = (key: string) =>
    school.as(key).ask(activities.ListPieceActivities, { params: { id: piece.id } })
  const see = (key: string) => school.as(key).ask(activities.GetActivity, { params: { id } })
  expect([(await beside('amara')).code, (await see('amara')).code]).toEqual(['not_found', 'not_found'])
  await school
    .as('mika')
    .ask(work.SharePiece, { params: { id: newId() }, body: { pieceId: piece.id, audience: 'family' } })
  expect((await beside('amara')).body).toMatchObject([
    { id, title: 'A leaf up close', may: { withdraw: false } },
  ])
  const read = await see('amara')
  expect(Object.values(read.body.may)).not.toContain(true)
  expect([read.body.responses, (await see('leila')).code]).toEqual([[], 'not_found'])
})

test('fast feedback works through the responses that nobody has answered', async () => {
  const id = await invite(school)
  const piece = await respond(school, 'mika', id)
  const other = await respond(school, 'noor', id)
  const waiting = async (key: string) =>
    (await school.as(key).ask(activities.ListActivityWaiting, { params: { id } })).body.map(
      (one) => one.iterationId,
    )
  expect(await waiting('rivera')).toEqual([piece.iterationId, other.iterationId])
  await giveFeedback(school, 'dubois', piece.iterationId)
  expect(await waiting('rivera')).toEqual([other.iterationId])
  const given = await giveFeedback(school, 'rivera', other.iterationId)
  expect(await waiting('rivera')).toEqual([])
  await school.as('rivera').ask(feedback.RetractFeedback, { params: { id: given }, body: { why: '' } })
  expect(await waiting('rivera')).toEqual([other.iterationId])
  const again = await addIteration(school, 'mika', piece.id)
  expect(await waiting('rivera')).toContain(again.id)
  const all = (await responses('rivera', id)).body.flatMap((one) =>
    one.responses.map((found) => found.answered),
  )
  expect(all).toEqual([false, false])
  expect((await school.as('mika').ask(activities.ListActivityWaiting, { params: { id } })).code).toBe(
    'not_found',
  )
  await giveFeedback(school, 'rivera', again.id)
  const listed = await school.as('mika').ask(feedback.ListUnanswered)
  expect(listed.body.length).toBeGreaterThan(0)
})
