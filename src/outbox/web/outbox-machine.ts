import { v7 } from 'uuid'
import { clearAway } from '../../device/web/clear-away.ts'
import { watchVault } from '../../device/web/vault.ts'
import { askToLast } from '../../device/web/room.ts'
import { claimNow } from '../../platform/web/clock.ts'
import type { Box, Line } from '../box.ts'
import { claimAfter } from '../claim.ts'
import { type Entry, idsIn, isWaiting, nextToSend, tryAgain } from '../entry.ts'
import type { Stop } from '../sending.ts'
import { keepAndSend, type Outcome } from './keep-and-send.ts'
import { openLine } from './line.ts'
import { onNews, type OutboxNews, tellNews } from './news.ts'
import { type FileState, type NewEntry, nothingYet, type OutboxState, type Owner } from './outbox.ts'
import { askForSync, runOutbox } from './run.ts'
import { boxOf } from './person-box.ts'

const shortestPause = 2_000
const longestPause = 60_000

/** What makes the outbox of a page go: keeping, sending, and trying again. Loaded after the page is drawn. */
export class OutboxMachine {
  readonly box: Promise<Box>
  readonly #line: Line
  readonly #person: string
  readonly #tell: (state: OutboxState) => void
  #state: OutboxState = nothingYet
  #timer: ReturnType<typeof setTimeout> | undefined
  #pause = shortestPause
  #running: Promise<Stop | 'busy'> | undefined

  constructor(person: Owner, tell: (state: OutboxState) => void) {
    this.#line = openLine(person.id)
    this.#person = person.id
    this.#tell = tell
    this.box = boxOf(person)
  }

  /** Begins to send, and goes on whenever there is reason to hope. Returns how to stop. */
  start(): () => void {
    const wake = () => void this.wake()
    const seen = () => document.visibilityState === 'visible' && wake()
    const stopNews = onNews((news) => this.#hear(news))
    // what waited under an earlier record of theirs has just been opened
    const stopVault = watchVault(() => void this.#look().then(wake))
    addEventListener('online', wake)
    addEventListener('focus', wake)
    document.addEventListener('visibilitychange', seen)
    void this.#look().then(wake)
    void this.#clearAway()
    return () => {
      clearTimeout(this.#timer)
      stopNews()
      stopVault()
      removeEventListener('online', wake)
      removeEventListener('focus', wake)
      document.removeEventListener('visibilitychange', seen)
    }
  }

  /** Keeps it: once this resolves it is safe. Sending begins at once, and is not waited for. */
  async keep({ called, writes, refreshes, draft }: NewEntry): Promise<Entry> {
    const box = await this.box
    const mentioned = [...idsIn(writes.map(({ sent }) => sent))]
    const known = await Promise.all(mentioned.map((id) => box.file(id)))
    const entry: Entry = {
      id: v7(),
      called,
      writes,
      done: 0,
      files: mentioned.filter((_, place) => known[place] !== undefined),
      refreshes,
      made: claimAfter(claimNow(), this.#state.entries.filter(isWaiting).at(-1)?.made),
      keptAt: Date.now(),
      failures: 0,
      ...(draft === undefined ? {} : { draft }),
    }
    await box.add(entry)
    void askToLast()
    tellNews({ kind: 'changed' })
    void askForSync()
    return entry
  }

  /** Keeps it, and gives the server a moment to answer; see `useKeep`. */
  keepAndSend(what: NewEntry): Promise<Outcome> {
    return keepAndSend(this, what)
  }

  /** Tries now; several calls at once are one run, and one more when something came in meanwhile. */
  wake(): Promise<Stop | 'busy'> {
    clearTimeout(this.#timer)
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** Somebody signed in again, or said so: the next try may succeed. */
  async retry(id: string): Promise<void> {
    const box = await this.box
    const entry = (await box.entries()).find((one) => one.id === id)
    if (!entry) return
    // the server may have let go of files that nothing carried for long
    for (const file of entry.files) await box.noteSent(file, undefined)
    await box.change(tryAgain(entry))
    tellNews({ kind: 'changed' })
    this.#pause = shortestPause
    void this.wake()
  }

  /** Puts something else in its place, as its person chose. */
  async change(entries: readonly Entry[]): Promise<void> {
    const box = await this.box
    for (const entry of entries) await box.change(entry)
    tellNews({ kind: 'changed' })
    void this.wake()
  }

  async discard(ids: readonly string[]): Promise<void> {
    const box = await this.box
    for (const id of [...ids].reverse()) await box.remove(id)
    tellNews({ kind: 'changed' })
  }

  async giveBack(id: string): Promise<void> {
    await (await this.box).giveBack(id)
    tellNews({ kind: 'changed' })
  }

  async #run(): Promise<Stop | 'busy'> {
    const box = await this.box
    const stop = await runOutbox(box, this.#line)
    await this.#look()
    this.#settle(stop, nextToSend(this.#state.entries) !== undefined)
    return stop
  }

  /** Says how it stands, and sets the time of the next try: soon at first, then ever more seldom. */
  #settle(stop: Stop | 'busy', left: boolean): void {
    const line = stop === 'nothing left' ? 'here' : stop === 'busy' ? this.#state.line : stop
    this.#show({ line: left ? line : 'here' })
    if (!left) this.#pause = shortestPause
    else if (line !== 'signed out') {
      // something came in just as the run ended
      const atOnce = stop === 'nothing left'
      this.#timer = setTimeout(() => void this.wake(), atOnce ? 0 : this.#pause)
      this.#pause = Math.min(this.#pause * 2, longestPause)
    }
  }

  #hear(news: OutboxNews): void {
    if (news.kind !== 'progress') return void this.#look()
    this.#pause = shortestPause
    const file = this.#state.files.get(news.file)
    if (!file) return
    this.#show({ files: new Map(this.#state.files).set(news.file, { ...file, sent: news.sent }) })
  }

  async #clearAway(): Promise<void> {
    const box = await this.box
    const wanted = (await box.entries()).flatMap((entry) => entry.files)
    if (box.lasts) await clearAway(this.#person, new Set(wanted), Date.now()).catch(() => undefined)
  }

  async #look(): Promise<void> {
    const box = await this.box
    const entries = await box.entries()
    const files = new Map<string, FileState>()
    for (const id of entries.filter(isWaiting).flatMap((entry) => entry.files)) {
      const file = await box.file(id)
      if (file) files.set(id, { bytes: file.bytes, sent: file.sent ?? 0, type: file.type })
    }
    this.#show({ entries, files, lasts: box.lasts })
  }

  #show(changes: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...changes }
    this.#tell(this.#state)
  }
}
