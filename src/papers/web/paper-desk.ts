import type { FoundPage } from './find-pages.ts'
import type { PaperAnswer, PaperTask } from './paper-work.ts'
import type { Quad } from '../../scans/web/raster.ts'

export type DeskTask = { number: number; task: PaperTask }
/** Without an answer nothing could be worked on: what reads codes is not here, and neither is the network. */
export type DeskAnswer = { number: number; answer: PaperAnswer | undefined }

/** Where photos of paper are worked on, beside the page, which stays alive meanwhile. */
export class PaperDesk {
  #worker: Worker | undefined
  #asked = 0
  readonly #waiting = new Map<number, (answer: PaperAnswer | undefined) => void>()

  /** Fetches all that is needed, so that it works when the network goes. */
  open(): void {
    if (this.#worker) return
    const worker = new Worker(new URL('../../entry/paper-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', (event) => {
      const { number, answer } = event.data as DeskAnswer
      this.#settle(number, answer)
    })
    worker.addEventListener('error', () => this.#fail())
    this.#worker = worker
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    // nobody is there to hear it, and the draft must not take it for an answer
    this.#waiting.clear()
  }

  /** The pages on a photo; `unread` when this browser cannot open it, undefined when nothing can be read now. */
  async find(id: string, photo: Blob): Promise<readonly FoundPage[] | 'unread' | undefined> {
    const answer = await this.#ask({ kind: 'find', id, photo })
    if (answer && 'pages' in answer) return answer.pages
    return answer && 'unread' in answer ? 'unread' : undefined
  }

  /** What the codes on a picture say, wherever they are and however they are held. */
  async codes(id: string, photo: Blob): Promise<readonly string[]> {
    const answer = await this.#ask({ kind: 'codes', id, photo })
    return answer && 'codes' in answer ? answer.codes : []
  }

  /** One page cut out, straight and evenly lit, at most so many pixels long. */
  async cut(
    { id, photo }: { id: string; photo: Blob },
    page: { corners: Quad; ratio: number | undefined },
    most: number,
  ): Promise<Blob | undefined> {
    const { corners, ratio } = page
    const answer = await this.#ask({ kind: 'cut', id, photo, corners, ratio, most })
    return answer && 'cut' in answer ? answer.cut : undefined
  }

  #ask(task: PaperTask): Promise<PaperAnswer | undefined> {
    this.open()
    this.#asked += 1
    const number = this.#asked
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of our own has no other origin
      this.#worker?.postMessage({ number, task } satisfies DeskTask)
    })
  }

  #settle(number: number, answer: PaperAnswer | undefined): void {
    this.#waiting.get(number)?.(answer)
    this.#waiting.delete(number)
  }

  #fail(): void {
    for (const number of this.#waiting.keys()) this.#settle(number, undefined)
  }
}
