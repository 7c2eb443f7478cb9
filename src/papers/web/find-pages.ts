import { type ReadCode, readCode } from '../paper.ts'
import { sheetOf } from '../sheet.ts'
import { fromUpperLeft, overlaps, regionDetail, regionsIn } from '../../scans/web/paper-regions.ts'
import {
  areaOf,
  distance,
  type Gray,
  grayOf,
  isWithin,
  middleOf,
  type Point,
  type Quad,
  type Raster,
} from '../../scans/web/raster.ts'
import { type Ring, ringsIn } from '../../scans/web/rings.ts'
import { fitSheet } from './sheet-corners.ts'

/** A code as it was read: its own upper left corner first, wherever that lies on the photo. */
export type SeenCode = { text: string; corners: Quad }

export type FoundPage = {
  code: ReadCode | undefined
  /** from 0 to 1 across and down the photo, so that it fits every size of it */
  corners: Quad
  /** width by height, where the kind of sheet says it */
  ratio: number | undefined
  /** false when somebody should look whether nothing of another page is in it */
  sure: boolean
}

/** Large enough for the rings of two sheets on one photo. */
const ringDetail = 1800

const whole: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]

/** The pages on a photo, in the order they are read in: those with a code first. */
export function findPages(photo: Raster, codes: readonly SeenCode[]): FoundPage[] {
  const ours = codes.flatMap(({ text, corners }) => {
    const code = readCode(text)
    return code ? [{ code, corners }] : []
  })
  const longer = Math.max(photo.width, photo.height)
  const regions = findRegions(photo, longer)
  const rings = ours.some(({ code }) => code.layout !== 'sticker') ? findRings(photo, longer, codes) : []
  const coded = ours.map(({ code, corners }) => pageAround(code, corners, { rings, regions, photo, ours }))
  const bare = regions
    .filter((region) => !coded.some((page) => overlaps(page.corners, region)))
    .filter(
      (region) => !codes.some(({ corners }) => isWithin(middleOf(corners), region)) || coded.length === 0,
    )
  const uncoded = bare.map((corners) => ({ code: undefined, corners, ratio: undefined, sure: true }))
  const pages: FoundPage[] = [...coded, ...uncoded].map((page) => ({
    ...page,
    corners: shareOf(page.corners, photo),
  }))
  return pages.length > 0 ? pages : [{ code: undefined, corners: whole, ratio: undefined, sure: true }]
}

function findRegions(photo: Raster, longer: number): Quad[] {
  const step = Math.max(1, Math.round(longer / regionDetail))
  return regionsIn(grayOf(photo, step)).map((quad) => grow(quad, step))
}

function findRings(photo: Raster, longer: number, codes: readonly SeenCode[]): Ring[] {
  const step = Math.max(1, Math.floor(longer / ringDetail))
  const gray: Gray = grayOf(photo, step)
  return ringsIn(gray)
    .map(({ middle, size }) => ({ middle: { x: middle.x * step, y: middle.y * step }, size: size * step }))
    .filter(({ middle }) => !codes.some(({ corners }) => isWithin(middle, widen(corners))))
}

type Around = {
  rings: readonly Ring[]
  regions: readonly Quad[]
  photo: Raster
  ours: readonly { corners: Quad }[]
}

function pageAround(code: ReadCode, corners: Quad, { rings, regions, photo, ours }: Around): FoundPage {
  if (code.layout !== 'sticker') {
    const sheet = sheetOf(code.layout)
    const fit = fitSheet(sheet, corners, rings)
    if (fit && isSound(fit.corners, photo)) {
      const ratio = sheet.width / sheet.height
      if (fit.rings >= 2) return { code, corners: fit.corners, ratio, sure: fit.rings >= 3 }
    }
  }
  const region = regions.find((one) => isWithin(middleOf(corners), one))
  if (!region)
    return {
      code,
      corners: upright(grow(whole, photo.width, photo.height), corners),
      ratio: undefined,
      sure: ours.length === 1,
    }
  // two codes on one area are two pages that touch: somebody parts them
  const sure = ours.filter((one) => isWithin(middleOf(one.corners), region)).length === 1
  return { code, corners: upright(region, corners), ratio: undefined, sure }
}

/** A page seen from straight above or from the side, not folded over itself and not larger than life. */
function isSound(corners: Quad, { width, height }: Raster): boolean {
  const isConvex = corners.every(
    (one) => isWithin(middleOf(corners), corners) && Number.isFinite(one.x + one.y),
  )
  const size = areaOf(corners)
  return isConvex && size > width * height * 0.005 && size < width * height * 4
}

/** The same corners, beginning with the one that is upper left as the code stands. */
function upright(region: Quad, code: Quad): Quad {
  const ordered = fromUpperLeft(region)
  const up = angleOf(code[3], code[0])
  const off = ordered.map((_, place) =>
    apart(up, angleOf(ordered[(place + 3) % 4] as Point, ordered[place] as Point)),
  )
  const first = off.indexOf(Math.min(...off))
  return ordered.map((_, place) => ordered[(first + place) % 4] as Point) as unknown as Quad
}

const angleOf = (from: Point, to: Point) => Math.atan2(to.y - from.y, to.x - from.x)
const apart = (one: number, other: number) =>
  Math.abs(Math.atan2(Math.sin(one - other), Math.cos(one - other)))

const grow = (quad: Quad, across: number, down = across): Quad =>
  quad.map(({ x, y }) => ({ x: x * across, y: y * down })) as unknown as Quad

const shareOf = (quad: Quad, { width, height }: Raster): Quad => grow(quad, 1 / width, 1 / height)

/** A little around a code: its own finder squares are rings too. */
function widen(corners: Quad): Quad {
  const middle = middleOf(corners)
  const by = 1 + 4 / Math.max(distance(corners[0], corners[2]), 8)
  return corners.map(({ x, y }) => ({
    x: middle.x + (x - middle.x) * by,
    y: middle.y + (y - middle.y) * by,
  })) as unknown as Quad
}
