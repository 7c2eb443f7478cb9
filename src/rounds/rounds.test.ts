import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addIteration, addPiece } from '../../test/support/making.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import { ListWaitingForFeedback } from '../feedback/contract.ts'
import { DeleteWork } from '../work/contract.ts'
import * as rounds from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const read = async (key: string, id: string) =>
  (await school.as(key).ask(rounds.GetRounds, { params: { id } })).body
const focus = (key: string, iterationId: string, words: string, id = newId()) =>
  school.as(key).ask(rounds.SetFocus, { params: { id }, body: { iterationId, words } })
const giveBack = (key: string, iterationId: string, tryNext = 'Hold it to the window.', id = newId()) =>
  school.as(key).ask(rounds.ReturnIteration, { params: { id }, body: { iterationId, tryNext } })
const waitingFor = async (key: string) =>
  (await school.as(key).ask(rounds.ListReturned)).body.map((one) => one.id)

test('learner and teachers set the focus of an attempt; the latest counts, and empty words lift it', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family'])
  const words = async (key: string) => (await read(key, piece.id)).focuses.map((one) => one.words)
  expect((await focus('mika', piece.iterationId, 'Only the shape today')).status).toBe(200)
  for (const key of ['mika', 'rivera', 'dubois', 'amara'])
    expect(await words(key)).toEqual(['Only the shape today'])
  expect((await focus('rivera', piece.iterationId, 'Shape and color')).status).toBe(200)
  const [now] = (await read('mika', piece.id)).focuses
  expect([now?.words, now?.setBy.name]).toEqual(['Shape and color', 'Elena Rivera'])
  await focus('mika', piece.iterationId, '')
  expect(await words('rivera')).toEqual([])
})

test('nobody else sets it, and classmates are not told', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  expect((await focus('amara', piece.iterationId, 'x')).code).toBe('not_allowed')
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'marsh']) {
    expect((await focus(key, piece.iterationId, 'x')).code).toBe('not_found')
    expect((await school.as(key).ask(rounds.GetRounds, { params: { id: piece.id } })).code).toBe('not_found')
  }
})

test('an attempt goes back for another go, waits first for its learner, and the next attempt closes it', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family'])
  const id = newId()
  expect((await giveBack('rivera', piece.iterationId, 'Fold it at the window.', id)).status).toBe(200)
  expect(await waitingFor('mika')).toContain(id)
  for (const key of ['rivera', 'amara', 'noor']) expect(await waitingFor(key)).toEqual([])
  for (const key of ['mika', 'dubois', 'amara']) {
    const [given] = (await read(key, piece.id)).returns
    expect([given?.tryNext, given?.returnedBy.name, given?.nextNumber]).toEqual([
      'Fold it at the window.',
      'Elena Rivera',
      null,
    ])
  }
  const next = await addIteration(school, 'mika', piece.id)
  expect(await waitingFor('mika')).not.toContain(id)
  expect((await read('rivera', piece.id)).returns[0]?.nextNumber).toBe(next.number)
  await school
    .as('mika')
    .ask(DeleteWork, { params: { id: newId() }, body: { pieceId: piece.id, iterationId: next.id } })
  expect(await waitingFor('mika')).toContain(id)
})

test('giving back is answering: the attempt leaves the waiting list, until it may stand after all', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const waits = async () =>
    (
      await school.as('dubois').ask(ListWaitingForFeedback, { params: { id: classOf('division-3') } })
    ).body.some((one) => one.piece.id === piece.id)
  expect(await waits()).toBe(true)
  const id = newId()
  await giveBack('rivera', piece.iterationId, 'Again.', id)
  expect(await waits()).toBe(false)
  const withdraw = (key: string) => school.as(key).ask(rounds.WithdrawReturn, { params: { id } })
  expect([(await withdraw('dubois')).code, (await withdraw('mika')).code]).toEqual([
    'not_allowed',
    'not_allowed',
  ])
  expect([(await withdraw('noor')).code, (await withdraw('okafor')).code]).toEqual(['not_found', 'not_found'])
  expect([(await withdraw('rivera')).status, (await withdraw('rivera')).status]).toEqual([200, 200])
  expect([await waits(), await waitingFor('mika')]).toEqual([true, expect.not.arrayContaining([id])])
  expect((await read('mika', piece.id)).returns).toEqual([])
})

test("the work is its learner's: they may say that there will be no further attempt, and why", async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family'])
  const id = newId()
  await giveBack('rivera', piece.iterationId, 'Again.', id)
  const answer = (key: string, why: string) =>
    school.as(key).ask(rounds.AnswerReturn, { params: { id }, body: { why } })
  for (const key of ['rivera', 'amara']) expect((await answer(key, 'For her')).code).toBe('not_allowed')
  expect((await answer('mika', '')).code).toBe('invalid')
  expect((await answer('mika', 'I like it as it is.')).status).toBe(200)
  expect((await answer('mika', 'I like it as it is.')).status).toBe(200)
  expect((await answer('mika', 'Or not.')).code).toBe('id_taken')
  expect(await waitingFor('mika')).not.toContain(id)
  const [given] = (await read('rivera', piece.id)).returns
  expect([given?.answer?.why, given?.may]).toEqual([
    'I like it as it is.',
    { withdraw: false, answer: false },
  ])
})

test('only teachers of the learner give back, and what is sent twice is given back once', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family', 'class'])
  for (const key of ['mika', 'amara'])
    expect((await giveBack(key, piece.iterationId)).code).toBe('not_allowed')
  for (const key of ['noor', 'okafor', 'leila', 'chen', 'marsh'])
    expect((await giveBack(key, piece.iterationId)).code).toBe('not_found')
  const id = newId()
  await giveBack('rivera', piece.iterationId, 'Again.', id)
  expect((await giveBack('rivera', piece.iterationId, 'Again.', id)).status).toBe(200)
  expect((await giveBack('rivera', piece.iterationId, 'Differently.', id)).code).toBe('id_taken')
  expect((await giveBack('dubois', piece.iterationId, 'Again.', id)).code).toBe('not_found')
  expect((await read('mika', piece.id)).returns).toHaveLength(1)
})
