import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import {
  AddIteration,
  AddPiece,
  GetPiece,
  GetPortfolio,
  ListRevisions,
  RenamePiece,
  ReviseIteration,
} from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const words = (text: string) => [{ kind: 'text' as const, text }]

async function addPiece(key: string, text = 'a butterfly') {
  const id = newId()
  const iteration = { id: newId(), parts: words(text) }
  const answer = await school.as(key).ask(AddPiece, { params: { id }, body: { iteration } })
  return { id, iterationId: iteration.id, answer, body: { iteration } }
}

test('a learner keeps work with nothing but the work, and finds it in their portfolio', async () => {
  const piece = await addPiece('mika')
  expect(piece.answer.status).toBe(200)
  const read = await school.as('mika').ask(GetPiece, { params: { id: piece.id } })
  expect(read.body.iterations.map((one) => one.parts)).toEqual([words('a butterfly')])
  expect(read.body.may).toEqual({
    revise: true,
    share: true,
    remove: true,
    giveFeedback: false,
    readFeedback: true,
    openLearner: true,
  })
  const portfolio = await school.as('mika').ask(GetPortfolio, { params: { id: idOf('mika') } })
  expect(portfolio.body.pieces.map((one) => one.id)).toContain(piece.id)
})

test('the same write sent twice is kept once, and other contents under its id are refused', async () => {
  const piece = await addPiece('mika')
  const again = await school.as('mika').ask(AddPiece, { params: { id: piece.id }, body: piece.body })
  expect(again.status).toBe(200)
  const other = await school.as('mika').ask(AddPiece, {
    params: { id: piece.id },
    body: { iteration: { id: newId(), parts: words('another') } },
  })
  expect(other.code).toBe('id_taken')
  const read = await school.as('mika').ask(GetPiece, { params: { id: piece.id } })
  expect(read.body.iterations).toHaveLength(1)
})

test('attempts are numbered in the order they arrive, each once', async () => {
  const piece = await addPiece('mika')
  const ids = [newId(), newId(), newId()]
  const add = (id: string) =>
    school.as('mika').ask(AddIteration, {
      params: { id },
      body: { pieceId: piece.id, parts: words('better'), whatChanged: 'wings' },
    })
  const numbers = await Promise.all(ids.map(add))
  expect(numbers.map((one) => one.body.number).sort()).toEqual([2, 3, 4])
  expect((await add(ids[0] ?? '')).body.number).toBe(numbers[0]?.body.number)
})

test('an edit keeps what was before, and an edit of an older state is refused', async () => {
  const piece = await addPiece('mika', 'first words')
  const revise = (revision: number, text: string) =>
    school.as('mika').ask(ReviseIteration, {
      params: { id: piece.iterationId, revision: String(revision) },
      body: { parts: words(text) },
    })
  expect((await revise(2, 'second words')).status).toBe(200)
  expect((await revise(2, 'second words')).status).toBe(200)
  expect((await revise(2, 'from another tab')).code).toBe('changed_elsewhere')
  const kept = await school.as('mika').ask(ListRevisions, { params: { id: piece.iterationId } })
  expect(kept.body.map((one) => one.parts)).toEqual([words('second words'), words('first words')])
})

test('a title can be given later', async () => {
  const piece = await addPiece('mika')
  await school.as('mika').ask(RenamePiece, { params: { id: piece.id }, body: { title: 'Papillon' } })
  expect((await school.as('mika').ask(GetPiece, { params: { id: piece.id } })).body.title).toBe('Papillon')
})

test('100,000 characters are kept as they were typed, and more than fit are refused with the field', async () => {
  const long = '字é🦋 '.repeat(20_000)
  const piece = await addPiece('mika', long)
  const read = await school.as('mika').ask(GetPiece, { params: { id: piece.id } })
  expect(read.body.iterations[0]?.parts).toEqual(words(long))
  const over = await addPiece('mika', 'x'.repeat(200_001))
  expect(over.answer.code).toBe('invalid')
})

test('only those who have been learners own a portfolio', async () => {
  expect((await addPiece('rivera')).answer.code).toBe('not_allowed')
  expect((await addPiece('amara')).answer.code).toBe('not_allowed')
})
