import type { Part } from './part.ts'
import { closeSync, createReadStream, openSync, readSync, writeSync } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { v7 as newId } from 'uuid'
import { boxes, preparePicture } from '../src/files/picture.ts'
import { type Cairn, startCairn } from './cairn-process.ts'
import { median } from './figures.ts'
import { temporaryFolder } from './leaving.ts'
import { memoryOf } from './processes.ts'
import type { Figure } from './report.ts'

/** What sending a large file costs, and what a thumbnail costs, each beside the same without Cairn. */
type MediaFigures = {
  megabytes: number
  copySeconds: number
  sendSeconds: number
  memoryBefore: number
  memoryMost: number
  smallSeconds: number
  bareSmallSeconds: number
  allSeconds: number
  bareAllSeconds: number
}

const megabyte = 1024 * 1024
const chunk = 8 * megabyte

async function measureMedia(say: (sentence: string) => void, megabytes = 2048): Promise<MediaFigures> {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  say('Starting Cairn with its demo district, to send it a large file …')
  const cairn = await startCairn(data, [], 600)
  const large = join(folder, 'large')
  fill(large, megabytes)
  const copySeconds = await seconds(async () => copy(large, join(data, 'media', 'bare-copy')))
  await rm(join(data, 'media', 'bare-copy'))
  say(`Sending ${megabytes} MB …`)
  await wait(3000)
  const memoryBefore = memoryOf(cairn.pid).now
  let memoryMost = memoryBefore
  const watch = setInterval(() => (memoryMost = Math.max(memoryMost, memoryOf(cairn.pid).now)), 100)
  const sendSeconds = await send(cairn, large, megabytes * megabyte)
  clearInterval(watch)
  await cairn.stop()
  await rm(large)
  say('Making thumbnails …')
  const pictures = await measurePictures(folder)
  return { megabytes, copySeconds, sendSeconds, memoryBefore, memoryMost, ...pictures }
}

async function seconds(work: () => unknown): Promise<number> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

/** Bytes that do not repeat within a chunk, so that no disk can make them smaller. */
function fill(path: string, megabytes: number): void {
  const bytes = Buffer.alloc(chunk)
  for (let at = 0; at < chunk; at += 4) bytes.writeUInt32LE(Math.imul(at + 1, 2_654_435_761) >>> 0, at)
  const file = openSync(path, 'w')
  for (let written = 0; written < megabytes * megabyte; written += chunk) {
    bytes.writeUInt32LE(written / chunk, 0)
    writeSync(file, bytes)
  }
  closeSync(file)
}

/** Read and written once, as any program would. */
function copy(from: string, to: string): void {
  const [source, target] = [openSync(from, 'r'), openSync(to, 'w')]
  const buffer = Buffer.alloc(megabyte)
  for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer))
    writeSync(target, buffer, 0, read)
  closeSync(source)
  closeSync(target)
}

/** The whole path of a device: announced, begun, and sent by tus in the pieces that browsers send. */
async function send({ origin }: Cairn, path: string, bytes: number): Promise<number> {
  const json = { 'content-type': 'application/json', 'x-cairn': '1' }
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'PUT',
    headers: json,
    body: JSON.stringify({ username: 'mika', password: 'cairn-stones' }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const id = newId()
  const begin = performance.now()
  await must(
    fetch(`${origin}/api/media/${id}`, {
      method: 'PUT',
      headers: { ...json, cookie },
      body: JSON.stringify({ name: 'large.bin', bytes }),
    }),
  )
  const headers = { cookie, 'tus-resumable': '1.0.0', 'x-cairn': '1' }
  const metadata = `id ${Buffer.from(id).toString('base64')}`
  await must(
    fetch(`${origin}/api/uploads`, {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(bytes), 'upload-metadata': metadata },
    }),
  )
  for (let at = 0; at < bytes; at += chunk)
    await sendPiece(`${origin}/api/uploads/${id}`, headers, path, at, Math.min(chunk, bytes - at))
  return (performance.now() - begin) / 1000
}

async function must(asked: Promise<Response>): Promise<void> {
  const answer = await asked
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
}

async function sendPiece(
  url: string,
  headers: Record<string, string>,
  path: string,
  start: number,
  length: number,
): Promise<void> {
  const asking = request(url, {
    method: 'PATCH',
    headers: {
      ...headers,
      'content-type': 'application/offset+octet-stream',
      'content-length': length,
      'upload-offset': start,
    },
  })
  const answered = new Promise<IncomingMessage>((resolve, reject) =>
    asking.once('response', resolve).once('error', reject),
  )
  await pipeline(createReadStream(path, { start, end: start + length - 1, highWaterMark: megabyte }), asking)
  const answer = await answered
  answer.resume()
  if (answer.statusCode !== 204) throw new Error(`a piece was refused: ${answer.statusCode}`)
}

const times = 9

async function measurePictures(folder: string) {
  const path = join(folder, 'photo.jpg')
  await photo().toFile(path)
  const made = join(folder, 'pictures')
  await mkdir(made, { recursive: true })
  const found = {
    small: [] as number[],
    bareSmall: [] as number[],
    all: [] as number[],
    bareAll: [] as number[],
  }
  for (let time = 0; time < times; time += 1) {
    let [begun, ended] = [0, 0]
    const watch = (share: number) => {
      if (share === 0.3) begun = performance.now()
      if (share === 0.45) ended = performance.now()
    }
    const bounds = { mostPixels: 120_000_000, seconds: 60 }
    found.all.push(await seconds(() => preparePicture(path, 'image/jpeg', made, bounds, watch)))
    found.small.push((ended - begun) / 1000)
    found.bareSmall.push(await seconds(() => bare(path, 'small', 74).toFile(join(made, 'bare-small.webp'))))
    found.bareAll.push(await seconds(() => bareAll(path, made)))
  }
  await stat(path)
  return {
    smallSeconds: median(found.small),
    bareSmallSeconds: median(found.bareSmall),
    allSeconds: median(found.all),
    bareAllSeconds: median(found.bareAll),
  }
}

/** Twelve million pixels with something on every one of them, as a phone makes them. */
function photo() {
  const [width, height] = [4032, 3024]
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) {
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)]
    const grain = Math.imul(at + 7, 2_246_822_519) >>> 28
    pixels[at] = (x >> 4) + grain
    pixels[at + 1] = (y >> 4) + grain
    pixels[at + 2] = ((x ^ y) >> 4) + grain
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).jpeg({ quality: 88 })
}

/** The very size that Cairn makes: a smaller one would be cheaper to read from a JPEG, and say nothing. */
const bare = (path: string, name: keyof typeof boxes, quality: number) =>
  sharp(path, { sequentialRead: true })
    .autoOrient()
    .resize({ ...boxes[name], fit: 'inside', withoutEnlargement: true })
    .webp({ quality, effort: 3 })

async function bareAll(path: string, folder: string) {
  await bare(path, 'small', 74).toFile(join(folder, 'bare-small.webp'))
  await bare(path, 'screen', 78).toFile(join(folder, 'bare-screen.webp'))
  await sharp(path, { sequentialRead: true })
    .autoOrient()
    .jpeg({ quality: 90, mozjpeg: true })
    .toFile(join(folder, 'bare-full.jpg'))
}

function mediaTable(found: MediaFigures): Figure[] {
  const { megabytes, sendSeconds, copySeconds, memoryBefore, memoryMost } = found
  return [
    {
      what: `upload of ${megabytes} MB, beside a bare copy to the same disk`,
      measured: megabytes / sendSeconds,
      bound: megabytes / copySeconds,
      unit: 'MB/s',
      aim: { least: (megabytes / copySeconds) * 0.5 },
    },
    {
      what: 'memory that the upload took, at most',
      measured: memoryMost - memoryBefore,
      unit: 'MB',
      aim: { most: 150 },
      note: `${Math.round(memoryBefore)} MB before`,
    },
    {
      what: 'thumbnail of a 12 MP photo, beside bare libvips',
      measured: found.smallSeconds * 1000,
      bound: found.bareSmallSeconds * 1000,
      unit: 'ms',
      aim: { most: found.bareSmallSeconds * 1300 },
    },
    {
      what: 'all sizes of it, checked and cleaned, beside bare libvips',
      measured: found.allSeconds * 1000,
      bound: found.bareAllSeconds * 1000,
      unit: 'ms',
      aim: { most: found.bareAllSeconds * 1300 },
    },
  ]
}

export const media: Part = {
  name: 'media',
  title: 'Files',
  measure: async ({ say }) => {
    const found = await measureMedia(say)
    return { figures: mediaTable(found), details: found }
  },
}
