import { expect, test } from 'vitest'
import { duenessOf, isWindow, standingOf } from './activity.ts'

test('an activity is a draft, waits for its day, is open, is closed', () => {
  const published = { publishedAt: '2026-11-20T18:00:00Z', opensOn: '2026-11-24', closed: false }
  expect(standingOf({ ...published, publishedAt: null }, '2026-11-24')).toBe('draft')
  expect(standingOf(published, '2026-11-23')).toBe('waiting')
  expect(standingOf(published, '2026-11-24')).toBe('open')
  expect(standingOf({ ...published, opensOn: null }, '2026-11-01')).toBe('open')
  expect(standingOf({ ...published, closed: true }, '2026-11-23')).toBe('closed')
})

test('due soon is three days; the day itself is not late', () => {
  const due = '2026-12-01'
  expect(duenessOf(null, '2026-11-24')).toBe('whenever')
  expect(duenessOf(due, '2026-11-27')).toBe('later')
  expect(duenessOf(due, '2026-11-28')).toBe('soon')
  expect(duenessOf(due, '2026-12-01')).toBe('soon')
  expect(duenessOf(due, '2026-12-02')).toBe('late')
})

test('a window may have one end, both on one day, and never the wrong way round', () => {
  expect(isWindow({ opensOn: null, dueOn: '2026-12-01' })).toBe(true)
  expect(isWindow({ opensOn: '2026-12-01', dueOn: null })).toBe(true)
  expect(isWindow({ opensOn: '2026-12-01', dueOn: '2026-12-01' })).toBe(true)
  expect(isWindow({ opensOn: '2026-12-02', dueOn: '2026-12-01' })).toBe(false)
})
