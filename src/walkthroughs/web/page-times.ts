/** When each page was first turned to while it was being recorded. */
export class PageTimes {
  #here = 0
  #begun: number | undefined
  #first: number[] = []

  readonly onPage = (at: number): void => {
    this.#here = at
    if (this.#begun !== undefined && this.#first.length <= at) this.#first.push(Date.now())
  }

  readonly begin = (): void => {
    if (this.#begun !== undefined) return
    const now = Date.now()
    this.#begun = now
    this.#first = Array.from({ length: this.#here + 1 }, () => now)
  }

  readonly forget = (): void => {
    this.#begun = undefined
    this.#first = []
  }

  /** In seconds from the beginning, the first page at none. */
  readonly marks = (): number[] => {
    const begun = this.#begun
    if (begun === undefined) return [0]
    return this.#first.map((one) => Math.max(0, Math.round((one - begun) / 1_000)))
  }
}
