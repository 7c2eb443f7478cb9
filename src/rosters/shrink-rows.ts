import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PackedAsJson, Rows } from './rows.ts'

/** So many rows are spelled out at a time; one statement of SQL carries as many. */
const most = 500

/** Rows as small as in the file they came out of. */
export class Packed<T> implements Rows<T> {
  readonly #packed: Uint8Array[] = []
  #loose: T[] = []
  length = 0

  push(row: T): void {
    this.#loose.push(row)
    this.length += 1
    if (this.#loose.length < most) return
    // copied, because a Buffer holds on to more than its own bytes
    this.#packed.push(Uint8Array.from(deflateRawSync(JSON.stringify(this.#loose), { level: 1 })))
    this.#loose = []
  }

  *lists(): Generator<string> {
    for (const one of this.#packed) yield inflateRawSync(one).toString()
    if (this.#loose.length > 0) yield JSON.stringify(this.#loose)
  }

  *stretches(): Generator<T[]> {
    for (const list of this.lists()) yield JSON.parse(list) as T[]
  }

  *[Symbol.iterator](): Generator<T> {
    for (const rows of this.stretches()) yield* rows
  }

  first(count: number): T[] {
    const rows: T[] = []
    for (const row of this) if (rows.push(row) >= count) break
    return rows.slice(0, count)
  }

  toJSON(): PackedAsJson<T> {
    return {
      packed: this.#packed.map((one) => Buffer.from(one).toString('base64')),
      loose: this.#loose,
      length: this.length,
    }
  }

  static of<T>({ packed, loose, length }: PackedAsJson<T>): Packed<T> {
    const all = new Packed<T>()
    for (const one of packed) all.#packed.push(Uint8Array.from(Buffer.from(one, 'base64')))
    all.#loose = loose
    all.length = length
    return all
  }
}

export const packRows = <T>(): Rows<T> => new Packed<T>()
