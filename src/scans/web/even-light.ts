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
  const paper = smooth(spread(brightnessOf(page)))
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

/** The nine-tenths brightest of each cell: paper, wherever there is some between the lines. */
function brightnessOf({ width, height, data }: Raster): number[] {
  return Array.from({ length: cells * cells }, (_, cell) => {
    const [left, top] = [((cell % cells) * width) / cells, (Math.floor(cell / cells) * height) / cells]
    const counts = new Uint32Array(256)
    let seen = 0
    for (let y = Math.floor(top); y < top + height / cells && y < height; y += 2) {
      for (let x = Math.floor(left); x < left + width / cells && x < width; x += 2) {
        const at = (y * width + x) * 4
        const brightness = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8
        counts[brightness] = (counts[brightness] ?? 0) + 1
        seen += 1
      }
    }
    return highest(counts, seen * 0.1)
  })
}

function highest(counts: Uint32Array, share: number): number {
  let passed = 0
  for (let brightness = 255; brightness > 0; brightness -= 1) {
    passed += counts[brightness] ?? 0
    if (passed >= share) return brightness
  }
  return 255
}

/** The brightest of each cell and its neighbors. */
const spread = (cellsOf: number[]) => around(cellsOf, (near) => Math.max(...near))
const smooth = (cellsOf: number[]) =>
  around(cellsOf, (near) => near.reduce((sum, one) => sum + one, 0) / near.length)

function around(values: number[], together: (near: number[]) => number): number[] {
  return values.map((_, cell) => {
    const [x, y] = [cell % cells, Math.floor(cell / cells)]
    const near: number[] = []
    for (let row = Math.max(0, y - 1); row <= Math.min(cells - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(cells - 1, x + 1); column += 1)
        near.push(values[row * cells + column] ?? 255)
    }
    return together(near)
  })
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
