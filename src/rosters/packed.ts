import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** So many rows are spelled out at a time; one statement of SQL carries as many. */
const most = 500

/**
 * Rows of which a district has a million, as small as in the file they came out of. What was pushed is not to be
 * changed any more: nobody can tell whether it is packed already.
 */
export class Packed<T> implements Iterable<T> {
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

  /** The rows as JSON, a list of some at a time. */
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

  /** For `JSON.stringify`; `unpacked` is its other half. */
  toJSON(): { packed: string[]; loose: T[]; length: number } {
    return {
      packed: this.#packed.map((one) => Buffer.from(one).toString('base64')),
      loose: this.#loose,
      length: this.length,
    }
  }

  static of<T>({ packed, loose, length }: ReturnType<Packed<T>['toJSON']>): Packed<T> {
    const all = new Packed<T>()
    for (const one of packed) all.#packed.push(Uint8Array.from(Buffer.from(one, 'base64')))
    all.#loose = loose
    all.length = length
    return all
  }
}

/** Rows laid beside what they are about, so that what stands of it is read for so many things at a time. */
export class Stretches<T> implements Iterable<{ ids: readonly string[]; rows: Packed<T> }> {
  readonly #size: number
  readonly #places = new Map<string, number>()
  readonly #stretches: { ids: string[]; rows: Packed<T> }[] = []

  constructor(size: number, ids: Iterable<string>) {
    this.#size = size
    for (const id of ids) this.#placeOf(id)
  }

  push(id: string, row: T): void {
    this.#stretches[this.#placeOf(id)]?.rows.push(row)
  }

  [Symbol.iterator]() {
    return this.#stretches[Symbol.iterator]()
  }

  #placeOf(id: string): number {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    const place = Math.floor(this.#places.size / this.#size)
    this.#places.set(id, place)
    this.#stretches[place] ??= { ids: [], rows: new Packed() }
    this.#stretches[place]?.ids.push(id)
    return place
  }
}
