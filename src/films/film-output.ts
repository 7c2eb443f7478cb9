import { MediaRefusal } from '../workshop/media-refusal.ts'
import type { Binding, FileContext, Packet, Parameters, Rational } from './film-binding.ts'
import { dictionaryOf } from './film-library.ts'

/** A file being written: its streams are told first, then it is opened, then packets go in, then it is closed. */
export class FilmOutput {
  readonly #binding: Binding
  readonly #file: FileContext
  readonly #packet: Packet
  #packets = 0

  constructor(binding: Binding, path: string, container: 'mp4' | 'webm') {
    this.#binding = binding
    this.#file = new binding.FormatContext()
    this.#must(this.#file.allocOutputContext2(null, container, path))
    const exact = 1024
    // nothing of ours is written into it either: no program's name, no moment
    this.#file.flags |= exact
    this.#packet = new binding.Packet()
    this.#packet.alloc()
  }

  /** Answers the place of the stream in this file. */
  addStream(parameters: Parameters, timeBase: Rational): number {
    const stream = this.#file.newStream(null)
    this.#must(parameters.copy(stream.codecpar))
    stream.codecpar.codecTag = 0
    stream.timeBase = timeBase
    return stream.index
  }

  open(): void {
    this.#must(this.#file.openOutputSync())
    // the index in front, so that it plays before it has arrived
    const options = dictionaryOf(this.#binding, { movflags: '+faststart', cues_to_front: '1' })
    this.#must(this.#file.writeHeaderSync(options))
  }

  write(packet: Packet, stream: number, from: Rational): void {
    const to = this.#file.streams?.[stream]?.timeBase
    if (!to) throw new Error('a stream nobody announced')
    this.#packet.ref(packet)
    this.#packet.rescaleTs(from, to)
    this.#packet.streamIndex = stream
    const written = this.#file.interleavedWriteFrameSync(this.#packet)
    this.#packet.unref()
    const invalid = -22
    // a step back in time: left out, as players would
    if (written === invalid) return
    this.#must(written)
    this.#packets += 1
  }

  close(): void {
    if (this.#packets === 0) throw new MediaRefusal('unreadable', 'Nothing of the recording could be read')
    this.#must(this.#file.writeTrailerSync())
    this.#file.closeOutputSync()
    this.#file.freeContext()
  }

  #must(code: number): void {
    if (code < 0) throw new MediaRefusal('unreadable', this.#binding.FFmpegError.strerror(code))
  }
}
