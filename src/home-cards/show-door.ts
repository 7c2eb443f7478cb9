import { pictures } from '../cards/card.ts'
import { pictureShapes } from '../cards/picture-shapes.ts'
import { html, Html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { otherLanguage, writePlainPage } from '../platform/plain-page.ts'
import { sayIn } from '../platform/words.ts'
import { restMinutes } from './home-card.ts'

/** `shut`: the device shows no card any more; `closed`: the card opens nothing any more, or never did. */
export type Door = 'picture' | 'wrong' | 'rests' | 'closed' | 'shut' | 'left'

/** Names nobody, whoever scanned it: first the picture that only the child knows. */
export function showDoor(door: Door, locale: Locale) {
  const say = (key: string, values = {}) => sayIn(locale, `home-cards.${key}`, values)
  const asks = door === 'picture' || door === 'wrong'
  const title = asks ? say('door-picture') : say(`door-${door}`)
  return writePlainPage({
    locale,
    title,
    body: html`<main class="${asks ? 'tap' : 'door'}"><h1>${title}</h1>${door === 'wrong' && html`<p role="alert">${say('door-wrong')}</p>`}${
      asks
        ? html`<form method="post" class="pictures">${pictures.map(
            (one) =>
              html`<button name="picture" value="${one}" aria-label="${sayIn(locale, `cards.picture-${one}`)}"><svg viewBox="0 0 48 48" aria-hidden="true">${new Html(pictureShapes[one])}</svg></button>`,
          )}</form>`
        : html`<p>${say(`door-${door}-meaning`, { minutes: restMinutes })}</p>`
    }
<p class="go">${otherLanguage(locale)}</p></main>`,
  })
}
