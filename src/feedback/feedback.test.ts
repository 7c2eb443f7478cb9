import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addIteration, addPiece, giveFeedback } from '../../test/support/making.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import * as feedback from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const reply = (key: string, body: object) =>
  school.as(key).ask(feedback.ReplyToFeedback, { params: { id: newId() }, body })
const listFor = async (key: string, id: string) =>
  (await school.as(key).ask(feedback.ListFeedback, { params: { id } })).body

test('the learner answers feedback, and the next attempt shows what it takes up', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const feedbackId = await giveFeedback(school, 'rivera', piece.iterationId)
  await reply('mika', { feedbackId, kind: 'not_yet', why: 'I need to look at one first' })
  const next = await addIteration(school, 'mika', piece.id)
  await reply('mika', { feedbackId, kind: 'used', iterationId: next.id })
  const [given] = await listFor('rivera', piece.id)
  expect(given?.replies.map((one) => one.kind)).toEqual(['used', 'not_yet'])
  expect(given?.replies[0]?.iteration).toEqual({ id: next.id, number: 2 })
})

test('what is not answered waits on the learner\'s home; "not yet" keeps waiting', async () => {
  const piece = await addPiece(school, 'noor', ['teachers'])
  const feedbackId = await giveFeedback(school, 'rivera', piece.iterationId)
  const waiting = async () =>
    (await school.as('noor').ask(feedback.ListUnanswered)).body.map((one) => one.feedbackId)
  expect(await waiting()).toContain(feedbackId)
  await reply('noor', { feedbackId, kind: 'not_yet' })
  expect(await waiting()).toContain(feedbackId)
  await reply('noor', { feedbackId, kind: 'differently', why: 'the wings are folded' })
  expect(await waiting()).not.toContain(feedbackId)
})

test('only the learner answers: no adult and no classmate speaks in their place', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  const feedbackId = await giveFeedback(school, 'rivera', piece.iterationId)
  expect((await reply('rivera', { feedbackId, kind: 'used' })).code).toBe('not_allowed')
  expect((await reply('amara', { feedbackId, kind: 'used' })).code).toBe('not_allowed')
  expect((await reply('noor', { feedbackId, kind: 'used' })).code).toBe('not_found')
  expect((await listFor('mika', piece.id))[0]?.replies).toEqual([])
})

test('an answer cannot point at an attempt of another piece', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const other = await addPiece(school, 'mika')
  const feedbackId = await giveFeedback(school, 'rivera', piece.iterationId)
  expect((await reply('mika', { feedbackId, kind: 'used', iterationId: other.iterationId })).code).toBe(
    'not_found',
  )
})

test('a class waits in the order in which it waits, and only for those who teach it', async () => {
  const first = await addPiece(school, 'mika', ['teachers'])
  await addPiece(school, 'mika')
  const waiting = (key: string) =>
    school.as(key).ask(feedback.ListWaitingForFeedback, { params: { id: classOf('division-3') } })
  const before = (await waiting('dubois')).body
  expect(before.map((one) => one.piece.id)).toContain(first.id)
  await giveFeedback(school, 'rivera', first.iterationId)
  expect((await waiting('dubois')).body.map((one) => one.piece.id)).not.toContain(first.id)
  const again = await addIteration(school, 'mika', first.id)
  expect((await waiting('dubois')).body.map((one) => one.iterationId)).toContain(again.id)
  for (const key of ['mika', 'okafor', 'amara', 'chen']) expect((await waiting(key)).code).toBe('not_found')
})

test('feedback can be put better by whoever gave it, and by nobody else', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const id = await giveFeedback(school, 'rivera', piece.iterationId)
  const revise = (key: string, revision: number, body: string) =>
    school
      .as(key)
      .ask(feedback.ReviseFeedback, { params: { id, revision: String(revision) }, body: { body } })
  expect((await revise('rivera', 2, 'Look at the pattern.')).status).toBe(200)
  expect((await revise('rivera', 2, 'Something else')).code).toBe('changed_elsewhere')
  expect((await revise('dubois', 3, 'Mine')).code).toBe('not_allowed')
  expect((await revise('mika', 3, 'Mine')).code).toBe('not_allowed')
  expect((await listFor('mika', piece.id))[0]?.body).toBe('Look at the pattern.')
})

test('feedback sent twice is given once', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const id = newId()
  const give = () =>
    school.as('rivera').ask(feedback.GiveFeedback, {
      params: { id },
      body: { iterationId: piece.iterationId, body: 'Good start' },
    })
  expect((await give()).status).toBe(200)
  expect((await give()).status).toBe(200)
  expect(await listFor('mika', piece.id)).toHaveLength(1)
})
