import type { FileHandle } from 'node:fs/promises'

/** The stretch between the tags: ID3v2 and APE may lie in front, ID3v1, Lyrics3 and APE behind, in any number. */
export async function tagsAround(handle: FileHandle, size: number): Promise<{ start: number; end: number }> {
  const read = async (offset: number, length: number) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)))
    if (offset >= 0) await handle.read(buffer, 0, buffer.length, offset)
    return buffer
  }
  let start = 0
  for (let step = 1; step > 0 && start < size; start += step) step = leadingTag(await read(start, 32))
  start = Math.min(start, size)
  let end = size
  for (let step = 1; step > 0 && end > start; end -= step) {
    step = trailingTag(await read(Math.max(start, end - 227), Math.min(227, end - start)))
  }
  return { start, end: Math.max(start, end) }
}

function leadingTag(head: Buffer) {
  if (head.length >= 10 && head.toString('latin1', 0, 3) === 'ID3') {
    return 10 + syncSafe(head, 6) + ((head[5] ?? 0) & 0x10 ? 10 : 0)
  }
  if (head.length >= 32 && head.toString('latin1', 0, 8) === 'APETAGEX') return 32 + head.readUInt32LE(12)
  return 0
}

function trailingTag(tail: Buffer) {
  const text = (fromEnd: number, length: number) =>
    tail.toString('latin1', Math.max(0, tail.length - fromEnd), Math.max(0, tail.length - fromEnd + length))
  if (tail.length >= 227 && text(227, 4) === 'TAG+') return 227
  if (tail.length >= 128 && text(128, 3) === 'TAG') return 128
  if (tail.length >= 32 && text(32, 8) === 'APETAGEX') {
    const footer = tail.subarray(tail.length - 32)
    return footer.readUInt32LE(12) + (footer.readUInt32LE(20) & 0x80000000 ? 32 : 0)
  }
  if (tail.length >= 15 && text(9, 9) === 'LYRICS200') return 15 + Number(text(15, 6)) || 0
  if (tail.length >= 10 && text(10, 3) === '3DI') return 20 + syncSafe(tail.subarray(tail.length - 10), 6)
  return 0
}

/** Seven bits to the byte, so that no tag can look like sound. */
export function syncSafe(bytes: Buffer, at: number) {
  return [0, 1, 2, 3].reduce((size, i) => size * 128 + ((bytes[at + i] ?? 0) & 0x7f), 0)
}
