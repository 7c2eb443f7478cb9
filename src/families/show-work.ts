import { sayWeekdayAndDay } from '../platform/locales.ts'
import { html } from '../platform/html.ts'
import { writePlainPage } from '../platform/plain-page.ts'
import { sayIn } from '../platform/words.ts'
import type { PieceWords } from '../translations/store.ts'
import type { Wording } from '../translations/translation.ts'
import { type Reading, showLanguageChoice, showTitle, showWords } from './show-words.ts'

export const wordingsOf = ({ id, title, said }: PieceWords): Wording[] => [
  ...(title ? [{ source: 'piece' as const, id, words: title }] : []),
  ...said,
]

/** What is written in a piece and said about it, read without a script; the work itself is seen in the app. */
export function showWork(piece: PieceWords, reading: Reading, timeZone: string) {
  const { locale } = reading
  const say = (key: string, values = {}) => sayIn(locale, key, values)
  const title = piece.title || say('askings.untitled')
  const name = { source: 'piece' as const, id: piece.id, words: piece.title }
  return writePlainPage({
    locale,
    title,
    body: html`<main><h1 dir="auto">${title}</h1>${showTitle(reading, name)}
<p class="quiet">${piece.learner.name}</p>${showLanguageChoice(reading, wordingsOf(piece))}
${piece.said.length === 0 && html`<p>${say('translations.no-words')}</p>`}
${piece.said.map(
  (one) => html`<article>${showWords(reading, one, 'p')}
<p class="quiet">${say(`translations.from-${one.source}`, { name: one.by })}${one.attempt !== null && html` · ${say('translations.attempt', { number: one.attempt })}`} · ${sayWeekdayAndDay(locale, new Date(one.at), { timeZone })}</p></article>`,
)}
<p class="go"><a href="/pieces/${piece.id}">${say('translations.see-work')}</a></p><p class="go"><a href="/children">${say('digests.go')}</a></p></main>`,
  })
}
