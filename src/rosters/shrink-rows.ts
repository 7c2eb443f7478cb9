import { setImmediate as others } from 'node:timers/promises'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Rows } from './rows.ts'

/** So many rows are spelled out at a time; one statement of SQL carries as many. */
export const rowsAtOnce = 500

/** Rows as small as in the file they came out of. */
export class Packed<T> implements Rows<T> {
  readonly #packed: Uint8Array[] = []
  #loose: T[] = []
  length = 0

  push(row: T): void {
    this.#loose.push(row)
    this.length += 1
    if (this.#loose.length < rowsAtOnce) return
    this.#packed.push(settle(deflate(this.#loose)))
    this.#loose = []
  }

  *packs(): Generator<Uint8Array> {
    yield* this.#packed
    if (this.#loose.length > 0) yield deflate(this.#loose)
  }

  *lists(): Generator<string> {
    for (const one of this.#packed) yield inflateRawSync(one).toString()
    if (this.#loose.length > 0) yield JSON.stringify(this.#loose)
  }

  async *stretches(): AsyncGenerator<T[]> {
    for (const list of this.lists()) {
      await others()
      yield JSON.parse(list) as T[]
    }
  }

  *[Symbol.iterator](): Generator<T> {
    for (const list of this.lists()) yield* JSON.parse(list) as T[]
  }

  first(count: number): T[] {
    const rows: T[] = []
    for (const row of this) if (rows.push(row) >= count) break
    return rows.slice(0, count)
  }

  /** Undefined when a pack is missing: what is not in a roster would leave. */
  static of<T>(packs: readonly Uint8Array[], length: number): Packed<T> | undefined {
    if (packs.length !== Math.ceil(length / rowsAtOnce)) return undefined
    const all = new Packed<T>()
    for (const one of packs) all.#packed.push(one)
    all.length = length
    return all
  }
}

const deflate = (rows: readonly unknown[]) => deflateRawSync(JSON.stringify(rows), { level: 1 })

const slabBytes = 2 ** 20
let slab = new Uint8Array(0)
let taken = 0

/**
 * Packs lie side by side in large slabs. Thousands of small ones, each between what is let go of, keep the system
 * from getting its memory back.
 */
export function settle(bytes: Uint8Array): Uint8Array {
  if (taken + bytes.length > slab.length) {
    slab = new Uint8Array(Math.max(slabBytes, bytes.length))
    taken = 0
  }
  slab.set(bytes, taken)
  taken += bytes.length
  return slab.subarray(taken - bytes.length, taken)
}

export const packRows = <T>(): Rows<T> => new Packed<T>()

/** For whoever only looks: rows are counted and not kept. */
class Counted<T> extends Packed<T> {
  override push(): void {
    this.length += 1
  }
}

export const countRows = <T>(): Rows<T> => new Counted<T>()
