import type { Box, BoxFile, FileFacts } from './box.ts'
import { type Entry, isWaiting } from './entry.ts'

/** A box that lasts as long as the page: for browsers that can seal nothing, and for tests. */
export class MemoryBox implements Box {
  readonly lasts = false
  readonly #entries = new Map<string, Entry>()
  readonly #files = new Map<string, { file: BoxFile; content: Blob }>()

  readonly entries = async (): Promise<Entry[]> => [...this.#entries.values()]

  readonly add = async (entry: Entry): Promise<void> => void this.#entries.set(entry.id, entry)

  readonly change = async (entry: Entry): Promise<void> => {
    if (this.#entries.has(entry.id)) this.#entries.set(entry.id, entry)
  }

  readonly arrive = async (entry: Entry, now: number): Promise<void> => {
    this.#entries.set(entry.id, { ...entry, arrivedAt: now })
    this.#dropFiles(entry)
  }

  readonly remove = async (id: string): Promise<void> => {
    const entry = this.#entries.get(id)
    this.#entries.delete(id)
    if (entry) this.#dropFiles(entry)
  }

  readonly file = async (id: string): Promise<BoxFile | undefined> => this.#files.get(id)?.file

  readonly noteSent = async (id: string, sent: number | undefined): Promise<void> => {
    const kept = this.#files.get(id)
    if (kept) this.#files.set(id, { ...kept, file: { ...kept.file, sent } })
  }

  readonly read = async (id: string, offset: number, most: number): Promise<Uint8Array<ArrayBuffer>> => {
    const content = this.#files.get(id)?.content ?? new Blob([])
    return new Uint8Array(await content.slice(offset, offset + most).arrayBuffer())
  }

  readonly giveBack = async (id: string): Promise<void> => void this.#entries.delete(id)

  readonly keepFile = async (id: string, content: Blob, { name, type }: FileFacts): Promise<void> => {
    this.#files.set(id, { content, file: { id, name, type, bytes: content.size, sent: undefined } })
  }

  readonly dropFile = async (id: string): Promise<void> => void this.#files.delete(id)

  readonly open = async (id: string): Promise<File | undefined> => {
    const kept = this.#files.get(id)
    return kept && new File([kept.content], kept.file.name, { type: kept.file.type })
  }

  #dropFiles({ files }: Entry): void {
    const wanted = [...this.#entries.values()].filter(isWaiting).flatMap((one) => one.files)
    for (const id of files) if (!wanted.includes(id)) this.#files.delete(id)
  }
}
