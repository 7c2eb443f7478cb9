import type { Raster } from './raster.ts'

const cells = 12
/** Paper is made this bright and not brighter: what is drawn in a pale color must stay. */
const wanted = 242
const strongest = 2.6

/**
 * Lifts a shadow or a dim room off a page, gently: how bright the bare paper is in each part of the page says
 * by how much. Parts without bare paper follow their neighbors, so that a black sky stays black.
 */
export function evenLight(page: Raster): Raster {
  const paper = smooth(fillIn(paperIn(page)))
  const data = new Uint8ClampedArray(page.data)
  const { width, height } = page
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const gain = gainFor(between(paper, (x / width) * cells - 0.5, (y / height) * cells - 0.5))
      const at = (y * width + x) * 4
      for (let channel = 0; channel < 3; channel += 1)
        data[at + channel] = (page.data[at + channel] ?? 0) * gain
    }
  }
  return { width, height, data }
}

const gainFor = (brightness: number) =>
  1 + (Math.min(strongest, Math.max(1, wanted / Math.max(brightness, 1))) - 1) * 0.9

/**
 * How bright the paper is in each cell: the nine-tenths brightest of it, wherever there is some between the
 * lines; undefined where all is colored or dark.
 */
function paperIn(page: Raster): (number | undefined)[] {
  const seen = Array.from({ length: cells * cells }, (_, cell) => brightestOf(page, cell))
  const brightest = Math.max(...seen.map(({ brightness }) => brightness))
  return seen.map(({ brightness, color }) =>
    brightness > brightest * 0.5 && color < brightness * 0.22 ? brightness : undefined,
  )
}

/** The brightest tenth of a cell: how bright it is, and how far it is from gray. */
function brightestOf({ width, height, data }: Raster, cell: number): { brightness: number; color: number } {
  const [left, top] = [((cell % cells) * width) / cells, (Math.floor(cell / cells) * height) / cells]
  const counts = new Uint32Array(256)
  const colors = new Uint32Array(256)
  let seen = 0
  for (let y = Math.floor(top); y < top + height / cells && y < height; y += 2) {
    for (let x = Math.floor(left); x < left + width / cells && x < width; x += 2) {
      const at = (y * width + x) * 4
      const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]]
      const brightness = (r * 77 + g * 150 + b * 29) >> 8
      counts[brightness] = (counts[brightness] ?? 0) + 1
      colors[brightness] = (colors[brightness] ?? 0) + Math.max(r, g, b) - Math.min(r, g, b)
      seen += 1
    }
  }
  const brightness = highest(counts, seen * 0.1)
  return { brightness, color: (colors[brightness] ?? 0) / Math.max(counts[brightness] ?? 0, 1) }
}

/** Where there is no paper to be seen, the light is as around it. */
function fillIn(known: readonly (number | undefined)[]): number[] {
  let values = [...known]
  while (values.some((one) => one === undefined) && values.some((one) => one !== undefined)) {
    const before = values
    values = before.map((one, cell) => one ?? meanOf(near(before, cell)))
  }
  return values.map((one) => one ?? wanted)
}

const meanOf = (values: readonly number[]) =>
  values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length

function highest(counts: Uint32Array, share: number): number {
  let passed = 0
  for (let brightness = 255; brightness > 0; brightness -= 1) {
    passed += counts[brightness] ?? 0
    if (passed >= share) return brightness
  }
  return 255
}

const smooth = (values: readonly number[]) => values.map((one, cell) => meanOf(near(values, cell)) ?? one)

/** The cell itself and those around it, as far as they are known. */
function near(values: readonly (number | undefined)[], cell: number): number[] {
  const [x, y] = [cell % cells, Math.floor(cell / cells)]
  const found: number[] = []
  for (let row = Math.max(0, y - 1); row <= Math.min(cells - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(cells - 1, x + 1); column += 1) {
      const value = values[row * cells + column]
      if (value !== undefined) found.push(value)
    }
  }
  return found
}

function between(values: number[], u: number, v: number): number {
  const clamp = (one: number) => Math.min(Math.max(one, 0), cells - 1)
  const [left, top] = [Math.floor(clamp(u)), Math.floor(clamp(v))]
  const [s, t] = [clamp(u) - left, clamp(v) - top]
  const at = (x: number, y: number) => values[clamp(y) * cells + clamp(x)] ?? 255
  const above = at(left, top) * (1 - s) + at(left + 1, top) * s
  const below = at(left, top + 1) * (1 - s) + at(left + 1, top + 1) * s
  return above * (1 - t) + below * t
}
