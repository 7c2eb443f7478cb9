import type { Sheet } from '../sheet.ts'
import { fitHomography, type Homography, project } from '../../scans/web/homography.ts'
import { distance, type Point, type Quad } from '../../scans/web/raster.ts'
import type { Ring } from '../../scans/web/rings.ts'

/** What a code on a photo says of the page around it. */
export type SheetFit = {
  corners: Quad
  /** how many of the four rings were found; with fewer than three somebody should look */
  rings: number
}

/** So many rings are tried for each corner. */
const tried = 3

/**
 * Where the corners of a sheet are: its code says roughly where each ring must be, and those rings that agree
 * with the code and with each other say it exactly. Rings under a thumb or off the photo are done without.
 */
export function fitSheet(sheet: Sheet, code: Quad, rings: readonly Ring[]): SheetFit | undefined {
  const onPaper = codeOnPaper(sheet)
  const size = (distance(code[0], code[2]) + distance(code[1], code[3])) / 2 / Math.SQRT2
  const choices = sheet.marks.map((mark) => [undefined, ...nearest(rings, { mark, code, sheet, size })])
  let best: { fit: Homography; rings: number; cost: number } | undefined
  for (const chosen of combinations(choices)) {
    const found = chosen.flatMap((ring, place) => (ring ? [{ ring, mark: sheet.marks[place] as Point }] : []))
    const from = [...onPaper, ...found.map(({ mark }) => mark)]
    const to = [...code, ...found.map(({ ring }) => ring.middle)]
    const fit = fitHomography(from, to)
    if (!fit) continue
    const off = Math.sqrt(
      mean(from.map((point, place) => distance(project(fit, point), to[place] as Point) ** 2)),
    )
    // a ring left out costs as much as everything being off by a twentieth of the code
    const cost = off / size + (4 - found.length) * 0.05
    if (off < size * 0.08 && cost < (best?.cost ?? Infinity)) best = { fit, rings: found.length, cost }
  }
  return best && { corners: cornersOf(sheet, best.fit), rings: best.rings }
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

function codeOnPaper({ code: { x, y, size } }: Sheet): Point[] {
  return [
    { x, y },
    { x: x + size, y },
    { x: x + size, y: y + size },
    { x, y: y + size },
  ]
}

function cornersOf({ width, height }: Sheet, fit: Homography): Quad {
  return [
    project(fit, { x: 0, y: 0 }),
    project(fit, { x: width, y: 0 }),
    project(fit, { x: width, y: height }),
    project(fit, { x: 0, y: height }),
  ]
}

type Wanted = { mark: Point; code: Quad; sheet: Sheet; size: number }

/**
 * The code alone is small, so far from it its own perspective is noise: a ring is looked for where the code
 * would have it if the page were seen from straight above, in an area that grows with the distance.
 */
function nearest(rings: readonly Ring[], { mark, code, sheet, size }: Wanted): Ring[] {
  const { x, y, size: printed } = sheet.code
  const [a, b, , d] = code
  const [right, down] = [(mark.x - x) / printed, (mark.y - y) / printed]
  const c = code[2]
  const along = { x: (b.x - a.x + c.x - d.x) / 2, y: (b.y - a.y + c.y - d.y) / 2 }
  const under = { x: (d.x - a.x + c.x - b.x) / 2, y: (d.y - a.y + c.y - b.y) / 2 }
  const expected = { x: a.x + along.x * right + under.x * down, y: a.y + along.y * right + under.y * down }
  const reach = size * 0.4 + distance(expected, a) * 0.35
  return rings
    .filter(({ middle }) => distance(middle, expected) < reach)
    .toSorted((one, other) => distance(one.middle, expected) - distance(other.middle, expected))
    .slice(0, tried)
}

function combinations<Item>(choices: readonly (readonly Item[])[]): Item[][] {
  return choices.reduce<Item[][]>(
    (made, options) => made.flatMap((before) => options.map((option) => [...before, option])),
    [[]],
  )
}
