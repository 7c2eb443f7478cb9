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
