/** What stands first in the days of a table, as all of them together say it; of some nothing is known before. */
export type DayOrder = 'day' | 'month' | 'both' | 'unsaid' | undefined

const yearLast = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?:$|[T ])/

export const isYearLast = (cell = ''): boolean => yearLast.test(cell)

/** `13/4/2026` says that the day stands first, and `3/4/2026` nothing. */
export function orderSaid(cell = ''): 'day' | 'month' | undefined {
  const found = yearLast.exec(cell)
  const [first, second] = [Number(found?.[1]), Number(found?.[3])]
  if (first > 12 && second <= 12) return 'day'
  return first <= 12 && second > 12 ? 'month' : undefined
}

/**
 * Year, month and day. A program writes its days one way; where a table has both, of a day that may be either nothing
 * is known. Where no day of it says which, with points the day stands first and with strokes the month, as is usual.
 */
export function partsOf(
  cell: string,
  days: DayOrder,
): readonly [string, string, string] | 'unsure' | undefined {
  const [, first = '', between, second = '', year = ''] = yearLast.exec(cell) ?? []
  if (year === '') return undefined
  const said = orderSaid(cell) ?? (first === second ? 'day' : days)
  if (said === 'both') return 'unsure'
  const isDayFirst = said === 'day' || (said !== 'month' && between === '.')
  return isDayFirst ? [year, second, first] : [year, first, second]
}
