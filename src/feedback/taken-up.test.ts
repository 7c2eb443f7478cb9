import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testMorning } from '../../test/support/cast.ts'
import { addIteration, addPiece, giveFeedback } from '../../test/support/making.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { WithdrawShare } from '../work/contract.ts'
import * as feedback from './contract.ts'
import { answersListedDays, type ReplyKind } from './feedback.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const reply = (feedbackId: string, kind: ReplyKind, more: object = {}) =>
  school
    .as('mika')
    .ask(feedback.ReplyToFeedback, { params: { id: newId() }, body: { feedbackId, kind, ...more } })
const ofClass = (key: string) =>
  school.as(key).ask(feedback.ListClassAnswers, { params: { id: classOf('division-3') } })
const ofMika = (key: string) =>
  school.as(key).ask(feedback.ListLearnerAnswers, { params: { id: idOf('mika') } })

test('teachers see what became of the feedback: the answer that counts, and the attempt that takes it up', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const first = await giveFeedback(school, 'rivera', piece.iterationId)
  const second = await giveFeedback(school, 'dubois', piece.iterationId)
  const third = await giveFeedback(school, 'rivera', piece.iterationId)
  await reply(first, 'not_yet')
  const next = await addIteration(school, 'mika', piece.id)
  await reply(first, 'used', { iterationId: next.id })
  await reply(second, 'differently', { why: 'It is meant to lean.' })
  for (const key of ['rivera', 'dubois']) {
    const told = (await ofClass(key)).body.filter((one) => one.piece.id === piece.id)
    expect(
      told.map(({ feedbackId, kind, why, takenUpIn }) => ({ feedbackId, kind, why, takenUpIn })),
    ).toEqual([
      { feedbackId: second, kind: 'differently', why: 'It is meant to lean.', takenUpIn: null },
      { feedbackId: first, kind: 'used', why: '', takenUpIn: 2 },
    ])
    const { answers, unanswered } = (await ofMika(key)).body
    expect(answers.map((one) => one.feedbackId)).toEqual(expect.arrayContaining([first, second]))
    expect(answers.map((one) => one.feedbackId)).not.toContain(third)
    expect(unanswered).toBeGreaterThan(0)
  }
})

test('it is told only to those who read the feedback, and only while they do', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const id = await giveFeedback(school, 'rivera', piece.iterationId)
  await reply(id, 'used', { why: 'I did.' })
  for (const key of ['mika', 'noor', 'okafor', 'amara', 'chen', 'marsh'])
    expect((await ofClass(key)).code).toBe('not_found')
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'marsh'])
    expect((await ofMika(key)).code).toBe('not_found')
  const told = async (key: string) => (await ofMika(key)).body.answers.some((one) => one.feedbackId === id)
  expect([await told('mika'), await told('rivera'), await told('amara')]).toEqual([true, true, false])
  await school.as('mika').ask(WithdrawShare, { params: { id: piece.shareIds[0] } })
  expect([await told('mika'), await told('rivera')]).toEqual([true, false])
  expect((await ofClass('rivera')).body.some((one) => one.feedbackId === id)).toBe(false)
})

test('a class is told of the last weeks, a learner of everything', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const id = await giveFeedback(school, 'rivera', piece.iterationId)
  school.clock.now = new Date(testMorning.getTime() - (answersListedDays + 1) * 24 * 3_600_000)
  await reply(id, 'used')
  school.clock.now = testMorning
  expect((await ofClass('rivera')).body.some((one) => one.feedbackId === id)).toBe(false)
  expect((await ofMika('rivera')).body.answers.some((one) => one.feedbackId === id)).toBe(true)
})
