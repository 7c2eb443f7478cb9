import { encode } from 'uqr'
import { codeOf, type Layout } from '../../src/papers/paper.ts'
import { ring, type Sheet, sheetOf } from '../../src/papers/sheet.ts'
import { fitHomography, project } from '../../src/scans/web/homography.ts'
import type { Point, Quad, Raster } from '../../src/scans/web/raster.ts'

/** Printed pages and photos of them, made of nothing but numbers. */
export function blank(width: number, height: number, color: readonly number[] = [255, 255, 255]): Raster {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at += 4) data.set([...color, 255], at)
  return { width, height, data }
}

export function paint(
  raster: Raster,
  area: { x: number; y: number; width: number; height: number },
  color: readonly number[],
): void {
  for (let y = Math.round(area.y); y < Math.round(area.y + area.height); y += 1)
    for (let x = Math.round(area.x); x < Math.round(area.x + area.width); x += 1)
      if (x >= 0 && y >= 0 && x < raster.width && y < raster.height)
        raster.data.set(color, (y * raster.width + x) * 4)
}

const black = [20, 20, 20]

function paintDisc(raster: Raster, middle: Point, radius: number, color: readonly number[]): void {
  for (let y = Math.floor(middle.y - radius); y <= middle.y + radius; y += 1)
    for (let x = Math.floor(middle.x - radius); x <= middle.x + radius; x += 1)
      if (Math.hypot(x + 0.5 - middle.x, y + 0.5 - middle.y) <= radius)
        paint(raster, { x, y, width: 1, height: 1 }, color)
}

function paintCode(raster: Raster, text: string, { x, y, size }: Point & { size: number }): void {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const module = size / data.length
  for (const [row, line] of data.entries())
    for (const [column, dark] of line.entries())
      if (dark)
        paint(raster, { x: x + column * module, y: y + row * module, width: module, height: module }, black)
}

export type Printed = { layout: Layout; paperId: string; ink: readonly number[]; scale?: number }

/** A sheet with its code, its rings, and a patch of color of its own in the middle: whose page it is. */
export function printedSheet({ layout, paperId, ink, scale = 4 }: Printed): Raster {
  const sheet: Sheet = sheetOf(layout === 'letter' ? 'letter' : 'a4')
  const page = blank(Math.round(sheet.width * scale), Math.round(sheet.height * scale))
  const { x, y, size } = sheet.code
  paintCode(page, codeOf('http://localhost:4103', { paperId, layout }), {
    x: x * scale,
    y: y * scale,
    size: size * scale,
  })
  const at = ({ x: left, y: top }: Point) => ({ x: left * scale, y: top * scale })
  for (const mark of layout === 'sticker' ? [] : sheet.marks) {
    paintDisc(page, at(mark), (ring.outer / 2) * scale, black)
    paintDisc(page, at(mark), (ring.outer / 2 - ring.line) * scale, [255, 255, 255])
    paintDisc(page, at(mark), (ring.dot / 2) * scale, black)
  }
  paint(
    page,
    { x: page.width * 0.3, y: page.height * 0.4, width: page.width * 0.4, height: page.height * 0.3 },
    ink,
  )
  for (let line = 0; line < 6; line += 1)
    paint(
      page,
      { x: page.width * 0.1, y: page.height * (0.2 + line * 0.02), width: page.width * 0.5, height: 3 },
      black,
    )
  return page
}

export type Lying = { page: Raster; corners: Quad }

export type Taken = {
  width: number
  height: number
  table?: readonly number[]
  light?: number
  noise?: number
}

/** A photo of pages lying somewhere on a table, in a light, with the noise of a cheap camera. */
export function photograph(
  lying: readonly Lying[],
  { width, height, table = [92, 70, 52], light = 1, noise = 6 }: Taken,
): Raster {
  const photo = blank(width, height, table)
  for (const { page, corners } of lying) lay(photo, page, corners)
  let seed = 7
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  for (let at = 0; at < photo.data.length; at += 1) {
    if (at % 4 === 3) continue
    // darker towards one side, as beside a window
    const shade = light * (1 - 0.25 * (((at / 4) % width) / width))
    photo.data[at] = (photo.data[at] ?? 0) * shade + (random() - 0.5) * 2 * noise
  }
  return photo
}

function lay(photo: Raster, page: Raster, corners: Quad): void {
  const flat = [
    { x: 0, y: 0 },
    { x: page.width, y: 0 },
    { x: page.width, y: page.height },
    { x: 0, y: page.height },
  ]
  const back = fitHomography(corners, flat)
  if (!back) throw new Error('a page cannot lie so')
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < Math.min(photo.height, Math.max(...ys)); y += 1)
    for (let x = Math.max(0, Math.floor(Math.min(...xs))); x < Math.min(photo.width, Math.max(...xs)); x += 1)
      blend(photo, page, { x, y }, back)
}

/** Four looks a pixel, as a lens would blur it. */
function blend(photo: Raster, page: Raster, { x, y }: Point, back: readonly number[]): void {
  const at = (y * photo.width + x) * 4
  const sum = [0, 0, 0]
  for (const [right, down] of [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const) {
    const spot = project(back, { x: x + right, y: y + down })
    const [u, v] = [Math.floor(spot.x), Math.floor(spot.y)]
    const isOn = u >= 0 && v >= 0 && u < page.width && v < page.height
    for (let channel = 0; channel < 3; channel += 1)
      sum[channel] =
        (sum[channel] ?? 0) +
        ((isOn ? page.data[(v * page.width + u) * 4 + channel] : photo.data[at + channel]) ?? 0) / 4
  }
  photo.data.set(sum, at)
}

/** Where a page lies: its middle, how wide it is there, turned by degrees, and leaning away to one side. */
export function place(
  { width, height }: { width: number; height: number },
  at: Point & { across: number; turned?: number; lean?: number },
): Quad {
  const { across, turned = 0, lean = 0.08 } = at
  const scale = across / width
  const angle = (turned * Math.PI) / 180
  const corner = (x: number, y: number): Point => {
    const near = 1 + lean * y + lean * 0.5 * x
    const [u, v] = [(x * width * scale * near) / 2, (y * height * scale * near) / 2]
    return {
      x: at.x + u * Math.cos(angle) - v * Math.sin(angle),
      y: at.y + u * Math.sin(angle) + v * Math.cos(angle),
    }
  }
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}
