import { type Frame as Size, fitted, type StreamFacts, uprightSize } from './film.ts'
import type { Binding, ChannelLayout, Frame, Rational } from './film-binding.ts'
import { Encoder } from './film-coders.ts'
import { type FilmFilter, pictureFilter, soundFilter } from './film-filter.ts'
import { FilmOutput } from './film-output.ts'

const stereo: ChannelLayout = { nbChannels: 2, order: 1, mask: 3n }
const soundRate = 48_000

/** One MP4 being made of the frames of a recording: H.264 and AAC, which everything plays. */
export class FilmMaking {
  readonly #binding: Binding
  readonly #output: FilmOutput
  readonly #picture: PictureTrack | undefined
  readonly #sound: SoundTrack | undefined

  constructor(binding: Binding, path: string, wish: { video?: StreamFacts; side?: number; sound: boolean }) {
    this.#binding = binding
    this.#output = new FilmOutput(binding, path, 'mp4')
    if (wish.video) this.#picture = new PictureTrack(binding, this.#output, wish.video, wish.side ?? 1080)
    if (wish.sound) this.#sound = new SoundTrack(binding, this.#output)
    this.#output.open()
  }

  takePicture(frame: Frame | null, timeBase: Rational): void {
    this.#picture?.take(this.#binding, frame, timeBase)
  }

  takeSound(frame: Frame | null, timeBase: Rational, layout: string): void {
    this.#sound?.take(this.#binding, frame, timeBase, layout)
  }

  close(): void {
    this.#output.close()
  }
}

class PictureTrack {
  readonly #encoder: Encoder
  readonly #output: FilmOutput
  readonly #facts: StreamFacts
  readonly #size: Size
  readonly #pace: number
  readonly #track: number
  #filter: FilmFilter | undefined
  #shape = ''

  constructor(binding: Binding, output: FilmOutput, facts: StreamFacts, side: number) {
    this.#output = output
    this.#facts = facts
    this.#size = fitted(uprightSize(facts), side)
    // phones slow down in the dark and hurry in the light: an even pace keeps two films in step
    this.#pace = Math.min(30, Math.max(5, Math.round(facts.frameRate) || 30))
    const { width, height } = this.#size
    const options = {
      preset: 'veryfast',
      crf: '23',
      profile: 'high',
      'x264-params': 'keyint=60:vbv-maxrate=8000:vbv-bufsize=12000',
    }
    const setup = (coder: Encoder['coder']) => {
      Object.assign(coder, { width, height, pixelFormat: 0, gopSize: 60 })
      coder.timeBase = { num: 1, den: this.#pace }
      coder.framerate = { num: this.#pace, den: 1 }
      coder.sampleAspectRatio = { num: 1, den: 1 }
      Object.assign(coder, { colorSpace: 1, colorPrimaries: 1, colorTrc: 1, colorRange: 1 })
    }
    this.#encoder = new Encoder(binding, 'libx264', setup, options)
    this.#track = output.addStream(parametersOf(binding, this.#encoder), { num: 1, den: this.#pace * 512 })
  }

  take(binding: Binding, frame: Frame | null, timeBase: Rational): void {
    const encode = (made: Frame | null) =>
      this.#encoder.take(made, (packet) =>
        this.#output.write(packet, this.#track, this.#encoder.coder.timeBase),
      )
    if (!frame) {
      this.#filter?.pass(null, encode)
      encode(null)
      return
    }
    const shape = `${frame.width} ${frame.height} ${frame.format}`
    if (shape !== this.#shape) {
      this.#filter?.pass(null, encode)
      this.#filter?.free()
      const wish = { timeBase, facts: this.#facts, size: this.#size, before: [`fps=${this.#pace}`] }
      this.#filter = pictureFilter(binding, frame, wish)
      this.#shape = shape
    }
    this.#filter?.pass(frame, encode)
  }
}

class SoundTrack {
  readonly #encoder: Encoder
  readonly #output: FilmOutput
  readonly #track: number
  #filter: FilmFilter | undefined
  #shape = ''

  constructor(binding: Binding, output: FilmOutput) {
    this.#output = output
    const planarFloat = 8
    this.#encoder = new Encoder(binding, 'aac', (coder) => {
      Object.assign(coder, { sampleRate: soundRate, sampleFormat: planarFloat, bitRate: 128_000n })
      coder.channelLayout = stereo
      coder.timeBase = { num: 1, den: soundRate }
    })
    this.#track = output.addStream(parametersOf(binding, this.#encoder), { num: 1, den: soundRate })
  }

  take(binding: Binding, frame: Frame | null, timeBase: Rational, layout: string): void {
    const encode = (made: Frame | null) =>
      this.#encoder.take(made, (packet) =>
        this.#output.write(packet, this.#track, this.#encoder.coder.timeBase),
      )
    if (!frame) {
      this.#filter?.pass(null, encode)
      encode(null)
      return
    }
    const shape = `${frame.sampleRate} ${frame.format} ${layout}`
    if (shape !== this.#shape) {
      this.#filter?.pass(null, encode)
      this.#filter?.free()
      const wanted = `aresample=${soundRate}:async=1000,aformat=sample_fmts=fltp:channel_layouts=stereo,asetnsamples=n=1024:p=0`
      this.#filter = soundFilter(binding, frame, layout, timeBase, wanted)
      this.#shape = shape
    }
    this.#filter?.pass(frame, encode)
  }
}

function parametersOf(binding: Binding, encoder: Encoder) {
  const parameters = new binding.CodecParameters()
  parameters.alloc()
  parameters.fromContext(encoder.coder)
  return parameters
}

export const layoutOf = (binding: Binding, { channelLayout }: Frame): string => {
  const named = binding.avChannelLayoutDescribe(channelLayout)
  if (named && !/^\d+ channels$/.test(named)) return named
  return channelLayout.nbChannels === 1
    ? 'mono'
    : channelLayout.nbChannels === 2
      ? 'stereo'
      : `${channelLayout.nbChannels}c`
}
