import { v7 } from 'uuid'
import {
  bitsPerSecond,
  isFull,
  plainType,
  type RecordingKind,
  secondsKept,
  secondsLeft,
} from '../recording.ts'
import {
  askForDevices,
  DeviceRefusal,
  type Facing,
  letGo,
  type RecordingProblem,
  typeHere,
} from './recording-devices.ts'
import { dropKept, holdRecording, keepBeginning, keepPiece } from './recording-store.ts'
import { listenTo, type SoundLevel } from './sound-level.ts'

/** Why a recording ended before it was stopped: the device went away, or the file is as large as it may be. */
export type EarlyEnd = 'lost' | 'full'

export type Recorded = {
  id: string
  blob: Blob
  startedAt: Date
  loudness: readonly number[]
  endedBy?: EarlyEnd | undefined
}

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
  #pieces: Blob[] = []
  #bytes = 0
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
    this.#recorder = recorder
    if (person) {
      this.#closing.signal.addEventListener('abort', holdRecording(id))
      void this.#keep(keepBeginning({ id, person, place, kind, type, startedAt: startedAt.getTime() }))
    }
    recorder.ondataavailable = ({ data }) => this.#take(id, data)
    recorder.onerror = () => this.stop('lost')
    recorder.onstop = () => {
      const blob = new Blob(this.#pieces, { type: plainType(recorder.mimeType || type) })
      this.#release()
      const recorded = { id, blob, startedAt, loudness: this.#loudness, endedBy: this.#endedBy }
      this.#change({ step: 'done', recorded })
    }
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

  #take(id: string, data: Blob): void {
    if (data.size === 0) return
    const number = this.#pieces.push(data) - 1
    this.#bytes += data.size
    if (this.#wanted.person) void this.#keep(keepPiece(id, number, data))
    const { kind, mostBytes } = this.#wanted
    if (isFull({ kind, mostBytes, bytes: this.#bytes, seconds: this.#seconds() })) this.stop('full')
  }

  async #keep(writing: Promise<void>): Promise<void> {
    await writing.catch(() => this.#change({ kept: false }))
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
    return secondsLeft({ kind, mostBytes, bytes: this.#bytes, seconds: this.#seconds() })
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

/** Once it is safe elsewhere, or not wanted. */
export function forgetRecording(id: string): Promise<void> {
  return dropKept(id).catch(() => undefined)
}
