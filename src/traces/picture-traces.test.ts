import sharp from 'sharp'
import { expect, test } from 'vitest'
import { scrubPicture } from './picture-traces.ts'

const place = { GPSLatitudeRef: 'N', GPSLatitude: '48/1 25/1 42/1' }
const photo = () =>
  sharp({ create: { width: 80, height: 60, channels: 3, background: '#d08050' } })
    .composite([
      { input: { create: { width: 20, height: 20, channels: 3, background: '#102030' } }, left: 5, top: 5 },
    ])
    .withExif({ IFD0: { Model: 'Telltale 9', Artist: 'Anna' }, IFD3: place })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">telltale</x:xmpmeta>')
const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()

test.each(['jpeg', 'png', 'webp'] as const)('a %s keeps every pixel and loses every word', async (format) => {
  const bytes = await photo().withIccProfile('p3').toFormat(format).toBuffer()
  expect(bytes.toString('latin1')).toMatch(/telltale/i)
  const clean = scrubPicture(bytes) ?? Buffer.alloc(0)
  expect(clean.toString('latin1')).not.toMatch(/telltale|Anna|GPS/i)
  const { exif, xmp, icc } = await sharp(clean).metadata()
  expect([exif, xmp, icc === undefined]).toEqual([undefined, undefined, false])
  expect((await pixels(clean)).equals(await pixels(bytes))).toBe(true)
})

test('a photo keeps which way is up', async () => {
  const bytes = await photo().withMetadata({ orientation: 6 }).jpeg({ progressive: true }).toBuffer()
  const clean = scrubPicture(bytes) ?? Buffer.alloc(0)
  expect(await sharp(clean).metadata()).toMatchObject({ orientation: 6, width: 80 })
  expect((await sharp(clean).metadata()).exif?.toString('latin1')).not.toMatch(/Telltale/)
})

test('what hangs behind a photo (a film, another photo) does not come along', async () => {
  const bytes = await photo().jpeg().toBuffer()
  const clean =
    scrubPicture(Buffer.concat([bytes, Buffer.from('\0\0\0\x18ftypmp42 telltale'), bytes])) ?? Buffer.alloc(0)
  expect(clean.toString('latin1')).not.toContain('telltale')
  expect((await pixels(clean)).equals(await pixels(bytes))).toBe(true)
})

test('what moves goes on moving, its comments gone', async () => {
  const frames = await Promise.all(
    ['#f00', '#0f0'].map((background) =>
      sharp({ create: { width: 9, height: 9, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ loop: 0 })
    .toBuffer()
  const comment = Buffer.from('\x21\xfe\x08telltale\0', 'latin1')
  const at = gif.indexOf(Buffer.from([0x21, 0xff]))
  const clean =
    scrubPicture(Buffer.concat([gif.subarray(0, at), comment, gif.subarray(at)])) ?? Buffer.alloc(0)
  expect(clean.includes('telltale')).toBe(false)
  expect((await sharp(clean, { animated: true }).metadata()).pages).toBe(2)
})

test('half a picture loses its words all the same, and text is no picture', async () => {
  const bytes = await photo().jpeg().toBuffer()
  for (let length = 4; length < bytes.length; length += 97) {
    expect(scrubPicture(bytes.subarray(0, length))?.toString('latin1') ?? '').not.toMatch(/Telltale 9/)
  }
  expect(scrubPicture(Buffer.from('Dear diary'))).toBeUndefined()
})
