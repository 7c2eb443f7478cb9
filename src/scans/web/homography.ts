import type { Point } from './raster.ts'

/** How a flat page lies in a photo: eight numbers that take a point of one to the point of the other. */
export type Homography = readonly number[]

/**
 * The best one for these pairs of points, by least squares; four pairs fix it. Both sides are brought to one
 * size first, because millimetres beside thousands of pixels would drown in rounding. Undefined when the
 * points fix nothing (all on a line, say).
 */
export function fitHomography(from: readonly Point[], to: readonly Point[]): Homography | undefined {
  if (from.length < 4 || from.length !== to.length) return undefined
  const [here, there] = [scaleOf(from), scaleOf(to)]
  const rows = from.flatMap((point, place) =>
    equationsOf(shrink(point, here), shrink(to[place] as Point, there)),
  )
  const solved = solve(rows)
  return solved && unscale(solved, here, there)
}

export function project(h: Homography, { x, y }: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0] = h
  const depth = g * x + i * y + 1
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth }
}

type Scale = { x: number; y: number; by: number }

function scaleOf(points: readonly Point[]): Scale {
  const x = points.reduce((sum, one) => sum + one.x, 0) / points.length
  const y = points.reduce((sum, one) => sum + one.y, 0) / points.length
  const spread = points.reduce((sum, one) => sum + Math.hypot(one.x - x, one.y - y), 0) / points.length
  return { x, y, by: spread > 0 ? 1 / spread : 1 }
}

const shrink = ({ x, y }: Point, scale: Scale) => ({
  x: (x - scale.x) * scale.by,
  y: (y - scale.y) * scale.by,
})

/** Two equations in eight unknowns, with what they equal as the ninth. */
function equationsOf(from: Point, to: Point): number[][] {
  const { x, y } = from
  return [
    [x, y, 1, 0, 0, 0, -x * to.x, -y * to.x, to.x],
    [0, 0, 0, x, y, 1, -x * to.y, -y * to.y, to.y],
  ]
}

/** Least squares by the normal equations, then elimination with the largest pivot. */
function solve(rows: readonly number[][]): number[] | undefined {
  const size = 8
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (__, j) =>
      rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0),
    ),
  )
  for (let column = 0; column < size; column += 1) {
    const pivot = largestIn(matrix, column)
    if (Math.abs(matrix[pivot]?.[column] ?? 0) < 1e-9) return undefined
    ;[matrix[column], matrix[pivot]] = [matrix[pivot] as number[], matrix[column] as number[]]
    eliminate(matrix, column)
  }
  return matrix.map((row, place) => (row[size] ?? 0) / (row[place] ?? 1))
}

function largestIn(matrix: readonly number[][], column: number): number {
  let best = column
  for (let row = column + 1; row < matrix.length; row += 1) {
    if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = row
  }
  return best
}

function eliminate(matrix: number[][], column: number): void {
  const pivot = matrix[column] as number[]
  for (const [place, row] of matrix.entries()) {
    if (place === column) continue
    const by = (row[column] ?? 0) / (pivot[column] ?? 1)
    if (by === 0) continue
    for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - by * (pivot[at] ?? 0)
  }
}

/** Undoes the scaling: there⁻¹ · h · here. */
function unscale(h: readonly number[], here: Scale, there: Scale): Homography | undefined {
  const shrinking = [here.by, 0, -here.x * here.by, 0, here.by, -here.y * here.by, 0, 0, 1]
  const growing = [1 / there.by, 0, there.x, 0, 1 / there.by, there.y, 0, 0, 1]
  const whole = multiply(growing, multiply([...h, 1], shrinking))
  const last = whole[8] ?? 0
  return Math.abs(last) < 1e-12 ? undefined : whole.slice(0, 8).map((one) => one / last)
}

function multiply(one: readonly number[], other: readonly number[]): number[] {
  return Array.from({ length: 9 }, (_, at) => {
    const [row, column] = [Math.floor(at / 3) * 3, at % 3]
    return [0, 1, 2].reduce((sum, k) => sum + (one[row + k] ?? 0) * (other[k * 3 + column] ?? 0), 0)
  })
}
