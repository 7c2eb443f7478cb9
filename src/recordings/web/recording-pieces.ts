import { plainType } from '../recording.ts'
import { holdRecording, keepBeginning, keepPiece, type KeptRecording } from './recording-store.ts'

/** What was recorded so far, second by second: in this page, and written down on the device if it has room. */
export class RecordingPieces {
  readonly #recording: KeptRecording
  readonly #onUnwritten: () => void
  readonly #pieces: Blob[] = []
  /** Lets another tab find it. */
  readonly letGo: () => void
  bytes = 0

  constructor(recording: KeptRecording, onUnwritten: () => void) {
    this.#recording = recording
    this.#onUnwritten = onUnwritten
    this.letGo = holdRecording(recording.id)
    this.#write(() => keepBeginning(recording))
  }

  add(piece: Blob): void {
    if (piece.size === 0) return
    const number = this.#pieces.push(piece) - 1
    this.bytes += piece.size
    this.#write(() => keepPiece(this.#recording.id, number, piece))
  }

  whole(): Blob {
    return new Blob(this.#pieces, { type: plainType(this.#recording.type) })
  }

  /** Where nobody is signed in, nobody could be offered it again. */
  #write(writing: () => Promise<void>): void {
    if (this.#recording.person !== '') writing().catch(this.#onUnwritten)
  }
}
