import { mostMarks } from '../walkthrough.ts'

type Turn = { second: number; page: number }

/** When each page was turned to while it was being recorded, in seconds of what will be heard; back and forth too. */
export class PageTimes {
  #here = 0
  #second: number | undefined
  #turns: Turn[] = []

  readonly onPage = (page: number): void => {
    this.#here = page
    if (this.#second !== undefined) this.#turn({ second: this.#second, page })
  }

  /** A pause is not heard, so this follows the recording and not the clock on the wall. */
  readonly onSecond = (second: number): void => {
    if (this.#turns.length === 0) this.#turns = [{ second: 0, page: this.#here }]
    this.#second = second
  }

  /** Pages turned after the last word belong to no second. */
  readonly stop = (): void => {
    this.#second = undefined
  }

  readonly forget = (): void => {
    this.#second = undefined
    this.#turns = []
  }

  /** A recording found again, whose pages nobody remembers, begins at its first. */
  readonly turns = (): { marks: number[]; pages: number[] } => {
    const turns = this.#turns.length === 0 ? [{ second: 0, page: 0 }] : this.#turns
    return { marks: turns.map(({ second }) => second), pages: turns.map(({ page }) => page) }
  }

  /** Turned through within one second, the last page is the one that is spoken about. */
  #turn(turn: Turn): void {
    const last = this.#turns.at(-1)
    if (!last || last.page === turn.page || this.#turns.length === mostMarks) return
    if (last.second === turn.second) this.#turns.pop()
    this.#turns.push(turn)
  }
}
