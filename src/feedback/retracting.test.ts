import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece, fetchMedia, giveFeedback, placeMedia } from '../../test/support/making.ts'
import { castMember } from '../../test/support/cast.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as feedback from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const retract = (key: string, id: string, why = '') =>
  school.as(key).ask(feedback.RetractFeedback, { params: { id }, body: { why } })
const listFor = async (key: string, id: string) =>
  (await school.as(key).ask(feedback.ListFeedback, { params: { id } })).body

async function said() {
  const piece = await addPiece(school, 'mika', ['teachers', 'family'])
  const [id, mediaId] = [newId(), await placeMedia(school, 'rivera', 'audio')]
  const body = { iterationId: piece.iterationId, body: 'This was meant for another.', mediaId }
  await school.as('rivera').ask(feedback.GiveFeedback, { params: { id }, body })
  return { piece, id, mediaId }
}

test('taken back, what it said is shown to nobody; that it was said and taken back stays, and why', async () => {
  const { piece, id, mediaId } = await said()
  expect((await retract('rivera', id, 'I mixed up two drawings. Sorry.')).status).toBe(200)
  for (const key of ['mika', 'rivera', 'dubois', 'amara']) {
    const [given] = await listFor(key, piece.id)
    expect([given?.body, given?.recording, given?.pin]).toEqual(['', null, null])
    expect(given?.retraction?.why).toBe('I mixed up two drawings. Sorry.')
    expect(given?.may).toMatchObject({ revise: false, retract: false })
    expect(await fetchMedia(school, key, mediaId)).toBe(404)
  }
})

test('the words stay kept for whoever has the duty to look into it', async () => {
  const { id } = await said()
  await retract('rivera', id)
  const { districtId } = castMember('mika')
  const kept = await asTheSystem(school.program.ground, { reason: 'test', districtId }, ({ db }) =>
    sql<{ body: string; by: string }>`select f.body, x.retracted_by as by from feedback f
      join retraction x on x.feedback_id = f.id where f.id = ${id}`.execute(db),
  )
  expect(kept.rows).toEqual([{ body: 'This was meant for another.', by: castMember('rivera').id }])
})

test('only whoever gave it takes it back', async () => {
  const { piece, id } = await said()
  for (const key of ['mika', 'dubois', 'amara']) expect((await retract(key, id)).code).toBe('not_allowed')
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'marsh'])
    expect((await retract(key, id)).code).toBe('not_found')
  expect((await listFor('mika', piece.id))[0]?.retraction).toBeNull()
})

test('sent twice it is taken back once; with other words it is refused', async () => {
  const { id } = await said()
  expect((await retract('rivera', id, 'Sorry.')).status).toBe(200)
  expect((await retract('rivera', id, 'Sorry.')).status).toBe(200)
  expect((await retract('rivera', id, 'Because.')).code).toBe('id_taken')
})

test("the learner's answer stays, also one that travelled meanwhile; nothing waits any more", async () => {
  const { piece, id } = await said()
  const answer = (why: string) =>
    school.as('mika').ask(feedback.ReplyToFeedback, {
      params: { id: newId() },
      body: { feedbackId: id, kind: 'differently', why },
    })
  await answer('That is not my drawing.')
  await retract('rivera', id)
  expect((await answer('Really not.')).status).toBe(200)
  const [given] = await listFor('mika', piece.id)
  expect(given?.replies.map((one) => one.why)).toEqual(['Really not.', 'That is not my drawing.'])
  const unanswered = await school.as('mika').ask(feedback.ListUnanswered)
  expect(unanswered.body.map((one) => one.feedbackId)).not.toContain(id)
})

test('the attempt waits for feedback again', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const id = await giveFeedback(school, 'rivera', piece.iterationId)
  const waits = async () =>
    (
      await school
        .as('dubois')
        .ask(feedback.ListWaitingForFeedback, { params: { id: classOf('division-3') } })
    ).body.some((one) => one.piece.id === piece.id)
  expect(await waits()).toBe(false)
  await retract('rivera', id)
  expect(await waits()).toBe(true)
})

test('it cannot be edited back in', async () => {
  const { id } = await said()
  await retract('rivera', id)
  const revise = await school
    .as('rivera')
    .ask(feedback.ReviseFeedback, { params: { id, revision: '2' }, body: { body: 'Again.' } })
  expect(revise.code).toBe('not_allowed')
})
