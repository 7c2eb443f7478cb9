import { createReadStream } from 'node:fs'
import { type FileHandle, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw, crc32 } from 'node:zlib'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import { cleanFileWithin } from './clean-within.ts'
import {
  bookRule,
  isMacro,
  isOpenDocumentMacro,
  officeRule,
  openDocumentRule,
  type PartRule,
  plainRule,
} from './office-parts.ts'
import { nameOf, readZip, type ZipEntry } from './zip-reading.ts'
import { ZipWriter } from './zip-writing.ts'

/** What all the packages of one upload may grow to together, however deep they lie. */
export type Budget = { bytes: number; depth: number }
export const fullBudget = (): Budget => ({ bytes: 4 * 1024 ** 3, depth: 0 })

const mostDepth = 3
const largestCleaned = 256 * 1024 * 1024
const thickest = 250

export type PackageRemark = 'macros_removed'

/** Writes a ZIP, or a document that is one, anew: each part as its kind of package wants it, each picture cleaned. */
export async function cleanPackage(
  source: string,
  target: string,
  folder: string,
  budget: Budget,
): Promise<PackageRemark[]> {
  if (budget.depth > mostDepth) throw new MediaRefusal('bomb', 'Packages in packages in packages')
  const { size } = await stat(source)
  const from = await open(source, 'r')
  const to = await open(target, 'w')
  try {
    const entries = await readZip(from, size)
    const names = entries.map(nameOf)
    demandBounded(entries, size, budget)
    const rule = ruleFor(names)
    const writer = new ZipWriter(to)
    for (const entry of entries) await cleanEntry(entry, { from, writer, rule, folder, budget, source })
    await writer.end()
    const hadMacros =
      (rule === officeRule && names.some(isMacro)) ||
      (rule === openDocumentRule &&
        names.some((name) => isOpenDocumentMacro(name) && !name.endsWith('script-lc.xml')))
    return hadMacros ? ['macros_removed'] : []
  } finally {
    await from.close()
    await to.close()
  }
}

/** Said by the package itself, so that the greediest are sent away unopened; the truth is counted later. */
function demandBounded(entries: ZipEntry[], size: number, budget: Budget): void {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > budget.bytes) throw new MediaRefusal('bomb', `It would grow to ${total} bytes`)
  if (total > 100 * 1024 * 1024 && total > size * thickest)
    throw new MediaRefusal('bomb', `${size} bytes become ${total}`)
  budget.bytes -= total
}

function ruleFor(names: string[]): PartRule {
  if (names.includes('[Content_Types].xml')) return officeRule
  if (names.includes('META-INF/container.xml')) return bookRule
  if (names.includes('META-INF/manifest.xml') && names.includes('content.xml')) return openDocumentRule
  return plainRule
}

type Cleaning = {
  from: FileHandle
  writer: ZipWriter
  rule: PartRule
  folder: string
  budget: Budget
  source: string
}

async function cleanEntry(
  entry: ZipEntry,
  { from, writer, rule, folder, budget, source }: Cleaning,
): Promise<void> {
  const name = nameOf(entry)
  if (entry.method !== 0 && entry.method !== 8)
    throw new MediaRefusal('packed_otherwise', `Method ${entry.method}`)
  const placed = { ...entry, name: Buffer.from(safeName(name), entry.isUtf8 ? 'utf8' : 'latin1') }
  if (name.endsWith('/') && entry.bytes === 0)
    return writer.copy({ ...placed, packedBytes: 0, method: 0, crc: 0 }, from)
  let whole: Buffer | undefined
  const large = entry.bytes > largestCleaned
  if (large) await measure(source, entry)
  else whole = await unpack(from, entry)
  const decided = rule(name, () => textOf(whole ?? Buffer.alloc(0)))
  if (decided === false) return
  if (decided !== undefined) return writer.add(placed, Buffer.from(decided, 'utf8'))
  const cleaned =
    whole && (await cleanFileWithin(whole, name, folder, { bytes: budget.bytes, depth: budget.depth + 1 }))
  if (large && /\.(jpe?g|png|heic|mp4|mov|m4v|3gp|docx|pptx|xlsx|zip|pdf)$/i.test(name)) {
    throw new MediaRefusal('cannot_clean', `${entry.bytes} bytes in one part of a package`)
  }
  return cleaned ? writer.add(placed, cleaned) : writer.copy(placed, from)
}

/** A name that climbs out of the folder it is unpacked in, or stands on a disk, is brought back. */
const safeName = (name: string) =>
  name
    .replaceAll('\\', '/')
    .replaceAll('\u0000', '')
    .replace(/^([A-Za-z]:)?\/+/, '')
    .split('/')
    .map((part) => (part === '..' ? '_' : part))
    .join('/')

async function unpack(from: FileHandle, entry: ZipEntry): Promise<Buffer> {
  const packed = Buffer.alloc(entry.packedBytes)
  await from.read(packed, 0, packed.length, entry.start)
  if (entry.method === 0) return packed
  const { inflateRawSync } = await import('node:zlib')
  try {
    const whole = inflateRawSync(packed, { maxOutputLength: entry.bytes + 1 })
    if (whole.length === entry.bytes && crc32(whole) === entry.crc) return whole
  } catch (error) {
    const tooMuch = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new MediaRefusal(tooMuch ? 'bomb' : 'unreadable', String(error))
  }
  throw new MediaRefusal('unreadable', 'A file of the package is not what it should be')
}

/** Too large to hold: unpacked a stretch at a time, only to see that it is as long as it says. */
async function measure(source: string, entry: ZipEntry): Promise<void> {
  if (entry.method === 0) return
  let counted = 0
  const packed = createReadStream(source, { start: entry.start, end: entry.start + entry.packedBytes - 1 })
  const count = async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      counted += part.length
      if (counted > entry.bytes) throw new MediaRefusal('bomb', 'It grows beyond what it says')
    }
  }
  await pipeline(packed, createInflateRaw(), count)
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return bytes.toString('utf16le', 2).replace('encoding="UTF-16"', 'encoding="UTF-8"')
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}

export async function viaFiles(
  bytes: Buffer,
  folder: string,
  clean: (source: string, target: string) => Promise<unknown>,
): Promise<Buffer> {
  const [source, target] = [join(folder, 'within'), join(folder, 'within-cleaned')].map(
    (path) => `${path}-${Math.random().toString(36).slice(2)}`,
  ) as [string, string]
  try {
    await writeFile(source, bytes)
    await clean(source, target)
    return await readFile(target)
  } finally {
    await rm(source, { force: true })
    await rm(target, { force: true })
  }
}
