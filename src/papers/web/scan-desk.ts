import { Desk } from '../../scans/web/desk.ts'
import type { ScanAnswer, ScanTask } from '../../scans/web/scan-work.ts'

/** A document made to keep its reader busy is given up. */
const patience = 90_000

/** Where a scanner's document is taken apart, page by page, so that one page alone is in memory. */
export class ScanDesk {
  readonly #desk = new Desk<ScanTask, ScanAnswer>(
    () => new Worker(new URL('../../entry/scan-worker.ts', import.meta.url), { type: 'module' }),
    patience,
  )

  close(): void {
    this.#desk.close()
  }

  /** How many pages it has; `unread` when it is locked or no document, undefined when nothing can be read now. */
  async open(file: Blob): Promise<number | 'unread' | undefined> {
    const answer = await this.#desk.ask({ kind: 'open', file })
    if (answer && 'pages' in answer) return answer.pages
    return answer && 'unread' in answer ? 'unread' : undefined
  }

  /** A page as a picture; undefined when that page cannot be drawn. */
  async draw(number: number): Promise<Blob | undefined> {
    const answer = await this.#desk.ask({ kind: 'draw', number })
    return answer && 'page' in answer ? answer.page : undefined
  }
}
