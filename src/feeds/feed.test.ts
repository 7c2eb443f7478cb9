import { expect, test } from 'vitest'
import { changesSince, isTimeToAsk } from './feed.ts'

const at = (day: string) => new Date(`${day}T03:00:00.000Z`)
const readings = {
  wholeAt: at('2026-11-20'),
  changesAt: at('2026-11-22'),
  givesChanges: true,
  trouble: '',
  isDisturbed: false,
}

test('changes are asked for from two days before the last reading, and everything after a week', () => {
  expect(changesSince(readings, at('2026-11-23'))).toEqual(at('2026-11-20'))
  expect(changesSince(readings, at('2026-11-27'))).toBeUndefined()
})

test('what was read while the clock was ahead neither stops the nights nor hides what changed since', () => {
  for (const ahead of [{ wholeAt: at('2027-11-20') }, { changesAt: at('2027-11-20') }])
    expect(changesSince({ ...readings, ...ahead }, at('2026-11-23'))).toBeUndefined()
  expect(isTimeToAsk(at('2027-11-20'), at('2026-11-23'))).toBe(true)
  expect(isTimeToAsk(at('2026-11-23'), new Date('2026-11-23T20:00:00.000Z'))).toBe(false)
  expect(isTimeToAsk(null, at('2026-11-23'))).toBe(true)
})
