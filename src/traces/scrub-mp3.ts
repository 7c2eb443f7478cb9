import { open, stat } from 'node:fs/promises'
import { type Stretch, writeStretches } from './byte-file.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { Recording } from './scrub-mp4.ts'
import { tagsAround } from './sound-tags.ts'

type Frame = { length: number; seconds: number }

/**
 * Writes an MP3 or raw AAC recording frame by frame. What is no frame (tags in front, behind or in between,
 * pictures, anything appended) does not come along.
 */
export async function scrubFrames(source: string, target: string): Promise<Recording> {
  const { size } = await stat(source)
  const handle = await open(source, 'r')
  const stretches: Stretch[] = []
  let durationSeconds = 0
  try {
    const { start, end } = await tagsAround(handle, size)
    const window = Buffer.alloc(1024 * 1024)
    let [held, from] = [0, start]
    let at = start
    let trusted = false
    while (at + 7 < end) {
      if (at < from || at + 16 * 1024 > from + held) {
        from = at
        held = (await handle.read(window, 0, Math.min(window.length, end - from), from)).bytesRead
        if (held === 0) break
      }
      const frame = frameIn(window.subarray(at - from, held))
      const next = frame && at + frame.length <= end ? at + frame.length : undefined
      // A lone match may be chance: the first frame of a run is believed when another follows it.
      const follows =
        next !== undefined &&
        (trusted || next + 7 >= end || frameIn(window.subarray(next - from, held)) !== undefined)
      if (frame && next !== undefined && follows) {
        const run = stretches.at(-1)
        if (run?.end === at) run.end = next
        else stretches.push({ start: at, end: next })
        durationSeconds += frame.seconds
        at = next
        trusted = true
      } else {
        at = Math.min(nextCandidate(window, at + 1 - from, held) + from, end)
        trusted = false
      }
      if (stretches.length > 100_000) throw new MediaRefusal('unreadable', 'The recording is in shreds')
    }
  } finally {
    await handle.close()
  }
  if (stretches.length === 0) throw new MediaRefusal('unreadable', 'The recording has no sound')
  await writeStretches(source, target, stretches)
  return { kind: 'audio', durationSeconds }
}

function nextCandidate(window: Buffer, from: number, held: number) {
  const found = window.indexOf(0xff, from)
  return found === -1 || found >= held ? held : found
}

const bitRates: Record<string, number[]> = {
  '1-1': [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  '1-2': [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  '1-3': [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  '2-1': [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  '2-2': [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const aacRates = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350]

function frameIn(bytes: Buffer): Frame | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined
  if ((second & 0xf6) === 0xf0) {
    const rate = aacRates[(third >> 2) & 15]
    const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5)
    return rate && length > 7 ? { length, seconds: 1024 / rate } : undefined
  }
  const version = (second >> 3) & 3
  const layer = 4 - ((second >> 1) & 3)
  const rateIndex = third >> 4
  const base = [44100, 48000, 32000][(third >> 2) & 3]
  if (version === 1 || layer === 4 || rateIndex === 0 || rateIndex === 15 || !base) return undefined
  const rate = version === 3 ? base : version === 2 ? base / 2 : base / 4
  const table = version === 3 ? `1-${layer}` : `2-${Math.min(layer, 2)}`
  const bits = (bitRates[table]?.[rateIndex - 1] ?? 0) * 1000
  const padding = (third >> 1) & 1
  if (layer === 1) return { length: (Math.floor((12 * bits) / rate) + padding) * 4, seconds: 384 / rate }
  const samples = layer === 3 && version !== 3 ? 576 : 1152
  return { length: Math.floor((samples / 8) * (bits / rate)) + padding, seconds: samples / rate }
}
