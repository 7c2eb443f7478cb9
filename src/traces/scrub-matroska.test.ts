import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteFileOf } from './byte-file.ts'
import { scrubMatroska } from './scrub-matroska.ts'

const secret = 'Anna, 48.4284 -123.3656, Camera 7'
const element = (id: number, ...content: (Buffer | string)[]) => {
  const inside = Buffer.concat(
    content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )
  const size = Buffer.alloc(8)
  size.writeUInt32BE(inside.length, 4)
  size[0] = 1
  return Buffer.concat([Buffer.from(hex(id), 'hex'), size, inside])
}
const hex = (id: number) =>
  id.toString(16).padStart(id > 0xffffff ? 8 : id > 0xffff ? 6 : id > 0xff ? 4 : 2, '0')
const openEnded = (id: number, ...content: Buffer[]) =>
  Buffer.concat([Buffer.from(hex(id), 'hex'), Buffer.from('01ffffffffffffff', 'hex'), ...content])
const ticks = Buffer.alloc(8)
ticks.writeDoubleBE(2500)

const header = element(0x1a45dfa3, element(0x4282, 'webm'))
const information = () =>
  element(
    0x1549a966,
    element(0x2ad7b1, Buffer.from([0x0f, 0x42, 0x40])),
    element(0x4489, ticks),
    element(0x4d80, secret),
    element(0x5741, secret),
    element(0x7ba9, secret),
    element(0x4461, Buffer.alloc(8, 7)),
  )
const track = (number: number, type: number) =>
  element(
    0xae,
    element(0xd7, Buffer.from([number])),
    element(0x83, Buffer.from([type])),
    element(0x536e, secret),
    element(0xe0, element(0xb0, Buffer.from([2, 128])), element(0xba, Buffer.from([1, 104]))),
  )
const block = (number: number, content: string) =>
  element(0xa3, Buffer.from([0x80 | number, 0, 0, 0x80]), content)
const cluster = (...blocks: Buffer[]) => [element(0xe7, Buffer.from([0])), ...blocks]
const tags = () => element(0x1254c367, element(0x7373, secret))
const attachments = () => element(0x1941a469, secret)

test('tags, titles, programs and attached files are gone, picture and length stay', async () => {
  const bytes = Buffer.concat([
    header,
    element(
      0x18538067,
      information(),
      element(0x1654ae6b, track(1, 1)),
      tags(),
      element(0x1f43b675, ...cluster(block(1, 'picture'))),
      attachments(),
    ),
  ])
  const length = bytes.length
  expect(await scrubMatroska(byteFileOf(bytes))).toEqual({
    kind: 'video',
    width: 640,
    height: 360,
    durationSeconds: 2.5,
  })
  expect(bytes).toHaveLength(length)
  expect(bytes.toString('latin1')).toContain('picture')
  expect(bytes.toString('latin1')).not.toMatch(/Anna|48\.4|Camera/)
})

test('what a browser records live has no lengths and is cleaned all the same', async () => {
  const live = openEnded(
    0x18538067,
    information(),
    element(0x1654ae6b, track(1, 2)),
    openEnded(0x1f43b675, ...cluster(block(1, 'first'))),
    openEnded(0x1f43b675, ...cluster(block(1, 'second'))),
    tags(),
  )
  const bytes = Buffer.concat([header, live])
  expect(await scrubMatroska(byteFileOf(bytes))).toMatchObject({ kind: 'audio' })
  expect(bytes.toString('latin1')).toMatch(/first[^]*second/)
  expect(bytes.toString('latin1')).not.toContain('Anna')
})

test('a track that is neither picture nor sound goes with its blocks', async () => {
  const bytes = Buffer.concat([
    header,
    element(
      0x18538067,
      information(),
      element(0x1654ae6b, track(1, 1), track(2, 0x21)),
      element(0x1f43b675, ...cluster(block(1, 'picture'), block(2, 'route'), block(1, 'again'))),
    ),
  ])
  await scrubMatroska(byteFileOf(bytes))
  expect(bytes.toString('latin1')).toMatch(/picture[^]*again/)
  expect(bytes.toString('latin1')).not.toContain('route')
})

test('random damage is refused or cleaned, never a crash', async () => {
  const whole = Buffer.concat([
    header,
    element(
      0x18538067,
      information(),
      element(0x1654ae6b, track(1, 1)),
      tags(),
      element(0x1f43b675, ...cluster(block(1, 'picture'))),
      attachments(),
    ),
  ])
  const hit = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(
      fc.array(hit, { minLength: 1, maxLength: 6 }),
      fc.nat(whole.length),
      async (hits, length) => {
        const bytes = Buffer.from(whole.subarray(0, length))
        for (const [at, value] of hits) if (at < length) bytes[at] = value
        await scrubMatroska(byteFileOf(bytes)).catch((error) => expect(error).toHaveProperty('code'))
      },
    ),
    { numRuns: 300 },
  )
})
