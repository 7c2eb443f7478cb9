import { expect, test } from 'vitest'
import { evenVolume, shapeOf } from './sound-shape.ts'

const tone = (seconds: number, loud: number) =>
  Float32Array.from({ length: seconds * 8000 }, (_, at) => loud * Math.sin(at / 3))

test('silence stays flat and the loudest stretch is full', () => {
  const samples = new Float32Array(16_000)
  samples.set(tone(1, 0.4), 0)
  const { bars } = shapeOf(samples)
  expect(bars).toHaveLength(120)
  expect(Math.max(...bars)).toBe(1)
  expect(bars.slice(70)).toEqual(Array.from({ length: 50 }, () => 0))
})

test('an empty recording has a shape too', () => {
  expect(shapeOf(new Float32Array(0))).toEqual({ bars: [], loudness: 0 })
})

test('the louder one is turned down, never the quieter one up', () => {
  const [loud, quiet] = [shapeOf(tone(1, 0.8)), shapeOf(tone(1, 0.2))]
  expect(evenVolume(loud, quiet)).toBeCloseTo(0.25)
  expect(evenVolume(quiet, loud)).toBe(1)
  expect(evenVolume(loud, undefined)).toBe(1)
  expect(evenVolume(loud, shapeOf(new Float32Array(8)))).toBe(1)
})
