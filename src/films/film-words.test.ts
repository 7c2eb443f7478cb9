import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hasFilms, makeFilm } from '../../test/support/films.ts'
import { findFilmCommand } from './film-command.ts'
import { findFilms } from './find-films.ts'
import { factsFromProbe, ffmpegWords } from './film-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'films-'))
afterAll(() => rmSync(folder, { recursive: true }))

const facts = factsFromProbe({
  format: { duration: '4.2' },
  streams: [
    { index: 0, codec_type: 'data', codec_name: 'gpmd' },
    {
      index: 1,
      codec_type: 'video',
      codec_name: 'h264',
      width: 1920,
      height: 1080,
      pix_fmt: 'yuv420p',
      avg_frame_rate: '30000/1001',
      side_data_list: [{ rotation: -90 }],
    },
    { index: 2, codec_type: 'audio', codec_name: 'aac', bit_rate: '128000' },
  ],
})

test('what ffprobe says is understood, a quarter turn too', () => {
  expect(facts.seconds).toBe(4.2)
  expect(facts.streams[1]).toMatchObject({ kind: 'video', turn: 90, width: 1920 })
  expect(facts.streams[1]?.frameRate).toBeCloseTo(29.97, 2)
  expect(facts.streams.map(({ kind }) => kind)).toEqual(['other', 'video', 'audio'])
})

test('the command names its reader, speaks only of files, takes picture and sound alone and tells nothing', () => {
  const file = { path: '/in/-odd', reader: 'mov' }
  const words = ffmpegWords({ do: 'wrap', to: '/out/full', container: 'mp4' }, file, facts).join(' ')
  expect(words).toContain('-protocol_whitelist file -f mov -i file:/in/-odd')
  expect(words).toContain('-map 0:1 -map 0:2 -c copy -bsf:v filter_units=remove_types=6 -map_metadata -1')
  const films = [
    { to: '/out/full', side: 1080 },
    { to: '/out/low', side: 480 },
  ]
  const both = ffmpegWords({ do: 'encode', films }, file, facts).join(' ')
  expect(both).toContain('scale=1080:1920')
  expect(both).toContain('scale=480:854')
  expect(both.match(/-map_metadata -1/g)).toHaveLength(2)
})

test('a program that was named and does not answer is not replaced by another', () => {
  expect(findFilms('/nowhere/ffmpeg')).toBeUndefined()
})

const command = findFilmCommand('ffmpeg')
test.runIf(hasFilms && command !== undefined)("the system's own ffmpeg makes the same", async () => {
  const source = join(folder, 'film')
  await makeFilm(source, {
    container: 'mov',
    seconds: 2,
    turned: true,
    video: { coder: 'mpeg4', width: 320, height: 240 },
    audio: { coder: 'aac' },
    tags: { location: '+48.4/' },
  })
  const limits = { folder, seconds: 60 }
  const file = { path: source, reader: 'mov' }
  const [low, sound, poster] = ['low', 'sound', 'poster'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const shares: number[] = []
  const encode = { do: 'encode' as const, films: [{ to: low, side: 240 }] }
  await command?.ask(encode, file, { ...limits, onShare: (share) => shares.push(share) })
  const made = await command?.look({ path: low, reader: 'mov' }, limits)
  expect(made?.streams.map(({ codec, width, height }) => [codec, width, height])).toEqual([
    ['h264', 240, 320],
    ['aac', 0, 0],
  ])
  expect((await command?.ask({ do: 'listen', to: sound, rate: 4000 }, file, limits))?.seconds).toBeCloseTo(
    2,
    0,
  )
  await command?.ask({ do: 'draw', to: poster, side: 240 }, file, limits)
  await expect(command?.look({ path: source, reader: 'avi' }, limits)).rejects.toMatchObject({
    code: 'unreadable',
  })
})
