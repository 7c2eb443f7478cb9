import { Desk } from '../../scans/web/desk.ts'
import type { Quad } from '../../scans/web/raster.ts'
import type { FoundPage, SeenCode } from './find-pages.ts'
import type { PaperAnswer, PaperTask } from './paper-work.ts'

/** Where photos of paper are worked on. */
export class PaperDesk {
  readonly #desk = new Desk<PaperTask, PaperAnswer>(
    () => new Worker(new URL('../../entry/paper-worker.ts', import.meta.url), { type: 'module' }),
  )

  open(): void {
    this.#desk.open()
  }

  close(): void {
    this.#desk.close()
  }

  /** The pages on a photo; `unread` when this browser cannot open it, undefined when nothing can be read now. */
  async find(id: string, photo: Blob): Promise<readonly FoundPage[] | 'unread' | undefined> {
    const answer = await this.#desk.ask({ kind: 'find', id, photo })
    if (answer && 'pages' in answer) return answer.pages
    return answer && 'unread' in answer ? 'unread' : undefined
  }

  /** What a camera sees: every code, and where it lies. */
  async codes(seen: ImageBitmap): Promise<readonly SeenCode[]> {
    const answer = await this.#desk.ask({ kind: 'codes', seen }, [seen])
    return answer && 'codes' in answer ? answer.codes : []
  }

  /** One page cut out, straight and evenly lit, at most so many pixels long. */
  async cut(
    { id, photo }: { id: string; photo: Blob },
    page: { corners: Quad; ratio: number | undefined },
    most: number,
  ): Promise<Blob | undefined> {
    const { corners, ratio } = page
    const answer = await this.#desk.ask({ kind: 'cut', id, photo, corners, ratio, most })
    return answer && 'cut' in answer ? answer.cut : undefined
  }
}
