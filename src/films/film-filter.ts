import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { Frame as Size, StreamFacts } from './film.ts'
import type { Binding, FilterEnd, FilterGraph, Frame, Rational } from './film-binding.ts'

/** Pictures or sound on their way from the decoder to the encoder. */
export class FilmFilter {
  readonly #graph: FilterGraph
  readonly #frame: Frame
  readonly #source: FilterEnd
  readonly sink: FilterEnd

  constructor(binding: Binding, description: string) {
    this.#graph = new binding.FilterGraph()
    this.#graph.alloc()
    const parsed = this.#graph.parse2(description)
    const configured = parsed < 0 ? parsed : this.#graph.configSync()
    if (configured < 0) {
      throw new MediaRefusal('unreadable', `${description}: ${binding.FFmpegError.strerror(configured)}`)
    }
    const ends = ['buffer@in', 'abuffer@in', 'buffersink@out', 'abuffersink@out'].flatMap(
      (name) => this.#graph.getFilter(name) ?? [],
    )
    const [source, sink] = ends
    if (!source || !sink) throw new Error('the filter has no ends')
    this.#source = source
    this.sink = sink
    this.#frame = new binding.Frame()
    this.#frame.alloc()
  }

  /** Gives it a frame, or the end, and hands on what comes out. The frame stays the giver's. */
  pass(frame: Frame | null, step: (frame: Frame) => void): void {
    const keep = 8
    if (this.#source.buffersrcAddFrameSync(frame, keep) < 0) return
    while (this.sink.buffersinkGetFrameSync(this.#frame) >= 0) {
      step(this.#frame)
      this.#frame.unref()
    }
  }

  free(): void {
    this.#graph.free()
  }
}

const ratio = ({ num, den }: Rational) => `${num}/${den || 1}`

type PictureWish = {
  timeBase: Rational
  facts: StreamFacts
  size: Size
  before?: string[]
  pixels?: 'yuv420p' | 'rgb24'
}

/** Turned upright, no larger than asked, in the colors every screen knows. */
export function pictureFilter(
  binding: Binding,
  first: Frame,
  { timeBase, facts, size, before = [], pixels = 'yuv420p' }: PictureWish,
): FilmFilter {
  const turns = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] }[
    facts.turn
  ]
  const source = `buffer@in=video_size=${first.width}x${first.height}:pix_fmt=${first.format}:time_base=${ratio(timeBase)}`
  const colors = `:colorspace=${first.colorSpace}:range=${first.colorRange}`
  return new FilmFilter(
    binding,
    [
      source + colors,
      ...before,
      ...turns,
      `scale=${size.width}:${size.height}:flags=bicubic`,
      ...flattened(first),
      `format=${pixels}`,
      'setsar=1',
      // it stands upright now: who reads this later must not turn it again
      'sidedata=mode=delete:type=DISPLAYMATRIX',
      'buffersink@out',
    ].join(','),
  )
}

const [perceptual, hybrid] = [16, 18]

/** The wide brightness of newer phones, brought down to what every screen shows. */
function flattened({ colorTrc }: Frame): string[] {
  if (colorTrc !== perceptual && colorTrc !== hybrid) return []
  const linear = 'zscale=transferin=' + (colorTrc === hybrid ? 'arib-std-b67' : 'smpte2084')
  return [
    `${linear}:matrixin=2020_ncl:primariesin=2020:transfer=linear:npl=200,format=gbrpf32le`,
    'zscale=primaries=709,tonemap=hable:desat=0',
    'zscale=transfer=709:matrix=709:range=tv',
  ]
}

export function soundFilter(
  binding: Binding,
  first: Frame,
  layout: string,
  timeBase: Rational,
  wanted: string,
): FilmFilter {
  const source = `abuffer@in=sample_rate=${first.sampleRate}:sample_fmt=${first.format}:channel_layout=${layout}:time_base=${ratio(timeBase)}`
  return new FilmFilter(binding, `${source},${wanted},abuffersink@out`)
}
