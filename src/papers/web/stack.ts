import type { FoundPage } from './find-pages.ts'
import type { Quad } from '../../scans/web/raster.ts'
import type { StackScan } from './stack-scan.ts'

/** Where a stack is filed: a class or a space by hand with its learners, or one's own portfolio. */
export type Filing = {
  /** of the draft: a place has one, and so has everybody for themselves */
  key: string
  /** undefined for one's own */
  where: { classId: string } | { spaceId: string } | undefined
  learners: readonly { id: string; name: string }[]
  activities: readonly { id: string; title: string }[]
  papers: readonly { id: string; learnerId: string; activityId: string | null }[]
  responses: readonly Response[]
}

export type Response = {
  learnerId: string
  activityId: string
  pieceId: string
  title: string
  iterations: number
}

/** What a page will be known by once it is kept: made with it, so that keeping it twice is keeping it once. */
export type PageIds = { piece: string; iteration: string; response: string; share: string; post: string }

export type StackPage = {
  id: string
  /** the file of the photo it is on */
  photo: string
  corners: Quad
  ratio: number | undefined
  sure: boolean
  /** what its code says; a code that is not of this class says nothing */
  code: 'known' | 'strange' | 'none'
  /** whose the code says it is, whatever was chosen since */
  codedFor: string | undefined
  learnerId: string | undefined
  activityId: string | undefined
  /** begins new work where it could be the next attempt */
  anew: boolean
  left: boolean
  /** the page it is joined to; that one is joined to none */
  after: string | undefined
  ids: PageIds
  /** the file it was cut out to, once keeping has begun */
  cut: string | undefined
  kept: boolean
  refused: string | undefined
}

type StackPhoto = { id: string; name: string; looked: boolean }

/** Photos taken together, and the pages on them, until all of it is kept. */
export type Stack = {
  photos: readonly StackPhoto[]
  scans: readonly StackScan[]
  pages: readonly StackPage[]
  title: string
  toFamily: boolean
}

export const emptyStack: Stack = { photos: [], scans: [], pages: [], title: '', toFamily: false }

export const isOwn = ({ where }: Filing) => where === undefined

/** A classmate's sheet that lies beside one's own is nothing to file for oneself, whatever one chooses. */
export const isSomebodyElses = ({ code }: StackPage, filing: Filing) => code === 'strange' && isOwn(filing)

/** A page as it is first understood. Pages for one activity with one code are one piece of work. */
export function addFound(
  stack: Stack,
  { photo, found, newId }: { photo: string; found: readonly FoundPage[]; newId: () => string },
  filing: Filing,
): Stack {
  return found.reduce((before, one) => {
    const page = beginPage(one, photo, { filing, newId })
    const first = before.pages.find((other) => other.activityId && isSameWork(other, page) && !other.after)
    return { ...before, pages: [...before.pages, { ...page, after: first?.id }] }
  }, stack)
}

const isSameWork = (one: StackPage, other: StackPage) =>
  !one.kept &&
  one.learnerId !== undefined &&
  one.learnerId === other.learnerId &&
  one.activityId === other.activityId

function beginPage(
  { code, corners, ratio, sure }: FoundPage,
  photo: string,
  { filing, newId }: { filing: Filing; newId: () => string },
): StackPage {
  const paper = filing.papers.find(({ id }) => id === code?.paperId)
  const isOpen = filing.activities.some(({ id }) => id === paper?.activityId)
  const alone = !code && isOwn(filing) ? filing.learners[0]?.id : undefined
  return {
    id: newId(),
    photo,
    corners,
    ratio,
    sure,
    code: paper ? 'known' : code ? 'strange' : 'none',
    codedFor: paper?.learnerId,
    learnerId: paper?.learnerId ?? alone,
    activityId: (isOpen && paper?.activityId) || undefined,
    anew: false,
    left: code !== undefined && !paper && isOwn(filing),
    after: undefined,
    ids: { piece: newId(), iteration: newId(), response: newId(), share: newId(), post: newId() },
    cut: undefined,
    kept: false,
    refused: undefined,
  }
}

/** Changes one page; joined pages go where the one they are joined to goes. */
export function changePage(stack: Stack, id: string, changes: Partial<StackPage>): Stack {
  const isElsewhere = 'learnerId' in changes || 'activityId' in changes
  const { learnerId, activityId } = { ...stack.pages.find((page) => page.id === id), ...changes }
  const isMoved = 'corners' in changes
  return {
    ...stack,
    pages: stack.pages.map((page) => {
      if (page.id === id)
        return { ...page, refused: undefined, ...changes, ...(isMoved ? { cut: undefined } : {}) }
      return isElsewhere && page.after === id ? { ...page, learnerId, activityId } : page
    }),
  }
}

/** A quarter turn clockwise: what was its lower left corner is its upper left one. */
export function turnPage(stack: Stack, id: string): Stack {
  const page = stack.pages.find((one) => one.id === id)
  if (!page) return stack
  const [a, b, c, d] = page.corners
  return changePage(stack, id, { corners: [d, a, b, c], ratio: page.ratio && 1 / page.ratio })
}

/** Left out, a page lets those go that were joined to it: the next of them begins the work. */
export function leavePage(stack: Stack, id: string): Stack {
  const next = stack.pages.find((page) => page.after === id)
  const pages = stack.pages.map((page) => {
    if (page.id === id) return { ...page, left: true, after: undefined }
    if (page.after !== id) return page
    return { ...page, after: page.id === next?.id ? undefined : next?.id }
  })
  return { ...stack, pages }
}

/**
 * The page it could be joined to: the one before, when nothing says that it is another child's. Whoever reads
 * two codes of two learners never makes one piece of them.
 */
export function joinable(stack: Stack, page: StackPage): StackPage | undefined {
  const standing = stack.pages.filter(({ left, kept }) => !left && !kept)
  const place = standing.findIndex(({ id }) => id === page.id)
  const before = standing[place - 1]
  const head = before && (standing.find(({ id }) => id === before.after) ?? before)
  if (!head || page.after || stack.pages.some(({ after }) => after === page.id)) return undefined
  const another = page.learnerId !== undefined && page.learnerId !== head.learnerId
  return another || head.learnerId === undefined || page.code === 'strange' ? undefined : head
}

export function joinPage(stack: Stack, page: StackPage, head: StackPage): Stack {
  const { learnerId, activityId } = head
  return changePage(stack, page.id, { after: head.id, learnerId, activityId })
}

/** What an earlier page of this device left; photos that are gone take their pages with them. */
export function reopenStack(
  stack: Stack,
  isHere: (photo: string) => boolean,
): { stack: Stack; lost: number } {
  const photos = stack.photos.filter(({ id }) => isHere(id))
  const scans = stack.scans.filter(({ id }) => isHere(id))
  const gone = stack.photos.length - photos.length + stack.scans.length - scans.length
  const pages = stack.pages.filter(({ photo, kept }) => kept || isHere(photo))
  const there = new Set(pages.map(({ id }) => id))
  const joined = pages.map((page) =>
    page.after && !there.has(page.after) ? { ...page, after: undefined } : page,
  )
  return { stack: { ...stack, photos, scans, pages: joined }, lost: gone }
}
