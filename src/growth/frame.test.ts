import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonRatio, lookAt, panBy, panOf, placeIn, slideBy, wholeView } from './frame.ts'

const landscape = { width: 3000, height: 2000 }
const portrait = { width: 2000, height: 3000 }

test('pictures of one shape fill the frame', () => {
  expect(placeIn(commonRatio(landscape, { width: 300, height: 200 }), landscape)).toEqual({
    left: 0,
    top: 0,
    width: 1,
    height: 1,
  })
})

test('a lying and a standing picture meet in a square, each in its middle', () => {
  const ratio = commonRatio(landscape, portrait)
  expect(ratio).toBeCloseTo(1)
  expect(placeIn(ratio, landscape).top).toBeCloseTo(1 / 6)
  expect(placeIn(ratio, portrait).left).toBeCloseTo(1 / 6)
})

const side = fc.integer({ min: 1, max: 20_000 })
const size = fc.record({ width: side, height: side })

test('whatever their shapes, both lie whole in the frame and keep their shape', () => {
  fc.assert(
    fc.property(size, size, (one, other) => {
      const ratio = commonRatio(one, other)
      for (const picture of [one, other]) {
        const place = placeIn(ratio, picture)
        expect(place.left).toBeGreaterThanOrEqual(-1e-9)
        expect(place.top).toBeGreaterThanOrEqual(-1e-9)
        expect(place.left + place.width).toBeLessThanOrEqual(1 + 1e-9)
        expect(place.top + place.height).toBeLessThanOrEqual(1 + 1e-9)
        const shape = (place.width * ratio) / place.height
        expect(shape / (picture.width / picture.height)).toBeCloseTo(1, 6)
      }
    }),
  )
})

test('from near, the frame never leaves the window', () => {
  const near = lookAt(wholeView, { zoom: 2 })
  expect(panBy(near, { x: 5, y: -5 })).toEqual({ zoom: 2, x: 0.75, y: 0.25 })
  expect(lookAt(near, { zoom: 0.1 })).toEqual(wholeView)
  expect(lookAt(near, { zoom: 90 }).zoom).toBe(4)
  expect(panOf('ArrowLeft')).toEqual({ x: -0.1, y: 0 })
  expect(panOf('Enter')).toBeUndefined()
})

test('keys move the handle by small and large steps and stop at the ends', () => {
  expect([
    slideBy('ArrowRight', 50),
    slideBy('ArrowLeft', 1),
    slideBy('PageUp', 95),
    slideBy('PageDown', 50),
    slideBy('Home', 50),
    slideBy('End', 50),
    slideBy('Tab', 50),
  ]).toEqual([52, 0, 100, 40, 0, 100, undefined])
})
