import type { Layout } from './paper.ts'

/** A place or a size on paper, in millimetres from its upper left corner. */
export type Spot = { x: number; y: number }

export type Sheet = {
  width: number
  height: number
  /** the printed code, without the quiet margin around it */
  code: Spot & { size: number }
  /** the middles of the rings in the corners, in reading order: they tell how a photo of it was held */
  marks: readonly [Spot, Spot, Spot, Spot]
}

/** Printers leave up to 6 mm blank; a ring near the edge must still be whole. */
const inset = 11
export const ring = { outer: 8, line: 1.3, dot: 3.2 } as const
const codeSize = 30

/** How a sheet is printed, and therefore where its page is found on a photo. */
export function sheetOf(layout: Exclude<Layout, 'sticker'>): Sheet {
  const [width, height] = layout === 'a4' ? [210, 297] : [215.9, 279.4]
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset]
  return {
    width,
    height,
    code: { x: right - 10 - codeSize, y: 10, size: codeSize },
    marks: [
      { x: left, y: top },
      { x: right, y: top },
      { x: left, y: bottom },
      { x: right, y: bottom },
    ],
  }
}
