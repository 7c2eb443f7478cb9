import { v7 } from 'uuid'
import { bitsPerSecond, isFull, type RecordingKind, secondsKept, secondsLeft } from '../recording.ts'
import {
  askForDevices,
  DeviceRefusal,
  type Facing,
  letGo,
  type RecordingProblem,
  typeHere,
} from './recording-devices.ts'
import type { EarlyEnd, Recorded } from './recorded.ts'
import { RecordingPieces } from './recording-pieces.ts'
import { listenTo, type SoundLevel } from './sound-level.ts'

export type SessionState = {
  step: 'asking' | 'ready' | 'recording' | 'paused' | 'done' | 'refused'
  problem?: RecordingProblem
  /** the device took the microphone away for a while */
  muted?: boolean
  stream?: MediaStream
  seconds: number
  left: number
  /** false when the device has no room to write it down; it still is in this page */
  kept: boolean
  /** nothing was heard for a while */
  silent: boolean
  recorded?: Recorded
}

type Wanted = { kind: RecordingKind; place: string; person: string | undefined; mostBytes: number }

/** How often one listens: also how fine the drawn shape of the sound is. */
const listenEvery = 100
const quietMoments = 50
const audible = 0.12

/** One recording, from asking for the microphone to the last second. */
export class RecordingSession {
  readonly #wanted: Wanted
  readonly #listeners = new Set<() => void>()
  readonly #closing = new AbortController()
  #state: SessionState
  #recorder: MediaRecorder | undefined
  #sound: SoundLevel | undefined
  #pieces: RecordingPieces | undefined
  #ran = 0
  #since = 0
  #quiet = 0
  #endedBy: EarlyEnd | undefined
  #loudness: number[] = []

  constructor(wanted: Wanted) {
    this.#wanted = wanted
    this.#state = { step: 'asking', seconds: 0, left: this.#left(), kept: true, silent: false }
    const ticking = setInterval(() => this.#tick(), listenEvery)
    this.#closing.signal.addEventListener('abort', () => clearInterval(ticking))
    document.addEventListener('visibilitychange', () => this.#flush(), { signal: this.#closing.signal })
  }

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): SessionState => this.#state

  readonly level = (): number => this.#sound?.now() ?? 0

  async open(facing: Facing = 'environment'): Promise<void> {
    this.#release()
    this.#change({ step: 'asking' })
    try {
      const stream = await askForDevices(this.#wanted.kind, facing)
      if (this.#closing.signal.aborted) return letGo(stream)
      this.#sound = listenTo(stream)
      for (const track of stream.getTracks()) this.#watchTrack(track)
      this.#change({ step: 'ready', stream })
    } catch (error) {
      this.#change({ step: 'refused', problem: error instanceof DeviceRefusal ? error.problem : 'busy' })
    }
  }

  start(): void {
    const { kind, place, person } = this.#wanted
    const { stream } = this.#state
    const type = typeHere(kind)
    if (!stream || !type || this.#state.step !== 'ready') return
    const id = v7()
    const startedAt = new Date()
    const options = {
      mimeType: type,
      audioBitsPerSecond: bitsPerSecond.audio,
      videoBitsPerSecond: bitsPerSecond.video,
      // a film is cut where a whole picture begins; browsers that do not know this simply have fewer of them
      videoKeyFrameIntervalDuration: 1000,
    }
    const recorder = new MediaRecorder(stream, options)
    const kept = { id, person: person ?? '', place, kind, type, startedAt: startedAt.getTime() }
    const pieces = new RecordingPieces(kept, () => this.#change({ kept: false }))
    this.#closing.signal.addEventListener('abort', pieces.letGo)
    recorder.ondataavailable = ({ data }) => {
      pieces.add(data)
      const { mostBytes } = this.#wanted
      if (isFull({ kind, mostBytes, bytes: pieces.bytes, seconds: this.#seconds() })) this.stop('full')
    }
    recorder.onerror = () => this.stop('lost')
    recorder.onstop = () => {
      this.#release()
      const recorded = { id, startedAt, blob: pieces.whole(), loudness: this.#loudness }
      this.#change({ step: 'done', recorded: { ...recorded, endedBy: this.#endedBy } })
    }
    this.#recorder = recorder
    this.#pieces = pieces
    recorder.start(secondsKept * 1000)
    this.#since = performance.now()
    this.#change({ step: 'recording' })
  }

  pause(muted = false): void {
    if (this.#state.step !== 'recording') return
    this.#recorder?.pause()
    this.#flush()
    this.#ran = this.#seconds()
    this.#change({ step: 'paused', muted })
  }

  goOn(): void {
    if (this.#state.step !== 'paused') return
    this.#recorder?.resume()
    this.#since = performance.now()
    this.#change({ step: 'recording', muted: false })
  }

  stop(early?: EarlyEnd): void {
    if (!['recording', 'paused'].includes(this.#state.step)) return
    this.#endedBy = early
    if (this.#recorder && this.#recorder.state !== 'inactive') this.#recorder.stop()
  }

  /** Lets go of everything; what was written down stays until it is forgotten. */
  close(): void {
    this.#closing.abort()
    if (this.#recorder && this.#recorder.state !== 'inactive') this.#recorder.stop()
    this.#release()
    this.#listeners.clear()
  }

  #watchTrack(track: MediaStreamTrack): void {
    track.addEventListener('ended', () => {
      if (this.#state.step === 'ready') this.#change({ step: 'refused', problem: 'missing' })
      else this.stop('lost')
    })
    // a call, a locked screen: the device takes the microphone for a while
    track.addEventListener('mute', () => this.pause(true))
  }

  #flush(): void {
    if (this.#recorder && this.#recorder.state !== 'inactive') this.#recorder.requestData()
  }

  #tick(): void {
    const { step } = this.#state
    if (step !== 'ready' && step !== 'recording') return
    const level = this.level()
    if (step === 'recording') this.#loudness.push(level)
    this.#quiet = level < audible ? this.#quiet + 1 : 0
    const seconds = Math.floor(this.#seconds())
    const silent = this.#quiet > quietMoments
    if (seconds === this.#state.seconds && silent === this.#state.silent) return
    this.#change({ seconds, silent, left: this.#left() })
  }

  #seconds(): number {
    return this.#ran + (this.#recorder?.state === 'recording' ? (performance.now() - this.#since) / 1000 : 0)
  }

  #left(): number {
    const { kind, mostBytes } = this.#wanted
    return secondsLeft({ kind, mostBytes, bytes: this.#pieces?.bytes ?? 0, seconds: this.#seconds() })
  }

  #release(): void {
    this.#sound?.close()
    this.#sound = undefined
    if (this.#state.stream) letGo(this.#state.stream)
  }

  #change(changes: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...changes }
    for (const listener of this.#listeners) listener()
  }
}
