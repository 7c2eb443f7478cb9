type Asked<Task> = { number: number; task: Task }
/** Without an answer nothing could be worked on: what it needs is not here, and neither is the network. */
type DeskAnswer<Answer> = { number: number; answer: Answer | undefined }

/** Where pictures are worked on, beside the page, which stays alive meanwhile. */
export class Desk<Task, Answer> {
  readonly #begin: () => Worker
  readonly #patience: number | undefined
  #worker: Worker | undefined
  #asked = 0
  readonly #waiting = new Map<number, (answer: Answer | undefined) => void>()

  /** `patience` in milliseconds: whatever takes longer is ended, and answered with nothing. */
  constructor(begin: () => Worker, patience?: number) {
    this.#begin = begin
    this.#patience = patience
  }

  /** Fetches all that is needed, so that it works when the network goes. */
  open(): void {
    if (this.#worker) return
    const worker = this.#begin()
    worker.addEventListener('message', (event) => {
      const { number, answer } = event.data as DeskAnswer<Answer>
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

  async ask(task: Task, handedOver: Transferable[] = []): Promise<Answer | undefined> {
    this.open()
    this.#asked += 1
    const number = this.#asked
    const late = this.#patience && setTimeout(() => this.#giveUp(), this.#patience)
    const answer = await new Promise<Answer | undefined>((resolve) => {
      this.#waiting.set(number, resolve)
      this.#worker?.postMessage({ number, task } satisfies Asked<Task>, handedOver)
    })
    clearTimeout(late)
    return answer
  }

  #settle(number: number, answer: Answer | undefined): void {
    this.#waiting.get(number)?.(answer)
    this.#waiting.delete(number)
  }

  #fail(): void {
    for (const number of this.#waiting.keys()) this.#settle(number, undefined)
  }

  #giveUp(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#fail()
  }
}

/** The worker's side: one task after the other, because two pictures at once would not fit into a tablet. */
export function workAtDesk(self: DedicatedWorkerGlobalScope, work: (task: never) => Promise<unknown>): void {
  let last: Promise<void> = Promise.resolve()
  self.addEventListener('message', (event) => {
    const { number, task } = event.data as Asked<never>
    last = last.then(async () => {
      const answer = await work(task).catch(() => undefined)
      self.postMessage({ number, answer } satisfies DeskAnswer<unknown>)
    })
  })
}
