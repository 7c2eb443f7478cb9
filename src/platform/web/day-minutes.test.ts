import { expect, test } from 'vitest'
import { endIn, fieldOf, minuteIn } from './day-minutes.ts'

test('a time field and the minutes of a day say the same, and midnight as an end is the end of that day', () => {
  expect(minuteIn('17:30')).toBe(1050)
  expect(fieldOf(1050)).toBe('17:30')
  expect(minuteIn('00:00')).toBe(0)
  expect(endIn('00:00')).toBe(1440)
  expect(fieldOf(1440)).toBe('00:00')
  expect([minuteIn(''), endIn('')]).toEqual([undefined, undefined])
  expect(fieldOf(null)).toBe('')
})
