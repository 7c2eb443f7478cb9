import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareMedia } from './prepare.ts'

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepare-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function prepare(bytes: Buffer | string, originalName = 'work', bounds = {}) {
  count++
  const source = join(folder, `source-${count}`)
  await writeFile(source, bytes)
  return prepareMedia({ source, originalName, outputFolder: join(folder, `made-${count}`), bounds })
}

const gradient = (width = 900, height = 600) => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    pixels.set([(i % width) & 255, Math.floor(i / width) & 255, (i * 7) & 255], i * 3)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}
const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '48/1 25/1 42/1',
  GPSLongitudeRef: 'W',
  GPSLongitude: '123/1 21/1 56/1',
}
const photo = () =>
  gradient()
    .withExif({ IFD0: { Make: 'Fruit', Model: 'Phone 12' }, IFD3: place })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><where/></x:xmpmeta>')
    .withMetadata({ orientation: 6 })

const solid = (background: string) => sharp({ create: { width: 60, height: 40, channels: 3, background } })

test('a phone photo stands upright, in three sizes, and says nothing of where and with what', async () => {
  const source = await photo().jpeg().toBuffer()
  const before = await sharp(source).metadata()
  expect([before.exif?.includes('Phone 12'), before.orientation]).toEqual([true, 6])
  const media = await prepare(source, 'lied.txt')
  expect(media).toMatchObject({ kind: 'picture', type: 'image/jpeg', width: 600, height: 900 })
  expect(media.renditions.map(({ name, type, width, height }) => [name, type, width, height])).toEqual([
    ['small', 'image/webp', 600, 900],
    ['screen', 'image/webp', 600, 900],
    ['full', 'image/jpeg', 600, 900],
  ])
  for (const { path, bytes } of media.renditions) {
    const content = await readFile(path)
    const { exif, xmp, icc, iptc, orientation } = await sharp(content).metadata()
    expect([exif, xmp, icc, iptc, orientation]).toEqual(Array(5).fill(undefined))
    expect(content.toString('latin1')).not.toMatch(/Phone|Exif|xmpmeta/)
    expect(bytes).toBe(content.length)
  }
  expect(Buffer.from(media.placeholder ?? '', 'base64').length).toBeGreaterThan(10)
})

test('words hidden in a PNG go; its pixels and its transparency stay', async () => {
  const text = Buffer.from('tEXtAuthor\0Anna of 12 Maple Street')
  const chunk = Buffer.alloc(text.length + 8)
  chunk.writeUInt32BE(text.length - 4)
  text.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(text), text.length + 4)
  const plain = await gradient(60, 40).ensureAlpha(0.5).png().toBuffer()
  const media = await prepare(Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]))
  const full = await readFile(media.renditions[2]?.path ?? '')
  expect(full.includes('Anna')).toBe(false)
  expect((await sharp(full).raw().toBuffer()).equals(await sharp(plain).raw().toBuffer())).toBe(true)
})

test('other color worlds arrive as sRGB: print colors, wide gamut, sixteen bits, gray', async () => {
  const red = solid('#ff0000')
  const sources = [
    await red.clone().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
    await red.clone().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
    await red.clone().toColourspace('rgb16').png().toBuffer(),
    await red.clone().tiff().toBuffer(),
    await red.clone().avif({ quality: 90 }).toBuffer(),
    await red.clone().webp().toBuffer(),
  ]
  for (const source of sources) {
    const { renditions } = await prepare(source)
    const full = sharp(renditions[2]?.path)
    expect(await full.metadata()).toMatchObject({ space: 'srgb', depth: 'uchar' })
    const [r, g, b] = await full.removeAlpha().raw().toBuffer()
    expect(r).toBeGreaterThan(225)
    expect(Math.max(g ?? 0, b ?? 0)).toBeLessThan(60)
  }
})

test('what moves still moves when opened, and stands still on the wall', async () => {
  const frames = await Promise.all(['#f00', '#0f0', '#00f'].map((color) => solid(color).png().toBuffer()))
  for (const format of ['gif', 'webp'] as const) {
    const media = await prepare(
      await sharp(frames, { join: { animated: true } })
        .toFormat(format)
        .toBuffer(),
    )
    expect(media).toMatchObject({ width: 60, height: 40 })
    const pages = await Promise.all(
      media.renditions.map(async ({ path }) => (await sharp(path).metadata()).pages ?? 1),
    )
    expect(pages).toEqual([1, 3, 3])
    expect(media.renditions[2]).toMatchObject({ type: `image/${format}`, height: 40 })
  }
})

test('a picture of 65,000 by 65,000 is refused before a pixel of it is opened', async () => {
  const measures = Buffer.from('IHDR\0\0\0\0\0\0\0\0\x08\x02\0\0\0', 'latin1')
  measures.writeUInt32BE(65_000, 4)
  measures.writeUInt32BE(65_000, 8)
  const parts = [measures, Buffer.concat([Buffer.from('IDAT'), deflateSync(Buffer.alloc(1000))])]
  const chunks = parts.flatMap((part) => {
    const numbers = Buffer.alloc(8)
    numbers.writeUInt32BE(part.length - 4)
    numbers.writeUInt32BE(crc32(part), 4)
    return [numbers.subarray(0, 4), part, numbers.subarray(4)]
  })
  const bomb = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
  await expect(prepare(bomb)).rejects.toMatchObject({ code: 'too_many_pixels' })
})

test('a photo that lost its end is shown and marked; one that lost most of itself is asked for again', async () => {
  const whole = await gradient().jpeg().toBuffer()
  expect(await prepare(whole.subarray(0, whole.length * 0.8))).toMatchObject({
    remarks: ['damaged'],
    width: 900,
  })
  await expect(prepare(whole.subarray(0, whole.length * 0.2))).rejects.toMatchObject({ code: 'truncated' })
  expect(await prepare(whole)).not.toHaveProperty('remarks')
  const png = await gradient().png().toBuffer()
  await expect(prepare(png.subarray(0, png.length * 0.8))).rejects.toMatchObject({ code: 'truncated' })
})

test.each([
  ['nothing', '', 'empty'],
  ['a picture in its first bytes only', Buffer.from('GIF89a=1;alert(1)\0', 'latin1'), 'unreadable'],
  [
    'an iPhone picture full of nonsense',
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta', 'latin1'),
    'unreadable',
  ],
  [
    'a raw camera file',
    Buffer.concat([Buffer.from('IIRO\x08\0\0\0\x18', 'latin1'), Buffer.alloc(99)]),
    'cannot_clean',
  ],
  ['a package we cannot look into', Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'), 'packed_otherwise'],
  [
    'an old Office file',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    'old_office',
  ],
])('%s is refused, and nothing half made is left behind', async (_, bytes, code) => {
  await expect(prepare(bytes)).rejects.toMatchObject({ name: 'MediaRefusal', code })
  expect(await readdir(folder)).not.toContain(`made-${count}`)
})

test.each([
  [
    'drawing.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'application/octet-stream',
  ],
  ['photo.jpg', '<!doctype html><script>alert(1)</script>', 'application/octet-stream'],
  ['feed.xml', '<?xml version="1.0"?><a/>', 'application/octet-stream'],
  ['story.mp4', "I'm free on Saturday.", 'text/plain; charset=utf-8'],
  ['script.js', 'alert(1)', 'text/plain; charset=utf-8'],
  ['scores.csv', 'name,level\nZoé,3\n', 'text/csv; charset=utf-8'],
  ['notes.csv', Buffer.from('nom;note\nZo\xe9;3\n', 'latin1'), 'text/csv; charset=windows-1252'],
  ['letter.txt', Buffer.from('\ufeffZoé', 'utf16le'), 'text/plain; charset=utf-16'],
  ['page.txt', Buffer.from('\ufeff<script>1</script>', 'utf16le'), 'application/octet-stream'],
  ['zoe.bin', Buffer.from('Zo\xe9 Roy', 'latin1'), 'application/octet-stream'],
  ['odd.bin', Buffer.from([0, 1, 2, 3]), 'application/octet-stream'],
])('%s can be downloaded as it is and never opened in place', async (name, content, type) => {
  const media = await prepare(content, name)
  expect(media).toMatchObject({ kind: 'file', type, renditions: [{ name: 'download', type }] })
  expect(await readFile(media.renditions[0]?.path ?? '')).toEqual(Buffer.from(content))
})

const pdf = (content: string, rest = '') => `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R${rest}>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
trailer<</Root 1 0 R>>`

test('a PDF shows its first page, and its script stays silent', async () => {
  const media = await prepare(
    pdf('1 0 0 rg 0 0 200 100 re f', '/OpenAction<</S/JavaScript/JS(app.alert(1))>>'),
  )
  expect(media).toMatchObject({ kind: 'document', width: 1600, height: 800 })
  expect(media.renditions.map(({ name }) => name)).toEqual(['small', 'screen', 'download'])
  const [r, g, b] = await sharp(media.renditions[1]?.path).raw().toBuffer()
  expect([(r ?? 0) > 240, (g ?? 9) < 15, (b ?? 9) < 15]).toEqual([true, true, true])
})

test('a PDF nobody can draw is still a document, one nobody can read is refused, and the next one is drawn', async () => {
  await expect(prepare('%PDF-1.7\nbroken')).rejects.toMatchObject({ code: 'unreadable' })
  const endless = pdf('q '.repeat(200_000) + '0 0 9 9 re f '.repeat(400_000))
  const slow = await prepare(endless, 'slow.pdf', { seconds: 0.05 })
  expect(slow.renditions.map(({ name }) => name)).toEqual(['download'])
  expect((await prepare(pdf('0 0 9 9 re f'))).renditions).toHaveLength(3)
})

test('progress rises to a hundred, and a listener that fails harms nothing', async () => {
  const source = join(folder, 'watched')
  await writeFile(source, await solid('#0f0').png().toBuffer())
  const heard: number[] = []
  const onProgress = async (percent: number) => {
    heard.push(percent)
    throw new Error('the database is away')
  }
  await prepareMedia({ source, originalName: 'a', outputFolder: join(folder, 'watched-made'), onProgress })
  expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  expect([heard.at(0), heard.at(-1)]).toEqual([1, 100])
})
