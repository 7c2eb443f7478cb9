import { v7 } from 'uuid'
import { largestFile } from '../media.ts'

/** A file of a form: safe on this device from the moment it is `kept`. It travels when the form is saved. */
export type ChosenFile = {
  id: string
  name: string
  bytes: number
  type: string
  /** to look at it before it has arrived; gone when the page closes */
  preview: string
  state: 'keeping' | 'kept' | 'refused'
  problem?: FileProblem
}

export type FileProblem = 'empty' | 'too_large' | 'no_room'

/** Why a file cannot be taken, said before anything is kept. */
export function problemOf(file: { size: number }, most: number = largestFile): FileProblem | undefined {
  if (file.size === 0) return 'empty'
  return file.size > most ? 'too_large' : undefined
}

/** Where a form's files are kept. `keep` rejects when there is no room, and then leaves nothing behind. */
export type FileKeeper = {
  keep: (id: string, file: File) => Promise<void>
  drop: (id: string) => Promise<void>
}

/** The files of one form, kept on the device one after the other, in the order they were chosen. */
export class ChosenFiles {
  readonly #keeper: FileKeeper
  readonly #sources = new Map<string, File>()
  readonly #listeners = new Set<() => void>()
  #files: readonly ChosenFile[] = []
  #last: Promise<void> = Promise.resolve()

  constructor(keeper: FileKeeper) {
    this.#keeper = keeper
  }

  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly files = (): readonly ChosenFile[] => this.#files

  add(file: File): ChosenFile {
    const chosen = this.#begin(v7(), file, 'keeping')
    this.#keep(chosen.id)
    return chosen
  }

  /** One that an earlier page kept, found again. */
  found(id: string, file: File): void {
    if (!this.#sources.has(id)) this.#begin(id, file, 'kept')
  }

  retry(id: string): void {
    if (!this.#sources.has(id)) return
    const { problem: _, ...rest } = this.#files.find((one) => one.id === id) as ChosenFile
    this.#show(this.#files.map((one) => (one.id === id ? { ...rest, state: 'keeping' } : one)))
    this.#keep(id)
  }

  remove(id: string): void {
    const chosen = this.#files.find((one) => one.id === id)
    if (!chosen) return
    this.#sources.delete(id)
    URL.revokeObjectURL(chosen.preview)
    this.#show(this.#files.filter((one) => one.id !== id))
    // what is just being kept is dropped right after
    this.#last = this.#last.then(() => this.#keeper.drop(id)).catch(() => undefined)
  }

  /** Resolves when all of them are safe; false when there was no room for one. */
  async allKept(ids: readonly string[]): Promise<boolean> {
    await this.#last
    const wanted = this.#files.filter(({ id }) => ids.includes(id))
    if (wanted.some(({ state }) => state === 'keeping')) return this.allKept(ids)
    return wanted.every(({ state }) => state === 'kept')
  }

  /** The page goes; what is kept stays, for the draft it belongs to. */
  stop(): void {
    for (const { preview } of this.#files) URL.revokeObjectURL(preview)
    this.#sources.clear()
    this.#show([])
  }

  #begin(id: string, file: File, state: ChosenFile['state']): ChosenFile {
    const { name, size, type } = file
    const chosen = { id, name, bytes: size, type, preview: URL.createObjectURL(file), state }
    this.#sources.set(id, file)
    this.#show([...this.#files, chosen])
    return chosen
  }

  #keep(id: string): void {
    this.#last = this.#last.then(async () => {
      const source = this.#sources.get(id)
      if (!source) return
      try {
        await this.#keeper.keep(id, source)
        this.#change(id, { state: 'kept' })
      } catch {
        this.#change(id, { state: 'refused', problem: 'no_room' })
      }
    })
  }

  #change(id: string, changes: Partial<ChosenFile>): void {
    this.#show(this.#files.map((one) => (one.id === id ? { ...one, ...changes } : one)))
  }

  #show(files: readonly ChosenFile[]): void {
    this.#files = files
    for (const listener of this.#listeners) listener()
  }
}
