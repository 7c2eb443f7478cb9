import type { ByteFile } from './byte-file.ts'
import { type Box, boxesIn, retireBox } from './mp4-boxes.ts'
import { eraseSamples } from './mp4-samples.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'

/** What a recording turned out to be, learned while it was cleaned. */
export type Recording = {
  kind: 'audio' | 'video'
  width?: number
  height?: number
  durationSeconds?: number
}

/*
 * Boxes that carry picture, sound or timing. Everything else becomes empty space: makers put places, names and
 * serial numbers in boxes of their own invention, so a list of what to remove would always be a phone too late.
 */
const kept: Record<string, string> = {
  file: 'ftyp moov mdat moof mfra sidx ssix styp pdin',
  moov: 'mvhd trak mvex',
  mvex: 'mehd trex leva',
  trak: 'tkhd edts mdia tapt matt clip',
  mdia: 'mdhd hdlr minf elng',
  minf: 'vmhd smhd gmhd hmhd nmhd dinf stbl hdlr',
  stbl: 'stsd stts ctts cslg stsc stsz stz2 stco co64 stss stps sdtp sbgp sgpd subs saiz saio padb',
  moof: 'mfhd traf',
  traf: 'tfhd tfdt trun sdtp sbgp sgpd subs saiz saio senc',
}

function isKept(parent: string, box: Box) {
  return kept[parent]?.split(' ').includes(box.type) === true
}

type Walk = {
  file: ByteFile
  recording: { video: boolean; audio: boolean } & Omit<Recording, 'kind'>
  removedTracks: boolean
  complete: boolean
}

/**
 * Cleans an MP4, MOV, M4A or 3GP in place. No byte moves, so offsets stay true and a film of any length costs
 * a few headers. Tracks that are neither picture nor sound go, samples and all: cameras log their route there.
 */
export async function scrubMp4(file: ByteFile): Promise<Recording> {
  const walk: Walk = { file, recording: { video: false, audio: false }, removedTracks: false, complete: true }
  const boxes = await boxesIn(file, 0, file.size)
  walk.complete = boxes.every((box) => box.whole)
  const film = boxes.find((box) => box.type === 'moov' && box.whole)
  if (!film) throw new MediaRefusal(walk.complete ? 'unreadable' : 'truncated', 'The recording has no index')
  for (const box of boxes) await scrubTopBox(walk, box)
  const { video, audio, ...facts } = walk.recording
  if (!video && !audio) throw new MediaRefusal('unreadable', 'The recording has neither picture nor sound')
  if (walk.removedTracks && boxes.some((box) => box.type === 'moof')) {
    throw new MediaRefusal('cannot_clean', 'A fragmented recording with a hidden track')
  }
  return { kind: video ? 'video' : 'audio', ...facts }
}

async function scrubTopBox(walk: Walk, box: Box) {
  if (!isKept('file', box)) return retireBox(walk.file, box)
  if (box.type === 'moov' || box.type === 'moof') await scrubInside(walk, box)
}

async function scrubInside(walk: Walk, parent: Box) {
  const { file } = walk
  const boxes = await boxesIn(file, parent.content, parent.end)
  // What a parent holds after its last box is no box, and so nothing a player needs.
  await file.zero(boxes.at(-1)?.end ?? parent.content, parent.end)
  for (const box of boxes) {
    if (!box.whole || !isKept(parent.type, box)) await retireBox(file, box)
    else if (box.type === 'trak') await scrubTrack(walk, box)
    else if (box.type in kept) await scrubInside(walk, box)
    else await scrubLeaf(walk, box)
  }
}

async function scrubTrack(walk: Walk, track: Box) {
  const { file } = walk
  const media = (await boxesIn(file, track.content, track.end)).find(
    (box) => box.type === 'mdia' && box.whole,
  )
  const handler = media && (await boxesIn(file, media.content, media.end)).find((box) => box.type === 'hdlr')
  const role = handler ? (await file.read(handler.content + 8, 4)).toString('latin1') : ''
  if (role !== 'vide' && role !== 'soun') {
    walk.removedTracks = true
    if (media) await eraseSamples(file, media)
    return retireBox(file, track)
  }
  if (role === 'vide') walk.recording.video = true
  else walk.recording.audio = true
  await scrubInside(walk, track)
  if (role === 'vide' && media) await scrubEncoderName(file, media)
}

/** Leaves keep their place and lose their dates, names and makers. */
async function scrubLeaf(walk: Walk, box: Box) {
  const { file } = walk
  if (box.type === 'hdlr') return file.zero(box.content + 12, box.end)
  if (box.type === 'dinf') return scrubReferences(file, box)
  if (!['mvhd', 'tkhd', 'mdhd'].includes(box.type)) return
  const bytes = Buffer.from(await file.read(box.content, 128))
  const wide = bytes[0] === 1
  const timesEnd = wide ? 20 : 12
  if (bytes.length < timesEnd + 12) throw new MediaRefusal('unreadable', `The ${box.type} box is too short`)
  if (box.type === 'mvhd') {
    const scale = bytes.readUInt32BE(timesEnd)
    const length = wide ? Number(bytes.readBigUInt64BE(timesEnd + 4)) : bytes.readUInt32BE(timesEnd + 4)
    if (scale > 0 && length > 0 && length < 2 ** 32 - 1) walk.recording.durationSeconds = length / scale
  }
  if (box.type === 'tkhd') readFrameSize(walk, bytes, wide ? 52 : 40)
  await file.zero(box.content + 4, box.content + timesEnd)
}

/** `at` is where the track's matrix starts; a quarter turn swaps the sides. */
function readFrameSize(walk: Walk, bytes: Buffer, at: number) {
  if (bytes.length < at + 44) return
  const [width, height] = [bytes.readUInt32BE(at + 36) >>> 16, bytes.readUInt32BE(at + 40) >>> 16]
  if (!width || !height || walk.recording.width) return
  const turned = bytes.readInt32BE(at) === 0 && bytes.readInt32BE(at + 4) !== 0
  Object.assign(walk.recording, turned ? { width: height, height: width } : { width, height })
}

/** A data reference may name a folder on somebody's disk or another host; ours is always "in this file". */
async function scrubReferences(file: ByteFile, information: Box) {
  for (const table of await boxesIn(file, information.content, information.end)) {
    if (table.type !== 'dref') {
      await retireBox(file, table)
      continue
    }
    for (const reference of await boxesIn(file, table.content + 8, table.end)) {
      const inThisFile = Buffer.from([0, 0, 0, 1])
      if (reference.end - reference.content < 4) continue
      await file.write(reference.content, inThisFile)
      await file.zero(reference.content + 4, reference.end)
    }
  }
}

/** Picture descriptions carry the vendor and the encoder's name, often the camera's. */
async function scrubEncoderName(file: ByteFile, media: Box) {
  let box: Box | undefined = media
  for (const type of ['minf', 'stbl', 'stsd']) {
    if (!box) return
    const inside: Box[] = await boxesIn(file, box.content, box.end)
    box = inside.find((candidate) => candidate.type === type)
  }
  if (!box) return
  for (const entry of await boxesIn(file, box.content + 8, box.end)) {
    if (entry.end - entry.content < 78) continue
    await file.zero(entry.content + 12, entry.content + 16)
    await file.zero(entry.content + 42, entry.content + 74)
  }
}
