import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteFileOf } from './byte-file.ts'
import { boxesIn } from './mp4-boxes.ts'
import { scrubMp4 } from './scrub-mp4.ts'

const box = (type: string, ...content: (Buffer | string)[]) => {
  const inside = Buffer.concat(
    content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inside])
}
const numbers = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => bytes.writeUInt32BE(value >>> 0, i * 4))
  return bytes
}
const secret = 'com.apple.quicktime.location.ISO6709 +48.4284-123.3656 Pixel of Anna'
const hiddenBox = () => box('udta', box('\xa9xyz', secret), box('meta', secret))
const movieHeader = () => box('mvhd', numbers(0, 3_600_000_000, 3_600_000_001, 1000, 2500), Buffer.alloc(80))
const handler = (role: string) => box('hdlr', numbers(0, 0), role, 'appl', numbers(0, 0), secret)

function track(role: string, tables: Buffer[] = [], extra: Buffer[] = []) {
  const matrix = numbers(0, 0x10000, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000)
  const header = box(
    'tkhd',
    numbers(7, 77, 77, 1, 0, 2500, 0, 0, 0, 0),
    matrix,
    numbers(1920 << 16, 1080 << 16),
  )
  const reference = box('dref', numbers(0, 1), box('alis', numbers(0), 'Macintosh HD:Users:anna'))
  const information = box('minf', box('dinf', reference), box('stbl', ...tables))
  return box(
    'trak',
    header,
    box('mdia', box('mdhd', numbers(0, 9, 9, 1000, 2500, 0)), handler(role), information),
    ...extra,
  )
}

const film = (samples: Buffer, ...tracks: Buffer[]) =>
  Buffer.concat([
    box('ftyp', 'qt  ', numbers(0), 'qt  '),
    box('mdat', samples),
    box('moov', movieHeader(), ...tracks, hiddenBox()),
    box('uuid', secret),
    box('free', secret),
  ])

test('place, maker, names, dates and paths are gone and the film plays as long as before', async () => {
  const bytes = film(Buffer.from('the moving picture'), track('vide', [], [hiddenBox()]), track('soun'))
  const before = bytes.length
  const recording = await scrubMp4(byteFileOf(bytes))
  expect(recording).toEqual({ kind: 'video', width: 1080, height: 1920, durationSeconds: 2.5 })
  expect(bytes).toHaveLength(before)
  const left = bytes.toString('latin1')
  expect(left).toContain('the moving picture')
  for (const word of ['location', '48.4284', 'Anna', 'xyz', 'anna', 'Macintosh', 'appl', 'uuid']) {
    expect(left).not.toContain(word)
  }
  expect(bytes.includes(numbers(3_600_000_000))).toBe(false)
})

test('a recording with sound alone is audio', async () => {
  expect(await scrubMp4(byteFileOf(film(Buffer.from('la la'), track('soun'))))).toMatchObject({
    kind: 'audio',
  })
})

test('the route a camera writes beside the picture goes, its samples too', async () => {
  const samples = Buffer.from('picture!N48.42 W123.36picture!')
  const start = box('ftyp', 'qt  ', numbers(0), 'qt  ').length + 8
  const tables = [
    box('stsz', numbers(0, 7, 2, 7, 7)),
    box('stsc', numbers(0, 1, 1, 2, 1)),
    box('stco', numbers(0, 1, start + 8)),
  ]
  const bytes = film(samples, track('vide'), track('meta', tables))
  await scrubMp4(byteFileOf(bytes))
  expect(bytes.toString('latin1', start, start + 30)).toBe(`picture!${'\0'.repeat(14)}picture!`)
  const boxes = await boxesIn(byteFileOf(bytes), 0, bytes.length)
  expect(boxes.map((found) => found.type)).toEqual(['ftyp', 'mdat', 'moov', 'free', 'free'])
})

test('a film without its index is refused, and so is one cut off before it', async () => {
  const whole = Buffer.concat([box('ftyp', 'isom'), box('mdat', 'picture')])
  await expect(scrubMp4(byteFileOf(whole))).rejects.toMatchObject({ code: 'unreadable' })
  await expect(scrubMp4(byteFileOf(whole.subarray(0, -3)))).rejects.toMatchObject({ code: 'truncated' })
})

test('whatever boxes a file is made of, what is kept stays byte for byte and nothing private survives', async () => {
  const name = fc.constantFrom(
    'udta',
    'meta',
    'uuid',
    'free',
    'wide',
    'XMP_',
    'tref',
    'mvex',
    'abcd',
    '\xa9xyz',
  )
  const { tree } = fc.letrec<{ tree: Buffer }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc
        .tuple(name, fc.uint8Array({ maxLength: 20 }))
        .map(([type, junk]) => box(type, secret, Buffer.from(junk))),
      fc.tuple(name, fc.array(tie('tree'), { maxLength: 3 })).map(([type, inside]) => box(type, ...inside)),
    ),
  }))
  const trees = fc.array(tree, { maxLength: 4 })
  const samples = fc.uint8Array({ minLength: 1, maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(samples, trees, trees, trees, async (picture, top, inFilm, inTrack) => {
      const bytes = Buffer.concat([
        box('ftyp', 'isom'),
        ...top,
        box('moov', movieHeader(), ...inFilm, track('vide', [], inTrack)),
        box('mdat', Buffer.from(picture)),
      ])
      const before = Buffer.from(bytes)
      await scrubMp4(byteFileOf(bytes))
      expect(bytes.subarray(-picture.length).equals(picture)).toBe(true)
      expect(bytes).toHaveLength(before.length)
      expect(bytes.toString('latin1')).not.toContain('ISO6709')
    }),
    { numRuns: 150 },
  )
})

test('random damage is refused or cleaned, never a crash', async () => {
  const whole = film(Buffer.from('picture'), track('vide', [], [hiddenBox()]), track('meta'))
  const hit = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(
      fc.array(hit, { minLength: 1, maxLength: 6 }),
      fc.nat(whole.length),
      async (hits, length) => {
        const bytes = Buffer.from(whole.subarray(0, length))
        for (const [at, value] of hits) if (at < length) bytes[at] = value
        await scrubMp4(byteFileOf(bytes)).catch((error) => expect(error).toHaveProperty('code'))
      },
    ),
    { numRuns: 300 },
  )
})
