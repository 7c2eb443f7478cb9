import { expect, test } from 'vitest'
import type { Media } from '../../media/web/media-view-renditions.ts'
import { entryOf } from '../../outbox/entry.test.ts'
import type { Entry } from '../../outbox/entry.ts'
import type { Answer, Sent } from '../../platform/web/client.ts'
import {
  AddIteration,
  AddPiece,
  type GetPiece,
  RenamePiece,
  ReviseIteration,
  SharePiece,
  WithdrawShare,
} from '../contract.ts'
import { tilesWithWaiting } from './waiting-tiles.ts'
import { type Here, pieceWithWaiting } from './waiting-work.ts'

const me = { id: 'mika', name: 'Mika' }
const here: Here = { me, mediaOf: (id) => ({ id, name: `${id}.jpg` }) as Media }
const writeOf = ({ name, path }: { name: string; path: string }, sent: object) => ({
  name,
  method: 'PUT' as const,
  path,
  sent,
})
const keep = (endpoint: { name: string; path: string }, sent: object): Entry =>
  entryOf(`${endpoint.name} ${JSON.stringify(sent)}`, [writeOf(endpoint, sent)])

const media = (mediaId: string) => ({ kind: 'media' as const, mediaId, caption: '', alt: '' })
const added: Sent<typeof AddPiece> = {
  params: { id: 'p1' },
  body: {
    title: 'Monarch',
    iteration: { id: 'i1', parts: [media('m1'), { kind: 'text', text: 'veins' }] },
    shares: [{ id: 's1', audience: 'family' }],
  },
}
const next = { params: { id: 'i2' }, body: { pieceId: 'p1', parts: [media('m2')], whatChanged: 'bolder' } }

test('a piece that only this device knows is whole: attempts, files, and who will see it', () => {
  const piece = pieceWithWaiting(undefined, 'p1', [keep(AddPiece, added), keep(AddIteration, next)], here)
  expect(piece).toMatchObject({ title: 'Monarch', learner: me, may: { revise: true, giveFeedback: false } })
  expect(piece?.iterations.map(({ number, whatChanged }) => [number, whatChanged])).toEqual([
    [1, ''],
    [2, 'bolder'],
  ])
  expect(piece?.iterations[0]?.parts[0]).toMatchObject({ kind: 'media', media: { name: 'm1.jpg' } })
  expect(piece?.shares.map(({ audience }) => audience)).toEqual(['family'])
})

test("another's entries change nothing", () => {
  expect(pieceWithWaiting(undefined, 'p2', [keep(AddPiece, added)], here)).toBeUndefined()
})

const kept = pieceWithWaiting(undefined, 'p1', [keep(AddPiece, added)], here) as Answer<typeof GetPiece>

test('what the server has already is not shown twice', () => {
  const again = pieceWithWaiting(
    kept,
    'p1',
    [
      keep(AddPiece, added),
      keep(SharePiece, { params: { id: 's1' }, body: { pieceId: 'p1', audience: 'family' } }),
    ],
    here,
  )
  expect(again?.iterations).toHaveLength(1)
  expect(again?.shares).toHaveLength(1)
})

test('an edit, a name, a share and its withdrawal are seen at once', () => {
  const edit = { params: { id: 'i1', revision: 2 }, body: { parts: [media('m1'), media('m3')] } }
  const piece = pieceWithWaiting(
    kept,
    'p1',
    [
      keep(ReviseIteration, edit),
      keep(RenamePiece, { params: { id: 'p1' }, body: { title: 'My monarch' } }),
      keep(SharePiece, { params: { id: 's2' }, body: { pieceId: 'p1', audience: 'teachers' } }),
      keep(WithdrawShare, { params: { id: 's1' } }),
    ],
    here,
  )
  expect(piece).toMatchObject({ title: 'My monarch', iterations: [{ revision: 2 }] })
  expect(piece?.iterations[0]?.parts.map((part) => part.kind === 'media' && part.media.id)).toEqual([
    'm1',
    'm3',
  ])
  expect(piece?.shares.map(({ id }) => id)).toEqual(['s2'])
})

test('of an entry that came half through, only the rest is still to be seen', () => {
  const half = {
    ...entryOf('half', [
      writeOf(AddIteration, next),
      writeOf(RenamePiece, { params: { id: 'p1' }, body: { title: 'New' } }),
    ]),
    done: 1,
  }
  const piece = pieceWithWaiting(kept, 'p1', [half], here)
  expect(piece?.iterations).toHaveLength(1)
  expect(piece?.title).toBe('New')
})

test('the wall shows new work first and new attempts where their work stands', () => {
  const tile = {
    id: 'p0',
    title: 'Boat',
    learner: me,
    grownAt: '2026-10-01T00:00:00Z',
    iterations: 2,
    cover: null,
    excerpt: 'a boat',
    audiences: [],
  }
  const attempt = { params: { id: 'i9' }, body: { pieceId: 'p0', parts: [media('m9')] } }
  const later: Sent<typeof AddPiece> = {
    params: { id: 'p2' },
    body: { iteration: { id: 'i5', parts: [{ kind: 'text', text: 'words' }] } },
  }
  const tiles = tilesWithWaiting(
    [tile],
    [keep(AddPiece, added), keep(AddIteration, attempt), keep(AddPiece, later)],
    here,
  )
  expect(tiles.map(({ id, iterations, excerpt, cover }) => [id, iterations, excerpt, cover?.id])).toEqual([
    ['p2', 1, 'words', undefined],
    ['p1', 1, 'veins', 'm1'],
    ['p0', 3, '', 'm9'],
  ])
})
