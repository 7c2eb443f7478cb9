import { expect, test } from 'vitest'
import { isInOrder, pageAt, secondOf } from './walkthrough.ts'
import { PageTimes } from './web/page-times.ts'

test('every turn is marked at its second of the recording, back and forth too', () => {
  const times = new PageTimes()
  times.onPage(0)
  times.onSecond(0)
  times.onSecond(4)
  times.onPage(1)
  times.onSecond(9)
  times.onPage(0)
  times.onSecond(12)
  times.onPage(1)
  times.onPage(2)
  const turns = times.turns()
  expect(turns).toEqual({ marks: [0, 4, 9, 12], pages: [0, 1, 0, 2] })
  expect(isInOrder(turns)).toBe(true)
  expect([0, 3, 4, 9, 11, 12, 99].map((second) => pageAt(turns, second))).toEqual([0, 0, 1, 0, 0, 2, 2])
  expect([0, 1, 2, 3].map((page) => secondOf(turns, page))).toEqual([0, 4, 12, undefined])
})

test('begun on another page than the first, it begins there', () => {
  const times = new PageTimes()
  times.onPage(2)
  times.onSecond(0)
  expect(times.turns()).toEqual({ marks: [0], pages: [2] })
})

test('made again, it begins again; what is turned to after the last word is not marked', () => {
  const times = new PageTimes()
  times.onSecond(0)
  times.onSecond(30)
  times.onPage(1)
  times.stop()
  times.onPage(2)
  expect(times.turns()).toEqual({ marks: [0, 30], pages: [0, 1] })
  times.forget()
  times.onPage(0)
  times.onSecond(0)
  times.onSecond(7)
  times.onPage(1)
  expect(times.turns()).toEqual({ marks: [0, 7], pages: [0, 1] })
})

test('a recording found again, whose pages nobody remembers, begins at its first', () => {
  expect(new PageTimes().turns()).toEqual({ marks: [0], pages: [0] })
})

test('turns of before pages were noted follow in order; more pages than marks are none', () => {
  expect([0, 5, 8].map((second) => pageAt({ marks: [0, 5, 8], pages: null }, second))).toEqual([0, 1, 2])
  expect(isInOrder({ marks: [0, 5], pages: [0] })).toBe(false)
  expect(isInOrder({ marks: [0, 5, 4] })).toBe(false)
})
