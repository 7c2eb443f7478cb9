import type { Answer } from '../../src/workshop/workshop.ts'
import type { Binding, Frame, Rational } from '../../src/films/film-binding.ts'
import { libraryPath, loadBinding } from '../../src/films/film-library.ts'
import { Encoder } from '../../src/films/film-coders.ts'

/** A recording made for a test: moving bars and a tone, in any wrapper and by any coder the library knows. */
export type Sample = {
  container: string
  video?: {
    coder: string
    width: number
    height: number
    rate?: number
    pixels?: string
    options?: Record<string, string>
  }
  audio?: { coder: string; rate?: number; layout?: string; format?: string }
  seconds: number
  tags?: Record<string, string>
  /** held upright: a quarter turn is written beside the picture */
  turned?: boolean
  /** every third frame is missing, as when a phone hurries */
  uneven?: boolean
}

type Track = {
  encoder: Encoder
  graph: ReturnType<typeof openGraph>
  index: number
  timeBase: Rational
  next: bigint
  done: boolean
}

export const answer: Answer<{ path: string; sample: Sample }, null> = ({ path, sample }) => {
  const binding = loadBinding(libraryPath() ?? '')
  const output = new binding.FormatContext()
  must(binding, output.allocOutputContext2(null, sample.container, path))
  const tracks: Track[] = []
  const addTrack = (encoder: Encoder, description: string, timeBase: Rational) => {
    const stream = output.newStream(null)
    const parameters = new binding.CodecParameters()
    parameters.alloc()
    parameters.fromContext(encoder.coder)
    if (sample.turned && parameters.width > 0) parameters.addCodedSideData(5, quarterTurn())
    parameters.copy(stream.codecpar)
    stream.timeBase = timeBase
    tracks.push({
      encoder,
      graph: openGraph(binding, description),
      index: stream.index,
      timeBase,
      next: 0n,
      done: false,
    })
  }
  if (sample.video) {
    const { coder, width, height, rate = 25, pixels = 'yuv420p', options = {} } = sample.video
    const uneven = sample.uneven ? ",select='mod(n,3)'" : ''
    const format = { yuv420p: 0, yuv420p10le: 62, yuv422p: 4, yuvj420p: 12 }[pixels] ?? 0
    const encoder = new Encoder(
      binding,
      coder,
      (one) => {
        Object.assign(one, { width, height, pixelFormat: format, gopSize: rate })
        one.timeBase = { num: 1, den: rate }
        one.framerate = { num: rate, den: 1 }
      },
      options,
    )
    addTrack(
      encoder,
      `testsrc2=size=${width}x${height}:rate=${rate}:duration=${sample.seconds}${uneven},format=${pixels},buffersink@out`,
      { num: 1, den: rate },
    )
  }
  if (sample.audio) {
    const { coder, rate = 44_100, layout = 'mono', format = 'fltp' } = sample.audio
    const formats = { fltp: 8, s16: 1, s16p: 6, flt: 3 } as Record<string, number>
    const encoder = new Encoder(binding, coder, (one) => {
      Object.assign(one, { sampleRate: rate, sampleFormat: formats[format], bitRate: 64_000n })
      one.channelLayout =
        layout === 'mono' ? { nbChannels: 1, order: 1, mask: 4n } : { nbChannels: 2, order: 1, mask: 3n }
      one.timeBase = { num: 1, den: rate }
    })
    addTrack(
      encoder,
      `sine=frequency=440:sample_rate=${rate}:duration=${sample.seconds},aformat=sample_fmts=${format}:channel_layouts=${layout},asetnsamples=n=${encoder.coder.frameSize || 1024}:p=0,abuffersink@out`,
      { num: 1, den: rate },
    )
  }
  if (sample.tags) {
    const tags = new binding.Dictionary()
    tags.alloc()
    for (const [name, value] of Object.entries(sample.tags)) tags.set(name, value, 0)
    output.metadata = tags
  }
  must(binding, output.openOutputSync())
  const options = new binding.Dictionary()
  options.alloc()
  options.set('movflags', 'use_metadata_tags', 0)
  must(binding, output.writeHeaderSync(options))
  const frame = new binding.Frame()
  frame.alloc()
  while (tracks.some((track) => !track.done)) {
    const track = tracks
      .filter((one) => !one.done)
      .reduce((one, other) => (secondsOf(one) <= secondsOf(other) ? one : other))
    step(track, frame, (packet) => {
      packet.rescaleTs(track.timeBase, output.streams?.[track.index]?.timeBase ?? track.timeBase)
      packet.streamIndex = track.index
      output.interleavedWriteFrameSync(packet)
    })
  }
  must(binding, output.writeTrailerSync())
  output.closeOutputSync()
  return null
}

const secondsOf = ({ next, timeBase }: Track) => (Number(next) * timeBase.num) / timeBase.den

function step(track: Track, frame: Frame, write: Parameters<Encoder['take']>[1]) {
  if (track.graph.sink.buffersinkGetFrameSync(frame) >= 0) {
    track.next = frame.pts + 1n
    track.encoder.take(frame, write)
    frame.unref()
    return
  }
  track.encoder.take(null, write)
  track.done = true
}

function openGraph(binding: Binding, description: string) {
  const graph = new binding.FilterGraph()
  graph.alloc()
  must(binding, graph.parse2(description))
  must(binding, graph.configSync())
  const sink = graph.getFilter('buffersink@out') ?? graph.getFilter('abuffersink@out')
  if (!sink) throw new Error('no sink')
  // the graph is kept beside its end, or it would be collected with everything in it
  return { sink, graph }
}

function quarterTurn(): Buffer {
  const matrix = Buffer.alloc(36)
  matrix.writeInt32LE(1 << 16, 4)
  matrix.writeInt32LE(-(1 << 16), 12)
  matrix.writeInt32LE(1 << 30, 32)
  return matrix
}

function must(binding: Binding, code: number): void {
  if (code < 0) throw new Error(binding.FFmpegError.strerror(code))
}
