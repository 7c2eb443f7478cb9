import { type FileHandle, open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'

/** What became of some bytes that were sent: where the file ends now, and whether all of them came. */
export type Appended = { offset: number; how: 'whole' | 'cut' | 'too much' | 'taken over' }

/** While this much waits for the disk, nothing more is read: little, so that it is written while it is warm. */
const most = 2 ** 19

type Writer = { stop: () => void; done: Promise<unknown> }

/**
 * Files while they come in, one writer each. Their size is how far they came: what was written before a cut
 * counts, so an upload goes on at the very byte. Whoever comes later for the same file takes over, because the
 * one before is most often a line that nobody is at the other end of any more.
 */
export class ArrivingFiles {
  readonly #pathOf: (id: string) => string
  readonly #writers = new Map<string, Writer>()

  constructor(pathOf: (id: string) => string) {
    this.#pathOf = pathOf
  }

  /** Nothing that has come is ever emptied by this. */
  async begin(id: string): Promise<void> {
    await (await open(this.#pathOf(id), 'a')).close()
  }

  /** How much of it there is; undefined before it was begun. */
  async offsetOf(id: string): Promise<number | undefined> {
    const found = await stat(this.#pathOf(id)).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'ENOENT') return undefined
      throw error
    })
    return found?.size
  }

  /** What is there lies on the disk, whatever happens to the machine a moment later. */
  async sync(id: string): Promise<void> {
    const file = await open(this.#pathOf(id), 'r+')
    await file.datasync().finally(() => file.close())
  }

  /**
   * Writes what comes from `source` at the end of the file, if that is where it should go on, and at most to
   * `end`. A file that is whole then lies on the disk for certain.
   */
  async append(
    id: string,
    { offset, end, source }: { offset: number; end: number; source: Readable },
  ): Promise<Appended | 'elsewhere' | 'not begun'> {
    for (let before = this.#writers.get(id); before; before = this.#writers.get(id)) {
      before.stop()
      await before.done
    }
    const stop = new AbortController()
    const work = this.#append(id, { offset, end, source, signal: stop.signal })
    const writer = { stop: () => stop.abort(), done: work.catch(() => undefined) }
    this.#writers.set(id, writer)
    try {
      return await work
    } finally {
      if (this.#writers.get(id) === writer) this.#writers.delete(id)
    }
  }

  async #append(id: string, sent: Sent): Promise<Appended | 'elsewhere' | 'not begun'> {
    const here = await this.offsetOf(id)
    if (here === undefined) return 'not begun'
    if (here !== sent.offset) return 'elsewhere'
    const file = await open(this.#pathOf(id), 'r+')
    try {
      const appended = await new Writing(file, sent).run()
      if (appended.how === 'too much') await file.truncate(sent.offset)
      else if (appended.offset === sent.end) await file.datasync()
      return appended
    } finally {
      await file.close()
    }
  }
}

type Sent = { offset: number; end: number; source: Readable; signal: AbortSignal }

/** One request's bytes on their way to the disk: what comes while the last are being written goes with the next. */
class Writing {
  readonly #file: FileHandle
  readonly #sent: Sent
  #waiting: Buffer[] = []
  #bytes = 0
  #come = 0
  #at: number
  #writing = false
  #how: Appended['how'] | undefined
  #finish: (appended: Appended) => void = () => {}
  #fail: (error: unknown) => void = () => {}

  constructor(file: FileHandle, sent: Sent) {
    this.#file = file
    this.#sent = sent
    this.#at = sent.offset
  }

  run(): Promise<Appended> {
    const { source, signal } = this.#sent
    const take = (bytes: Buffer) => this.#take(bytes)
    const whole = () => this.#end('whole')
    const cut = () => this.#end('cut')
    const takenOver = () => this.#end('taken over')
    return new Promise<Appended>((resolve, reject) => {
      this.#finish = resolve
      this.#fail = reject
      if (signal.aborted) return takenOver()
      signal.addEventListener('abort', takenOver, { once: true })
      source.on('data', take).once('end', whole).once('close', cut).once('error', cut)
    }).finally(() => {
      signal.removeEventListener('abort', takenOver)
      source.off('data', take).off('end', whole).off('close', cut)
    })
  }

  #take(bytes: Buffer): void {
    if (this.#how) return
    this.#waiting.push(bytes)
    this.#bytes += bytes.length
    this.#come += bytes.length
    if (this.#sent.offset + this.#come > this.#sent.end) return this.#end('too much')
    if (this.#bytes >= most) this.#sent.source.pause()
    void this.#write()
  }

  /** What has come is written, however it ended. */
  #end(how: Appended['how']): void {
    this.#how ??= how
    void this.#write()
  }

  async #write(): Promise<void> {
    if (this.#writing) return
    this.#writing = true
    try {
      while (this.#bytes > 0 && this.#how !== 'too much') {
        const heaped = this.#waiting
        const bytes = this.#bytes
        this.#waiting = []
        this.#bytes = 0
        await writeAll(this.#file, heaped, this.#at)
        this.#at += bytes
        heaped.forEach(letGo)
        this.#sent.source.resume()
      }
      if (this.#how) this.#finish({ offset: this.#at, how: this.#how })
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#writing = false
    }
  }
}

/** The system may write less than it was given. */
async function writeAll(file: FileHandle, heaped: readonly Buffer[], at: number): Promise<void> {
  const whole = heaped.reduce((sum, { length }) => sum + length, 0)
  const { bytesWritten } = await file.writev([...heaped], at)
  if (bytesWritten === whole) return
  const rest = Buffer.concat(heaped).subarray(bytesWritten)
  for (let written = 0; written < rest.length; ) {
    const more = await file.write(rest, written, rest.length - written, at + bytesWritten + written)
    written += more.bytesWritten
  }
}

/**
 * Written bytes are given back at once. Left to the collector, they fill the memory it watches over, and it goes
 * through everything the server holds again and again: that was half of the work of receiving a file.
 */
function letGo({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}
