import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { constants } from 'node:fs'
import { join } from 'node:path'
import { drawFirstPage } from './document-page.ts'
import { type PictureBounds, preparePage, preparePicture } from './picture.ts'
import { cleanDocument, type DocumentWay } from '../documents/document-cleaning.ts'
import type { FilmEngine } from '../films/film-engine.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { PreparedMedia, Rendition } from './prepared-media.ts'
import { prepareFilmSizes, prepareRecording } from './recording.ts'
import { recognize, type Way } from './recognize.ts'

export type Preparation = {
  source: string
  /** As the sender called it. A hint between two kinds of plain text, nothing more. */
  originalName: string
  /** Everything written goes here; made if missing, removed again when the file is refused. */
  outputFolder: string
  /** 0 to 100, never backwards. Its failures are its own: they do not spoil the file. */
  onProgress?: (percent: number) => unknown
  bounds?: Partial<PictureBounds>
  /** FFmpeg, where there is one */
  films?: FilmEngine | undefined
}

const defaultBounds: PictureBounds = { mostPixels: 120_000_000, seconds: 60 }

/** The one door from an upload to what others may see. Throws `MediaRefusal` when the file is the trouble. */
export async function prepareMedia(preparation: Preparation): Promise<PreparedMedia> {
  const { source, originalName, outputFolder, onProgress } = preparation
  const progress = risingOnly(onProgress)
  await mkdir(outputFolder, { recursive: true })
  try {
    progress(1)
    const { type, way } = await recognize(source, originalName)
    progress(5)
    const bounds = { ...defaultBounds, ...preparation.bounds }
    const share = (part: number) => progress(5 + part * 94)
    const prepared = await prepareAs(way, type, preparation, bounds, share)
    progress(100)
    return prepared
  } catch (error) {
    await rm(outputFolder, { recursive: true, force: true })
    throw error
  }
}

/** The sizes of a film that were left for later. */
export async function prepareSizes(
  preparation: Omit<Preparation, 'films' | 'bounds'> & { films: FilmEngine; wrapped: boolean },
): Promise<Rendition[]> {
  const { source, originalName, outputFolder, films, wrapped } = preparation
  const found = await recognize(source, originalName)
  const progress = risingOnly(preparation.onProgress)
  const bench = { found, folder: outputFolder, films, share: (part: number) => progress(part * 100) }
  return prepareFilmSizes(source, bench, wrapped)
}

async function prepareAs(
  way: Way,
  type: string,
  { source, outputFolder, films }: Preparation,
  bounds: PictureBounds,
  share: (part: number) => void,
): Promise<PreparedMedia> {
  if (way === 'picture') {
    return { kind: 'picture', type, ...(await preparePicture(source, type, outputFolder, bounds, share)) }
  }
  if (way === 'document') return prepareDocument(type, source, outputFolder, bounds, share)
  if (way === 'package' || way === 'rich text') {
    const { remarks, download } = await cleaned(way, type, source, outputFolder)
    return { kind: 'file', type, remarks, renditions: [download] }
  }
  if (way === 'file') {
    return { kind: 'file', type, renditions: [await copyAs('download', type, source, outputFolder)] }
  }
  return prepareRecording(source, { found: { type, way }, folder: outputFolder, films, share })
}

async function cleaned(way: DocumentWay, type: string, source: string, folder: string) {
  const path = join(folder, 'download')
  const remarks = await cleanDocument(way, source, path, folder)
  const download: Rendition = { name: 'download', type, bytes: (await stat(path)).size, path }
  return { remarks, download }
}

/** A document nobody can draw is still somebody's work: cleaned, it stays downloadable. */
async function prepareDocument(
  type: string,
  source: string,
  outputFolder: string,
  { seconds }: PictureBounds,
  share: (part: number) => void,
): Promise<PreparedMedia> {
  const { remarks, download } = await cleaned('pdf', type, source, outputFolder)
  share(0.4)
  try {
    const drawn = await drawFirstPage(download.path, 1600, outputFolder, Math.min(seconds, 30))
    const page = await preparePage(drawn, outputFolder)
    return { kind: 'document', type, ...page, remarks, renditions: [...page.renditions, download] }
  } catch (error) {
    if (!(error instanceof MediaRefusal)) throw error
    return { kind: 'document', type, remarks, renditions: [download] }
  }
}

async function copyAs(name: 'download', type: string, source: string, folder: string): Promise<Rendition> {
  const path = join(folder, name)
  await copyFile(source, path, constants.COPYFILE_FICLONE)
  return { name, type, bytes: (await stat(path)).size, path }
}

/** Told once per percent and never backwards; a listener that fails is not the file's trouble. */
function risingOnly(onProgress: Preparation['onProgress']) {
  let highest = -1
  const tell = async (percent: number) => onProgress?.(percent)
  return (percent: number) => {
    const whole = Math.min(100, Math.floor(percent))
    if (whole <= highest) return
    highest = whole
    tell(whole).catch(() => undefined)
  }
}
