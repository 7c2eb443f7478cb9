/** When each page was first turned to while it was being recorded, in seconds of what will be heard. */
export class PageTimes {
  #here = 0
  #second: number | undefined
  #first: number[] = []

  readonly onPage = (at: number): void => {
    this.#here = at
    while (this.#second !== undefined && this.#first.length <= at) this.#first.push(this.#second)
  }

  /** A pause is not heard, so this follows the recording and not the clock on the wall. */
  readonly onSecond = (second: number): void => {
    const begins = this.#first.length === 0
    this.#second = second
    if (begins) this.#first = Array.from({ length: this.#here + 1 }, () => 0)
  }

  /** Pages turned after the last word belong to no second. */
  readonly stop = (): void => {
    this.#second = undefined
  }

  readonly forget = (): void => {
    this.#second = undefined
    this.#first = []
  }

  /** The first page at none. */
  readonly marks = (): number[] => (this.#first.length === 0 ? [0] : [...this.#first])
}
