import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mixTables, moveLearner, repeatsIn, seatAll, tablesAmiss, turnsOf } from './grouping.ts'

const learners = (count: number) => Array.from({ length: count }, (_, at) => `learner ${at + 1}`)

test.each([
  [6, 2, [2, 2, 2]],
  [7, 2, [3, 2, 2]],
  [7, 3, [4, 3]],
  [23, 4, [5, 5, 5, 4, 4]],
  [2, 4, [2]],
])('%i learners at tables of %i: %j', (count, size, wanted) => {
  expect(seatAll(learners(count), size).map(({ length }) => length)).toEqual(wanted)
})

const some = fc.record({
  count: fc.integer({ min: 2, max: 40 }),
  size: fc.integer({ min: 2, max: 6 }),
  gives: fc.integer({ min: 1, max: 5 }),
  seed: fc.integer(),
})

test('whatever their number, everybody sits once, and gives and gets as much as everybody else', () => {
  fc.assert(
    fc.property(some, ({ count, size, gives, seed }) => {
      let state = Math.abs(seed) % 1009
      const random = () => (state = (state * 73 + 41) % 1009) / 1009
      const tables = mixTables(learners(count), size, [], random)
      expect(tables.flat().toSorted()).toEqual(learners(count).toSorted())
      fc.pre(tablesAmiss(tables, gives) === undefined)
      const turns = turnsOf(tables, gives)
      for (const one of learners(count)) {
        expect(turns.filter(({ giver }) => giver === one)).toHaveLength(gives)
        expect(turns.filter(({ maker }) => maker === one)).toHaveLength(gives)
      }
      expect(turns.every(({ giver, maker }) => giver !== maker)).toBe(true)
    }),
  )
})

test('those who sat together lately are parted where that can be', () => {
  const four = learners(4)
  const met = [
    ['learner 1', 'learner 2'],
    ['learner 3', 'learner 4'],
  ] as const
  let turn = 0
  const random = () => (turn += 0.37) % 1
  expect(repeatsIn(mixTables(four, 2, met, random), met)).toBe(0)
  expect(repeatsIn([['learner 2', 'learner 1'], ['learner 3']], met)).toBe(1)
})

test('somebody moves to another table or a new one, and an empty table is cleared', () => {
  expect(moveLearner([['a', 'b'], ['c']], 'b', 1)).toEqual([['a'], ['c', 'b']])
  expect(moveLearner([['a', 'b'], ['c']], 'c', 0)).toEqual([['a', 'b', 'c']])
  expect(moveLearner([['a', 'b', 'c']], 'c', 1)).toEqual([['a', 'b'], ['c']])
})

test('tables that cannot be used are told why', () => {
  expect([
    tablesAmiss([], 1),
    tablesAmiss([['a', 'b'], ['c']], 1),
    tablesAmiss([['a', 'b']], 2),
    tablesAmiss([['a', 'b', 'a']], 1),
    tablesAmiss([learners(9)], 1),
    tablesAmiss([['a', 'b', 'c']], 2),
  ]).toEqual(['nobody', 'alone', 'alone', 'twice', 'crowded', undefined])
})
