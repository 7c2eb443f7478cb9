import { blobsIn } from './blobs.ts'
import { areaOf, distance, middleOf, type Gray, isWithin, type Point, type Quad, sumsOf } from './raster.ts'

/** As large as it must be to tell paper from table; edges are sharper than a hand can place corners. */
export const regionDetail = 420

const smallest = 0.04
const steps = 28

/**
 * Bright four-sided areas on a darker ground: sheets of paper without rings, as far as they do not touch. Answers
 * nothing where paper and table look alike; somebody places the corners then.
 */
export function regionsIn(gray: Gray): Quad[] {
  const { width, height } = gray
  const rims = new Map<number, Rim>()
  const bright = openUp(brightPixels(gray), gray)
  const blobs = blobsIn(bright, gray, (blob, x, y) => {
    const rim = rims.get(blob) ?? newRim(height)
    rims.set(blob, rim)
    rim.left[y] = Math.min(rim.left[y] as number, x)
    rim.right[y] = Math.max(rim.right[y] as number, x)
  })
  return blobs.flatMap((blob, place) => {
    if (blob.area < width * height * smallest) return []
    const hull = hullOf(outlineOf(rims.get(place) as Rim))
    const quad = quadIn(hull)
    const size = areaOf(hull)
    const isFourSided = quad && areaOf(quad) > size * 0.86 && blob.area > size * 0.5
    return isFourSided && hasEdges(quad, gray) ? [quad] : []
  })
}

/** Light fades slowly across a bare table; at the edge of a sheet it ends at once. */
function hasEdges(quad: Quad, { width, height, data }: Gray): boolean {
  const middle = middleOf(quad)
  const looked = quad.flatMap((corner, place) => {
    const next = quad[(place + 1) % 4] as Point
    return [0.2, 0.35, 0.5, 0.65, 0.8].flatMap((share) => {
      const rim = { x: corner.x + (next.x - corner.x) * share, y: corner.y + (next.y - corner.y) * share }
      const away = 5 / Math.max(distance(rim, middle), 1)
      const step = { x: (rim.x - middle.x) * away, y: (rim.y - middle.y) * away }
      const at = (x: number, y: number) => data[Math.floor(y) * width + Math.floor(x)] as number
      const outside = { x: rim.x + step.x, y: rim.y + step.y }
      if (outside.x < 0 || outside.y < 0 || outside.x >= width || outside.y >= height) return []
      return [at(rim.x - step.x, rim.y - step.y) > at(outside.x, outside.y) * 1.1 + 3]
    })
  })
  return looked.length >= 4 && looked.filter(Boolean).length > looked.length * 0.6
}

/** Otsu's level: the one that parts dark and bright best. */
function brightPixels({ data }: Gray): Uint8Array {
  const counts = new Float64Array(256)
  for (const one of data) counts[one] = (counts[one] as number) + 1
  const whole = counts.reduce((sum, count, level) => sum + count * level, 0)
  let [level, best, below, sum] = [127, -1, 0, 0]
  for (let at = 0; at < 255; at += 1) {
    below += counts[at] as number
    sum += at * (counts[at] as number)
    const above = data.length - below
    if (below === 0 || above === 0) continue
    const apart = below * above * (sum / below - (whole - sum) / above) ** 2
    if (apart > best) [best, level] = [apart, at]
  }
  return Uint8Array.from(data, (one) => (one > level ? 1 : 0))
}

/** Takes thin bridges and specks away: a pixel stays where most around it are bright. */
function openUp(set: Uint8Array, { width, height }: Gray): Uint8Array {
  const sums = sumsOf({ width, height, data: set })
  const reach = 2
  const kept = new Uint8Array(set.length)
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const at = (row: number, column: number) => sums[row * (width + 1) + column] as number
      const count = at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left)
      if (count > (right - left) * (bottom - top) * 0.5) kept[y * width + x] = 1
    }
  }
  return kept
}

type Rim = { left: Float64Array; right: Float64Array }

const newRim = (height: number): Rim => ({
  left: new Float64Array(height).fill(Infinity),
  right: new Float64Array(height).fill(-Infinity),
})

function outlineOf({ left, right }: Rim): Point[] {
  return [...left].flatMap((x, y) =>
    Number.isFinite(x)
      ? [
          { x, y },
          { x: (right[y] as number) + 1, y },
          { x, y: y + 1 },
          { x: (right[y] as number) + 1, y: y + 1 },
        ]
      : [],
  )
}

/** The shape a rubber band would take around the points, clockwise on a screen (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((one, other) => one.x - other.x || one.y - other.y)
  const half = (some: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of some) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** The largest four-cornered shape in it, from its upper left corner on. */
function quadIn(hull: readonly Point[]): Quad | undefined {
  if (hull.length < 4) return undefined
  const points = thin(hull)
  let best: Point[] | undefined
  let largest = 0
  for (let a = 0; a < points.length; a += 1) {
    for (let b = a + 1; b < points.length; b += 1) {
      for (let c = b + 1; c < points.length; c += 1) {
        for (let d = c + 1; d < points.length; d += 1) {
          const quad = [points[a], points[b], points[c], points[d]] as Point[]
          const area = areaOf(quad)
          if (area > largest) [largest, best] = [area, quad]
        }
      }
    }
  }
  return best && fromUpperLeft(best)
}

/** Few enough to try all: those where the outline turns most. */
function thin(hull: readonly Point[]): readonly Point[] {
  if (hull.length <= steps) return hull
  const bends = hull.map((point, place) => {
    const reach = Math.max(1, Math.round(hull.length / steps))
    const before = hull[(place - reach + hull.length) % hull.length] as Point
    const after = hull[(place + reach) % hull.length] as Point
    return { place, bend: Math.abs(turn(before, point, after)) }
  })
  const kept = new Set(
    bends
      .toSorted((one, other) => other.bend - one.bend)
      .slice(0, steps)
      .map(({ place }) => place),
  )
  return hull.filter((_, place) => kept.has(place))
}

export function fromUpperLeft(corners: readonly Point[]): Quad {
  const first = corners.reduce(
    (best, { x, y }, place) =>
      x + y < (corners[best] as Point).x + (corners[best] as Point).y ? place : best,
    0,
  )
  return corners.map((_, place) => corners[(first + place) % 4] as Point) as unknown as Quad
}

/** Whether two pages on a photo are one and the same. */
export function overlaps(one: Quad, other: Quad): boolean {
  return isWithin(middleOf(one), other) || isWithin(middleOf(other), one)
}
