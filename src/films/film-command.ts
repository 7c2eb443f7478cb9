import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { endGroup, spawnConfined } from '../workshop/confinement.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { FilmFacts, FilmMade, FilmWish, RecordingFile } from './film.ts'
import { type FilmEngine, type FilmLimits, filmMegabytes } from './film-engine.ts'
import { factsFromProbe, ffmpegWords } from './film-words.ts'

/** The system's own `ffmpeg`, with the `ffprobe` that stands beside it; undefined when it does not answer. */
export function findFilmCommand(ffmpeg: string): FilmEngine | undefined {
  const ffprobe = ffmpeg.includes('/')
    ? join(dirname(ffmpeg), basename(ffmpeg).replace('ffmpeg', 'ffprobe'))
    : ffmpeg.replace('ffmpeg', 'ffprobe')
  const version = /^ffmpeg version (\S+)/.exec(answerOf(ffmpeg))?.[1]
  if (version === undefined || !answerOf(ffprobe).startsWith('ffprobe version')) return undefined
  const look = (file: RecordingFile, limits: FilmLimits) => probe(ffprobe, file, limits)
  return {
    about: `FFmpeg ${version} of this system`,
    look,
    ask: async (wish, file, limits) =>
      make(ffmpeg, wish, file, await look(file, { ...limits, seconds: 60 }), limits),
  }
}

const answerOf = (program: string) =>
  spawnSync(program, ['-version'], { encoding: 'utf8', timeout: 10_000 }).stdout ?? ''

async function probe(
  ffprobe: string,
  file: RecordingFile,
  { folder, seconds }: FilmLimits,
): Promise<FilmFacts> {
  const words = '-v error -protocol_whitelist file -of json -show_format -show_streams'.split(' ')
  const lines: string[] = []
  const command = [ffprobe, ...words, '-f', file.reader, `file:${file.path}`]
  await run(command, { folder, seconds }, (line) => lines.push(line))
  return factsFromProbe(JSON.parse(lines.join('\n')))
}

async function make(
  ffmpeg: string,
  wish: FilmWish,
  file: RecordingFile,
  facts: FilmFacts,
  limits: FilmLimits,
): Promise<FilmMade> {
  if (wish.do === 'look') throw new Error('looking is asked for by another name')
  const made = { seconds: 0, frames: 0 }
  await run([ffmpeg, ...ffmpegWords(wish, file, facts)], limits, (line) => {
    const [name, value = ''] = line.split('=')
    if (name === 'frame') made.frames = Number(value)
    if (name !== 'out_time_us' || !(Number(value) > 0)) return
    made.seconds = Number(value) / 1e6
    limits.onShare?.(Math.min(1, made.seconds / (facts.seconds ?? made.seconds + 1)))
  })
  if (wish.do === 'draw' && !(existsSync(wish.to) && statSync(wish.to).size > 0)) {
    throw new MediaRefusal('no_picture', 'Not one picture in it can be read')
  }
  if (wish.do === 'listen') made.seconds = statSync(wish.to).size / 2 / wish.rate
  if (wish.do === 'listen' && made.seconds === 0)
    throw new MediaRefusal('unreadable', 'Not one sound in it can be read')
  return made
}

async function run(
  command: string[],
  { folder, seconds }: FilmLimits,
  step: (line: string) => void,
): Promise<void> {
  const began = performance.now()
  const child = spawnConfined(command, folder, ['ignore', 'pipe', 'pipe'], {
    seconds,
    megabytes: filmMegabytes,
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-500)
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  try {
    for await (const line of createInterface({ input: child.stdout as Readable })) step(line)
    if ((await ended) === 0) return
  } finally {
    endGroup(child)
  }
  const late = performance.now() - began >= seconds * 1000
  throw new MediaRefusal(late ? 'took_too_long' : 'unreadable', complaint || 'FFmpeg gave up')
}
