import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule } from 'zxing-wasm/reader'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Lying, photograph, place, printedSheet, type Taken } from '../../../test/support/paper-photo.ts'
import type { Layout } from '../paper.ts'
import { evenLight } from '../../scans/web/even-light.ts'
import { findPages } from './find-pages.ts'
import { distance, type Quad, type Raster } from '../../scans/web/raster.ts'
import { readCodes } from './read-codes.ts'
import { sizeOfPage, straighten } from '../../scans/web/straighten.ts'

beforeAll(async () => {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({
    overrides: { wasmBinary: readFileSync(file).buffer },
    fireImmediately: true,
  })
})

const mikas = '0b9c1f9e-5a43-4e0a-9c0e-0d9b6f0c7a11'
const noors = '4c1d2e3f-0a1b-4c2d-8e3f-5a6b7c8d9e0f'
const red = [200, 60, 50]
const blue = [50, 80, 200]
const camera = { width: 1500, height: 2000 }

const lie = (
  printed: { layout: Layout; paperId: string; ink: readonly number[] },
  at: Parameters<typeof place>[1],
): Lying => {
  const page = printedSheet(printed)
  return { page, corners: place(page, at) }
}
const take = async (lying: Lying[], how: Taken = camera) => {
  const photo = photograph(lying, how)
  return { photo, pages: findPages(photo, await readCodes(photo)) }
}
/** How far the corners are off, as a share of the page's diagonal. */
const off = (found: Quad | undefined, wanted: Quad, { width, height }: Raster) =>
  found
    ? Math.max(
        ...found.map(({ x, y }, at) => distance({ x: x * width, y: y * height }, wanted[at] ?? wanted[0])),
      ) / distance(wanted[0], wanted[2])
    : Infinity
const inPixels = (corners: Quad, { width, height }: Raster): Quad =>
  corners.map(({ x, y }) => ({ x: x * width, y: y * height })) as unknown as Quad
const colorAt = ({ width, height, data }: Raster, x: number, y: number) => {
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4
  return Array.from(data.subarray(at, at + 3))
}

describe.each([
  { layout: 'a4', angles: [0, 7, 90, 180, 270, -35] },
  { layout: 'letter', angles: [-4, 94] },
] as const)('a sheet of $layout', ({ layout, angles }) => {
  test.each(angles)('turned by %s degrees', async (turned) => {
    const sheet = lie({ layout, paperId: mikas, ink: red }, { x: 760, y: 1000, across: 900, turned })
    const { photo, pages } = await take([sheet])
    expect(pages.map(({ code, sure }) => [code?.paperId, sure])).toEqual([[mikas, true]])
    expect(off(pages[0]?.corners, sheet.corners, photo)).toBeLessThan(0.01)
  })
})

test('leaning far back, as from the edge of a table', async () => {
  const sheet = lie(
    { layout: 'a4', paperId: mikas, ink: red },
    { x: 750, y: 950, across: 950, turned: 4, lean: 0.24 },
  )
  const { photo, pages } = await take([sheet])
  expect(off(pages[0]?.corners, sheet.corners, photo)).toBeLessThan(0.015)
})

test('in dim light the page is found, and its paper is white again while its color stays', async () => {
  const sheet = lie(
    { layout: 'letter', paperId: mikas, ink: red },
    { x: 750, y: 1000, across: 1000, turned: 3 },
  )
  const { photo, pages } = await take([sheet], { ...camera, light: 0.42, noise: 5 })
  const found = pages[0]
  expect(off(found?.corners, sheet.corners, photo)).toBeLessThan(0.01)
  const corners = inPixels(found?.corners as Quad, photo)
  const page = evenLight(straighten(photo, corners, sizeOfPage(corners, found?.ratio, 900)))
  const [r = 0, g = 0] = colorAt(page, 0.5, 0.55)
  expect(r).toBeGreaterThan(g * 2)
  for (const [x, y] of [
    [0.1, 0.5],
    [0.9, 0.5],
    [0.5, 0.9],
  ] as const)
    expect(Math.min(...colorAt(page, x, y))).toBeGreaterThan(205)
})

test('two sheets on one photo, side by side and one upside down, are two pages with nothing of each other', async () => {
  const one = lie({ layout: 'a4', paperId: mikas, ink: red }, { x: 720, y: 900, across: 900, turned: 2 })
  const two = lie({ layout: 'a4', paperId: noors, ink: blue }, { x: 1680, y: 940, across: 900, turned: 183 })
  const { photo, pages } = await take([one, two], { width: 2400, height: 1800 })
  const byPaper = new Map(pages.map((page) => [page.code?.paperId, page]))
  expect([...byPaper.keys()].sort()).toEqual([mikas, noors].sort())
  for (const [paperId, lying, ink] of [
    [mikas, one, red],
    [noors, two, blue],
  ] as const) {
    const found = byPaper.get(paperId)
    expect([found?.sure, off(found?.corners, lying.corners, photo) < 0.01]).toEqual([true, true])
    const corners = inPixels(found?.corners as Quad, photo)
    const size = sizeOfPage(corners, found?.ratio, 800)
    expect(size.height / size.width).toBeCloseTo(297 / 210, 2)
    const [r = 0, , b = 0] = colorAt(straighten(photo, corners, size), 0.5, 0.55)
    expect(r > b).toBe(ink === red)
  }
})

test('a thumb over one ring, another off the photo: the code and the two others say it', async () => {
  const sheet = lie({ layout: 'a4', paperId: mikas, ink: red }, { x: 750, y: 1000, across: 1050, turned: 2 })
  const thumb = {
    page: photograph([], { width: 40, height: 40, table: [180, 130, 110] }),
    corners: place({ width: 40, height: 40 }, { ...sheet.corners[3], across: 260, lean: 0 }),
  }
  const { photo, pages } = await take([sheet, thumb])
  expect(off(pages[0]?.corners, sheet.corners, photo)).toBeLessThan(0.02)
  expect(pages[0]?.sure).toBe(true)
})

test.each([0, 90, 180, 270])(
  'a sticker on any paper: its edges are the page, and it stands upright at %s',
  async (turned) => {
    const sheet = lie(
      { layout: 'sticker', paperId: noors, ink: blue },
      { x: 750, y: 1000, across: 820, turned: turned + 5 },
    )
    const { photo, pages } = await take([sheet])
    expect(pages.map(({ code, sure }) => [code, sure])).toEqual([
      [{ paperId: noors, layout: 'sticker' }, true],
    ])
    expect(off(pages[0]?.corners, sheet.corners, photo)).toBeLessThan(0.02)
  },
)

test('two sheets with stickers that touch are nobody’s until somebody parts them', async () => {
  const one = lie({ layout: 'sticker', paperId: mikas, ink: red }, { x: 700, y: 900, across: 900, lean: 0 })
  const two = lie({ layout: 'sticker', paperId: noors, ink: blue }, { x: 1590, y: 900, across: 900, lean: 0 })
  const { pages } = await take([one, two], { width: 2400, height: 1800 })
  expect(pages.map(({ sure }) => sure)).toEqual([false, false])
})

test('a page without a code is found by its edges, and asked about', async () => {
  const page = photograph([], { width: 600, height: 800, table: [250, 250, 248], noise: 3 })
  const corners = place(page, { x: 700, y: 1050, across: 900, turned: 8 })
  const { photo, pages } = await take([{ page, corners }])
  expect(pages.map(({ code }) => code)).toEqual([undefined])
  expect(off(pages[0]?.corners, corners, photo)).toBeLessThan(0.02)
})

test('where nothing is to be told from the table the whole photo is the page', async () => {
  const { pages } = await take([], { ...camera, table: [240, 240, 240] })
  expect(pages).toHaveLength(1)
  expect(pages[0]?.corners).toEqual([
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ])
})

test('a code that is not ours says nothing', () => {
  const photo = photograph([], camera)
  const corners = place({ width: 10, height: 10 }, { x: 700, y: 700, across: 200, lean: 0 })
  expect(findPages(photo, [{ text: 'https://example.org', corners }])[0]?.code).toBeUndefined()
})
