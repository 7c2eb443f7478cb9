import type { PageOf } from '../../conferences/conference.ts'
import type { ShownChoice } from '../../conferences/web/prepared.ts'
import type { Stay } from '../rehearsal.ts'

/** How long each page was looked at while it was tried out. A device that is put away meanwhile counts nothing. */
export class PageStays {
  readonly #now: () => number
  #here = 0
  #since: number | undefined
  #stayed: number[] = []

  constructor(now: () => number = () => Date.now()) {
    this.#now = now
  }

  readonly begin = (): void => {
    this.#stayed = []
    this.#here = 0
    this.#since = this.#now()
  }

  readonly onPage = (page: number): void => {
    this.#count()
    this.#here = page
  }

  readonly away = (): void => {
    this.#count()
    this.#since = undefined
  }

  readonly back = (): void => {
    this.#since ??= this.#now()
  }

  readonly of = (pages: readonly PageOf<ShownChoice>[]): Stay[] => {
    this.#count()
    return pages.map((page, at) => ({
      kind: page.kind === 'choice' ? page.choice.kind : page.kind,
      pieceId: page.kind === 'choice' ? (page.choice.piece?.id ?? null) : null,
      seconds: Math.round((this.#stayed[at] ?? 0) / 1_000),
    }))
  }

  #count(): void {
    if (this.#since === undefined) return
    const now = this.#now()
    this.#stayed[this.#here] = (this.#stayed[this.#here] ?? 0) + now - this.#since
    this.#since = now
  }
}
