import { html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { showCode } from '../platform/plain-page.ts'
import { wrap } from '../showcases/show-page.ts'
import { nameForStrangers } from '../showcases/showcase.ts'
import { sayingIn } from './show-guide.ts'
import type { Placard } from './store.ts'

export const placardSizes = ['A5', 'A4'] as const
export type PlacardSize = (typeof placardSizes)[number]

type Printing = {
  title: string
  stands: readonly Placard[]
  size: PlacardSize
  locale: Locale
  path: string
  /** where the code of a stand leads */
  addressOf: (standId: string) => string
}

/** One sheet for each learner: title, first name and initial, place. The code only where guests may follow it. */
export function showPlacards({ title, stands, size, locale, path, addressOf }: Printing) {
  const say = sayingIn(locale)
  const other = size === 'A5' ? 'A4' : 'A5'
  return wrap({
    locale,
    look: 'paper',
    title: say('exhibitions.placards-of', { title }),
    style: styleOf(size),
    body: html`<main class="sheets"><header class="top"><h1>${say('exhibitions.placards-of', { title })}</h1>
<p>${say('exhibitions.placards-meaning', { size, count: stands.length })}</p>
<p><a href="${path}?size=${other}&in=${locale}">${say('exhibitions.placards-other', { size: other })}</a></p></header>
${stands.map(
  (one) =>
    html`<article class="sheet"><p class="by" dir="auto">${title}</p><div class="what">${showWhat(one)}</div>
<div class="where"><p dir="auto">${one.place}</p>${one.isShown && html`<div>${showCode(addressOf(one.id), say('exhibitions.code'))}<p class="quiet">${say('exhibitions.code-meaning')}</p></div>`}</div></article>`,
)}</main>`,
  })
}

/** A title nobody has read for guests is not printed; the name then stands in its place. */
function showWhat({ title, givenName, familyName }: Placard) {
  const name = nameForStrangers(givenName, familyName)
  return title === '' ? html`<h2>${name}</h2>` : html`<h2 dir="auto">${title}</h2><p class="who">${name}</p>`
}

/** A5 lies across the sheet, A4 stands up. */
const styleOf = (size: PlacardSize) => `@page{size:${size === 'A5' ? 'A5 landscape' : 'A4'};margin:12mm}
.sheets{max-width:58rem;padding-bottom:3rem}
.sheet{display:flex;flex-direction:column;justify-content:space-between;gap:1.5rem;${size === 'A5' ? 'aspect-ratio:186/124' : 'aspect-ratio:186/273'};max-width:${size === 'A5' ? '46rem' : '34rem'};padding:2rem}
.sheet h2{border:0;margin:0;padding:0;font-size:${size === 'A5' ? '2.75rem' : '3.5rem'}}
.who{font-size:1.75rem;margin:.75rem 0 0}
.where{display:flex;justify-content:space-between;align-items:end;gap:1.5rem;font-size:1.25rem}
.where div{width:${size === 'A5' ? '9.5rem' : '14rem'};flex:none}
.code{display:block;width:100%}
@media print{.sheets{max-width:none;padding:0}.sheets header{display:none}.sheet{aspect-ratio:auto;max-width:none;height:calc(100vh - 2px);margin:0;padding:0;border:0;border-radius:0;break-after:page;overflow:hidden}.sheet:last-child{break-after:auto}}`
