import { expect, test } from 'vitest'
import { entryOf } from '../entry.test.ts'
import { shareOf, standingOf, weightiest } from './standing.ts'

const files = new Map([
  ['a', { bytes: 300, sent: 300, type: 'image/jpeg' }],
  ['b', { bytes: 100, sent: 0, type: 'image/jpeg' }],
])
const photos = entryOf('photos', [], ['a', 'b'])
const words = entryOf('words', [])
const refused = { ...words, id: 'refused', refusal: { status: 404, code: 'not_found', sentence: '' } }

test('an entry has come as far as its files together', () => {
  expect(shareOf(photos, { files, line: 'here' })).toBe(0.75)
  expect(standingOf(photos, { files, line: 'here' })).toBe('travelling')
})

test('without a network nothing is on its way, however far it came', () => {
  expect(standingOf(photos, { files, line: 'away' })).toBe('here')
  expect(standingOf(words, { files, line: 'here' })).toBe('here')
})

test('what needs its person is said before everything else', () => {
  const state = { files, line: 'here' } as const
  expect(standingOf(refused, state)).toBe('needs-you')
  expect(weightiest([words, photos, refused], state)?.id).toBe('refused')
  expect(weightiest([{ ...words, arrivedAt: 1 }, photos], state)?.id).toBe('photos')
  expect(weightiest([], state)).toBeUndefined()
})
