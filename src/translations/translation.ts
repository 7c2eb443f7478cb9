/**
 * What a machine makes of somebody's words, for a guardian who reads another language. It stands beside the words it
 * was made of, is called what it is, and is made only where the district runs a server for it.
 */
export const sources = ['asking', 'piece', 'iteration', 'reflection', 'feedback'] as const
export type Source = (typeof sources)[number]

/** Some words, and what they belong to. */
export type Wording = { source: Source; id: string; words: string }

const longestWording = 8_000

/** Longer ones stay as they are. */
export const canBeAsked = ({ words }: Wording): boolean =>
  words.trim() !== '' && words.length <= longestWording

/** At one time; a second tap goes on with the rest. */
export const mostAtOnce = 80
export const charactersAtOnce = 24_000
/** A guardian waits no longer, whatever the server does. */
export const translatorPatience = 8_000

export const mostLanguages = 40
export const isLanguage = (code: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(code)

/** In its own words, because whoever looks for it may not read others. */
export function nameOfLanguage(code: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
  } catch {
    return code
  }
}

const fromRightToLeft = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']

export function directionOf(code: string): 'ltr' | 'rtl' {
  try {
    return fromRightToLeft.includes(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
