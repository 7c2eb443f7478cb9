/** Pixels as a canvas has them: red, green, blue, opacity. */
export type Raster = { width: number; height: number; data: Uint8ClampedArray }

/** One brightness a pixel. */
export type Gray = { width: number; height: number; data: Uint8Array }

export type Point = { x: number; y: number }

/** The corners of a page as its reader sees them: upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point]

/** Brightness of every pixel, each the mean of a square of `step` pixels. */
export function grayOf(raster: Raster, step = 1): Gray {
  const width = Math.max(1, Math.floor(raster.width / step))
  const height = Math.max(1, Math.floor(raster.height / step))
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data[y * width + x] = meanOf(raster, x * step, y * step, step)
  }
  return { width, height, data }
}

function meanOf({ width, data }: Raster, left: number, top: number, step: number): number {
  let sum = 0
  for (let y = top; y < top + step; y += 1) {
    for (let at = (y * width + left) * 4, end = at + step * 4; at < end; at += 4)
      sum += (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114
  }
  return sum / (step * step)
}

/** Sums of everything above and left of each pixel, so that the mean of any rectangle costs nothing. */
export function sumsOf({ width, height, data }: Gray): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return sums
}

export function areaOf(points: readonly Point[]): number {
  const doubled = points.reduce((sum, one, place) => {
    const next = points[(place + 1) % points.length] as Point
    return sum + one.x * next.y - next.x * one.y
  }, 0)
  return Math.abs(doubled) / 2
}

export function middleOf(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  }
}

export const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)

/** Whether a point lies in a shape without dents. */
export function isWithin(point: Point, shape: readonly Point[]): boolean {
  const sides = shape.map((one, place) => {
    const next = shape[(place + 1) % shape.length] as Point
    return (next.x - one.x) * (point.y - one.y) - (next.y - one.y) * (point.x - one.x)
  })
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0)
}
