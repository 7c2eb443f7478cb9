import { type Html, html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { otherLanguage, writePlainPage } from '../platform/plain-page.ts'
import { sayIn } from '../platform/words.ts'
import { nameForStrangers } from '../showcases/showcase.ts'
import { longestNote, noteSides, pinDigits, sayWhen } from './defense.ts'
import type { Panel } from './door-store.ts'
import { type Box, boxesOf, notesIn, notesTyped, typedIn, wordsIn } from './keep-guest-notes.ts'

type Showing = { panel: Panel; locale: Locale; path: string }
type Trouble = 'full' | 'long'
type Saying = (key: string, values?: Record<string, string | number>) => string
const sayingIn =
  (locale: Locale): Saying =>
  (key, values) =>
    sayIn(locale, `defenses.${key}`, values)

export const nameOnPanel = ({ givenName, familyName }: Panel): string =>
  nameForStrangers(givenName, familyName)

const footOf = (locale: Locale): Html => html`<footer class="foot">${otherLanguage(locale)}</footer>`

const whereOf = (panel: Panel, locale: Locale): string =>
  panel.place ? `${sayWhen(panel, locale)} · ${panel.place}` : sayWhen(panel, locale)

/** One presentation for one guest of its panel: what is shown, in which order, what is looked for, and their own notes. */
export function showPanel(
  { panel, locale, path }: Showing,
  how: { kept?: boolean; trouble?: Trouble; typed?: unknown },
) {
  const say = sayingIn(locale)
  const name = nameOnPanel(panel)
  const { title, guest, givenName, opening, number, protocol, showcaseId, state } = panel
  return writePlainPage({
    locale,
    title: `${title} · ${name}`,
    body: html`<main><p class="quiet">${say('guest-here-as', { guest })}</p><h1 dir="auto">${title}</h1>
<p><strong>${name}</strong><br>${whereOf(panel, locale)}${number > 1 && html`<br>${say('attempt', { number })}`}</p>
${how.kept && html`<p role="status"><strong>${say('guest-kept')}</strong></p>`}
<h2>${say('guest-opening', { name: givenName })}</h2>${opening ? html`<blockquote dir="auto">${linesOf(opening)}</blockquote>` : html`<p class="quiet">${say('no-opening')}</p>`}
${showcaseId && html`<p class="go"><a href="${path}/work?in=${locale}">${say('guest-work', { name: givenName })}</a></p>`}
${protocol.length > 0 && html`<h2>${say('protocol')}</h2><ol>${protocol.map((step) => html`<li dir="auto">${step.words} · ${say('step-minutes', { count: step.minutes })}</li>`)}</ol>`}
<h2>${say('criteria')}</h2>${state === 'said' ? showSaid(panel, say) : showForm({ panel, locale, path }, how)}</main>${footOf(locale)}`,
  })
}

const linesOf = (words: string): Html =>
  html`${words.split('\n').map((line, at) => (at > 0 ? html`<br>${line}` : line))}`

function showForm({ panel, locale, path }: Showing, how: { trouble?: Trouble; typed?: unknown }): Html {
  const say = sayingIn(locale)
  const about = aboutOf(panel, say)
  return html`<p class="quiet">${say('guest-notes-meaning', { name: panel.givenName })}</p>
<form method="post" action="${path}?in=${locale}">${how.trouble && html`<p role="alert">${say(`guest-trouble-${how.trouble}`, { most: longestNote })}</p>`}
${about.map(({ words, boxes, gone }, at) => html`<article><h3 id="c-${at}" dir="auto">${words}</h3>${gone && html`<p class="quiet">${say('gone')}</p>`}${boxes.map((box) => showBox(panel, box, { say, about: `c-${at}`, typed: how.typed }))}</article>`)}
<button type="submit">${say('guest-keep')}</button></form>`
}

/** Criterion by criterion, the whole last; what is looked for no more stands there while something was said to it. */
function aboutOf(panel: Panel, say: Saying): { words: string; boxes: Box[]; gone: boolean }[] {
  const boxes = boxesOf(panel)
  const to = (id: string | null) => boxes.filter(({ criterionId }) => criterionId === id)
  const spoken = panel.gone.filter(({ id }) => to(id).some((box) => notesIn(panel, box).length > 0))
  return [
    ...panel.criteria.map(({ id, words }) => ({ words, boxes: to(id), gone: false })),
    ...spoken.map(({ id, words }) => ({ words, boxes: to(id), gone: true })),
    { words: say('about-all'), boxes: to(null), gone: false },
  ]
}

function showBox(
  panel: Panel,
  box: Box,
  { say, about, typed }: { say: Saying; about: string; typed: unknown },
): Html {
  const kept = wordsIn(panel, box)
  const [id, label] = [`n-${about}-${box.side}`, `l-${about}-${box.side}`]
  // a browser takes the first line's end of a textarea for markup
  return html`<label for="${id}" id="${label}">${say(`guest-${box.side}`)}</label><input type="hidden" name="was.${box.name}" value="${kept}"><textarea id="${id}" name="${box.name}" rows="2" maxlength="${longestNote}" aria-labelledby="${label} ${about}">
${typedIn(typed, box.name) ?? kept}</textarea>`
}

/** Once it was said what it came to, a guest reads their own words and changes them no more. */
function showSaid(panel: Panel, say: Saying): Html {
  return html`<p>${say('guest-said', { name: panel.givenName })}</p>${aboutOf(panel, say).map(
    ({ words, boxes }) => {
      const notes = boxes.flatMap((box) => notesIn(panel, box))
      return (
        notes.length > 0 &&
        html`<article><h3 dir="auto">${words}</h3>${noteSides.map((side) => notes.filter((note) => note.side === side).map((note) => html`<p dir="auto"><strong>${say(`guest-${side}`)}</strong><br>${linesOf(note.words)}</p>`))}</article>`
      )
    },
  )}`
}

const pinField = (say: Saying): Html =>
  html`<label for="pin">${say('guest-pin', { digits: pinDigits })}</label><input id="pin" name="pin" type="text" inputmode="numeric" autocomplete="one-time-code" required maxlength="12">`

export type Door = 'pin' | 'closed' | 'over' | 'said' | 'rests'

/** What a link shows before its PIN, and whatever else is not that one presentation: nothing of anybody. */
export function showPanelDoor(
  locale: Locale,
  door: Door,
  how: { wrong?: boolean; typed?: unknown; path: string },
) {
  const say = sayingIn(locale)
  const title = say(`door-${door}`)
  return writePlainPage({
    locale,
    title,
    body: html`<main class="door"><h1>${title}</h1><p>${say(`door-${door}-meaning`)}</p>${
      door === 'pin' &&
      html`<form method="post" action="${how.path}?in=${locale}">${how.wrong && html`<p role="alert">${say('door-wrong')}</p>`}${pinField(say)}${carried(how.typed)}<button type="submit">${say('door-open')}</button></form>`
    }${door !== 'pin' && showTyped(how.typed, say)}</main>${footOf(locale)}`,
  })
}

/** What was typed goes along through the door. */
const carried = (typed: unknown): Html =>
  html`${notesTyped(typed).map(([name, words]) => html`<input type="hidden" name="${name}" value="${words}">`)}`

/** Where nothing can be kept any more, what was typed is given back to whoever typed it. */
function showTyped(typed: unknown, say: Saying): Html | undefined {
  const words = notesTyped(typed).filter(([name, said]) => !name.startsWith('was.') && said !== '')
  if (words.length === 0) return undefined
  return html`<p role="alert">${say('guest-not-kept')}</p>${words.map(([, said]) => html`<blockquote dir="auto">${linesOf(said)}</blockquote>`)}`
}
