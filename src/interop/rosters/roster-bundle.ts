import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path/posix'
import { pipeline, Readable } from 'node:stream'
import { setImmediate as others } from 'node:timers/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { nameOf, readZip, type ZipEntry } from '../../documents/zip-reading.ts'
import { MediaRefusal } from '../../workshop/media-refusal.ts'
import { Unreadable } from './unreadable.ts'

/** One file of a roster, read from its beginning as often as it is asked for. Nothing is ever written to a disk. */
export type BundleFile = { name: string; bytes: () => AsyncIterable<Buffer> }

/** What was brought: bytes somebody sent, or a file that is read where it lies. */
export type Brought = { name: string; size: number; read: FileHandle['read'] }

const mostFiles = 200
/** of one file unpacked */
const mostBytes = 2 ** 30
/** Tables are packed to a tenth; what unfolds to more than this is a trick. */
const mostUnfolding = 200
const smallAnyway = 16 * 2 ** 20
/** How Unix marks a file that only says where another lies. */
const link = 0o120000

/** Only this one of the overloads of `read` is ever called, so it is the only one written. */
export const broughtBytes = (name: string, bytes: Buffer): Brought => ({
  name,
  size: bytes.length,
  read: (async (into: Buffer, offset: number, length: number, at: number) => ({
    bytesRead: bytes.copy(into, offset, at, Math.min(bytes.length, at + length)),
    buffer: into,
  })) as unknown as FileHandle['read'],
})

export async function digestOf(brought: Brought): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stretch(brought, 0, brought.size)) hash.update(chunk)
  return hash.digest('hex')
}

/** The tables of a ZIP, wherever in it they lie, or the one table that was brought. */
export async function openBundle(brought: Brought): Promise<BundleFile[]> {
  const head = Buffer.alloc(4)
  await brought.read(head, 0, 4, 0)
  if (brought.size === 0) throw new Unreadable('empty', { file: brought.name })
  if (head.toString('hex') === 'd0cf11e0') throw new Unreadable('workbook', { file: brought.name })
  if (head.toString('latin1', 0, 2) !== 'PK') {
    if (brought.size > mostBytes) throw new Unreadable('too_large', { file: brought.name })
    return [{ name: basename(brought.name), bytes: () => stretch(brought, 0, brought.size) }]
  }
  const entries = await readEntries(brought)
  const tables = entries.filter(isTable).map((entry) => tableOf(brought, entry))
  if (entries.some((entry) => nameOf(entry) === '[Content_Types].xml'))
    throw new Unreadable('workbook', { file: brought.name })
  if (tables.length === 0) throw new Unreadable('not_a_roster', { file: brought.name })
  const names = new Set<string>()
  for (const { name } of tables) {
    if (names.has(name.toLowerCase())) throw new Unreadable('same_file_twice', { file: name })
    names.add(name.toLowerCase())
  }
  return tables
}

async function readEntries(brought: Brought): Promise<ZipEntry[]> {
  try {
    const entries = await readZip({ read: brought.read } as FileHandle, brought.size)
    if (entries.length > mostFiles) throw new Unreadable('zip_bomb', { file: brought.name })
    return entries
  } catch (error) {
    if (!(error instanceof MediaRefusal)) throw error
    const reason = error.code === 'bomb' ? 'zip_bomb' : error.code === 'locked' ? 'zip_locked' : 'zip_broken'
    throw new Unreadable(reason, { file: brought.name })
  }
}

/** What programs put into a ZIP beside what was meant is not a table. A path is only ever looked at for its end. */
function isTable(entry: ZipEntry): boolean {
  const name = nameOf(entry)
  return /\.(?:csv|txt|tsv)$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name)
}

function tableOf(brought: Brought, entry: ZipEntry): BundleFile {
  const name = basename(nameOf(entry).replaceAll('\\', '/'))
  if (entry.bytes > mostBytes) throw new Unreadable('too_large', { file: name })
  if (((entry.attributes >>> 16) & 0o170000) === link) throw new Unreadable('zip_broken', { file: name })
  return { name, bytes: () => unpack(brought, entry, name) }
}

async function* unpack(brought: Brought, entry: ZipEntry, file: string): AsyncIterable<Buffer> {
  const packed = stretch(brought, entry.start, entry.packedBytes)
  if (entry.method !== 0 && entry.method !== 8) throw new Unreadable('zip_broken', { file })
  const most = Math.max(smallAnyway, entry.packedBytes * mostUnfolding)
  let [seen, sum] = [0, 0]
  try {
    for await (const chunk of entry.method === 0 ? packed : inflated(packed)) {
      seen += (chunk as Buffer).length
      sum = crc32(chunk as Buffer, sum)
      if (seen > most || seen > mostBytes) throw new Unreadable('zip_bomb', { file })
      yield chunk as Buffer
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('zip_broken', { file })
  }
  if (seen !== entry.bytes || sum !== entry.crc) throw new Unreadable('zip_broken', { file })
}

/** What breaks while it is read breaks this, and with `pipe` would break the program. */
const inflated = (packed: AsyncIterable<Buffer>) =>
  pipeline(Readable.from(packed), createInflateRaw(), () => undefined)

async function* stretch({ read }: Brought, start: number, length: number): AsyncIterable<Buffer> {
  for (let done = 0; done < length; ) {
    // what was sent is in memory already: without a rest nobody else would be answered until its end
    await others()
    const buffer = Buffer.alloc(Math.min(1 << 18, length - done))
    const { bytesRead } = await read(buffer, 0, buffer.length, start + done)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    done += bytesRead
  }
}
