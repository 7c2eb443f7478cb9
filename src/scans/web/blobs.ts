import { type Gray, type Point, sumsOf } from './raster.ts'

/** Pixels that hang together, of one kind. */
export type Blob = { area: number; left: number; top: number; right: number; bottom: number; middle: Point }

/** Darker than what surrounds it: one level for the whole photo would lose everything in a shadow. */
export function darkPixels(gray: Gray): Uint8Array {
  const { width, height, data } = gray
  const sums = sumsOf(gray)
  const reach = Math.max(8, Math.round(Math.max(width, height) / 40))
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const row = width + 1
      const sum =
        (sums[bottom * row + right] as number) -
        (sums[top * row + right] as number) -
        (sums[bottom * row + left] as number) +
        (sums[top * row + left] as number)
      const mean = sum / ((right - left) * (bottom - top))
      if ((data[y * width + x] as number) < mean * 0.8 - 2) dark[y * width + x] = 1
    }
  }
  return dark
}

/**
 * Every blob of pixels that are set, found by walking each once. `visit` is told of each pixel, for those who
 * need more than its bounds.
 */
export function blobsIn(
  set: Uint8Array,
  { width, height }: { width: number; height: number },
  visit?: (blob: number, x: number, y: number) => void,
): Blob[] {
  const left = Uint8Array.from(set)
  const waiting = new Int32Array(set.length)
  const blobs: Blob[] = []
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] === 0) continue
    left[start] = 0
    waiting[0] = start
    blobs.push(walk({ left, waiting, width, height }, (x, y) => visit?.(blobs.length, x, y)))
  }
  return blobs
}

type Walk = { left: Uint8Array; waiting: Int32Array; width: number; height: number }

function walk({ left, waiting, width, height }: Walk, visit: (x: number, y: number) => void): Blob {
  const blob = { area: 0, left: width, top: height, right: 0, bottom: 0 }
  let [sumX, sumY, count] = [0, 0, 1]
  const take = (x: number, y: number) => {
    const at = y * width + x
    if (x < 0 || y < 0 || x >= width || y >= height || left[at] === 0) return
    left[at] = 0
    waiting[count] = at
    count += 1
  }
  while (count > 0) {
    count -= 1
    const at = waiting[count] as number
    const [x, y] = [at % width, Math.floor(at / width)]
    blob.area += 1
    blob.left = Math.min(blob.left, x)
    blob.right = Math.max(blob.right, x)
    blob.top = Math.min(blob.top, y)
    blob.bottom = Math.max(blob.bottom, y)
    sumX += x
    sumY += y
    visit(x, y)
    for (let near = 0; near < 9; near += 1) take(x + (near % 3) - 1, y + Math.floor(near / 3) - 1)
  }
  return { ...blob, middle: { x: sumX / blob.area + 0.5, y: sumY / blob.area + 0.5 } }
}
