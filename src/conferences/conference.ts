/**
 * A conference is a learner's: they choose what to show, lead it, and keep what was said. A round is when the
 * learners of one class have theirs. What somebody said is kept with who said it and whose hand wrote it down.
 */
export const longestRoundName = 120

/** A round that is longer than this was mistyped. */
export const longestRoundDays = 120

export function isRoundSpan(startsOn: string, endsOn: string): boolean {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / (24 * 3_600_000)
  return days >= 0 && days < longestRoundDays
}
