import type { Locale } from './locales.ts'

/** Canadian conventions for both languages: that is where the words were written. */
export const regions: Record<Locale, string> = { en: 'en-CA', fr: 'fr-CA' }

/**
 * "Tuesday 14 October": day before month without a comma in both languages, which no Intl style gives for English.
 * On the clock of a time zone, or on that of whoever looks.
 */
export function sayWeekdayAndDay(
  locale: Locale,
  date: Date,
  { timeZone, withYear = false }: { timeZone?: string; withYear?: boolean } = {},
): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(regions[locale], { ...options, ...(timeZone && { timeZone }) }).format(date)
  const number = say({ day: 'numeric' })
  const day = locale === 'fr' && number === '1' ? '1er' : number
  const words = [say({ weekday: 'long' }), day, say({ month: 'long' })]
  return [...words, ...(withYear ? [say({ year: 'numeric' })] : [])].join(' ')
}
