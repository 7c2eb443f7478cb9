import type { Box, BoxFile, Line, LineAnswer } from './box.ts'
import { type Entry, nextToSend, noteRefusal, verdictOf } from './entry.ts'

/** Why sending stopped: everything that can go has gone, nobody answers, or somebody must sign in again. */
export type Stop = 'nothing left' | 'away' | 'signed out'

export type Sending = {
  box: Box
  line: Line
  now: () => number
  /** Asked between any two steps; true ends it, with everything kept as far as it came. */
  isOver: () => boolean
  onChange: (news: News) => void
}

export type News =
  | { kind: 'progress'; file: string; sent: number }
  | { kind: 'arrived'; entry: Entry }
  | { kind: 'refused'; entry: Entry }

/** Until a teacher has the device back, a password is chosen, or whose it is comes themselves: nothing is lost by it. */
const waitsFor = new Set(['handed_over', 'password_first', 'merge_undone'])

/** The largest bit of a file sent at once; it grows and shrinks with the line. */
const smallest = 256 * 2 ** 10
const largest = 8 * 2 ** 20
const quickMs = 1_000
const slowMs = 8_000

/**
 * Sends what waits, one step at a time: a bit of a file or one write. Every step may be repeated, and what is
 * known after it is kept before the next; so it can be cut anywhere and begun again from what the box says.
 */
export async function sendAll(sending: Sending): Promise<Stop> {
  const step = new Step(sending)
  while (!sending.isOver()) {
    const stop = await step.take()
    if (stop) return stop
  }
  return 'away'
}

class Step {
  readonly #sending: Sending
  /** Files whose offset the server has told in this run; what the box knows may be from before a crash. */
  readonly #asked = new Map<string, number>()
  readonly #weights = new Map<string, number>()
  /** the teacher's own, on a device that is with a class: it waits and holds nobody up */
  readonly #later = new Set<string>()
  #bit = 2 ** 20

  constructor(sending: Sending) {
    this.#sending = sending
  }

  async take(): Promise<Stop | undefined> {
    const { box } = this.#sending
    const entries = await box.entries()
    await this.#weigh(entries)
    const entry = nextToSend(entries, ({ id }) => this.#weights.get(id) ?? 0, this.#later)
    if (!entry) return this.#later.size > 0 ? 'away' : 'nothing left'
    for (const id of entry.files) {
      const file = await box.file(id)
      if (file && file.sent !== file.bytes) return this.#sendBit(entry, file)
    }
    return this.#sendWrite(entry)
  }

  async #sendWrite(entry: Entry): Promise<Stop | undefined> {
    const { box, line, now, onChange } = this.#sending
    const answer = await line.write(entry, entry.done)
    if (answer === 'away' || verdictOf(answer) !== 'arrived') return this.#refused(entry, answer)
    const further = { ...entry, done: entry.done + 1, failures: 0 }
    if (further.done < entry.writes.length) {
      await box.change(further)
      return undefined
    }
    await box.arrive(further, now())
    onChange({ kind: 'arrived', entry: further })
    return undefined
  }

  async #sendBit(entry: Entry, file: BoxFile): Promise<Stop | undefined> {
    const { box, line, now } = this.#sending
    const offset = this.#asked.get(file.id) ?? (await this.#findOffset(file))
    if (typeof offset !== 'number') return this.#refused(entry, offset)
    if (offset >= file.bytes) return this.#keepOffset(file, file.bytes)
    const bytes = await box.read(file.id, offset, this.#bit)
    const began = now()
    const answer = await line.sendPiece(file, offset, bytes)
    this.#pace(now() - began, answer)
    if (answer !== 'away' && verdictOf(answer) === 'arrived') {
      return this.#keepOffset(file, answer.offset ?? offset + bytes.length)
    }
    // how much of it came through is for the server to say
    this.#asked.delete(file.id)
    const movedOn = answer !== 'away' && answer.status === 409
    return movedOn ? 'away' : this.#refused(entry, answer)
  }

  /** Announced once, then asked how far it came; a file the server has whole says so by not being begun again. */
  async #findOffset(file: BoxFile): Promise<number | LineAnswer> {
    const { line } = this.#sending
    if (file.sent === undefined) {
      const announced = await line.announce(file)
      if (announced === 'away' || verdictOf(announced) !== 'arrived') return announced
    }
    const known = await line.offsetOf(file)
    if (known !== 'away' && verdictOf(known) === 'arrived') return known.offset ?? 0
    if (known === 'away' || known.status !== 404) return known
    const begun = await line.begin(file)
    if (begun === 'away') return begun
    if (begun.code === 'id_taken') return file.bytes
    return verdictOf(begun) === 'arrived' ? 0 : begun
  }

  async #keepOffset(file: BoxFile, offset: number): Promise<undefined> {
    this.#asked.set(file.id, offset)
    await this.#sending.box.noteSent(file.id, offset)
    this.#sending.onChange({ kind: 'progress', file: file.id, sent: offset })
  }

  async #refused(entry: Entry, answer: LineAnswer): Promise<Stop | undefined> {
    if (answer === 'away') return 'away'
    if (waitsFor.has(answer.code)) {
      this.#later.add(entry.id)
      // whoever sends them next announces them as their own
      if (answer.code === 'merge_undone')
        for (const id of entry.files) await this.#sending.box.noteSent(id, undefined)
      return undefined
    }
    const verdict = verdictOf(answer)
    if (verdict === 'again') return 'away'
    if (verdict === 'signed out') return 'signed out'
    const { status, code, sentence } = answer
    const noted = noteRefusal(entry, verdict, { status, code, sentence })
    await this.#sending.box.change(noted)
    if (!noted.refusal) return 'away'
    this.#sending.onChange({ kind: 'refused', entry: noted })
    return undefined
  }

  /** Once a run is enough: what is heavy stays heavy until it has arrived. */
  async #weigh(entries: readonly Entry[]): Promise<void> {
    for (const { id, files } of entries.filter((one) => !this.#weights.has(one.id))) {
      const known = await Promise.all(files.map((file) => this.#sending.box.file(file)))
      this.#weights.set(
        id,
        known.reduce((sum, file) => sum + (file?.bytes ?? 0), 0),
      )
    }
  }

  #pace(took: number, answer: LineAnswer): void {
    if (answer === 'away' || took > slowMs) this.#bit = Math.max(smallest, this.#bit / 2)
    else if (took < quickMs) this.#bit = Math.min(largest, this.#bit * 2)
  }
}
