import { expect, test } from 'vitest'
import { findNotSeen, type LearnerOfDay } from './not-seen.ts'

const now = Date.parse('2026-11-24T09:00:00Z')

function learner(name: string, lastSharedAt: string | null, joinedOn = '2026-09-08'): LearnerOfDay {
  return { id: name, name, grade: '4', joinedOn, pieces: lastSharedAt ? 1 : 0, lastSharedAt }
}

test('a learner seen within three weeks is not listed', () => {
  expect(findNotSeen([learner('Mika', '2026-11-04T09:00:00Z')], now)).toEqual([])
})

test('silence is said in weeks and, when long, in months', () => {
  const found = findNotSeen(
    [learner('Noor', '2026-10-19T09:00:00Z'), learner('Kʼi', '2026-06-10T09:00:00Z')],
    now,
  )
  expect(found).toMatchObject([
    { because: 'quiet', unit: 'weeks', count: 5 },
    { because: 'quiet', unit: 'months', count: 5 },
  ])
})

test('someone who just joined is new, not silent', () => {
  const found = findNotSeen([learner('Данило', null, '2026-11-17'), learner('Theo', null)], now)
  expect(found.map((one) => one.because)).toEqual(['new', 'none'])
})
