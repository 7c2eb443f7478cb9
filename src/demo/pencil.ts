import { between, type Random } from './seeded.ts'

export type Point = readonly [x: number, y: number]

/** A hand that draws: how shaky it is (0 an adult's, 1 a four-year-old's) and where its shakes come from. */
export type Hand = { random: Random; shake: number }

export type Line = { color: string; width?: number; opacity?: number; fill?: string; closed?: boolean }

/** A smooth line through points, moved off them a little by the hand that draws it. */
export function stroke(hand: Hand, through: readonly Point[], line: Line): string {
  const wander = hand.shake * 9
  const points = through.map(
    ([x, y]) =>
      [x + between(hand.random, -wander, wander), y + between(hand.random, -wander, wander)] as const,
  )
  const style = `stroke="${line.color}" stroke-width="${line.width ?? 5}" fill="${line.fill ?? 'none'}"`
  return `<path d="${smooth(points, line.closed ?? false)}" ${style} opacity="${line.opacity ?? 1}"/>`
}

/** Catmull-Rom through the points, written as cubic curves. */
export function smooth(points: readonly Point[], closed: boolean): string {
  const at = (index: number): Point => {
    const count = points.length
    const inside = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))
    return points[inside] ?? [0, 0]
  }
  const steps = closed ? points.length : points.length - 1
  let path = `M${round(at(0))}`
  for (let index = 0; index < steps; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    path += `C${round(first)} ${round(second)} ${round(to)}`
  }
  return closed ? `${path}Z` : path
}

function round([x, y]: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}

export type Crayon = { color: string; width?: number; gap?: number; angle?: number; opacity?: number }

/** Coloring in: a zigzag across a shape that leaves it, the more so the shakier the hand. */
export function scribble(hand: Hand, shape: readonly Point[], crayon: Crayon): string {
  const { color, width = 9, gap = 11, angle = -0.9, opacity = 0.75 } = crayon
  const turned = shape.map((point) => turn(point, -angle))
  const heights = turned.map(([, y]) => y)
  const zigzag: Point[] = []
  let forward = true
  for (
    let y = Math.min(...heights) + gap / 2;
    y < Math.max(...heights);
    y += gap * between(hand.random, 0.7, 1.3)
  ) {
    const [left, right] = across(turned, y)
    if (left === undefined || right === undefined) continue
    const over = hand.shake * 26
    const ends: Point[] = [
      [left - between(hand.random, -over / 2, over), y],
      [right + between(hand.random, -over / 2, over), y + gap / 2],
    ]
    zigzag.push(...(forward ? ends : ends.reverse()))
    forward = !forward
  }
  const points = zigzag.map((point) => turn(point, angle))
  const path = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${round(point)}`).join('')
  return `<path d="${path}" stroke="${color}" stroke-width="${width}" fill="none" opacity="${opacity}"/>`
}

/** A shape colored in and outlined. */
export function filled(hand: Hand, shape: readonly Point[], crayon: Crayon, outline: Line): string {
  return scribble(hand, densely(shape), crayon) + stroke(hand, shape, { ...outline, closed: true })
}

/** The shape with points between its corners, following the same curve the outline takes. */
function densely(shape: readonly Point[]): Point[] {
  return shape.flatMap((from, index): Point[] => {
    const count = shape.length
    const [before, to, after] = [-1, 1, 2].map((step) => shape[(index + step + count) % count] ?? from)
    if (!before || !to || !after) return [from]
    const along = (part: number, axis: 0 | 1) => curve(part, before, from, to, after, axis)
    return [0, 0.25, 0.5, 0.75].map((part) => [along(part, 0), along(part, 1)])
  })
}

function curve(part: number, before: Point, from: Point, to: Point, after: Point, axis: 0 | 1): number {
  const [a, b, c, d] = [before[axis], from[axis], to[axis], after[axis]]
  return b + 0.5 * part * (c - a + part * (2 * a - 5 * b + 4 * c - d + part * (3 * (b - c) + d - a)))
}

function across(shape: readonly Point[], y: number): number[] {
  const found = shape.flatMap(([x1, y1], index) => {
    const [x2, y2] = shape[(index + 1) % shape.length] ?? [x1, y1]
    return y1 < y === y2 < y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)]
  })
  return found.length < 2 ? [] : [Math.min(...found), Math.max(...found)]
}

function turn([x, y]: Point, angle: number): Point {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]
}

/** Points around an oval. */
export function oval(x: number, y: number, width: number, height = width, corners = 12): Point[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * 2 * Math.PI
    return [x + Math.cos(angle) * width, y + Math.sin(angle) * height] as const
  })
}

/** The same points seen in a mirror standing at x. */
export function mirrored(points: readonly Point[], x: number): Point[] {
  return points.map(([left, y]) => [2 * x - left, y])
}

export function moved(points: readonly Point[], x: number, y: number, scale = 1): Point[] {
  return points.map(([left, top]) => [x + left * scale, y + top * scale])
}

/** Numbers two by two: `at(0, 0, 10, 5)` is two points. */
export function at(...numbers: number[]): Point[] {
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0] as const] : []))
}

export const sheet = { width: 1400, height: 1050 }

/** Drawing paper with everything on it. */
export function paper(content: string, color = '#fbf8ef'): string {
  const { width, height } = sheet
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`
  const round = 'stroke-linecap="round" stroke-linejoin="round"'
  return `${open}<rect width="${width}" height="${height}" fill="${color}"/><g ${round}>${content}</g></svg>`
}
