import { v7 } from 'uuid'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { largestFile } from '../media.ts'
import type { Sending } from './upload.ts'

/** A file on its way: what is known of it while the page is open. */
export type Upload = {
  id: string
  name: string
  bytes: number
  type: string
  /** to look at it before it has arrived; gone when the page closes */
  preview: string
  state: 'queued' | 'sending' | 'waiting' | 'arrived' | 'refused'
  /** from 0 to 1 */
  share: number
  /** the server's sentence, when it would not take the file */
  sentence: string
}

export type FileProblem = 'empty' | 'too_large'

/** Why a file cannot be taken, said before anything is sent. */
export function problemOf(file: { size: number }, most: number = largestFile): FileProblem | undefined {
  if (file.size === 0) return 'empty'
  return file.size > most ? 'too_large' : undefined
}

/** Weak networks finish one photo sooner than four at once. */
const sentAtOnce = 2

type Waiting = { file: File; stop: AbortController }

/** The files of one form, sent in the background in the order they were chosen. */
export class UploadQueue {
  readonly #send: (sending: Sending) => Promise<void>
  readonly #files = new Map<string, Waiting>()
  readonly #listeners = new Set<() => void>()
  #uploads: readonly Upload[] = []

  constructor(send: (sending: Sending) => Promise<void>) {
    this.#send = send
  }

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly uploads = (): readonly Upload[] => this.#uploads

  add(file: File): Upload {
    const upload: Upload = {
      id: v7(),
      name: file.name,
      bytes: file.size,
      type: file.type,
      preview: URL.createObjectURL(file),
      state: 'queued',
      share: 0,
      sentence: '',
    }
    this.#files.set(upload.id, { file, stop: new AbortController() })
    this.#show([...this.#uploads, upload])
    this.#sendNext()
    return upload
  }

  retry(id: string): void {
    const waiting = this.#files.get(id)
    if (!waiting) return
    waiting.stop = new AbortController()
    this.#change(id, { state: 'queued', sentence: '' })
    this.#sendNext()
  }

  remove(id: string): void {
    const upload = this.#uploads.find((one) => one.id === id)
    this.#files.get(id)?.stop.abort()
    this.#files.delete(id)
    if (upload) URL.revokeObjectURL(upload.preview)
    this.#show(this.#uploads.filter((one) => one.id !== id))
    this.#sendNext()
  }

  /** Resolves when everything has arrived; false as soon as the server would not take something. */
  async arrival(ids: readonly string[], signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const wanted = this.#uploads.filter(({ id }) => ids.includes(id))
        if (wanted.some(({ state }) => state === 'refused')) finish(() => resolve(false))
        else if (wanted.every(({ state }) => state === 'arrived')) finish(() => resolve(true))
      }
      const finish = (answer: () => void) => {
        stop()
        answer()
      }
      const stop = this.watch(look)
      signal.addEventListener('abort', () => finish(() => reject(signal.reason)), { once: true })
      look()
    })
  }

  stop(): void {
    for (const { id } of this.#uploads) this.remove(id)
  }

  #sendNext(): void {
    const busy = this.#uploads.filter(({ state }) => state === 'sending' || state === 'waiting').length
    const next = this.#uploads.find(({ state }) => state === 'queued')
    if (!next || busy >= sentAtOnce) return
    void this.#sendOne(next)
    this.#sendNext()
  }

  async #sendOne({ id, bytes }: Upload): Promise<void> {
    const waiting = this.#files.get(id)
    if (!waiting) return
    this.#change(id, { state: 'sending' })
    const { file, stop } = waiting
    try {
      await this.#send({
        id,
        file,
        signal: stop.signal,
        onProgress: (sent) => this.#change(id, { share: bytes === 0 ? 1 : sent / bytes }),
        onWaiting: (away) => this.#change(id, { state: away ? 'waiting' : 'sending' }),
      })
      this.#change(id, { state: 'arrived', share: 1 })
    } catch (error) {
      if (stop.signal.aborted) return
      this.#change(id, { state: 'refused', sentence: error instanceof ApiRefusal ? error.sentence : '' })
    } finally {
      this.#sendNext()
    }
  }

  #change(id: string, changes: Partial<Upload>): void {
    this.#show(this.#uploads.map((one) => (one.id === id ? { ...one, ...changes } : one)))
  }

  #show(uploads: readonly Upload[]): void {
    this.#uploads = uploads
    for (const listener of this.#listeners) listener()
  }
}
