import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { FilmFacts, StreamFacts } from './film.ts'
import type { Binding, FileContext, Packet, Stream } from './film-binding.ts'
import { dictionaryOf, mediaTypes } from './film-library.ts'

const displayMatrix = 5
const attachedPicture = 0x400
const unknown = -(2n ** 63n)

/**
 * Opens a recording by the reader we chose for what we saw in its bytes, never by FFmpeg's own guess: a
 * playlist that names other files or hosts has no reader here, and no protocol but `file` is spoken.
 */
export function openRecording(binding: Binding, path: string, reader: string): FileContext {
  const format = binding.InputFormat.findInputFormat(reader)
  if (!format) throw new MediaRefusal('unreadable', `No reader for ${reader}`)
  const input = new binding.FormatContext()
  input.allocContext()
  input.maxStreams = 64
  const opened = input.openInputSync(path, format, dictionaryOf(binding, { protocol_whitelist: 'file' }))
  if (opened < 0) throw new MediaRefusal('unreadable', binding.FFmpegError.strerror(opened))
  const found = input.findStreamInfoSync(null)
  if (found < 0) throw new MediaRefusal('unreadable', binding.FFmpegError.strerror(found))
  return input
}

export function factsOf(binding: Binding, input: FileContext): FilmFacts {
  const streams = (input.streams ?? []).map((stream) => streamFacts(binding, stream))
  const seconds = input.duration > 0n ? Number(input.duration) / 1e6 : undefined
  return { seconds, streams }
}

function streamFacts(binding: Binding, stream: Stream): StreamFacts {
  const { codecpar, avgFrameRate, disposition, index } = stream
  const isVideo = codecpar.codecType === mediaTypes.video
  const decodable = binding.Codec.findDecoder(codecpar.codecId) !== null
  return {
    index,
    kind: !decodable
      ? 'other'
      : isVideo
        ? 'video'
        : codecpar.codecType === mediaTypes.audio
          ? 'audio'
          : 'other',
    codec: binding.avGetCodecName(codecpar.codecId) ?? '',
    width: codecpar.width,
    height: codecpar.height,
    turn: isVideo ? turnOf(codecpar.getCodedSideData(displayMatrix)) : 0,
    pixels: (isVideo && binding.avGetPixFmtName(codecpar.format)) || '',
    frameRate: avgFrameRate.den > 0 ? avgFrameRate.num / avgFrameRate.den : 0,
    bitsPerSecond: Number(codecpar.bitRate),
    still: (disposition & attachedPicture) !== 0,
  }
}

/** Nine numbers say how a picture is laid out; we follow quarter turns and no other. */
export function turnOf(matrix: Buffer | null): StreamFacts['turn'] {
  if (!matrix || matrix.length < 36) return 0
  const [a, b] = [matrix.readInt32LE(0), matrix.readInt32LE(4)]
  if (a === 0 && b !== 0) return b > 0 ? 90 : 270
  return a < 0 ? 180 : 0
}

/**
 * Every packet of the streams asked for, in the order of the file, until a step says it has enough. A packet is
 * the next one's when its step is done.
 */
export function eachPacket(
  binding: Binding,
  input: FileContext,
  wanted: ReadonlySet<number>,
  step: (packet: Packet) => boolean | void,
): void {
  const packet = new binding.Packet()
  packet.alloc()
  for (const stream of input.streams ?? []) if (!wanted.has(stream.index)) stream.discard = 48
  for (;;) {
    const got = input.readFrameSync(packet)
    const again = -11
    if (got === again) continue
    if (got < 0) return
    const enough = wanted.has(packet.streamIndex) && step(packet) === true
    packet.unref()
    if (enough) return
  }
}

/** Where a packet stands in its stream, in seconds. */
export function secondsAt(packet: Packet, { timeBase, startTime }: Stream): number | undefined {
  const at = packet.pts === unknown ? packet.dts : packet.pts
  if (at === unknown) return undefined
  const start = startTime === unknown ? 0n : startTime
  return (Number(at - start) * timeBase.num) / timeBase.den
}
