import { type Blob, blobsIn, darkPixels } from './blobs.ts'
import { distance, type Gray, type Point } from './raster.ts'

/** A ring with a dot in it, as printed in the corners of a sheet; `size` is across. */
export type Ring = { middle: Point; size: number }

/**
 * All rings on a photo, and the finder squares of its codes with them. A child's drawing hardly ever holds a
 * dot in the very middle of a ring of these proportions.
 */
export function ringsIn(gray: Gray): Ring[] {
  const blobs = blobsIn(darkPixels(gray), gray).filter(mayBelong)
  const dots = blobs.filter(isSolid).toSorted((one, other) => one.middle.x - other.middle.x)
  return blobs.flatMap((blob) => {
    const middle = { x: (blob.left + blob.right + 1) / 2, y: (blob.top + blob.bottom + 1) / 2 }
    const size = (blob.right - blob.left + blob.bottom - blob.top + 2) / 2
    const dot = isHollow(blob) && dots.find((one) => isDotOf(one, { middle, size }))
    return dot ? [{ middle: between(middle, dot.middle), size }] : []
  })
}

const wide = ({ left, right }: Blob) => right - left + 1
const high = ({ top, bottom }: Blob) => bottom - top + 1
const filled = (blob: Blob) => blob.area / (wide(blob) * high(blob))

function mayBelong(blob: Blob): boolean {
  const [shorter, longer] = [Math.min(wide(blob), high(blob)), Math.max(wide(blob), high(blob))]
  return shorter >= 2 && longer <= 160 && longer <= shorter * 2.5
}

const isSolid = (blob: Blob) => filled(blob) > 0.55
const isHollow = (blob: Blob) =>
  Math.min(wide(blob), high(blob)) >= 7 && filled(blob) > 0.2 && filled(blob) < 0.68

function isDotOf(dot: Blob, { middle, size }: Ring): boolean {
  const across = (wide(dot) + high(dot)) / 2
  return across > size * 0.22 && across < size * 0.62 && distance(dot.middle, middle) < size * 0.13
}

const between = (one: Point, other: Point) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
