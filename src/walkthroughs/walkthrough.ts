/**
 * A conference for a family that cannot come: the learner leads through the pages by themselves and is recorded. The
 * first answer closes it into the record of a conference; for a week after that more may be added.
 */
export const mostMarks = 40

/** How long a family is asked to take. Whoever answers later is read all the same. */
export const answerWithinDays = 7

export function isInOrder(marks: readonly number[]): boolean {
  return marks[0] === 0 && marks.every((mark, at) => at === 0 || mark >= (marks[at - 1] ?? 0))
}

/** Which page is being spoken about at that second. */
export function pageAt(marks: readonly number[], second: number): number {
  const next = marks.findIndex((mark) => mark > second)
  return next === -1 ? Math.max(marks.length - 1, 0) : Math.max(next - 1, 0)
}

export function answerBy(sentAt: Date): Date {
  return new Date(sentAt.getTime() + answerWithinDays * 24 * 3_600_000)
}
