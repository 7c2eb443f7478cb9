/**
 * The languages Cairn speaks; docs/languages.md says how one more is added. The first stands in for what another
 * lacks.
 */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

/** Each in its own words, because whoever looks for it may not read the others. */
export const localeNames: Record<Locale, string> = { en: 'English', fr: 'Français' }

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** Where a page has room for one way to another language: each leads to the next, and the last to the first. */
export const localeAfter = (locale: Locale): Locale =>
  locales[(locales.indexOf(locale) + 1) % locales.length] ?? 'en'

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
