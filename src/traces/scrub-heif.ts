import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { ByteFile } from './byte-file.ts'
import { type Box, boxesIn } from './mp4-boxes.ts'

/**
 * Blanks what stands beside the pixels of a HEIC or AVIF: its Exif and XMP items, wherever they lie. What a
 * film would keep in boxes of its own goes too.
 */
export async function scrubHeif(file: ByteFile): Promise<void> {
  const boxes = await boxesIn(file, 0, file.size)
  const meta = boxes.find(({ type, whole }) => type === 'meta' && whole)
  if (!meta) throw new MediaRefusal('cannot_clean', 'A picture without an index')
  const inside = await boxesIn(file, meta.content + 4, meta.end)
  const named = inside.find(({ type }) => type === 'iinf')
  const placed = inside.find(({ type }) => type === 'iloc')
  if (named && placed) {
    const words = await wordItems(file, named)
    const dataStart = inside.find(({ type }) => type === 'idat')?.content
    for (const { item, start, end, inData } of await extents(file, placed)) {
      if (!words.has(item)) continue
      const from = inData ? (dataStart ?? 0) : 0
      await file.zero(Math.min(file.size, from + start), Math.min(file.size, from + end))
    }
  }
  for (const box of boxes) if (/^(uuid|udta|free|skip)$/.test(box.type)) await file.zero(box.content, box.end)
}

async function wordItems(file: ByteFile, box: Box): Promise<Set<number>> {
  const version = (await file.read(box.content, 1))[0] ?? 0
  const words = new Set<number>()
  for (const entry of await boxesIn(file, box.content + (version === 0 ? 6 : 8), box.end)) {
    const bytes = Buffer.from(await file.read(entry.content, 24))
    const wide = bytes[0] === 3
    if (bytes.length < (wide ? 14 : 12)) continue
    const item = wide ? bytes.readUInt32BE(4) : bytes.readUInt16BE(4)
    const type = bytes.toString('latin1', wide ? 10 : 8, wide ? 14 : 12)
    if (/^(Exif|mime|uri )$/.test(type)) words.add(item)
  }
  return words
}

type Extent = { item: number; start: number; end: number; inData: boolean }

async function extents(file: ByteFile, box: Box): Promise<Extent[]> {
  const bytes = Buffer.from(await file.read(box.content, Math.min(1 << 20, box.end - box.content)))
  const version = bytes[0] ?? 0
  const sizes = bytes.readUInt16BE(4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version > 0 ? sizes & 15 : 0
  let at = 6
  const number = (size: number) => {
    const value = size === 0 ? 0 : size === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size)
    at += size
    return value
  }
  const found: Extent[] = []
  const count = number(version < 2 ? 2 : 4)
  for (let entry = 0; entry < count && at < bytes.length; entry++) {
    const item = number(version < 2 ? 2 : 4)
    const inData = version > 0 && (number(2) & 15) === 1
    at += 2
    const base = number(baseSize)
    for (let extent = number(2); extent > 0; extent--) {
      at += indexSize
      const start = base + number(offsetSize)
      found.push({ item, start, end: start + number(lengthSize), inData })
    }
  }
  return found
}

/** The share of a HEIC, 0 to 1, that never arrived: its decoder fills what is missing with one color and says nothing. */
export async function missingOfHeif(file: ByteFile): Promise<number> {
  const missing = (await boxesIn(file, 0, file.size)).reduce((sum, box) => sum + box.missing, 0)
  return missing / (file.size + missing)
}
