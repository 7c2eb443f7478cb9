import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as work from '../../src/work/contract.ts'
import { addIteration, addPiece, text } from '../support/making.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('two posts that name the same pieces in another order do not stand in each other’s way', async () => {
  for (let times = 0; times < 2; times += 1) {
    const pieces = ['mika', 'noor', 'kai', 'anh', 'otto'].map((key) => ({
      id: newId(),
      iterationId: newId(),
      learnerId: idOf(key),
    }))
    const body = { classId: classOf('division-3'), parts: text('salmon'), audiences: ['class'] }
    const post = (order: typeof pieces) =>
      school
        .as('rivera')
        .ask(work.PostForLearners, { params: { id: newId() }, body: { ...body, pieces: order } })
    const answers = await Promise.all([post(pieces), post(pieces.toReversed()), post(pieces)])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
  }
})

test('both last attempts deleted at once leave no empty piece behind', async () => {
  for (let times = 0; times < 5; times += 1) {
    const piece = await addPiece(school, 'mika')
    const second = await addIteration(school, 'mika', piece.id)
    const remove = (iterationId: string) =>
      school
        .as('mika')
        .ask(work.DeleteWork, { params: { id: newId() }, body: { pieceId: piece.id, iterationId } })
    await Promise.all([remove(piece.iterationId), remove(second.id)])
    const { body: left } = await school.as('mika').ask(work.GetPiece, { params: { id: piece.id } })
    expect([left.deletedAt === null, left.iterations.length]).not.toEqual([true, 0])
  }
})
