const dayMs = 24 * 3_600_000

/** A class is a year old when it began so many days ago: longer than a school year, shorter than to the next one's end. */
const longestYear = 300

/** Whether a class is proposed when a school archives its past year: over by its days, or begun a school year ago. */
export function isOfPastYear(
  { opensOn, closesOn }: { opensOn: string; closesOn: string },
  today: string,
): boolean {
  return closesOn < today || Date.parse(today) - Date.parse(opensOn) > longestYear * dayMs
}
