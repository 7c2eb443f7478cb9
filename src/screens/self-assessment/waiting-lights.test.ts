import { expect, test } from 'vitest'
import { MakeClaim, TagPiece } from '../../self-assessment/contract.ts'
import type { Sky } from '../../self-assessment/web/glow-words.ts'
import { withWaiting } from './waiting-lights.ts'

const star = (id: string, lights: string[] = []) => ({
  id,
  lights: lights.map((light) => ({
    kind: 'tag',
    id: light,
    at: '2026-01-01T00:00:00.000Z',
    piece: null,
    words: '',
  })),
})
// only what lighting looks at
const sky = { id: 'sky', stars: [star('a'), star('b', ['known']), star('c')] } as unknown as Sky

test('what waits on the device lights its star, once, and no other', () => {
  const write = (name: string, id: string, body: object) => ({
    keptAt: Date.parse('2026-05-01'),
    writes: [{ name, method: 'PUT', path: '/', sent: { params: { id }, body } }],
  })
  const { stars } = withWaiting(sky, [
    write(MakeClaim.name, 'one', { competencyId: 'a', words: 'I can wait.' }),
    write(TagPiece.name, 'known', { competencyId: 'b', pieceId: 'p' }),
    write('SetGoal', 'two', { competencyId: 'c' }),
  ] as never)
  expect(stars.map(({ lights }) => lights.map(({ kind, id, words }) => [kind, id, words]))).toEqual([
    [['claim', 'one', 'I can wait.']],
    [['tag', 'known', '']],
    [],
  ])
  expect(withWaiting(sky, [])).toBe(sky)
})
