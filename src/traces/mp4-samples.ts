import type { ByteFile } from './byte-file.ts'
import { type Box, boxesIn } from './mp4-boxes.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'

const mostSamples = 5_000_000

/** Zeroes the samples a track points at, wherever they lie in the file. */
export async function eraseSamples(file: ByteFile, media: Box) {
  const tables = await sampleTables(file, media)
  if (!tables) return
  const { sizes, chunkRuns, chunkOffsets } = tables
  let sample = 0
  let run = 0
  let erased = 0
  for (let chunk = 0; chunk < chunkOffsets.length && sample < sizes.count; chunk++) {
    while (run + 1 < chunkRuns.length && (chunkRuns[run + 1]?.firstChunk ?? 0) <= chunk + 1) run++
    const start = chunkOffsets[chunk] ?? 0
    let end = start
    const last = Math.min(sizes.count, sample + (chunkRuns[run]?.samples ?? 0))
    for (; sample < last; sample++) end += sizes.of(sample)
    erased += end - start
    // Samples that overlap over and over would keep us writing zeros for days.
    if (erased > file.size * 2) throw new MediaRefusal('cannot_clean', 'A hidden track larger than its file')
    await file.zero(Math.min(start, file.size), Math.min(end, file.size))
  }
}

async function sampleTables(file: ByteFile, media: Box) {
  const information = await child(file, media, 'minf')
  const table = information && (await child(file, information, 'stbl'))
  if (!table) return undefined
  const sizes = (await child(file, table, 'stsz')) ?? (await child(file, table, 'stz2'))
  const runs = await child(file, table, 'stsc')
  const narrow = await child(file, table, 'stco')
  const offsets = narrow ?? (await child(file, table, 'co64'))
  if (!sizes || !runs || !offsets) return undefined
  if (sizes.type === 'stz2') throw new MediaRefusal('cannot_clean', 'A hidden track with packed sample sizes')
  return {
    sizes: readSizes(await content(file, sizes)),
    chunkRuns: readRuns(await content(file, runs)),
    chunkOffsets: readOffsets(await content(file, offsets), narrow ? 4 : 8),
  }
}

async function child(file: ByteFile, parent: Box, type: string) {
  return (await boxesIn(file, parent.content, parent.end)).find((box) => box.type === type && box.whole)
}

async function content(file: ByteFile, box: Box) {
  if (box.end - box.content > 64 * 1024 * 1024) throw new MediaRefusal('cannot_clean', 'A table too large')
  return Buffer.from(await file.read(box.content, box.end - box.content))
}

function readSizes(bytes: Buffer) {
  const same = bytes.length >= 12 ? bytes.readUInt32BE(4) : 0
  const claimed = bytes.length >= 12 ? bytes.readUInt32BE(8) : 0
  const count = Math.min(mostSamples, same ? claimed : Math.min(claimed, Math.floor((bytes.length - 12) / 4)))
  return { count, of: (sample: number) => same || bytes.readUInt32BE(12 + sample * 4) }
}

function readRuns(bytes: Buffer) {
  const runs: { firstChunk: number; samples: number }[] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12) {
    runs.push({ firstChunk: bytes.readUInt32BE(at), samples: bytes.readUInt32BE(at + 4) })
  }
  return runs
}

function readOffsets(bytes: Buffer, width: 4 | 8) {
  const offsets: number[] = []
  for (let at = 8; at + width <= bytes.length; at += width) {
    offsets.push(width === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at)))
  }
  return offsets
}
