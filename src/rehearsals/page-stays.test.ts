import { expect, test } from 'vitest'
import { fitOf } from './rehearsal.ts'
import { PageStays } from './web/page-stays.ts'

test('each page is counted for as long as it is looked at, however often, and nothing while the device is put away', () => {
  let now = 1_000
  const stays = new PageStays(() => now)
  const after = (seconds: number) => {
    now += seconds * 1_000
  }
  stays.begin()
  after(5)
  stays.onPage(1)
  after(10)
  stays.onPage(0)
  after(3)
  stays.away()
  after(600)
  stays.back()
  stays.onPage(2)
  after(2)
  const pages = [{ kind: 'welcome' }, { kind: 'goal' }, { kind: 'together' }] as const
  expect(stays.of(pages).map(({ kind, seconds }) => [kind, seconds])).toEqual([
    ['welcome', 8],
    ['goal', 10],
    ['together', 2],
  ])
  stays.begin()
  expect(stays.of(pages).map(({ seconds }) => seconds)).toEqual([0, 0, 0])
})

test('a third of the time is for those who listen; more than there is is said, not judged', () => {
  expect([300, 600, 601, 900, 901].map((seconds) => fitOf(seconds, 15))).toEqual([
    'room',
    'room',
    'full',
    'full',
    'over',
  ])
})
