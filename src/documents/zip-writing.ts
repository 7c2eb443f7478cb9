import type { FileHandle } from 'node:fs/promises'
import { crc32, deflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-reading.ts'

type Written = { header: Buffer; name: Buffer }

/** A package being written anew: names, times and contents, and nothing else of what the old one told. */
export class ZipWriter {
  readonly #to: FileHandle
  readonly #written: Written[] = []
  #at = 0

  constructor(to: FileHandle) {
    this.#to = to
  }

  /** New contents under the old name. */
  async add(entry: ZipEntry, contents: Buffer): Promise<void> {
    const packed = entry.method === 0 ? contents : deflateRawSync(contents)
    const numbers = { ...entry, crc: crc32(contents), bytes: contents.length, packedBytes: packed.length }
    await this.#begin(numbers)
    await this.#write(packed)
  }

  /** The packed bytes as they were, a stretch at a time. */
  async copy(entry: ZipEntry, from: FileHandle): Promise<void> {
    await this.#begin(entry)
    const buffer = Buffer.alloc(Math.min(1 << 20, Math.max(1, entry.packedBytes)))
    for (let done = 0; done < entry.packedBytes; ) {
      const wanted = Math.min(buffer.length, entry.packedBytes - done)
      const { bytesRead } = await from.read(buffer, 0, wanted, entry.start + done)
      if (bytesRead === 0) throw new Error('the package became shorter')
      await this.#write(buffer.subarray(0, bytesRead))
      done += bytesRead
    }
  }

  async end(): Promise<void> {
    const directoryAt = this.#at
    for (const { header, name } of this.#written) await this.#write(Buffer.concat([header, name]))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#written.length, 8)
    end.writeUInt16LE(this.#written.length, 10)
    end.writeUInt32LE(this.#at - directoryAt, 12)
    end.writeUInt32LE(directoryAt, 16)
    await this.#write(end)
  }

  async #begin({ name, isUtf8, method, crc, packedBytes, bytes, time, attributes }: ZipEntry): Promise<void> {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(isUtf8 ? 0x800 : 0, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(time, 10)
    local.writeUInt32LE(crc, 14)
    local.writeUInt32LE(packedBytes, 18)
    local.writeUInt32LE(bytes, 22)
    local.writeUInt16LE(name.length, 26)
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(20, 4)
    local.copy(header, 6, 4, 28)
    header.writeUInt32LE(attributes, 38)
    header.writeUInt32LE(this.#at, 42)
    this.#written.push({ header, name })
    await this.#write(Buffer.concat([local, name]))
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#to.write(bytes, done, bytes.length - done, this.#at + done)
      done += bytesWritten
    }
    this.#at += bytes.length
  }
}
