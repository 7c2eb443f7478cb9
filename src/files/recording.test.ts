import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasFilms, makeFilm, type Sample } from '../../test/support/films.ts'
import { findFilmLibrary } from '../films/film-engine.ts'
import { prepareMedia, prepareSizes } from './prepare.ts'

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-'))
})
afterAll(() => rm(folder, { recursive: true }))

const films = findFilmLibrary()
const film = {
  container: 'mp4',
  seconds: 2,
  video: { coder: 'libx264', width: 640, height: 360 },
  audio: { coder: 'aac' },
}

async function prepare(sample: Sample | Buffer, more: { films?: typeof films } = { films }) {
  count += 1
  const source = join(folder, `source-${count}`)
  if (Buffer.isBuffer(sample)) await writeFile(source, sample)
  else await makeFilm(source, sample)
  const outputFolder = join(folder, `made-${count}`)
  const media = await prepareMedia({ source, originalName: 'film', outputFolder, ...more })
  const sizes = async (wrapped: boolean) =>
    films ? prepareSizes({ source, originalName: 'film', outputFolder, films, wrapped }) : []
  const at = (name: string) => media.renditions.find((one) => one.name === name)
  return { media, at, sizes, source, left: () => readdir(outputFolder) }
}
const look = (path: string, reader = 'mov') => films?.look({ path, reader }, { folder, seconds: 30 })

test.runIf(hasFilms)(
  'a phone film plays at once, stands upright, has a poster, and says nothing of where and with what',
  async () => {
    const tags = { location: '+48.4284-123.3656/', 'com.apple.quicktime.model': 'Telltale Phone' }
    const { media, at, sizes, source, left } = await prepare({
      ...film,
      video: { ...film.video, width: 1280, height: 720 },
      turned: true,
      tags,
    })
    expect((await readFile(source)).includes('Telltale')).toBe(true)
    expect(media).toMatchObject({
      kind: 'video',
      width: 720,
      height: 1280,
      later: [{ name: 'low', side: 480 }],
    })
    expect(media.durationSeconds).toBeCloseTo(2, 0)
    expect(media.renditions.map(({ name, type, width, height }) => [name, type, width, height])).toEqual([
      ['small', 'image/webp', 540, 960],
      ['screen', 'image/webp', 720, 1280],
      ['full', 'video/mp4', 720, 1280],
    ])
    const [low] = await sizes(true)
    expect(low).toMatchObject({ name: 'low', type: 'video/mp4', width: 480, height: 854 })
    for (const { path } of [...media.renditions, ...(low ? [low] : [])]) {
      const told = /Telltale|\+48\.4284|quicktime\.model/.exec((await readFile(path)).toString('latin1'))
      expect(told).toBeNull()
    }
    // not even what the coder wrote between the pictures
    expect((await readFile(at('full')?.path ?? '')).includes('x264')).toBe(false)
    // its index lies in front, so that it begins before it has arrived
    const head = (await readFile(at('full')?.path ?? '')).toString('latin1', 0, 64)
    expect(head).toContain('moov')
    expect(await left()).toEqual(['full', 'low', 'screen.webp', 'small.webp'])
  },
)

test.runIf(hasFilms).each<[string, Sample, number]>([
  [
    'what newer phones record',
    {
      ...film,
      container: 'mov',
      video: {
        coder: 'libx265',
        width: 640,
        height: 360,
        pixels: 'yuv420p10le',
        options: { 'x265-params': 'log-level=none' },
      },
    },
    360,
  ],
  [
    'an old phone film',
    { ...film, container: '3gp', video: { coder: 'h263', width: 352, height: 288 } },
    288,
  ],
  [
    'an old camera film',
    {
      ...film,
      container: 'avi',
      video: { coder: 'mjpeg', width: 320, height: 240, pixels: 'yuvj420p' },
      audio: { coder: 'libmp3lame', format: 's16p' },
    },
    240,
  ],
  [
    'a film of uneven pace',
    { ...film, uneven: true, video: { coder: 'mpeg4', width: 320, height: 240 } },
    240,
  ],
])('%s becomes one that every browser plays, as long as it was', async (_, sample, height) => {
  const { media, sizes } = await prepare(sample)
  expect(media.kind).toBe('video')
  expect(media.renditions.map(({ name }) => name)).not.toContain('full')
  const [full] = await sizes(false)
  expect(full).toMatchObject({ name: 'full', type: 'video/mp4', height })
  const facts = await look(full?.path ?? '')
  expect(facts?.streams.map(({ codec, pixels }) => [codec, pixels])).toEqual([
    ['h264', 'yuv420p'],
    ['aac', ''],
  ])
  expect(Math.abs((facts?.seconds ?? 0) - 2)).toBeLessThan(0.3)
})

test.runIf(hasFilms)('a browser recording, which does not say how long it is, does after', async () => {
  const { media, at, sizes } = await prepare({
    container: 'webm',
    seconds: 3,
    video: { coder: 'libvpx', width: 320, height: 240 },
    audio: { coder: 'libopus', rate: 48_000, format: 'flt' },
  })
  expect(at('full')?.type).toBe('video/webm')
  expect((await look(at('full')?.path ?? '', 'matroska'))?.seconds).toBeCloseTo(3, 0)
  expect(media.later).toEqual([{ name: 'low', side: 480 }])
  expect((await sizes(true)).map(({ name, type }) => [name, type])).toEqual([['low', 'video/mp4']])
})

test.runIf(hasFilms)('a poster shows the film, not the dark before it', async () => {
  const { at } = await prepare(film)
  const { channels } = await sharp(at('small')?.path).stats()
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(30)
})

test.runIf(hasFilms)(
  'a sound that lies about its length is measured, drawn, and what few players know becomes what all know',
  async () => {
    const { source } = await prepare({
      container: 'wav',
      seconds: 3,
      audio: { coder: 'pcm_s16le', format: 's16' },
    })
    const wave = await readFile(source)
    wave.writeUInt32LE(0x7ffffff0, wave.indexOf('data') + 4)
    const lying = await prepare(wave)
    expect(lying.media.durationSeconds).toBeCloseTo(3, 1)
    const { peaks, seconds } = JSON.parse(await readFile(lying.at('peaks')?.path ?? '', 'utf8'))
    expect(seconds).toBeCloseTo(3, 1)
    expect(peaks.length).toBeGreaterThan(100)
    expect(Math.max(...peaks)).toBeGreaterThan(5)
    const odd = await prepare({ container: 'ogg', seconds: 2, audio: { coder: 'libvorbis' } })
    expect(odd.at('full')?.type).toBe('audio/mp4')
    expect(odd.at('download')?.type).toBe('audio/ogg')
    expect((await look(odd.at('full')?.path ?? ''))?.streams[0]?.codec).toBe('aac')
  },
)

test.runIf(hasFilms)('a film without a picture is heard; one without either is refused', async () => {
  const { source } = await prepare(film)
  const blank = await readFile(source)
  // the index still promises what is no longer there
  blank.fill(0, blank.indexOf('mdat') + 4, blank.indexOf('moov') - 4)
  await expect(prepare(blank)).rejects.toMatchObject({ name: 'MediaRefusal' })
  const cover = await prepare({ ...film, container: 'mov', video: undefined } as unknown as Sample)
  expect(cover.media.kind).toBe('audio')
})

test('without FFmpeg a film is cleaned and kept as it came, and the page can say so', async () => {
  if (!hasFilms) return
  const { media } = await prepare({ ...film, tags: { location: '+48.4/' } }, {})
  expect(media).toMatchObject({
    kind: 'video',
    remarks: ['not_converted'],
    renditions: [{ name: 'full', type: 'video/mp4' }],
  })
  expect((await readFile(media.renditions[0]?.path ?? '')).includes('+48.4')).toBe(false)
})

test.runIf(hasFilms)(
  'a playlist that points elsewhere is no recording, whatever it calls itself',
  async () => {
    const playlist =
      '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/film.ts\n#EXT-X-ENDLIST\n'
    const { media } = await prepare(Buffer.from(playlist))
    expect(media).toMatchObject({ kind: 'file', type: 'text/plain; charset=utf-8' })
    // and handed to the library by the reader of films it is refused before anything is opened
    const path = join(folder, 'list.mp4')
    await writeFile(path, playlist)
    await expect(look(path)).rejects.toMatchObject({ code: 'unreadable' })
  },
)
