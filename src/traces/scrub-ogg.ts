import type { ByteFile } from './byte-file.ts'
import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { Recording } from './scrub-mp4.ts'

type Page = { start: number; end: number; serial: number; first: boolean; lacing: Buffer; content: number }
type Piece = { page: Page; start: number; length: number }
type Stream = { codec: Codec; packet: number; open: Piece[]; headersLeft: number }
type Codec = 'opus' | 'vorbis' | 'theora' | 'speex' | 'flac' | 'skeleton'

const marks: [string, Codec, number][] = [
  ['OpusHead', 'opus', 2],
  ['\x01vorbis', 'vorbis', 2],
  ['\x80theora', 'theora', 2],
  ['Speex   ', 'speex', 2],
  ['\x7fFLAC', 'flac', 64],
  ['fishead\0', 'skeleton', 1],
]
const longestComment = 16 * 1024 * 1024

/**
 * Cleans an Ogg recording in place: the comments of every stream (and the pictures in them) become an empty
 * comment of the same length, and the pages they lay on get a new checksum.
 */
export async function scrubOgg(file: ByteFile): Promise<Recording> {
  const streams = new Map<number, Stream>()
  const codecs = new Set<Codec>()
  let at = 0
  for (let page = await pageAt(file, at); page; page = await pageAt(file, at)) {
    if (page.first) {
      const stream = await openStream(file, page)
      codecs.add(stream.codec)
      streams.set(page.serial, stream)
    }
    const stream = streams.get(page.serial)
    if (!stream) throw new MediaRefusal('cannot_clean', 'A page of no known stream')
    if (stream.headersLeft > 0) await followHeaders(file, stream, page)
    at = page.end
  }
  codecs.delete('skeleton')
  if (codecs.size === 0) throw new MediaRefusal('unreadable', 'The recording has no stream')
  await file.zero(at, file.size)
  return { kind: codecs.has('theora') ? 'video' : 'audio' }
}

async function pageAt(file: ByteFile, at: number): Promise<Page | undefined> {
  const header = Buffer.from(await file.read(at, 27 + 255))
  if (header.length < 27 || header.toString('latin1', 0, 4) !== 'OggS') return undefined
  const lacing = header.subarray(27, 27 + (header[26] ?? 0))
  const content = at + 27 + (header[26] ?? 0)
  const end = content + lacing.reduce((sum, length) => sum + length, 0)
  if (end > file.size) return undefined
  return {
    start: at,
    end,
    content,
    lacing,
    serial: header.readUInt32LE(14),
    first: ((header[5] ?? 0) & 2) !== 0,
  }
}

async function openStream(file: ByteFile, page: Page): Promise<Stream> {
  const start = (await file.read(page.content, 8)).toString('latin1')
  const mark = marks.find(([text]) => start.startsWith(text))
  if (!mark) throw new MediaRefusal('cannot_clean', 'A stream of an unknown kind')
  return { codec: mark[1], packet: 0, open: [], headersLeft: mark[2] }
}

/** Gathers where the bytes of each header packet lie, over as many pages as it takes, and empties comments. */
async function followHeaders(file: ByteFile, stream: Stream, page: Page) {
  let start = page.content
  let length = 0
  for (const lace of page.lacing) {
    length += lace
    if (lace === 255) continue
    const packet = [...stream.open, { page, start, length }]
    start += length
    length = 0
    stream.open = []
    stream.packet++
    stream.headersLeft--
    if (stream.packet > 1) await emptyPacket(file, stream, packet)
    if (stream.headersLeft <= 0) return
  }
  if (length > 0) stream.open.push({ page, start, length })
  const total = stream.open.reduce((sum, piece) => sum + piece.length, 0)
  if (total > longestComment) throw new MediaRefusal('cannot_clean', 'A comment too long')
}

async function emptyPacket(file: ByteFile, stream: Stream, packet: Piece[]) {
  const pieces: Buffer[] = []
  for (const { start, length } of packet) pieces.push(Buffer.from(await file.read(start, length)))
  const bytes = Buffer.concat(pieces)
  if (stream.codec === 'flac') {
    if ((bytes[0] ?? 0x80) & 0x80) stream.headersLeft = 0
    emptyFlacBlock(bytes)
  } else emptyComment(bytes, stream.codec)
  let offset = 0
  for (const { page, start, length } of packet) {
    await file.write(start, bytes.subarray(offset, offset + length))
    offset += length
    await sealPage(file, page)
  }
}

const commentMarks: Partial<Record<Codec, string>> = {
  opus: 'OpusTags',
  vorbis: '\x03vorbis',
  theora: '\x81theora',
  speex: '',
}

/** One long blank vendor name and no comments: valid everywhere, and exactly as long as what was there. */
function emptyComment(packet: Buffer, codec: Codec) {
  const mark = commentMarks[codec] ?? ''
  const framing = codec === 'vorbis' ? 1 : 0
  const blank = packet.length - mark.length - 8 - framing
  if (blank < 0 || !packet.toString('latin1', 0, mark.length).startsWith(mark)) {
    throw new MediaRefusal('cannot_clean', 'A comment that is none')
  }
  packet.writeUInt32LE(blank, mark.length)
  packet.fill(0x20, mark.length + 4, mark.length + 4 + blank)
  packet.fill(0, mark.length + 4 + blank)
  if (framing) packet[packet.length - 1] = 1
}

const flacStreamInformation = 0
const flacPadding = 1
const flacSeekTable = 3

/** Anything but the stream's measures and its seek table turns into padding. */
export function emptyFlacBlock(block: Buffer) {
  const type = (block[0] ?? 0) & 0x7f
  if (type === flacStreamInformation || type === flacSeekTable) return
  block[0] = ((block[0] ?? 0) & 0x80) | flacPadding
  block.fill(0, 4)
}

async function sealPage(file: ByteFile, page: Page) {
  const bytes = Buffer.from(await file.read(page.start, page.end - page.start))
  bytes.writeUInt32LE(0, 22)
  const seal = Buffer.alloc(4)
  seal.writeUInt32LE(oggChecksum(bytes))
  await file.write(page.start + 22, seal)
}

/** CRC-32 as Ogg has it: polynomial 04c11db7, bits unreflected, starting from zero. */
export function oggChecksum(bytes: Uint8Array) {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}
