import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addIteration, addPiece } from '../../test/support/making.ts'
import { castMember, testMorning } from '../../test/support/cast.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as work from './contract.ts'
import { eraseForever } from './deletion-store.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const day = 24 * 3_600_000
const remove = (pieceId: string, iterationId?: string) => {
  const id = newId()
  return school
    .as('mika')
    .ask(work.DeleteWork, { params: { id }, body: { pieceId, iterationId } })
    .then((answer) => ({ id, answer }))
}
const piecesOf = async (key: string) =>
  (await school.as(key).ask(work.GetPortfolio, { params: { id: idOf('mika') } })).body.pieces.map(
    (piece) => piece.id,
  )
const erase = () =>
  asTheSystem(
    school.program.ground,
    { reason: 'test', districtId: castMember('mika').districtId },
    ({ db, now }) => eraseForever(db, now),
  )

test('deleted work leaves every list at once, can be restored, and comes back as it was', async () => {
  const piece = await addPiece(school, 'mika', ['teachers'])
  const { id } = await remove(piece.id)
  expect(await piecesOf('mika')).not.toContain(piece.id)
  expect(await piecesOf('rivera')).not.toContain(piece.id)
  const deleted = await school.as('mika').ask(work.ListDeletions)
  expect(deleted.body.find((one) => one.id === id)?.erasedOn).toBe('2026-12-24')
  await school.as('mika').ask(work.RestoreWork, { params: { id } })
  expect(await piecesOf('mika')).toContain(piece.id)
  expect(await piecesOf('rivera')).toContain(piece.id)
})

test('nobody else restores or lists it', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'family'])
  const { id } = await remove(piece.id)
  for (const key of ['rivera', 'amara', 'noor', 'ravi']) {
    expect((await school.as(key).ask(work.RestoreWork, { params: { id } })).code).toBe('not_found')
    expect((await school.as(key).ask(work.ListDeletions)).body).toEqual([])
  }
})

test('one attempt can be deleted and the others keep their numbers; deleting the last deletes the piece', async () => {
  const piece = await addPiece(school, 'mika')
  const second = await addIteration(school, 'mika', piece.id)
  await remove(piece.id, piece.iterationId)
  const read = await school.as('mika').ask(work.GetPiece, { params: { id: piece.id } })
  expect(read.body.iterations.map((one) => one.number)).toEqual([2])
  await remove(piece.id, second.id)
  expect(await piecesOf('mika')).not.toContain(piece.id)
})

test('an attempt of another piece cannot be deleted through mine', async () => {
  const mine = await addPiece(school, 'mika')
  const hers = await addPiece(school, 'noor')
  expect((await remove(mine.id, hers.iterationId)).answer.code).toBe('not_found')
})

test('after 30 days it is really gone, and not a day sooner', async () => {
  const piece = await addPiece(school, 'mika')
  const kept = await addPiece(school, 'mika')
  await remove(piece.id)
  school.clock.now = new Date(testMorning.getTime() + 29 * day)
  await erase()
  school.clock.now = testMorning
  expect((await school.as('mika').ask(work.ListDeletions)).body.length).toBeGreaterThan(0)
  school.clock.now = new Date(testMorning.getTime() + 31 * day)
  await erase()
  school.clock.now = testMorning
  expect((await school.as('mika').ask(work.ListDeletions)).body).toEqual([])
  expect((await school.as('mika').ask(work.GetPiece, { params: { id: piece.id } })).code).toBe('not_found')
  expect(await piecesOf('mika')).toContain(kept.id)
})
