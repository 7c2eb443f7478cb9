import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elapsedAt, lengthOf, offsetWithin, placesAt, sameMoment, sayLength } from './moment.ts'

test('the same moment of a tune is the same share of it', () => {
  expect([
    sameMoment(5, 20, 10),
    sameMoment(30, 20, 10),
    sameMoment(5, 0, 10),
    sameMoment(5, NaN, 10),
  ]).toEqual([2.5, 10, 0, 0])
})

test('two films begin together, and the shorter one waits at its end', () => {
  const step = { offset: 0, earlier: 10, later: 4 }
  expect(lengthOf(step)).toBe(10)
  expect(placesAt(step, 6)).toEqual({ earlier: 6, later: 4 })
})

test('an offset leaves out the beginning of the one that begins too soon', () => {
  expect(placesAt({ offset: 2, earlier: 10, later: 10 }, 1)).toEqual({ earlier: 1, later: 3 })
  expect(placesAt({ offset: -2, earlier: 10, later: 10 }, 1)).toEqual({ earlier: 3, later: 1 })
  expect(lengthOf({ offset: -2, earlier: 10, later: 4 })).toBe(8)
})

const seconds = fc.double({ min: 0.5, max: 600, noNaN: true })

test('how long both have run can be told from either of them while it runs', () => {
  fc.assert(
    fc.property(seconds, seconds, fc.double({ min: -60, max: 60, noNaN: true }), (earlier, later, offset) => {
      const step = { offset, earlier, later }
      const elapsed = lengthOf(step) / 3
      const places = placesAt(step, elapsed)
      if (places.earlier < earlier) expect(elapsedAt(step, 'earlier', places.earlier)).toBeCloseTo(elapsed, 6)
      if (places.later < later) expect(elapsedAt(step, 'later', places.later)).toBeCloseTo(elapsed, 6)
    }),
  )
})

test('an offset goes by tenths and not too far', () => {
  expect([offsetWithin(0.1 + 0.2), offsetWithin(99), offsetWithin(-99), offsetWithin(NaN)]).toEqual([
    0.3, 60, -60, 0,
  ])
})

test('lengths are said as players say them', () => {
  expect([sayLength(0), sayLength(65.9), sayLength(3600), sayLength(Infinity)]).toEqual([
    '0:00',
    '1:05',
    '60:00',
    '0:00',
  ])
})
