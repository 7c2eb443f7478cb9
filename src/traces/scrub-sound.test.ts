import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byteFileOf } from './byte-file.ts'
import { scrubFlac } from './scrub-flac.ts'
import { scrubFrames } from './scrub-mp3.ts'
import type { Recording } from './scrub-mp4.ts'
import { oggChecksum, scrubOgg } from './scrub-ogg.ts'
import { scrubWave } from './scrub-wave.ts'

const secret = 'Anna 48.4284 -123.3656'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sound-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function through(scrub: (source: string, target: string) => Promise<Recording>, bytes: Buffer) {
  const [source, target] = [join(folder, 'source'), join(folder, 'target')]
  await writeFile(source, bytes)
  const recording = await scrub(source, target)
  return { recording, bytes: await readFile(target) }
}

const frame = (letter: string) => {
  const bytes = Buffer.alloc(417, letter)
  bytes.set([0xff, 0xfb, 0x90, 0x00])
  return bytes
}
const id3 = () => {
  const head = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1')
  head[9] = secret.length
  return Buffer.concat([head, Buffer.from(secret)])
}

test('an MP3 keeps its frames and nothing else, wherever tags hide', async () => {
  const frames = ['a', 'b', 'c', 'd'].map(frame)
  const [first, second, third, fourth] = frames as [Buffer, Buffer, Buffer, Buffer]
  const old = Buffer.concat([Buffer.from('TAG'), Buffer.from(secret), Buffer.alloc(125 - secret.length)])
  const { recording, bytes } = await through(
    scrubFrames,
    Buffer.concat([id3(), first, second, id3(), Buffer.from(secret), third, fourth, old]),
  )
  expect(bytes.equals(Buffer.concat(frames))).toBe(true)
  expect(recording.durationSeconds).toBeCloseTo((4 * 1152) / 44100)
})

test('a tag without a sound is no recording', async () => {
  await expect(through(scrubFrames, Buffer.concat([id3(), Buffer.alloc(4000, 0x55)]))).rejects.toMatchObject({
    code: 'unreadable',
  })
})

const chunk = (name: string, content: Buffer) => {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
const format = Buffer.alloc(16)
format.writeUInt32LE(8000, 8)

test('a WAV loses what recorders sign, and its size is right again', async () => {
  const parts = [
    chunk('bext', Buffer.from(secret)),
    chunk('fmt ', format),
    chunk('LIST', Buffer.from(secret)),
  ]
  const sound = chunk('data', Buffer.alloc(4001, 3))
  const source = Buffer.concat([
    Buffer.from('RIFF\xff\xff\xff\xffWAVE', 'latin1'),
    ...parts,
    sound,
    chunk('id3 ', id3()),
  ])
  const { recording, bytes } = await through(scrubWave, source)
  expect(recording).toEqual({ kind: 'audio', durationSeconds: 4001 / 8000 })
  expect(bytes.includes('Anna')).toBe(false)
  expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
  expect(bytes.includes(Buffer.alloc(4001, 3))).toBe(true)
})

test('a WAV whose recorder died before writing the length keeps its sound', async () => {
  const sound = chunk('data', Buffer.alloc(4000, 3))
  sound.writeUInt32LE(0xffffffff, 4)
  const { recording } = await through(
    scrubWave,
    Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), chunk('fmt ', format), sound]),
  )
  expect(recording.durationSeconds).toBe(0.5)
})

test('a FLAC keeps measures and sound, its tags and pictures turn into padding', async () => {
  const block = (type: number, content: Buffer) =>
    Buffer.concat([Buffer.from([type, 0, 0, content.length]), content])
  const measures = Buffer.alloc(34)
  measures.writeUIntBE(44100 << 4, 10, 3)
  measures.writeUInt32BE(88200, 14)
  const source = Buffer.concat([
    id3(),
    Buffer.from('fLaC'),
    block(0, measures),
    block(4, Buffer.from(secret)),
    block(0x86, Buffer.from(secret)),
    Buffer.from('the sound'),
  ])
  const { recording, bytes } = await through(scrubFlac, source)
  expect(recording.durationSeconds).toBe(2)
  expect(bytes.includes('Anna')).toBe(false)
  expect(bytes.subarray(0, 4).toString()).toBe('fLaC')
  expect(bytes.subarray(-9).toString()).toBe('the sound')
})

function page(serial: number, flags: number, content: Buffer, open = false) {
  const lacing = [
    ...Array<number>(Math.floor(content.length / 255)).fill(255),
    ...(open ? [] : [content.length % 255]),
  ]
  const head = Buffer.alloc(27 + lacing.length)
  head.write('OggS')
  head[5] = flags
  head.writeUInt32LE(serial, 14)
  head[26] = lacing.length
  head.set(lacing, 27)
  const bytes = Buffer.concat([head, content])
  bytes.writeUInt32LE(oggChecksum(bytes), 22)
  return bytes
}

test('an Ogg comment over two pages is emptied and both pages are sealed anew', async () => {
  const opusHead = page(7, 2, Buffer.concat([Buffer.from('OpusHead'), Buffer.alloc(11)]))
  const long = Buffer.concat([Buffer.from('OpusTags'), Buffer.from(secret.repeat(30))])
  const pages = [opusHead, page(7, 0, long.subarray(0, 510), true), page(7, 1, long.subarray(510))]
  const bytes = Buffer.concat([...pages, page(7, 4, Buffer.from('the sound'))])
  expect(await scrubOgg(byteFileOf(bytes))).toEqual({ kind: 'audio' })
  expect(bytes.includes('Anna')).toBe(false)
  expect(bytes.includes('the sound')).toBe(true)
  let at = 0
  for (const { length } of pages) {
    const cleaned = Buffer.from(bytes.subarray(at, at + length))
    const seal = cleaned.readUInt32LE(22)
    cleaned.writeUInt32LE(0, 22)
    expect(oggChecksum(cleaned)).toBe(seal)
    at += length
  }
})

test('the checksum is the one Ogg uses', () => {
  expect(oggChecksum(Buffer.from('123456789'))).toBe(0x89a1897f)
})

test('an Ogg stream nobody knows is refused rather than handed on', async () => {
  const bytes = page(7, 2, Buffer.from('CMML\0\0\0\0 somewhere'))
  await expect(scrubOgg(byteFileOf(bytes))).rejects.toMatchObject({ code: 'cannot_clean' })
})
