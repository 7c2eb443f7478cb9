import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { Binding, Coder, Frame, Packet, Stream } from './film-binding.ts'
import { dictionaryOf } from './film-library.ts'

const globalHeader = 0x400000
const exact = 0x800000

/** Packets in, frames out. What is broken is passed over, as a player would. */
export class Decoder {
  readonly #coder: Coder
  readonly #frame: Frame
  frames = 0

  constructor(binding: Binding, stream: Stream) {
    const codec = binding.Codec.findDecoder(stream.codecpar.codecId)
    if (!codec) throw new MediaRefusal('unreadable', 'No decoder')
    this.#coder = new binding.CodecContext()
    this.#coder.allocContext3(codec)
    this.#coder.parametersToContext(stream.codecpar)
    this.#coder.pktTimebase = stream.timeBase
    // each thread holds pictures of its own, and eight thousand lines are fifty megabytes a picture
    this.#coder.threadCount = stream.codecpar.width * stream.codecpar.height > 9_000_000 ? 1 : 0
    const opened = this.#coder.open2Sync(codec, null)
    if (opened < 0) throw new MediaRefusal('unreadable', binding.FFmpegError.strerror(opened))
    this.#frame = new binding.Frame()
    this.#frame.alloc()
  }

  take(packet: Packet | null, step: (frame: Frame) => void): void {
    this.#coder.sendPacketSync(packet)
    while (this.#coder.receiveFrameSync(this.#frame) >= 0) {
      this.#frame.pts = this.#frame.bestEffortTimestamp
      this.frames += 1
      step(this.#frame)
      this.#frame.unref()
    }
  }
}

/** Frames in, packets out. */
export class Encoder {
  readonly #packet: Packet
  readonly coder: Coder

  constructor(
    binding: Binding,
    name: string,
    setup: (coder: Coder) => void,
    options: Record<string, string> = {},
  ) {
    const codec = binding.Codec.findEncoderByName(name)
    if (!codec) throw new Error(`The library has no ${name}`)
    this.coder = new binding.CodecContext()
    this.coder.allocContext3(codec)
    setup(this.coder)
    this.coder.flags |= globalHeader | exact
    const opened = this.coder.open2Sync(codec, dictionaryOf(binding, options))
    if (opened < 0) throw new Error(`${name}: ${binding.FFmpegError.strerror(opened)}`)
    this.#packet = new binding.Packet()
    this.#packet.alloc()
  }

  take(frame: Frame | null, step: (packet: Packet) => void): void {
    if (frame) frame.pictType = 0
    this.coder.sendFrameSync(frame)
    while (this.coder.receivePacketSync(this.#packet) >= 0) {
      step(this.#packet)
      this.#packet.unref()
    }
  }
}
