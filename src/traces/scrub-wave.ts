import { open, stat } from 'node:fs/promises'
import { type Stretch, writeStretches } from './byte-file.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { Recording } from './scrub-mp4.ts'

const keptChunks = new Set(['fmt ', 'fact', 'data'])

/** Writes a WAV with its format and its sound, and without the chunks in which recorders sign their work. */
export async function scrubWave(source: string, target: string): Promise<Recording> {
  const { size } = await stat(source)
  const handle = await open(source, 'r')
  const parts: (Uint8Array | Stretch)[] = []
  let total = 4
  let bytesPerSecond = 0
  let soundBytes = 0
  try {
    const head = Buffer.alloc(12)
    await handle.read(head, 0, 12, 0)
    if (head.toString('latin1', 0, 4) !== 'RIFF')
      throw new MediaRefusal('cannot_clean', 'A WAV of another make')
    for (let at = 12; at + 8 <= size; ) {
      const chunk = Buffer.alloc(16 + 8)
      await handle.read(chunk, 0, chunk.length, at)
      const name = chunk.toString('latin1', 0, 4)
      // A recorder that was cut off never wrote how much it had heard.
      const length = Math.min(chunk.readUInt32LE(4), size - at - 8)
      const wanted = keptChunks.has(name) && (name === 'data' ? soundBytes === 0 : length <= 1024)
      if (wanted) {
        if (name === 'fmt ') bytesPerSecond = chunk.readUInt32LE(16)
        if (name === 'data') soundBytes = length
        chunk.writeUInt32LE(length, 4)
        parts.push(Buffer.from(chunk.subarray(0, 8)), { start: at + 8, end: at + 8 + length })
        if (length % 2 === 1) parts.push(Buffer.alloc(1))
        total += 8 + length + (length % 2)
      }
      at += 8 + length + (length % 2)
    }
  } finally {
    await handle.close()
  }
  if (soundBytes === 0 || bytesPerSecond === 0)
    throw new MediaRefusal('unreadable', 'The recording has no sound')
  const header = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1')
  header.writeUInt32LE(total, 4)
  await writeStretches(source, target, [header, ...parts])
  return { kind: 'audio', durationSeconds: soundBytes / bytesPerSecond }
}
