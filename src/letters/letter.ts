/**
 * A learner's letter to who they will be. Once sealed nobody reads it until the day they chose: no adult ever,
 * and its learner not before. It is theirs for life; class, school and graduation do not touch it.
 */
export const longestLetter = 20_000
export const mostLetterParts = 3
/** A letter can wait as long as school does, and some years more. */
export const farthestYears = 20

/** Whether a letter written on one day may be opened on another: both are ISO dates. */
export function isLaterDay(opensOn: string, writtenOn: string): boolean {
  return opensOn > writtenOn && opensOn <= yearsAfter(writtenOn, farthestYears)
}

export function yearsAfter(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
}
