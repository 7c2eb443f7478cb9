import { expect, test } from 'vitest'
import { isLaterDay, yearsAfter } from './letter.ts'

test.each([
  ['2026-11-25', true],
  ['2046-11-24', true],
  ['2046-11-25', false],
  ['2026-11-24', false],
  ['2026-11-23', false],
  ['1999-01-01', false],
])('a letter of 24 November 2026 may open on %s: %s', (opensOn, may) => {
  expect(isLaterDay(opensOn, '2026-11-24')).toBe(may)
})

test('years are counted by the calendar', () => {
  expect(yearsAfter('2026-02-03', 5)).toBe('2031-02-03')
})
