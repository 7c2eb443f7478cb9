import type { ByteFile } from './byte-file.ts'

/** One element of a Matroska file. Live recordings have some that do not say where they end. */
export type Element = { id: number; start: number; content: number; end: number; unknownSize: boolean }

const voidId = 0xec

/** With `scrub`, bytes after the last readable child are emptied: they belong to nothing. */
export async function children(file: ByteFile, parent: Element, scrub = false) {
  const found: Element[] = []
  let at = parent.content
  while (at < parent.end && found.length < 10_000) {
    const element = await elementAt(file, at, parent.end)
    if (!element || element.unknownSize) break
    found.push(element)
    at = element.end
  }
  if (scrub) await file.zero(at, parent.end)
  return found
}

/** The element starting here, cut off at `limit`; nothing when these bytes are no element. */
export async function elementAt(file: ByteFile, at: number, limit: number): Promise<Element | undefined> {
  const bytes = await file.read(at, Math.min(12, limit - at))
  const name = readNumber(bytes, false)
  const size = name && name.length <= 4 && readNumber(bytes.subarray(name.length), true)
  if (!name || !size) return undefined
  const content = at + name.length + size.length
  const unknownSize = size.value === 2 ** (7 * size.length) - 1
  const end = unknownSize ? limit : Math.min(limit, content + size.value)
  return { id: name.value, start: at, content, end, unknownSize }
}

/** A number whose leading zeros tell its length; `masked` takes the length mark out of the value. */
export function readNumber(bytes: Buffer, masked: boolean) {
  const first = bytes[0]
  if (!first) return undefined
  const length = Math.clz32(first) - 23
  if (bytes.length < length) return undefined
  let value = masked ? first & (0xff >> length) : first
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[i] ?? 0)
  return { value, length }
}

export function unsigned(bytes: Buffer) {
  return bytes.reduce((value, byte) => value * 256 + byte, 0)
}

/** Turns an element into a Void of the same length. The shortest element is two bytes, as is the shortest Void. */
export async function retire(file: ByteFile, element: Element) {
  const length = element.end - element.start
  const sizeBytes = length >= 9 ? 8 : 1
  const header = Buffer.alloc(1 + sizeBytes)
  header[0] = voidId
  if (sizeBytes === 1) header[1] = 0x80 | (length - 2)
  else {
    header.writeUIntBE(length - 9, 3, 6)
    header[1] = 0x01
  }
  await file.write(element.start, header)
  await file.zero(element.start + header.length, element.end)
}
