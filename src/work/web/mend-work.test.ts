import { expect, test } from 'vitest'
import { entryOf } from '../../outbox/entry.test.ts'
import type { Entry } from '../../outbox/entry.ts'
import type { Answer } from '../../platform/web/client.ts'
import { AddIteration, AddPiece, type GetPiece, RenamePiece, ReviseIteration } from '../contract.ts'
import { keepAsNewAttempt, keepAsNewPiece, keepForMe, mendingsOf, pieceOf, putOver } from './mend-work.ts'

const id = (last: number) => `019a0000-0000-7000-8000-${String(last).padStart(12, '0')}`
const parts = [{ kind: 'text' as const, text: 'veins' }]

function refused(endpoint: { name: string; path: string }, sent: object, code: string): Entry {
  const entry = entryOf(endpoint.name, [{ name: endpoint.name, method: 'PUT', path: endpoint.path, sent }])
  const values = { title: 'Monarch', name: 'Monarch', piece: id(1) }
  return { ...entry, called: { word: 'work.waiting', values }, refusal: { status: 404, code, sentence: '' } }
}
const attempt = refused(AddIteration, { params: { id: id(2) }, body: { pieceId: id(1), parts } }, 'not_found')
const edit = refused(
  ReviseIteration,
  { params: { id: id(2), revision: 2 }, body: { parts, whatChanged: 'mine' } },
  'changed_elsewhere',
)
const bodyOf = (entry: Entry | undefined) => entry?.writes[0]?.sent.body

test('a class that was left: the work is kept for its learner alone', () => {
  const shares = [{ id: id(3), audience: 'class', spaceId: id(9) }]
  const sent = { params: { id: id(1) }, body: { title: 'Monarch', iteration: { id: id(2), parts }, shares } }
  const piece = refused(AddPiece, sent, 'not_found')
  expect(mendingsOf(piece)).toEqual(['only me'])
  expect(bodyOf(keepForMe(piece))).toEqual({ ...sent.body, shares: [] })
  expect(keepForMe(piece).refusal).toBeUndefined()
})

test('an id that was taken: the same work under another, and its attempts follow', () => {
  const sent = { params: { id: id(1) }, body: { title: '', iteration: { id: id(2), parts } } }
  const piece = refused(AddPiece, sent, 'id_taken')
  expect(mendingsOf(piece)).toEqual(['new piece'])
  const [again, follows] = keepAsNewPiece(piece, [attempt])
  const fresh = pieceOf({ ...(again as Entry), called: { word: '', values: {} } })
  expect(fresh).not.toBe(id(1))
  expect(bodyOf(follows)).toMatchObject({ pieceId: fresh })
})

test('a piece deleted elsewhere: its attempt becomes a piece, and what followed it follows', () => {
  const rename = refused(RenamePiece, { params: { id: id(1) }, body: { title: 'New' } }, 'not_found')
  expect(mendingsOf(attempt)).toEqual(['new piece'])
  const [piece, renamed] = keepAsNewPiece(attempt, [rename])
  expect(piece).toMatchObject({ done: 0, writes: [{ name: 'AddPiece', path: '/api/pieces/:id' }] })
  expect(bodyOf(piece)).toMatchObject({ title: 'Monarch', iteration: { parts } })
  expect(renamed?.writes[0]?.sent.params).toEqual(piece?.writes[0]?.sent.params)
})

test('changed elsewhere: over it, or beside it', () => {
  const piece = { id: id(1), iterations: [{ id: id(2), revision: 4 }] } as Answer<typeof GetPiece>
  expect(mendingsOf(edit)).toEqual(['over it', 'new attempt'])
  expect(putOver(edit, piece)?.writes[0]?.sent.params).toEqual({ id: id(2), revision: 5 })
  expect(putOver(edit, { ...piece, iterations: [] })).toBeUndefined()
  const beside = keepAsNewAttempt(edit, piece)
  expect(beside.writes[0]?.name).toBe('AddIteration')
  expect(bodyOf(beside)).toEqual({ pieceId: id(1), parts, whatChanged: 'mine' })
})

test('where it can be looked at', () => {
  expect([attempt, edit].map(pieceOf)).toEqual([id(1), id(1)])
  expect(pieceOf(refused(RenamePiece, { params: { id: id(7) } }, ''))).toBe(id(1))
})
