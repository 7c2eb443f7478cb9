import { expect, test } from 'vitest'
import {
  addMark,
  addPoint,
  emptySheet,
  hasMarks,
  type History,
  type Mark,
  redo,
  sheetOver,
  undo,
} from './drawing.ts'

const star = (x: number): Mark => ({ kind: 'stamp', layer: 1, shape: 'star', ink: 'red', x, y: 0, size: 50 })
const begin: History = { marks: [], undone: [] }

test('every mark can be taken back and made again, until another is made', () => {
  const two = addMark(addMark(begin, star(1)), star(2))
  const back = undo(undo(two))
  expect(back.marks).toEqual([])
  expect(redo(redo(back)).marks).toEqual([star(1), star(2)])
  expect(redo(addMark(undo(two), star(3))).marks).toEqual([star(1), star(3)])
  expect(undo(begin)).toEqual(begin)
  expect(redo(begin)).toEqual(begin)
})

test('a layer that was wiped has nothing on it, and wiping can be taken back', () => {
  const drawn = addMark(begin, star(1))
  const wiped = addMark(drawn, { kind: 'wipe', layer: 1 })
  expect([hasMarks(drawn.marks, 1), hasMarks(drawn.marks, 0), hasMarks(wiped.marks, 1)]).toEqual([
    true,
    false,
    false,
  ])
  expect(hasMarks(undo(wiped).marks, 1)).toBe(true)
})

test('a sheet over a photo has the shape of the photo', () => {
  expect(sheetOver({ width: 3000, height: 4000, address: 'x' })).toMatchObject({ width: 1200, height: 1600 })
  expect(sheetOver({ width: 40_000, height: 1, address: 'x' })).toMatchObject({ width: 1600, height: 1 })
  expect(emptySheet(true)).toMatchObject({ width: 1200, height: 1600 })
})

test('points are whole numbers, and a pen held still adds none', () => {
  const points: number[] = []
  addPoint(points, 10.4, 20.6, 0.507)
  addPoint(points, 10.2, 21.2, 0.9)
  addPoint(points, 11, 21, 1)
  expect(points).toEqual([10, 21, 51, 11, 21, 100])
})
