import type { Area } from '../pin.ts'

export type Point = { x: number; y: number }

/** Below this a hand that only pressed is not taken for one that drew. */
const smallest = 0.02

/** A region from where a hand began to where it let go; a press is a point. */
export function areaBetween(from: Point, to: Point): Area {
  const left = Math.min(from.x, to.x)
  const top = Math.min(from.y, to.y)
  const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  if (width < smallest && height < smallest) return areaWithin({ ...from, width: 0, height: 0 })
  return areaWithin({ x: left, y: top, width, height })
}

/** Moved whole; at the edge it stops. */
export function moveArea(area: Area, across: number, down: number): Area {
  return areaWithin({ ...area, x: area.x + across, y: area.y + down })
}

/** Inside the picture, and not finer than an eye could tell. */
export function areaWithin({ x, y, width, height }: Area): Area {
  const [wide, high] = [between(width, 1), between(height, 1)]
  return { x: between(x, 1 - wide), y: between(y, 1 - high), width: wide, height: high }
}

const between = (share: number, most: number) =>
  Math.round(Math.min(Math.max(share, 0), most) * 10_000) / 10_000
