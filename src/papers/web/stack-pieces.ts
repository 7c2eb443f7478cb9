import type { Filing, Response, Stack, StackPage } from './stack.ts'

/** Pages that are kept as one piece, or as one attempt at it. */
export type PieceOfPages = { head: StackPage; pages: readonly StackPage[]; attempt: Response | undefined }

export function piecesIn(stack: Stack, filing: Filing): PieceOfPages[] {
  const standing = stack.pages.filter(({ left, kept }) => !left && !kept)
  return standing
    .filter(({ after }) => after === undefined)
    .map((head) => ({
      head,
      pages: [head, ...standing.filter(({ after }) => after === head.id)],
      attempt: head.anew ? undefined : responseOf(head, filing),
    }))
}

export function responseOf(
  { learnerId, activityId }: StackPage,
  { responses }: Filing,
): Response | undefined {
  return responses.find((one) => one.learnerId === learnerId && one.activityId === activityId)
}

export type Question = 'whose' | 'look'

/** What must be answered before a page is kept: whose it is, and whether another's is in the picture. */
export function questionOf(
  { learnerId, sure, left, kept }: StackPage,
  { learners }: Filing,
): Question | undefined {
  if (left || kept) return undefined
  if (!learners.some(({ id }) => id === learnerId)) return 'whose'
  return sure ? undefined : 'look'
}
