import type { ByteFile } from './byte-file.ts'
import { children, type Element, elementAt, readNumber, retire, unsigned } from './matroska-elements.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { Recording } from './scrub-mp4.ts'

const id = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  blockGroup: 0xa0,
  simpleBlock: 0xa3,
  block: 0xa1,
  information: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cues: 0x1c53bb6b,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
}
/** Name, codec name, codec settings, codec addresses, attachment link, checksum. */
const unwantedInTrack = new Set([0x536e, 0x258688, 0x3a9697, 0x3b4040, 0x26b240, 0x7446, 0xbf])
const keptInSegment = new Set([id.seekHead, id.information, id.tracks, id.cluster, id.cues])
const keptInCluster = new Set([0xe7, 0xa7, 0xab, id.blockGroup, id.simpleBlock])

type Walk = {
  file: ByteFile
  removedTracks: Set<number>
  video: boolean
  audio: boolean
  facts: Omit<Recording, 'kind'>
  scale: number
  ticks: number
}

/**
 * Cleans a WebM or Matroska recording in place: tags, attachments, chapters, titles, dates and the names of
 * programs become empty space of the same length; tracks that are neither picture nor sound go with their blocks.
 */
export async function scrubMatroska(file: ByteFile): Promise<Recording> {
  const walk: Walk = {
    file,
    removedTracks: new Set(),
    video: false,
    audio: false,
    facts: {},
    scale: 1_000_000,
    ticks: 0,
  }
  for (let at = 0; at < file.size; ) {
    const element = await elementAt(file, at, file.size)
    if (!element) {
      await file.zero(at, file.size)
      break
    }
    if (element.id === id.segment) await scrubSegment(walk, element)
    else if (element.id !== id.header) await retire(file, element)
    at = element.end
  }
  if (!walk.video && !walk.audio) {
    throw new MediaRefusal('unreadable', 'The recording has neither picture nor sound')
  }
  if (walk.ticks > 0) walk.facts.durationSeconds = (walk.ticks * walk.scale) / 1e9
  return { kind: walk.video ? 'video' : 'audio', ...walk.facts }
}

async function scrubSegment(walk: Walk, segment: Element) {
  for (let at = segment.content; at < segment.end; ) {
    const element = await elementAt(walk.file, at, segment.end)
    if (!element) return walk.file.zero(at, segment.end)
    at = await scrubPart(walk, element, segment.end)
  }
}

/** Returns where the next part starts: a live recording's clusters do not say how long they are. */
async function scrubPart(walk: Walk, element: Element, end: number) {
  const { file } = walk
  if (element.id === id.cluster) return scrubCluster(walk, element, end)
  if (element.unknownSize) throw new MediaRefusal('cannot_clean', 'An open-ended part that is no cluster')
  if (!keptInSegment.has(element.id)) await retire(file, element)
  else if (element.id === id.information) await scrubInformation(walk, element)
  else if (element.id === id.tracks) await scrubTracks(walk, element)
  else if (element.id === id.seekHead) await scrubSeekHead(file, element)
  return element.end
}

async function scrubCluster(walk: Walk, cluster: Element, end: number) {
  const { file } = walk
  const limit = cluster.unknownSize ? end : cluster.end
  let at = cluster.content
  while (at < limit) {
    const element = await elementAt(file, at, limit)
    if (!element) {
      await file.zero(at, limit)
      return limit
    }
    if (cluster.unknownSize && element.id > 0xffffff) return at
    if (element.unknownSize || !keptInCluster.has(element.id)) await retire(file, element)
    else if (await belongsToRemovedTrack(walk, element)) await retire(file, element)
    at = element.end
  }
  return at
}

async function belongsToRemovedTrack({ file, removedTracks }: Walk, element: Element) {
  if (removedTracks.size === 0) return false
  let block: Element | undefined = element.id === id.simpleBlock ? element : undefined
  if (element.id === id.blockGroup) {
    block = (await children(file, element)).find((child) => child.id === id.block)
  }
  if (!block) return false
  const track = readNumber(await file.read(block.content, 8), true)
  return track !== undefined && removedTracks.has(track.value)
}

async function scrubInformation(walk: Walk, information: Element) {
  const { file } = walk
  for (const child of await children(file, information, true)) {
    const value = Buffer.from(await file.read(child.content, Math.min(8, child.end - child.content)))
    if (child.id === id.scale) walk.scale = unsigned(value)
    else if (child.id === id.duration) {
      walk.ticks = value.length === 8 ? value.readDoubleBE() : value.length === 4 ? value.readFloatBE() : 0
    } else if (child.id === id.muxingApp || child.id === id.writingApp) {
      // Both are mandatory, so they stay as empty strings.
      await file.zero(child.content, child.end)
    } else await retire(file, child)
  }
}

async function scrubTracks(walk: Walk, tracks: Element) {
  const { file } = walk
  for (const track of await children(file, tracks, true)) {
    const parts = track.id === id.track ? await children(file, track, true) : []
    const number = async (wanted: number) => {
      const part = parts.find((candidate) => candidate.id === wanted)
      return part ? unsigned(await file.read(part.content, Math.min(6, part.end - part.content))) : 0
    }
    const type = await number(id.trackType)
    if (type !== 1 && type !== 2) {
      walk.removedTracks.add(await number(id.trackNumber))
      await retire(file, track)
      continue
    }
    walk[type === 1 ? 'video' : 'audio'] = true
    for (const part of parts) {
      if (part.id === id.video && !walk.facts.width) await readFrameSize(walk, part)
      if (unwantedInTrack.has(part.id)) await retire(file, part)
    }
  }
}

async function readFrameSize({ file, facts }: Walk, video: Element) {
  for (const part of await children(file, video)) {
    const value = unsigned(await file.read(part.content, Math.min(4, part.end - part.content)))
    if (part.id === id.pixelWidth) facts.width = value
    if (part.id === id.pixelHeight) facts.height = value
  }
}

async function scrubSeekHead(file: ByteFile, seekHead: Element) {
  for (const seek of await children(file, seekHead, true)) {
    const target = (await children(file, seek)).find((child) => child.id === id.seekId)
    const wanted =
      target && unsigned(await file.read(target.content, Math.min(4, target.end - target.content)))
    if (seek.id !== id.seek || wanted === undefined || !keptInSegment.has(wanted)) await retire(file, seek)
  }
}
