import type { CopyContent } from '../collections/copy-store.ts'
import { mediaIn } from '../collections/copy.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { type Behind, lookBehind, readCopyContent } from './door-store.ts'
import { withoutResting } from './showcase.ts'
import { idBehind } from './hand-link.ts'

const mostRemembered = 300

/** Something that never changes once made, remembered for the many who ask for it. */
export class Remembered<T> {
  private readonly found = new Map<string, T>()

  async get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.found.get(key)
    if (known !== undefined) return known
    const made = await make()
    this.found.set(key, made)
    const [oldest] = this.found.keys()
    if (this.found.size > mostRemembered && oldest !== undefined) this.found.delete(oldest)
    return made
  }
}

export type FoundBehind = Behind & { id: string }

/** What stands behind a link, asked anew each time; a link that was not made here asks nothing. */
export async function findBehind(ground: Ground, token: string): Promise<FoundBehind | undefined> {
  const id = idBehind(ground.secret, token, 'showcase')
  return id === undefined ? undefined : findShowcase(ground, id)
}

export async function findShowcase(ground: Ground, id: string): Promise<FoundBehind | undefined> {
  const behind = await lookBehind(ground.database, id, ground.now())
  return behind && { ...behind, id }
}

const copies = new Remembered<CopyContent>()

/** What it shows now: a copy is never altered, so only what rests is asked for. */
export async function contentBehind(ground: Ground, behind: FoundBehind): Promise<CopyContent | undefined> {
  const { copyId, districtId } = behind
  if (copyId === null) return undefined
  const content = await copies.get(copyId, async () => {
    const why = { reason: 'show a showcase to a guest', districtId }
    const read = await asTheSystem(ground, why, ({ db }) => readCopyContent(db, copyId))
    if (!read) throw new Error('a showcase without its copy')
    return read
  })
  return withoutResting(content, behind.resting)
}

/** A file of what is shown now, with the form of it that was asked for. */
export function fileIn(content: CopyContent, mediaId: string, rendition: string) {
  return shownIn(content, mediaId)?.renditions.find(({ name }) => name === rendition)
}

/** What was written down of a recording that is shown now. */
export const transcriptIn = (content: CopyContent, mediaId: string) => shownIn(content, mediaId)?.transcript

const shownIn = (content: CopyContent, mediaId: string) =>
  mediaIn(content).find(({ id }) => id === mediaId) as CopyContent['aboutMedia'] | undefined
