import { open, stat } from 'node:fs/promises'
import { writeStretches } from './byte-file.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { Recording } from './scrub-mp4.ts'
import { emptyFlacBlock } from './scrub-ogg.ts'
import { tagsAround } from './sound-tags.ts'

const longestBlock = 2 ** 24 + 4

/** Writes a FLAC without its tags: comments, pictures, cue sheets and makers' blocks become padding. */
export async function scrubFlac(source: string, target: string): Promise<Recording> {
  const { size } = await stat(source)
  const handle = await open(source, 'r')
  try {
    const { start, end } = await tagsAround(handle, size)
    const mark = Buffer.alloc(4)
    await handle.read(mark, 0, 4, start)
    if (mark.toString('latin1') !== 'fLaC') throw new MediaRefusal('unreadable', 'Not a FLAC')
    const parts: Uint8Array[] = [mark]
    let durationSeconds: number | undefined
    let at = start + 4
    for (let last = false; !last; ) {
      const head = Buffer.alloc(4)
      const { bytesRead } = await handle.read(head, 0, 4, at)
      const length = 4 + head.readUIntBE(1, 3)
      if (bytesRead < 4 || at + length > end || parts.length > 1000 || length > longestBlock) {
        throw new MediaRefusal('truncated', 'The recording ends inside its own description')
      }
      last = ((head[0] ?? 0) & 0x80) !== 0
      const block = Buffer.alloc(length)
      await handle.read(block, 0, length, at)
      emptyFlacBlock(block)
      durationSeconds ??= duration(block)
      parts.push(block)
      at += length
    }
    await writeStretches(source, target, [...parts, { start: at, end }])
    return { kind: 'audio', ...(durationSeconds ? { durationSeconds } : {}) }
  } finally {
    await handle.close()
  }
}

/** The first block holds the rate in 20 bits and the number of samples in 36. */
function duration(block: Buffer) {
  if (block.length < 38) return undefined
  const rate = block.readUIntBE(14, 3) >>> 4
  const samples = ((block[17] ?? 0) & 15) * 2 ** 32 + block.readUInt32BE(18)
  return rate > 0 && samples > 0 ? samples / rate : undefined
}
