import { expect, test } from 'vitest'
import { blank, paint } from '../../../test/support/paper-photo.ts'
import { evenLight } from './even-light.ts'

const colorAt = ({ width, data }: ReturnType<typeof blank>, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
]

/** Light that fades to half from left to right. */
function shaded(page: ReturnType<typeof blank>) {
  for (let at = 0; at < page.data.length; at += 1) {
    if (at % 4 !== 3)
      page.data[at] = (page.data[at] ?? 0) * (1 - 0.45 * (((at >> 2) % page.width) / page.width))
  }
  return page
}

test('paper in a shadow is as white as paper in the light', () => {
  const even = evenLight(shaded(blank(240, 320, [250, 248, 245])))
  const [left, right] = [colorAt(even, 12, 160), colorAt(even, 228, 160)]
  expect(Math.abs((left[1] ?? 0) - (right[1] ?? 0))).toBeLessThan(25)
  expect(Math.min(...left, ...right)).toBeGreaterThan(210)
})

test('a large red field is one red, also in its middle where no paper is near', () => {
  const page = blank(240, 320)
  paint(page, { x: 40, y: 60, width: 160, height: 200 }, [200, 60, 50])
  const even = evenLight(page)
  for (const [x, y] of [
    [45, 65],
    [120, 160],
    [195, 255],
  ] as const)
    expect(colorAt(even, x, y)).toEqual([200, 60, 50])
})

test('a black night sky stays black, and a page of nothing but color keeps it', () => {
  const page = blank(240, 320)
  paint(page, { x: 0, y: 0, width: 240, height: 200 }, [25, 25, 35])
  expect(Math.max(...colorAt(evenLight(page), 120, 60))).toBeLessThan(45)
  const yellow = blank(120, 160, [240, 210, 60])
  expect(colorAt(evenLight(yellow), 60, 80)).toEqual([240, 210, 60])
})

test('gray paper on a dim day is lifted and not burnt out', () => {
  const page = blank(240, 320, [110, 108, 104])
  paint(page, { x: 100, y: 100, width: 40, height: 4 }, [60, 60, 60])
  const even = evenLight(page)
  expect(colorAt(even, 20, 20)[0]).toBeGreaterThan(210)
  expect(colorAt(even, 120, 102)[0]).toBeLessThan(150)
})
