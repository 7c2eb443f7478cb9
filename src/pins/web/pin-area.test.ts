import { expect, test } from 'vitest'
import { areaBetween, areaWithin, moveArea } from './pin-area.ts'

test('a press is a point, a drag is a region whichever way the hand went', () => {
  expect(areaBetween({ x: 0.4, y: 0.4 }, { x: 0.405, y: 0.395 })).toEqual({
    x: 0.4,
    y: 0.4,
    width: 0,
    height: 0,
  })
  const region = { x: 0.2, y: 0.1, width: 0.3, height: 0.4 }
  expect(areaBetween({ x: 0.2, y: 0.1 }, { x: 0.5, y: 0.5 })).toEqual(region)
  expect(areaBetween({ x: 0.5, y: 0.5 }, { x: 0.2, y: 0.1 })).toEqual(region)
})

test('a region never leaves the picture', () => {
  expect(areaBetween({ x: 0.9, y: 0.5 }, { x: 1.4, y: 0.7 })).toMatchObject({ x: 0.5, width: 0.5 })
  expect(moveArea({ x: 0.8, y: 0, width: 0.2, height: 0.2 }, 0.5, -0.5)).toMatchObject({ x: 0.8, y: 0 })
  expect(areaWithin({ x: -1, y: 2, width: 0, height: 0 })).toEqual({ x: 0, y: 1, width: 0, height: 0 })
})
