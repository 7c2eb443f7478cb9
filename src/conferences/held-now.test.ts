import { expect, test } from 'vitest'
import { heldNow } from './conference.ts'

const meeting = (id: string, page: number | null, closedAt: string | null = null) => ({ id, page, closedAt })

test('a family follows what is being held: not a recording that waits, and not what a broken tablet left open', () => {
  const recording = meeting('recording', null)
  const broken = meeting('broken', 2)
  const going = meeting('going', 1)
  expect(heldNow([going, recording])?.id).toBe('going')
  expect(heldNow([broken, going])?.id).toBe('going')
  expect(heldNow([meeting('over', 4, '2026-11-23T12:00:00Z'), recording])?.id).toBe('recording')
  expect(heldNow([meeting('over', 4, '2026-11-23T12:00:00Z')])).toBeUndefined()
  // closed without a network, the server still calls it open
  expect(heldNow([going], 'going')).toBeUndefined()
})
