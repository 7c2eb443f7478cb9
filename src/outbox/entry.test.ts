import { describe, expect, test } from 'vitest'
import {
  dependentsOf,
  type Entry,
  heavyBytes,
  nextToSend,
  noteRefusal,
  renameIds,
  tryAgain,
  verdictOf,
  type Write,
} from './entry.ts'

const id = (last: string) => `019a0000-0000-7000-8000-${last.padStart(12, '0')}`
const piece = id('1')
const iteration = id('2')
const space = id('c')

export const entryOf = (name: string, writes: Write[], files: string[] = []): Entry => ({
  id: name,
  called: { word: 'work.waiting', values: {} },
  writes,
  done: 0,
  files,
  refreshes: [],
  made: { claimed: '2026-10-16T12:00:00.000Z', offset: 0 },
  keptAt: 0,
  failures: 0,
})
const put = (path: string, params: object, body: object = {}): Write => ({
  name: path,
  method: 'PUT',
  path,
  sent: { params, body },
})
const addPiece = entryOf('piece', [
  put(
    '/pieces/:id',
    { id: piece },
    { iteration: { id: iteration }, shares: [{ id: id('3'), spaceId: space }] },
  ),
])
const addAttempt = entryOf('attempt', [put('/iterations/:id', { id: id('4') }, { pieceId: piece })])
const reply = entryOf('reply', [put('/replies/:id', { id: id('5') }, { iterationId: id('4') })])
const elsewhere = entryOf('elsewhere', [
  put('/pieces/:id', { id: id('6') }, { shares: [{ id: id('7'), spaceId: space }] }),
])

describe('what goes next', () => {
  test('is the first in order', () => {
    expect(nextToSend([addPiece, addAttempt, elsewhere])?.id).toBe('piece')
  })

  test('goes past what needs its person, but not past what it builds on', () => {
    const refused = noteRefusal(addPiece, 'refused', { status: 404, code: 'not_found', sentence: '' })
    expect(nextToSend([refused, addAttempt, reply, elsewhere])?.id).toBe('elsewhere')
    expect(nextToSend([refused, addAttempt, reply])).toBeUndefined()
    expect(dependentsOf(refused, [refused, addAttempt, reply, elsewhere]).map((one) => one.id)).toEqual([
      'attempt',
      'reply',
    ])
  })

  test('a class both are shown to ties nothing together', () => {
    const refused = noteRefusal(addPiece, 'refused', { status: 404, code: 'not_found', sentence: '' })
    expect(nextToSend([refused, elsewhere])?.id).toBe('elsewhere')
  })

  test('a film of hours holds nobody up, and goes when nothing lighter is left', () => {
    const film = entryOf('film', [put('/pieces/:id', { id: id('8') })], [id('9')])
    const leftOf = (entry: Entry) => (entry.id === 'film' ? heavyBytes + 1 : 0)
    expect(nextToSend([film, elsewhere], leftOf)?.id).toBe('elsewhere')
    expect(nextToSend([film], leftOf)?.id).toBe('film')
  })

  test('what has arrived is passed over and holds nothing up', () => {
    expect(nextToSend([{ ...addPiece, arrivedAt: 1 }, addAttempt])?.id).toBe('attempt')
  })
})

describe('an answer', () => {
  test.each([
    [200, '', 'arrived'],
    [204, '', 'arrived'],
    [401, 'not_signed_in', 'signed out'],
    [401, 'wrong_password', 'refused'],
    [404, 'not_found', 'refused'],
    [409, 'id_taken', 'refused'],
    [423, 'invalid', 'again'],
    [429, 'too_many_requests', 'again'],
    [500, 'failed', 'failed'],
    [503, 'try_again', 'again'],
    [507, 'storage_full', 'refused'],
  ] as const)('of %s %s is "%s"', (status, code, verdict) => {
    expect(verdictOf({ status, code })).toBe(verdict)
  })

  test('a fault of the server is borne a few times and then told; trying again begins anew', () => {
    const failed = { status: 500, code: 'failed', sentence: 'Something went wrong' }
    let entry = addPiece
    for (let time = 1; time <= 4; time += 1) entry = noteRefusal(entry, 'failed', failed)
    expect(entry.refusal).toBeUndefined()
    entry = noteRefusal(entry, 'failed', failed)
    expect(entry.refusal).toEqual(failed)
    expect(tryAgain(entry)).toEqual(addPiece)
  })
})

test('kept anew as something else, every mention follows', () => {
  const renamed = renameIds([addPiece, addAttempt], new Map([[piece, id('f')]]))
  expect(JSON.stringify(renamed)).not.toContain(piece)
  expect(renamed[1]?.writes[0]?.sent.body).toEqual({ pieceId: id('f') })
})
