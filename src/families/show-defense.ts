import type { ListFamilyDefenses } from '../defenses/contract.ts'
import { noteSides, sayWhen } from '../defenses/defense.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type Html, html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'

type Shown = OutputOf<typeof ListFamilyDefenses>[number]

/** A presentation a child asked this guardian to: when and where, and afterwards what the child lets them see. */
export function showDefense(shown: Shown, name: string, locale: Locale): Html {
  const say = (key: string, values = {}) => sayIn(locale, `defenses.${key}`, values)
  const { title, number, place, outcome, opening, calledOff, notes } = shown
  return html`<article><p class="quiet">${say('family-heading')}</p><h3 dir="auto">${title}</h3>
<p>${sayWhen(shown, locale)}${place && html` · ${place}`}${number > 1 && html` · ${say('attempt', { number })}`}</p>
${calledOff && html`<p>${say('family-called-off')}</p>`}${!calledOff && !outcome && html`<p class="quiet">${say('family-later', { name })}</p>`}
${opening && html`<blockquote dir="auto">${opening}</blockquote>`}${
  outcome &&
  html`<p><strong>${say(`outcome-${outcome.outcome}`)}</strong></p>${outcome.words && html`<p dir="auto">${outcome.words}</p>`}<p class="quiet">${say('told-by', { name: outcome.by })}</p>${outcome.answers.map((words) => html`<blockquote dir="auto">${words}</blockquote>`)}`
}${noteSides.map((side) => {
  const here = notes.filter((note) => note.side === side)
  return (
    here.length > 0 &&
    html`<p><strong>${say(`side-${side}`)}</strong></p>${here.map((note) => html`<p dir="auto">${note.words} <span class="quiet">${note.saidBy}${note.criterion && html` · ${note.criterion}`}</span></p>`)}`
  )
})}</article>`
}
