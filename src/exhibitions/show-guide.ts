import { type Html, html } from '../platform/html.ts'
import { type Locale, sayWeekdayAndDay } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import { otherLanguage } from '../showcases/make-page.ts'
import { wrap } from '../showcases/show-page.ts'
import { nameForStrangers } from '../showcases/showcase.ts'
import type { BehindExhibition, ShownStand } from './door-store.ts'
import { isOnMap, mapSide } from './exhibition.ts'

type Saying = (key: string, values?: Record<string, string | number>) => string
export const sayingIn =
  (locale: Locale): Saying =>
  (key, values) =>
    sayIn(locale, key, values)

/** A minute of the day as people say it, wherever they are. */
export function timeOf(minute: number, locale: Locale): string {
  const moment = new Date(Date.UTC(2000, 0, 1, 0, minute))
  return new Intl.DateTimeFormat(`${locale}-CA`, { timeStyle: 'short', timeZone: 'UTC' }).format(moment)
}

export const dayOf = (day: string, locale: Locale): string =>
  sayWeekdayAndDay(locale, new Date(`${day}T00:00:00Z`), { timeZone: 'UTC' })

export const nameOf = ({ givenName = '', familyName = '' }: ShownStand): string =>
  nameForStrangers(givenName, familyName)

export const isShown = (stand: ShownStand): boolean => stand.showcaseId !== undefined

type Guided = { exhibition: BehindExhibition; locale: Locale; path: string }

/** For a visitor with a phone: the places, who is where and when, and a way to each. */
export function showGuide({ exhibition, locale, path }: Guided): { body: string; policy: string } {
  const say = sayingIn(locale)
  const { title, words, heldOn, fromMinute, toMinute, places, stands } = exhibition
  const other = otherLanguage(locale, path)
  const hours = say('exhibitions.hours', {
    from: timeOf(fromMinute, locale),
    to: timeOf(toMinute, locale),
  })
  const named = places.filter(({ id }) => stands.some(({ placeId }) => placeId === id))
  const known = new Set(places.map(({ id }) => id))
  const anywhere = stands.filter(({ placeId }) => placeId === null || !known.has(placeId))
  const showPlace = (id: string, name: string, here: ShownStand[]) =>
    html`<section aria-labelledby="p-${id}"><h2 id="p-${id}" dir="auto">${name}</h2>${showStands(here, { locale, path })}</section>`
  return wrap({
    locale,
    look: 'paper',
    title,
    style,
    body: html`<header class="top cover"><h1 dir="auto">${title}</h1><p class="by">${dayOf(heldOn, locale)}, ${hours}</p></header>
<main>${words.trim() !== '' && html`<p class="about" dir="auto">${words}</p>`}
${showMap(exhibition, say)}${named.length > 1 && !places.some(isOnMap) && html`<nav aria-label="${say('exhibitions.places')}"><ul>${named.map(({ id, name }) => html`<li><a href="#p-${id}">${name}</a></li>`)}</ul></nav>`}
${stands.length === 0 && html`<p>${say('exhibitions.nobody-yet')}</p>`}
${named.map(({ id, name }) =>
  showPlace(
    id,
    name,
    stands.filter((one) => one.placeId === id),
  ),
)}
${anywhere.length > 0 && showPlace('anywhere', say(named.length > 0 ? 'exhibitions.elsewhere' : 'exhibitions.who-shows'), anywhere)}
${showThanks(exhibition, locale)}</main>
<footer class="foot quiet"><span>${say('exhibitions.pass-ends', { day: dayOf(heldOn, locale) })}</span><a href="${other.href}" hreflang="${other.locale}" lang="${other.locale}">${other.name}</a></footer>`,
  })
}

/** Where the places lie, as who planned it drew it; a place where somebody stands leads to who stands there. */
function showMap({ places, stands }: BehindExhibition, say: Saying): Html | undefined {
  const spots = places.filter(isOnMap)
  if (spots.length === 0) return undefined
  // as large as what lies on it
  const rows = spots.map(({ row = 1 }) => row)
  const columns = spots.map(({ column = 1 }) => column)
  const [top, left] = [Math.min(...rows) - 1, Math.min(...columns) - 1]
  const wide = Math.max(...columns) - left
  return html`<nav class="plan" aria-label="${say('exhibitions.map')}"><ol class="map w${wide}">${spots.map(
    ({ id, name, row = 1, column = 1 }) => {
      const count = stands.filter(({ placeId }) => placeId === id).length
      const said = html`<span dir="auto">${name}</span>`
      return html`<li class="r${row - top} c${column - left}">${count > 0 ? html`<a href="#p-${id}">${said}<small>${say('exhibitions.map-count', { count })}</small></a>` : said}</li>`
    },
  )}</ol></nav>`
}

function showStands(stands: ShownStand[], { locale, path }: { locale: Locale; path: string }): Html {
  const say = sayingIn(locale)
  const others = stands.filter((one) => !isShown(one)).length
  return html`<ul class="stands">${stands
    .filter(isShown)
    .map(
      (one) =>
        html`<li><a href="${path}/${one.id}?in=${locale}">${one.title && html`<strong dir="auto">${one.title}</strong>`}<span>${nameOf(one)}</span></a>${
          typeof one.fromMinute === 'number' &&
          typeof one.toMinute === 'number' &&
          html`<span class="quiet">${say('exhibitions.presents', { from: timeOf(one.fromMinute, locale), to: timeOf(one.toMinute, locale) })}</span>`
        }</li>`,
    )}</ul>${others > 0 && html`<p class="quiet">${say('exhibitions.others-here', { count: others })}</p>`}`
}

/** While guests may still look, with a name; afterwards words alone. */
function showThanks({ cards, stands, state }: BehindExhibition, locale: Locale): Html | undefined {
  if (cards.length === 0) return undefined
  const nameAt = (standId: string) => {
    const stand = state === 'open' ? stands.find(({ id }) => id === standId) : undefined
    return stand && isShown(stand) ? html`<p class="quiet">${nameOf(stand)}</p>` : undefined
  }
  return html`<section aria-labelledby="thanks"><h2 id="thanks">${sayingIn(locale)('exhibitions.thanks')}</h2>${cards.map(
    ({ standId, words }) =>
      html`<blockquote dir="auto"><p class="said">${words}</p>${nameAt(standId)}</blockquote>`,
  )}</section>`
}

/** What a pass opens before its first day, after midnight, and when it was ended: nothing of anybody. */
export function showShut(
  exhibition: BehindExhibition | undefined,
  locale: Locale,
  thanksAreShown: boolean,
): { body: string; policy: string } {
  const say = sayingIn(locale)
  const kind = exhibition?.state === 'before' ? 'before' : exhibition ? 'over' : 'closed'
  const title = say(`exhibitions.door-${kind}`)
  const meaning = say(`exhibitions.door-${kind}-meaning`)
  return wrap({
    locale,
    look: 'paper',
    title,
    style,
    body: html`<main class="door"><h1>${title}</h1><p>${meaning}</p>${thanksAreShown && exhibition && showThanks(exhibition, locale)}</main>`,
  })
}

const steps = Array.from({ length: mapSide }, (_, step) => step + 1)
const style = `.map{list-style:none;margin:1.5rem 0 0;padding:4px;display:grid;grid-auto-rows:minmax(3.5rem,auto);gap:4px;border:1px solid var(--line);border-radius:10px;max-width:42rem}
.map li{display:grid;background:var(--surface);border:1px solid var(--line);border-radius:6px;min-width:0;overflow-wrap:anywhere;text-align:center;font-size:.875rem;line-height:1.2}
.map li>*{align-self:center;padding:.2rem}.map a{display:grid;align-content:center;align-self:stretch}.map small{color:var(--quiet)}
${steps.map((step) => `.r${step}{grid-row:${step}}.c${step}{grid-column:${step}}.w${step}{grid-template-columns:repeat(${step},1fr)}`).join('')}
.stands{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.stands li{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:.75rem 1rem;display:grid;gap:.15rem}
.stands a{display:flex;flex-wrap:wrap;gap:.15rem 1rem;justify-content:space-between;padding:.35rem 0;font-size:1.125rem}
@media(min-width:48rem){.stands{grid-template-columns:1fr 1fr}}
.said{white-space:pre-line}
@media print{.plan{display:block}.stands{grid-template-columns:1fr 1fr}.stands li{break-inside:avoid}}`
