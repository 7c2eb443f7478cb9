import { type Html, html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import { canBeAsked, directionOf, nameOfLanguage, type Wording } from '../translations/translation.ts'

/** The words of others as a family reads them: with what a machine made of them, where they asked for that. */
export type Reading = {
  locale: Locale
  offered: readonly string[]
  language: string | null
  translationOf: (wording: Wording) => string | undefined
  /** where the reader is, to come back to */
  path: string
  /** what came of asking for translations, where somebody just did */
  outcome: 'made' | 'away' | undefined
}

/** What says more to them than the words themselves: neither nothing at all, nor the same again. */
function otherwise({ language, translationOf }: Reading, wording: Wording): string | undefined {
  const translated = language === null ? undefined : translationOf(wording)?.trim()
  return translated && translated !== wording.words.trim() ? translated : undefined
}

/** The original is one tap away, and what a machine said is called so. */
export function showWords(reading: Reading, wording: Wording, tag: 'p' | 'blockquote', more?: Html): Html {
  const { locale, language } = reading
  const translated = otherwise(reading, wording)
  const [open, close] = tag === 'p' ? [html`<p`, html`</p>`] : [html`<blockquote`, html`</blockquote>`]
  if (translated === undefined || language === null)
    return html`${open} dir="auto">${wording.words}${more}${close}`
  return html`${open} lang="${language}" dir="${directionOf(language)}">${translated}${more}${close}
<details class="machine"><summary>${sayIn(locale, 'translations.by-machine')}</summary><p dir="auto">${wording.words}</p></details>`
}

/** A title stays what it was called; what it means stands beside it. */
export const showTitle = (reading: Reading, wording: Wording): Html | undefined =>
  otherwise(reading, wording) === undefined ? undefined : showWords(reading, wording, 'p')

/** Into which language, and the button that has translated what is not yet; nothing where the district runs no server. */
export function showLanguageChoice(reading: Reading, wordings: readonly Wording[]): Html | undefined {
  const { locale, offered, language, translationOf, path, outcome } = reading
  if (offered.length === 0) return undefined
  const say = (key: string, values = {}) => sayIn(locale, key, values)
  const missing =
    language === null
      ? 0
      : wordings.filter((one) => canBeAsked(one) && translationOf(one) === undefined).length
  const names = offered.map(
    (code) => html`<span lang="${code}" dir="${directionOf(code)}">${nameOfLanguage(code)}</span> `,
  )
  const back = html`<input type="hidden" name="to" value="${path}">`
  return html`<div class="tongue">${outcome === 'away' && html`<p role="alert">${say('translations.away')}</p>`}
${language !== null && missing > 0 && html`<form method="post" action="/children/translated">${back}<button type="submit">${say('translations.show-in', { language: nameOfLanguage(language) })}</button></form>`}
<details><summary>${language === null ? html`${say('translations.read-in')} ${names.slice(0, 4)}${offered.length > 4 && '…'}` : say('translations.other')}</summary>
<form method="post" action="/children/language">${back}<label for="language">${say('translations.choose')}</label><select id="language" name="language"><option value="">${say('translations.original')}</option>${offered.map(
    (code) =>
      html`<option value="${code}" lang="${code}"${code === language && html` selected`}>${nameOfLanguage(code)}</option>`,
  )}</select><p class="quiet">${say('translations.meaning')}</p><button type="submit">${say('translations.keep')}</button></form></details></div>`
}
