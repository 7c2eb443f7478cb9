import type { Box } from '../box.ts'
import { type Called, type Entry, isWaiting, type Write } from '../entry.ts'
import { beginWaiting, pause, readsRest } from '../../platform/web/network.ts'
import { patiently } from '../../platform/web/patient-import.ts'
import type { Stop } from '../sending.ts'
import type { Outcome } from './keep-and-send.ts'
import type { OutboxMachine } from './outbox-machine.ts'

/** How sending stands: `signed out` waits for the person, the rest goes by itself. */
export type LineState = 'here' | 'away' | 'signed out'

export type FileState = { bytes: number; sent: number; type: string }

export type OutboxState = {
  entries: readonly Entry[]
  /** of the files that wait, by their ids */
  files: ReadonlyMap<string, FileState>
  line: LineState
  /** whether what waits outlives this page */
  lasts: boolean
}

export const nothingYet: OutboxState = { entries: [], files: new Map(), line: 'here', lasts: true }

export type NewEntry = {
  called: Called
  writes: readonly Write[]
  refreshes: readonly string[]
  draft?: string | undefined
}

export type Owner = { id: string; givenName: string }

/**
 * One person's outbox as a page holds it: what waits and what becomes of it. What makes it go is fetched once
 * the page is drawn, because opening Cairn must not wait for it.
 */
export class Outbox {
  readonly #owner: Owner
  readonly #listeners = new Set<() => void>()
  #state = nothingYet
  #machine: Promise<OutboxMachine> | undefined
  #stopWaiting: (() => void) | undefined

  constructor(owner: Owner) {
    this.#owner = owner
  }

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): OutboxState => this.#state

  get box(): Promise<Box> {
    return this.#load().then(({ box }) => box)
  }

  /** Begins to send, and goes on whenever there is reason to hope. Returns how to stop. */
  start(): () => void {
    const stopping = readsRest().then(() =>
      patiently(async () => (await this.#load()).start(), pause, Infinity),
    )
    return () =>
      void stopping.then((stop) => {
        stop()
        this.#waitNoMore()
      })
  }

  /** Keeps it here, and gives the server a moment to answer; see `useKeep`. */
  async keepAndSend(what: NewEntry): Promise<Outcome> {
    return (await this.#load()).keepAndSend(what)
  }

  /** Keeps it here and lets it travel; nobody waits for an answer. */
  keep = async (what: NewEntry): Promise<void> => {
    const machine = await this.#load()
    await machine.keep(what)
    void machine.wake()
  }

  /** Tries now. */
  wake = async (): Promise<Stop | 'busy'> => (await this.#load()).wake()

  /** Somebody signed in again, or said so: the next try may succeed. */
  retry = async (id: string): Promise<void> => (await this.#load()).retry(id)

  /** Puts something else in its place, as its person chose. */
  change = async (entries: readonly Entry[]): Promise<void> => (await this.#load()).change(entries)

  /** Its person decided that it goes. */
  discard = async (ids: readonly string[]): Promise<void> => (await this.#load()).discard(ids)

  #load(): Promise<OutboxMachine> {
    this.#machine ??= import('./outbox-machine.ts')
      .then(({ OutboxMachine }) => new OutboxMachine(this.#owner, (state) => this.#show(state)))
      .catch((error: unknown) => {
        // a line that broke just then is no reason to never try again
        this.#machine = undefined
        throw error
      })
    return this.#machine
  }

  #waitNoMore(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
  }

  #show(state: OutboxState): void {
    this.#state = state
    // every page says it under its bar: most forms are left the moment their words are kept here
    if (state.line === 'away' && state.entries.some(isWaiting)) this.#stopWaiting ??= beginWaiting()
    else this.#waitNoMore()
    for (const listener of this.#listeners) listener()
  }
}
