/**
 * Rows of which a district has a million, kept small. What was pushed is not to be changed any more: nobody can tell
 * whether it is packed already.
 */
export type Rows<T> = Iterable<T> & {
  readonly length: number
  push: (row: T) => void
  first: (count: number) => T[]
  /** some at a time; whoever else asks something of the server is answered in between */
  stretches: () => AsyncIterable<T[]>
  /** the same as JSON, of which one statement of SQL carries a list */
  lists: () => Iterable<string>
  /** the same as they are held */
  packs: () => Iterable<Uint8Array>
}

export type MakeRows = <T>() => Rows<T>

/** Rows laid beside what they are about, so that what stands of it is read for so many things at a time. */
export class Stretches<T> implements Iterable<{ ids: readonly string[]; rows: Rows<T> }> {
  readonly #makeRows: MakeRows
  readonly #size: number
  readonly #places = new Map<string, number>()
  readonly #stretches: { ids: string[]; rows: Rows<T> }[] = []

  constructor(makeRows: MakeRows, size: number, ids: Iterable<string>) {
    this.#makeRows = makeRows
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
    this.#stretches[place] ??= { ids: [], rows: this.#makeRows() }
    this.#stretches[place]?.ids.push(id)
    return place
  }
}
