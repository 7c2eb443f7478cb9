import type { FileHandle } from 'node:fs/promises'
import { MediaRefusal } from '../workshop/media-refusal.ts'

/** One file in a ZIP, as the directory at its end describes it. */
export type ZipEntry = {
  name: Buffer
  isUtf8: boolean
  method: number
  crc: number
  packedBytes: number
  bytes: number
  time: number
  attributes: number
  /** where its packed bytes begin */
  start: number
}

const mostEntries = 20_000
const mostDirectoryBytes = 64 * 1024 * 1024

/** Reads the directory that programs open a ZIP by. What stands outside it is not part of the file. */
export async function readZip(handle: FileHandle, size: number): Promise<ZipEntry[]> {
  const read = async (at: number, length: number) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
    await handle.read(buffer, 0, buffer.length, at)
    return buffer
  }
  const { count, directoryBytes, directoryAt, shift } = await findDirectory(read, size)
  if (count > mostEntries || directoryBytes > mostDirectoryBytes)
    throw new MediaRefusal('bomb', `${count} files`)
  const directory = await read(directoryAt, directoryBytes)
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) {
      throw new MediaRefusal('unreadable', 'The directory of the package is broken')
    }
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      directory.readUInt16LE(at + place),
    )
    const end = at + 46 + (nameLength ?? 0)
    const extra = directory.subarray(end, end + (extraLength ?? 0))
    entries.push(await entryAt(read, directory, at, extra, shift))
    at = end + (extraLength ?? 0) + (commentLength ?? 0)
  }
  demandApart(entries, size)
  return entries
}

type Read = (at: number, length: number) => Promise<Buffer>

async function findDirectory(read: Read, size: number) {
  const tailStart = Math.max(0, size - 65_557)
  const tail = await read(tailStart, size - tailStart)
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (at < 0 || at + 22 > tail.length) throw new MediaRefusal('truncated', 'The package has no directory')
  let [count, directoryBytes, claimed] = [
    tail.readUInt16LE(at + 10),
    tail.readUInt32LE(at + 12),
    tail.readUInt32LE(at + 16),
  ]
  let end = tailStart + at
  const locator = at >= 20 && tail.readUInt32LE(at - 20) === 0x07064b50
  if (locator) {
    end = Number(tail.readBigUInt64LE(at - 12))
    const wide = await read(end, 56)
    if (wide.length < 56) throw new MediaRefusal('unreadable', 'The directory of the package is elsewhere')
    ;[count, directoryBytes, claimed] = [32, 40, 48].map((place) => Number(wide.readBigUInt64LE(place))) as [
      number,
      number,
      number,
    ]
  }
  const directoryAt = end - directoryBytes
  if (directoryAt < 0) throw new MediaRefusal('truncated', 'The directory of the package is missing')
  // a program may stand in front of a package that unpacks itself; every place in it is shifted then
  return { count, directoryBytes, directoryAt, shift: directoryAt - claimed }
}

async function entryAt(
  read: Read,
  directory: Buffer,
  at: number,
  extra: Buffer,
  shift: number,
): Promise<ZipEntry> {
  const flags = directory.readUInt16LE(at + 8)
  const nameLength = directory.readUInt16LE(at + 28)
  let packedBytes = directory.readUInt32LE(at + 20)
  let bytes = directory.readUInt32LE(at + 24)
  let offset = directory.readUInt32LE(at + 42)
  for (let place = 0; place + 4 <= extra.length; place += 4 + extra.readUInt16LE(place + 2)) {
    if (extra.readUInt16LE(place) !== 1) continue
    let next = place + 4
    const wide = (value: number) => {
      if (value !== 0xffffffff || next + 8 > extra.length) return value
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    }
    bytes = wide(bytes)
    packedBytes = wide(packedBytes)
    offset = wide(offset)
  }
  if (flags & 1) throw new MediaRefusal('locked', 'The package is locked with a password')
  const local = await read(offset + shift, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) {
    throw new MediaRefusal('unreadable', 'A file of the package is not where it should be')
  }
  return {
    name: Buffer.from(directory.subarray(at + 46, at + 46 + nameLength)),
    isUtf8: (flags & 0x800) !== 0,
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    packedBytes,
    bytes,
    time: directory.readUInt32LE(at + 12),
    attributes: directory.readUInt32LE(at + 38),
    start: offset + shift + 30 + local.readUInt16LE(26) + local.readUInt16LE(28),
  }
}

/** The same bytes listed a thousand times are a trick: each file has its own place, inside the package. */
function demandApart(entries: ZipEntry[], size: number): void {
  const placed = entries
    .filter(({ packedBytes }) => packedBytes > 0)
    .toSorted((one, other) => one.start - other.start)
  let end = 0
  for (const entry of placed) {
    if (entry.start < end) throw new MediaRefusal('bomb', 'Files of the package lie on top of each other')
    end = entry.start + entry.packedBytes
  }
  if (end > size) throw new MediaRefusal('truncated', 'The end of the package is missing')
}

export const nameOf = ({ name, isUtf8 }: ZipEntry): string => name.toString(isUtf8 ? 'utf8' : 'latin1')
