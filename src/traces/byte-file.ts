import { type FileHandle, open } from 'node:fs/promises'
import { MediaRefusal } from '../workshop/media-refusal.ts'

/** Bytes that can be read and changed in place without ever holding them all in memory. */
export type ByteFile = {
  readonly size: number
  /** At most `length` bytes; fewer only at the end. Valid until the next read. */
  read(offset: number, length: number): Promise<Buffer>
  write(offset: number, bytes: Uint8Array): Promise<void>
  zero(start: number, end: number): Promise<void>
}

const windowSize = 256 * 1024

/** Opens a file for a cleaning, hands it over, and closes it whatever happens. */
export async function withByteFile<T>(
  path: string,
  work: (file: ByteFile) => Promise<T>,
  seconds: number,
): Promise<T> {
  const handle = await open(path, 'r+')
  try {
    return await work(await windowed(handle, performance.now() + seconds * 1000))
  } finally {
    await handle.close()
  }
}

/** Cleaning walks headers in order, so one window read ahead spares a system call per header. */
async function windowed(handle: FileHandle, deadline: number): Promise<ByteFile> {
  const { size } = await handle.stat()
  let start = 0
  let held = Buffer.alloc(0)
  function hurry() {
    if (performance.now() > deadline) throw new MediaRefusal('took_too_long', 'Cleaning took too long')
  }
  async function load(offset: number, length: number) {
    hurry()
    const buffer = Buffer.allocUnsafe(Math.min(Math.max(length, windowSize), Math.max(0, size - offset)))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset)
    start = offset
    held = buffer.subarray(0, bytesRead)
  }
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset))
      if (offset < start || offset + wanted > start + held.length) await load(offset, wanted)
      return held.subarray(offset - start, offset - start + wanted)
    },
    async write(offset, bytes) {
      hurry()
      held = Buffer.alloc(0)
      await writeAll(handle, bytes, offset)
    },
    async zero(from, to) {
      held = Buffer.alloc(0)
      const zeros = Buffer.alloc(Math.min(windowSize, Math.max(0, to - from)))
      for (let at = from; at < to; at += zeros.length) {
        await writeAll(handle, zeros.subarray(0, Math.min(zeros.length, to - at)), at)
      }
    },
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, offset: number) {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, offset + written)
    written += bytesWritten
  }
}

/** The same over bytes already in memory. */
export function byteFileOf(bytes: Buffer): ByteFile {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, Math.min(bytes.length, offset + length)),
    write: async (offset, replacement) => {
      bytes.set(replacement, offset)
    },
    zero: async (start, end) => {
      bytes.fill(0, start, Math.max(start, end))
    },
  }
}

/** The stretches of a file worth keeping, written one after the other into a new one. */
export async function writeStretches(source: string, target: string, stretches: (Uint8Array | Stretch)[]) {
  const from = await open(source, 'r')
  const to = await open(target, 'w')
  try {
    let at = 0
    for (const stretch of stretches) {
      if (stretch instanceof Uint8Array) {
        await writeAll(to, stretch, at)
        at += stretch.length
      } else at = await copyStretch(from, to, stretch, at)
    }
  } finally {
    await from.close()
    await to.close()
  }
}

export type Stretch = { start: number; end: number }

async function copyStretch(from: FileHandle, to: FileHandle, { start, end }: Stretch, at: number) {
  const buffer = Buffer.allocUnsafe(Math.min(1024 * 1024, end - start))
  for (let position = start; position < end; ) {
    const { bytesRead } = await from.read(buffer, 0, Math.min(buffer.length, end - position), position)
    if (bytesRead === 0) break
    await writeAll(to, buffer.subarray(0, bytesRead), at)
    position += bytesRead
    at += bytesRead
  }
  return at
}
