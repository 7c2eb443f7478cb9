import { evenLight } from '../../scans/web/even-light.ts'
import { findPages, type FoundPage, type SeenCode } from './find-pages.ts'
import type { Quad, Raster } from '../../scans/web/raster.ts'
import { readCodes } from './read-codes.ts'
import { sizeOfPage, straighten } from '../../scans/web/straighten.ts'

/** What is asked of the worker; `photo` is told by `id` so that it is opened once for all its pages. */
export type PaperTask =
  | ({ id: string; photo: Blob } & (
      | { kind: 'find' }
      | { kind: 'cut'; corners: Quad; ratio: number | undefined; most: number }
    ))
  /** what a camera sees just now: looked at once, and gone */
  | { kind: 'codes'; seen: ImageBitmap }

export type PaperAnswer = { pages: FoundPage[] } | { codes: SeenCode[] } | { cut: Blob } | { unread: true }

/** More pixels than a page needs to be read and enlarged, and no more than a tablet can hold. */
const mostPixels = 3_600

let opened: { id: string; raster: Raster } | undefined

export async function workOnPaper(task: PaperTask): Promise<PaperAnswer> {
  if (task.kind === 'codes') return { codes: await readCodes(rasterOf(task.seen), mostInSight) }
  const photo = await open(task).catch(() => undefined)
  // a kind of picture that this browser does not know
  if (!photo) return { unread: true }
  if (task.kind === 'find') return { pages: findPages(photo, await readCodes(photo)) }
  const { corners, ratio, most } = task
  const there = corners.map(({ x, y }) => ({ x: x * photo.width, y: y * photo.height })) as unknown as Quad
  return { cut: await jpegOf(evenLight(straighten(photo, there, sizeOfPage(there, ratio, most)))) }
}

/** In sight of a camera at once: a card, and those of the children beside. */
const mostInSight = 4

/** Pixels alone: where and with what it was taken stays behind. */
async function open({ id, photo }: { id: string; photo: Blob }): Promise<Raster> {
  if (opened?.id === id) return opened.raster
  opened = undefined
  const picture = await createImageBitmap(photo)
  const fit = Math.min(1, mostPixels / Math.max(picture.width, picture.height))
  opened = { id, raster: rasterOf(picture, fit) }
  return opened.raster
}

function rasterOf(picture: ImageBitmap, fit = 1): Raster {
  const [width, height] = [Math.round(picture.width * fit), Math.round(picture.height * fit)]
  const context = contextOf(width, height)
  context.drawImage(picture, 0, 0, width, height)
  picture.close()
  return context.getImageData(0, 0, width, height)
}

async function jpegOf({ width, height, data }: Raster): Promise<Blob> {
  const context = contextOf(width, height)
  context.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0)
  return context.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser cannot work on pictures')
  return context
}
