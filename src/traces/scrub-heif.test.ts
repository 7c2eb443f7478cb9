import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withByteFile } from './byte-file.ts'
import { missingOfHeif } from './scrub-heif.ts'

const box = (type: string, content: Buffer) => {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(content.length + 8)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, content])
}
const whole = Buffer.concat([
  box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
  box('meta', Buffer.alloc(176)),
  box('mdat', Buffer.alloc(784, 7)),
])

test.each([
  ['whole', 1, 0],
  ['without its last tenth', 0.9, 0.1],
  ['of which a quarter arrived', 0.25, 0.75],
])('a HEIC %s', async (_, arrived, missing) => {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-heif-'))
  const path = join(folder, 'photo.heic')
  await writeFile(path, whole.subarray(0, whole.length * arrived))
  expect(await withByteFile(path, missingOfHeif, 5)).toBeCloseTo(missing, 2)
  await rm(folder, { recursive: true })
})
