import { constants } from 'node:fs'
import { copyFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type FilmFacts,
  fitted,
  playsEverywhere,
  type RecordingFile,
  secondsToEncode,
  sizesFor,
  streamOf,
  uprightSize,
  wrapperFor,
} from '../films/film.ts'
import type { FilmEngine } from '../films/film-engine.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import { withByteFile } from '../traces/byte-file.ts'
import { writePeaks } from './peaks.ts'
import { preparePoster } from './picture.ts'
import type { PreparedMedia, Rendition, RenditionName } from './prepared-media.ts'
import { type Recognized, readerFor, type Way } from './recognize.ts'
import { scrubFlac } from '../traces/scrub-flac.ts'
import { scrubMatroska } from '../traces/scrub-matroska.ts'
import { scrubFrames } from '../traces/scrub-mp3.ts'
import { type Recording, scrubMp4 } from '../traces/scrub-mp4.ts'
import { scrubOgg } from '../traces/scrub-ogg.ts'
import { scrubWave } from '../traces/scrub-wave.ts'

const longestScrub = 10 * 60

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

type Bench = {
  found: Recognized
  folder: string
  films: FilmEngine | undefined
  share: (part: number) => void
}

/** A recording, cleaned; with FFmpeg also seen, heard and wrapped so that every browser plays it. */
export async function prepareRecording(source: string, bench: Bench): Promise<PreparedMedia> {
  const { found, films, share } = bench
  const cleaned = await clean(source, bench)
  share(0.2)
  if (films) return prepareWith(films, cleaned, source, bench)
  if (!cleaned) throw new MediaRefusal('cannot_clean', `No way to clean ${found.type}`)
  const full = await renditionOf('full', playableType(found.type, cleaned.kind), cleaned.path, cleaned)
  const { path: _, ...facts } = cleaned
  return { type: found.type, ...facts, remarks: ['not_converted'], renditions: [full] }
}

type Cleaned = Recording & { path: string }

/** Without a word about where and by what it was made; undefined where only FFmpeg knows the wrapper. */
async function clean(source: string, { found, folder }: Bench): Promise<Cleaned | undefined> {
  const path = join(folder, 'cleaned')
  const inPlace = scrubInPlace[found.way]
  if (inPlace) await copyFile(source, path, constants.COPYFILE_FICLONE)
  const recording = await (inPlace
    ? withByteFile(path, inPlace, longestScrub)
    : scrubAcross[found.way]?.(source, path))
  return recording && { ...recording, path }
}

async function prepareWith(films: FilmEngine, cleaned: Cleaned | undefined, source: string, bench: Bench) {
  const file = { path: cleaned?.path ?? source, reader: readerFor(bench.found) }
  const facts = await films.look(file, { folder: bench.folder, seconds: 60 })
  const known = facts.seconds ?? cleaned?.durationSeconds
  const seen = { ...facts, seconds: known }
  if (streamOf(seen, 'video')) {
    try {
      return await prepareFilm(films, file, seen, cleaned, bench)
    } catch (error) {
      // a film with no picture may still be heard
      if (!(error instanceof MediaRefusal) || error.code !== 'no_picture' || !streamOf(seen, 'audio'))
        throw error
    }
  }
  if (!streamOf(seen, 'audio')) throw new MediaRefusal('no_picture', 'Neither picture nor sound can be read')
  return prepareSound(films, file, seen, cleaned, bench)
}

/** What plays everywhere is there at once. Other sizes, and what must be encoded first, come later. */
async function prepareFilm(
  films: FilmEngine,
  file: RecordingFile,
  facts: FilmFacts,
  cleaned: Cleaned | undefined,
  { found, folder, share }: Bench,
): Promise<PreparedMedia> {
  const drawing = join(folder, 'poster.png')
  await films.ask({ do: 'draw', to: drawing, side: 1080 }, file, { folder, seconds: 120 })
  share(0.4)
  const poster = await preparePoster(drawing, folder)
  await rm(drawing)
  const container = wrapperFor(facts)
  const { video, renditions } = { video: streamOf(facts, 'video'), renditions: [...poster.renditions] }
  const frame = video ? uprightSize(video) : {}
  const facing = { kind: 'video' as const, type: found.type, ...frame, placeholder: poster.placeholder }
  if (container) {
    const to = join(folder, 'full')
    const onShare = (part: number) => share(0.4 + part * 0.6)
    const wish = { do: 'wrap' as const, to, container }
    const made = await films.ask(wish, file, { folder, seconds: 900, onShare })
    if (cleaned) await rm(cleaned.path)
    renditions.push(await renditionOf('full', `video/${container}`, to, frame))
    return { ...facing, durationSeconds: made.seconds, later: sizesFor(facts, true), renditions }
  }
  if (cleaned)
    renditions.push(await renditionOf('download', playableType(found.type, 'video'), cleaned.path, frame))
  const seconds = facts.seconds === undefined ? {} : { durationSeconds: facts.seconds }
  return { ...facing, ...seconds, later: sizesFor(facts, false), renditions }
}

const heardRate = 4000

/** Its length is counted, not believed; its shape is drawn; what few players know becomes what all know. */
async function prepareSound(
  films: FilmEngine,
  file: RecordingFile,
  facts: FilmFacts,
  cleaned: Cleaned | undefined,
  { found, folder, share }: Bench,
): Promise<PreparedMedia> {
  const samples = join(folder, 'samples')
  const seconds = secondsToEncode(facts)
  const heard = await films.ask({ do: 'listen', to: samples, rate: heardRate }, file, {
    folder,
    seconds,
    onShare: (part) => share(0.2 + part * 0.3),
  })
  const peaks = join(folder, 'peaks')
  await writePeaks(samples, peaks, heard.seconds)
  await rm(samples)
  const renditions = [await renditionOf('peaks', 'application/json', peaks)]
  const type = playableType(found.type, 'audio')
  if (cleaned && playsEverywhere(facts, type)) {
    renditions.push(await renditionOf('full', type, cleaned.path))
  } else {
    const to = join(folder, 'full')
    const onShare = (part: number) => share(0.5 + part * 0.5)
    await films.ask({ do: 'encode', films: [], sound: { to } }, file, { folder, seconds, onShare })
    renditions.push(await renditionOf('full', 'audio/mp4', to))
    if (cleaned) renditions.push(await renditionOf('download', type, cleaned.path))
  }
  return { kind: 'audio', type: found.type, durationSeconds: heard.seconds, renditions }
}

async function renditionOf(
  name: RenditionName,
  type: string,
  path: string,
  { width, height }: { width?: number; height?: number } = {},
): Promise<Rendition> {
  const { size: bytes } = await stat(path)
  return { name, type, bytes, path, ...(width && height ? { width, height } : {}) }
}

/** What a browser wants to hear: QuickTime in a modern phone is MP4 by another name. */
function playableType(sniffed: string, kind: 'audio' | 'video') {
  const container = sniffed.replace(/;.*/, '').replace(/^\w+\/(x-)?/, '')
  if (['mp4', 'quicktime', 'm4v', 'm4a'].includes(container)) return `${kind}/mp4`
  if (container === 'matroska') return `${kind}/x-matroska`
  return `${kind}/${container}`
}

/** The film in the sizes still to be made, from the file as it arrived. */
export async function prepareFilmSizes(
  source: string,
  bench: Bench & { films: FilmEngine },
  wrapped: boolean,
): Promise<Rendition[]> {
  const { films, found, folder, share } = bench
  const file = { path: source, reader: readerFor(found) }
  const facts = await films.look(file, { folder, seconds: 60 })
  const sizes = sizesFor(facts, wrapped)
  const video = streamOf(facts, 'video')
  if (!video || sizes.length === 0) return []
  const wanted = sizes.map(({ name, side }) => ({ name, side, to: join(folder, name) }))
  const limits = { folder, seconds: secondsToEncode(facts), onShare: share }
  await films.ask({ do: 'encode', films: wanted }, file, limits)
  return Promise.all(
    wanted.map(({ name, side, to }) => renditionOf(name, 'video/mp4', to, fitted(uprightSize(video), side))),
  )
}
