import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as feedback from '../../src/feedback/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as work from '../../src/work/contract.ts'
import { addIteration, addPiece, giveFeedback, text } from '../support/making.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const ask = (key: string, endpoint: Endpoint, id: string, body?: object, more: object = {}) =>
  school.as(key).ask(endpoint, { params: { id, ...more }, ...(body === undefined ? {} : { body }) })
type Answered = Awaited<ReturnType<typeof ask>>
const statuses = (answers: Answered[]) =>
  answers.map((answer) => `${answer.status} ${answer.code ?? ''}`.trim())
const tenTimes = (one: () => Promise<Answered>) => Promise.all(Array.from({ length: 10 }, one))
const allWell = Array(10).fill('200')

async function feedbackOn() {
  const piece = await addPiece(school, 'mika', ['teachers'])
  return { piece, id: await giveFeedback(school, 'rivera', piece.iterationId) }
}
const read = async (id: string) => (await school.as('mika').ask(work.GetPiece, { params: { id } })).body

test.each<[string, () => Promise<() => Promise<Answered>>]>([
  [
    'a piece',
    async () => {
      const [id, iteration, share] = [
        newId(),
        { id: newId(), parts: text('wings') },
        { id: newId(), audience: 'family' },
      ]
      return () => ask('mika', work.AddPiece, id, { iteration, shares: [share] })
    },
  ],
  [
    'a title',
    async () => {
      const piece = await addPiece(school, 'mika')
      return () => ask('mika', work.RenamePiece, piece.id, { title: 'Papillon' })
    },
  ],
  [
    'an iteration',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika'), newId()]
      return () => ask('mika', work.AddIteration, id, { pieceId: piece.id, parts: text('again') })
    },
  ],
  [
    'a revision',
    async () => {
      const piece = await addPiece(school, 'mika')
      return () =>
        ask('mika', work.ReviseIteration, piece.iterationId, { parts: text('better') }, { revision: '2' })
    },
  ],
  [
    'a share',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika'), newId()]
      return () =>
        ask('mika', work.SharePiece, id, {
          pieceId: piece.id,
          audience: 'class',
          spaceId: spaceOf(classOf('division-3')),
        })
    },
  ],
  [
    'a withdrawal',
    async () => {
      const piece = await addPiece(school, 'mika', ['family'])
      return () => ask('mika', work.WithdrawShare, piece.shareIds[0] ?? '')
    },
  ],
  [
    "a teacher's withdrawal",
    async () => {
      const piece = await addPiece(school, 'mika', ['class'])
      return () => ask('rivera', work.WithdrawShare, piece.shareIds[0] ?? '')
    },
  ],
  [
    'a deletion',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika'), newId()]
      return () => ask('mika', work.DeleteWork, id, { pieceId: piece.id })
    },
  ],
  [
    'a deletion of one attempt',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika'), newId()]
      await addIteration(school, 'mika', piece.id)
      return () => ask('mika', work.DeleteWork, id, { pieceId: piece.id, iterationId: piece.iterationId })
    },
  ],
  [
    'a deletion of the only attempt',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika'), newId()]
      return () => ask('mika', work.DeleteWork, id, { pieceId: piece.id, iterationId: piece.iterationId })
    },
  ],
  [
    'a restoration',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika'), newId()]
      await ask('mika', work.DeleteWork, id, { pieceId: piece.id })
      return () => ask('mika', work.RestoreWork, id)
    },
  ],
  [
    'a post',
    async () => {
      const pieces = ['mika', 'noor', 'kai'].map((key) => ({
        id: newId(),
        iterationId: newId(),
        learnerId: idOf(key),
      }))
      const body = {
        classId: classOf('division-3'),
        parts: text('salmon'),
        audiences: ['family', 'class'],
        pieces,
      }
      const id = newId()
      return () => ask('rivera', work.PostForLearners, id, body)
    },
  ],
  [
    'feedback',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika', ['teachers']), newId()]
      return () => ask('rivera', feedback.GiveFeedback, id, { iterationId: piece.iterationId, body: 'Look.' })
    },
  ],
  [
    'an edit of feedback',
    async () => {
      const { id } = await feedbackOn()
      return () => ask('rivera', feedback.ReviseFeedback, id, { body: 'Look again.' }, { revision: '2' })
    },
  ],
  [
    'a reply',
    async () => {
      const [given, id] = [await feedbackOn(), newId()]
      return () => ask('mika', feedback.ReplyToFeedback, id, { feedbackId: given.id, kind: 'used' })
    },
  ],
])('the same write ten times at once, and once more later, is kept once: %s', async (_what, prepare) => {
  const write = await prepare()
  expect(statuses(await tenTimes(write))).toEqual(allWell)
  expect(statuses([await write()])).toEqual(['200'])
})

test('ten times the same leaves one of each behind', async () => {
  const [id, iterationId, shareId, second] = [newId(), newId(), newId(), newId()]
  const body = {
    iteration: { id: iterationId, parts: text('wings') },
    shares: [{ id: shareId, audience: 'teachers' }],
  }
  await tenTimes(() => ask('mika', work.AddPiece, id, body))
  await tenTimes(() => ask('mika', work.AddIteration, second, { pieceId: id, parts: text('again') }))
  const given = newId()
  await tenTimes(() => ask('rivera', feedback.GiveFeedback, given, { iterationId, body: 'Look.' }))
  const reply = newId()
  await tenTimes(() => ask('mika', feedback.ReplyToFeedback, reply, { feedbackId: given, kind: 'used' }))
  const piece = await read(id)
  expect([piece.iterations.map((one) => one.number), piece.shares.map((one) => one.id)]).toEqual([
    [1, 2],
    [shareId],
  ])
  const kept = (await school.as('mika').ask(feedback.ListFeedback, { params: { id } })).body
  expect(kept.map((one) => [one.id, one.replies.map((it) => it.id)])).toEqual([[given, [reply]]])
})

const other = (words: string) => ({ parts: text(words) })

test('two different edits of one revision at once: exactly one wins, and the other is told', async () => {
  const piece = await addPiece(school, 'mika')
  const edit = (words: string) =>
    ask('mika', work.ReviseIteration, piece.iterationId, other(words), { revision: '2' })
  expect(statuses(await Promise.all([edit('one'), edit('two'), edit('three')])).sort()).toEqual([
    '200',
    '409 changed_elsewhere',
    '409 changed_elsewhere',
  ])
  const given = await feedbackOn()
  const revise = (body: string) =>
    ask('rivera', feedback.ReviseFeedback, given.id, { body }, { revision: '2' })
  expect(statuses(await Promise.all([revise('one'), revise('two'), revise('three')])).sort()).toEqual([
    '200',
    '409 changed_elsewhere',
    '409 changed_elsewhere',
  ])
})

test('a write that was not kept is never answered as if it were: other words under the same id', async () => {
  const piece = { id: newId(), iteration: { id: newId() } }
  const add = (words: string) =>
    ask('mika', work.AddPiece, piece.id, { iteration: { ...piece.iteration, ...other(words) } })
  expect(statuses(await Promise.all([add('one'), add('two')])).sort()).toEqual(['200', '409 id_taken'])
})

test.each<[string, () => Promise<(words: string) => Promise<Answered>>]>([
  [
    'an iteration',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika'), newId()]
      return (words) => ask('mika', work.AddIteration, id, { pieceId: piece.id, ...other(words) })
    },
  ],
  [
    'feedback',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika', ['teachers']), newId()]
      return (body) => ask('rivera', feedback.GiveFeedback, id, { iterationId: piece.iterationId, body })
    },
  ],
  [
    'a reply',
    async () => {
      const [given, id] = [await feedbackOn(), newId()]
      return (why) =>
        ask('mika', feedback.ReplyToFeedback, id, { feedbackId: given.id, kind: 'differently', why })
    },
  ],
  [
    'a share',
    async () => {
      const [piece, id] = [await addPiece(school, 'mika'), newId()]
      return (words) =>
        ask('mika', work.SharePiece, id, {
          pieceId: piece.id,
          audience: words === 'one' ? 'family' : 'teachers',
        })
    },
  ],
  [
    'a deletion',
    async () => {
      const pieces = { one: await addPiece(school, 'mika'), two: await addPiece(school, 'mika') }
      const id = newId()
      return (words) => ask('mika', work.DeleteWork, id, { pieceId: pieces[words as 'one' | 'two'].id })
    },
  ],
])('other contents under an id that is taken are refused: %s', async (_what, prepare) => {
  const write = await prepare()
  expect(statuses([await write('one')])).toEqual(['200'])
  expect((await write('two')).status).toBe(409)
})

test('an id that another person used is no way to have a write vanish', async () => {
  const [mine, hers] = [
    await addPiece(school, 'mika', ['teachers']),
    await addPiece(school, 'noor', ['teachers']),
  ]
  const [deletion, share] = [newId(), newId()]
  await ask('noor', work.SharePiece, share, { pieceId: hers.id, audience: 'family' })
  await ask('noor', work.DeleteWork, deletion, { pieceId: hers.id })
  expect((await ask('mika', work.DeleteWork, deletion, { pieceId: mine.id })).status).toBeGreaterThanOrEqual(
    400,
  )
  expect((await ask('mika', work.SharePiece, share, { pieceId: mine.id, audience: 'family' })).code).toBe(
    'not_found',
  )
  expect((await ask('mika', work.DeleteWork, deletion, { pieceId: hers.id })).code).toBe('not_found')
})

test('a whole class at once: sharing, deleting, restoring and renaming one piece from two devices', async () => {
  const piece = await addPiece(school, 'mika', ['teachers', 'class'])
  const many = Array.from({ length: 6 }, (_, place) => [
    ask('mika', work.AddIteration, newId(), { pieceId: piece.id, ...other(`${place}`) }),
    ask('mika', work.RenamePiece, piece.id, { title: `${place}` }),
    ask('mika', work.SharePiece, newId(), { pieceId: piece.id, audience: 'family' }),
    ask('rivera', feedback.GiveFeedback, newId(), { iterationId: piece.iterationId, body: `${place}` }),
    ask('noor', work.GetPiece, piece.id),
    ask('amara', work.GetPiece, piece.id),
  ])
  const answers = await Promise.all(many.flat())
  expect(answers.filter((answer) => answer.status >= 500).map((answer) => answer.text)).toEqual([])
  expect((await read(piece.id)).iterations.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7])
})
