import { type Html, html } from '../platform/html.ts'
import { otherLanguage, writePlainPage } from '../platform/plain-page.ts'
import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import { type DigestWay, digestHours, sayHour, sayWeekday, weekdays } from './digest.ts'
import type { Chosen } from './store.ts'

/** How somebody is told, as they see it on their own page. */
export type Settings = Chosen & { ways: { mail: boolean; text: boolean } }

type Say = (key: string, values?: object) => string
const sayer =
  (locale: Locale): Say =>
  (key, values = {}) =>
    sayIn(locale, key, values as Record<string, unknown>)

export function showSettings(settings: Settings, locale: Locale, kept: boolean) {
  const say = sayer(locale)
  const leaves = settings.ways.mail || settings.ways.text
  const where = settings.way === 'text' ? settings.phone : settings.email
  return page(
    locale,
    say('digests.title'),
    html`${kept && html`<p role="status">${say('digests.kept')}</p>`}<p>${say('digests.lead')}</p>
${!leaves && html`<p>${say('digests.none-leaves')}</p>`}
${leaves && settings.email === null && settings.phone === null && html`<p>${say('digests.nobody-known')}</p>`}
${leaves && where !== null && settings.way !== 'none' && html`<p>${say('digests.to', { where })}</p>`}
<ul>${settings.children.map(({ name, tells }) => html`<li>${say(`digests.tells-${tells}`, { name })}</li>`)}</ul>
${leaves && settingsForm(settings, locale)}
<p class="go"><a href="/children">${say('digests.go')}</a></p>`,
  )
}

function settingsForm({ way, weekday, hour, ways, email, phone }: Settings, locale: Locale): Html {
  const say = sayer(locale)
  const open: Record<DigestWay, boolean> = {
    mail: ways.mail && email !== null,
    text: ways.text && phone !== null,
    none: true,
  }
  const offered = (['mail', 'text', 'none'] as const).filter((one) => open[one] || one === way)
  return html`<form method="post" action="/children/letters">
${select(
  'way',
  say('digests.way'),
  offered.map((one) => ({ value: one, label: say(`digests.way-${one}`), chosen: one === way })),
)}
${select(
  'weekday',
  say('digests.day'),
  weekdays.map((one) => ({ value: one, label: sayWeekday(locale, one), chosen: one === weekday })),
)}
${select(
  'hour',
  say('digests.hour'),
  digestHours.map((one) => ({ value: one, label: sayHour(locale, one), chosen: one === hour })),
)}
<button type="submit">${say('digests.keep')}</button></form>`
}

type Offered = { value: string | number; label: string; chosen: boolean }

const select = (name: string, label: string, offered: readonly Offered[]): Html =>
  html`<label for="${name}">${label}</label><select id="${name}" name="${name}">${offered.map(
    ({ value, label: words, chosen }) =>
      html`<option value="${value}"${chosen && html` selected`}>${words}</option>`,
  )}</select>`

export type Ending = 'closed' | 'asked' | 'stopped' | 'begun'

/** Where the link in a letter leads. Looking at it changes nothing: mail programs look at every link. */
export function showEnding(ending: Ending, locale: Locale, when?: { weekday: number; hour: number }) {
  const say = sayer(locale)
  const button = (does: 'stop' | 'start', words: string) =>
    html`<form method="post"><input type="hidden" name="do" value="${does}"><button type="submit">${words}</button></form>`
  const title = {
    closed: 'digests.link-closed',
    asked: 'digests.link-title',
    stopped: 'digests.link-stopped',
    begun: 'digests.link-title',
  }[ending]
  const said: Record<Ending, Html> = {
    closed: html`<p>${say('digests.link-closed-meaning')}</p>`,
    asked: html`<p>${say('digests.lead')}</p>${button('stop', say('digests.link-stop'))}`,
    stopped: html`<p>${say('digests.link-stop-meaning')}</p>${button('start', say('digests.link-again'))}`,
    begun: html`<p role="status">${when && say('digests.begun', { day: sayWeekday(locale, when.weekday), hour: sayHour(locale, when.hour) })}</p>${button('stop', say('digests.link-stop'))}`,
  }
  return page(locale, say(title), said[ending], 'door')
}

function page(locale: Locale, title: string, body: Html, look = '') {
  return writePlainPage({
    locale,
    title,
    body: html`<main class="${look}"><h1>${title}</h1>${body}<p class="go">${otherLanguage(locale)}</p></main>`,
  })
}
