import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { constants } from 'node:fs'
import { join } from 'node:path'
import { withByteFile } from './byte-file.ts'
import { drawFirstPage } from './document-page.ts'
import { type PictureBounds, preparePage, preparePicture } from './picture.ts'
import { MediaRefusal, type PreparedMedia, type Rendition } from './prepared-media.ts'
import { recognize, type Way } from './recognize.ts'
import { scrubFlac } from './scrub-flac.ts'
import { scrubMatroska } from './scrub-matroska.ts'
import { scrubFrames } from './scrub-mp3.ts'
import { type Recording, scrubMp4 } from './scrub-mp4.ts'
import { scrubOgg } from './scrub-ogg.ts'
import { scrubWave } from './scrub-wave.ts'

export type Preparation = {
  source: string
  /** As the sender called it. A hint between two kinds of plain text, nothing more. */
  originalName: string
  /** Everything written goes here; made if missing, removed again when the file is refused. */
  outputFolder: string
  /** 0 to 100, never backwards. Its failures are its own: they do not spoil the file. */
  onProgress?: (percent: number) => unknown
  bounds?: Partial<PictureBounds>
}

const defaultBounds: PictureBounds = { mostPixels: 120_000_000, seconds: 60 }
const longestScrub = 10 * 60

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
    const prepared = await prepareAs(way, type, source, outputFolder, bounds, share)
    progress(100)
    return prepared
  } catch (error) {
    await rm(outputFolder, { recursive: true, force: true })
    throw error
  }
}

async function prepareAs(
  way: Way,
  type: string,
  source: string,
  outputFolder: string,
  bounds: PictureBounds,
  share: (part: number) => void,
): Promise<PreparedMedia> {
  if (way === 'picture') {
    return { kind: 'picture', type, ...(await preparePicture(source, type, outputFolder, bounds, share)) }
  }
  if (way === 'document') return prepareDocument(type, source, outputFolder, bounds, share)
  if (way === 'file') {
    return { kind: 'file', type, renditions: [await copyAs('download', type, source, outputFolder)] }
  }
  return prepareRecording(way, type, source, outputFolder)
}

/** A document nobody can draw (locked, broken) is still somebody's work: it stays downloadable. */
async function prepareDocument(
  type: string,
  source: string,
  outputFolder: string,
  { seconds }: PictureBounds,
  share: (part: number) => void,
): Promise<PreparedMedia> {
  const download = await copyAs('download', type, source, outputFolder)
  share(0.2)
  try {
    const page = await preparePage(await drawFirstPage(source, 1600, Math.min(seconds, 30)), outputFolder)
    return { kind: 'document', type, ...page, renditions: [...page.renditions, download] }
  } catch (error) {
    if (!(error instanceof MediaRefusal)) throw error
    return { kind: 'document', type, renditions: [download] }
  }
}

const scrubInPlace: Partial<Record<Way, typeof scrubMp4>> = {
  mp4: scrubMp4,
  matroska: scrubMatroska,
  ogg: scrubOgg,
}
const scrubAcross: Partial<Record<Way, (source: string, target: string) => Promise<Recording>>> = {
  flac: scrubFlac,
  frames: scrubFrames,
  wave: scrubWave,
}

async function prepareRecording(
  way: Way,
  sniffed: string,
  source: string,
  outputFolder: string,
): Promise<PreparedMedia> {
  const path = join(outputFolder, 'full')
  const inPlace = scrubInPlace[way]
  if (inPlace) await copyFile(source, path, constants.COPYFILE_FICLONE)
  const across = scrubAcross[way]
  const cleaning = inPlace ? withByteFile(path, inPlace, longestScrub) : across?.(source, path)
  if (!cleaning) throw new MediaRefusal('cannot_clean', `No way to clean ${sniffed}`)
  const { kind, ...facts } = await cleaning
  const type = playableType(sniffed, kind)
  const { size: bytes } = await stat(path)
  const { width, height } = facts
  const frame = width && height ? { width, height } : {}
  return { kind, type: sniffed, ...facts, renditions: [{ name: 'full', type, bytes, path, ...frame }] }
}

/** What a browser wants to hear: QuickTime in a modern phone is MP4 by another name. */
function playableType(sniffed: string, kind: 'audio' | 'video') {
  const container = sniffed.replace(/;.*/, '').replace(/^\w+\/(x-)?/, '')
  if (['mp4', 'quicktime', 'm4v', 'm4a'].includes(container)) return `${kind}/mp4`
  if (container === 'matroska') return `${kind}/x-matroska`
  return `${kind}/${container}`
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
