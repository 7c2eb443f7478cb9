import { expect, test } from 'vitest'
import { PageTimes } from './web/page-times.ts'

test('a page is marked at the second of the recording at which it is first turned to', () => {
  const times = new PageTimes()
  times.onPage(0)
  times.onSecond(0)
  times.onSecond(4)
  times.onPage(1)
  times.onPage(0)
  times.onSecond(9)
  times.onPage(1)
  times.onPage(2)
  expect(times.marks()).toEqual([0, 4, 9])
})

test('made again, it begins again; what is turned to after the last word is not marked', () => {
  const times = new PageTimes()
  times.onSecond(0)
  times.onSecond(30)
  times.onPage(1)
  times.stop()
  times.onPage(2)
  expect(times.marks()).toEqual([0, 30])
  times.forget()
  times.onPage(0)
  times.onSecond(0)
  times.onSecond(7)
  times.onPage(1)
  expect(times.marks()).toEqual([0, 7])
})

test('a recording found again, whose pages nobody remembers, begins at its first', () => {
  expect(new PageTimes().marks()).toEqual([0])
})
