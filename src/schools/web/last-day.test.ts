import { expect, test } from 'vitest'
import { lastDayBefore } from './last-day.ts'

test('the last day of a tie is the one before it is closed, and never before it opened', () => {
  expect(lastDayBefore('2027-01-01', '2026-12-28')).toBe('2026-12-31')
  expect(lastDayBefore('2026-12-28', '2026-12-28')).toBe('2026-12-28')
})
