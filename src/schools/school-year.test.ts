import { expect, test } from 'vitest'
import { isOfPastYear } from './school-year.ts'

test('a class is of the past year when it is over, or began a school year ago and goes on', () => {
  const year = { opensOn: '2025-09-02', closesOn: '2026-06-26' }
  expect(['2026-03-10', '2026-06-26', '2026-06-27'].map((today) => isOfPastYear(year, today))).toEqual([
    false,
    false,
    true,
  ])
  const endless = { opensOn: '2025-09-02', closesOn: '2030-06-30' }
  expect([isOfPastYear(endless, '2026-06-26'), isOfPastYear(endless, '2026-09-01')]).toEqual([false, true])
})
