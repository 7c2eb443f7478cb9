import { expect, test } from 'vitest'
import { median, percentile, range, short } from './figures.ts'
import { isReached } from './report.ts'

test('the 95th percentile of a hundred values is the 95th of them, whatever their order', () => {
  const hundred = Array.from({ length: 100 }, (_, place) => 100 - place)
  expect([0, 0.5, 0.95, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 95, 99, 100])
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([], 0.95)).toBeNaN()
})

test('the median of an even number of values lies between the middle two', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5])
})

test('figures are said with as many digits as mean something', () => {
  expect([short(0.456), short(45.67, 'KB'), short(456.7, 'ms'), range([3, 1.5], 's')]).toEqual([
    '0.46',
    '45.7 KB',
    '457 ms',
    '1.50 to 3.00 s',
  ])
})

test('an aim is reached, missed, or cannot be told', () => {
  const measured = { what: 'x', unit: '', measured: 3 }
  expect(isReached({ ...measured, aim: { most: 3 } })).toBe(true)
  expect(isReached({ ...measured, aim: { least: 3.1 } })).toBe(false)
  expect(isReached({ ...measured, measured: Number.NaN, aim: { most: 3 } })).toBeUndefined()
  expect(isReached(measured)).toBeUndefined()
})
