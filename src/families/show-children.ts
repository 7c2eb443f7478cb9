import type { ListAskings } from '../askings/contract.ts'
import type { ListFamilyDefenses } from '../defenses/contract.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { ListChildren } from '../work/contract.ts'
import { type Html, html } from '../platform/html.ts'
import { newId } from '../platform/new-id.ts'
import { otherLanguage, writePlainPage } from '../platform/plain-page.ts'
import { type Locale, sayWeekdayAndDay } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import type { Wording } from '../translations/translation.ts'
import { shortDevice } from './family-page.ts'
import { showDefense } from './show-defense.ts'
import { type Reading, showLanguageChoice, showTitle, showWords } from './show-words.ts'

/**
 * All the children of one guardian on one page, with what is new: what they gave to ask about, and the work they
 * share with the family. Read without a script, and before pictures and voices not heavier than a letter.
 */
export type FamilyPage = {
  children: OutputOf<typeof ListChildren>
  askings: OutputOf<typeof ListAskings>['askings']
  defenses: OutputOf<typeof ListFamilyDefenses>
  devices: { device: string; at: string; here: boolean }[]
  recordings: { conferenceId: string; learnerId: string }[]
}

type Child = FamilyPage['children'][number]
type Piece = Child['pieces'][number]
type Asking = FamilyPage['askings'][number]
type Media = NonNullable<Child['pieces'][number]['cover']>
type Telling = {
  say: (key: string, values?: object) => string
  sayDay: (at: string) => string
  reading: Reading
}

const titleOf = ({ id, title }: Piece): Wording => ({ source: 'piece', id, words: title })
const excerptOf = ({ id, excerpt }: Piece): Wording => ({ source: 'piece', id, words: excerpt })
const askingOf = ({ id, body }: Asking): Wording => ({ source: 'asking', id, words: body })

/** All that children wrote on the page. */
export const wordingsOfPage = ({ children, askings }: FamilyPage): Wording[] =>
  [
    ...askings.map(askingOf),
    ...children.flatMap(({ pieces }) => pieces.flatMap((piece) => [titleOf(piece), excerptOf(piece)])),
  ].filter(({ words }) => words !== '')

export function showChildren(page: FamilyPage, reading: Reading & { timeZone: string }, answered: boolean) {
  const { locale, timeZone } = reading
  const telling: Telling = {
    say: (key, values = {}) => sayIn(locale, key, values as Record<string, unknown>),
    sayDay: (at) => sayWeekdayAndDay(locale, new Date(at), { timeZone }),
    reading,
  }
  const { say } = telling
  const { children } = page
  const title = say('family.title')
  return writePlainPage({
    locale,
    title,
    body: html`<main><h1>${title}</h1>${answered && html`<p role="status">${say('askings.answered')}</p>`}
${showLanguageChoice(reading, wordingsOfPage(page))}
${children.length === 0 && html`<p>${say('family.no-children')}</p><p class="quiet">${say('family.no-children-meaning')}</p>`}
${children.length > 1 && html`<nav aria-label="${title}"><ul class="plain">${children.map(({ id, givenName }) => html`<li><a href="#child-${id}">${givenName}</a></li>`)}</ul></nav>`}
${children.map((child) => showChild(telling, child, page, locale))}
<section><h2>${say('askings.devices')}</h2><ul>${page.devices.map(({ device, at, here }) => html`<li>${shortDevice(device)}, ${telling.sayDay(at)}${here && html` · ${say('askings.this-device')}`}</li>`)}</ul><p class="quiet">${say('askings.devices-meaning')}</p></section></main>
<footer class="foot"><a href="/conference-times">${say('family.conference-times')}</a><a href="/children/letters">${say('digests.title')}</a><a href="/family">${say('askings.to-app')}</a>${otherLanguage(locale, '/children')}</footer>`,
  })
}

function showChild(telling: Telling, child: Child, page: FamilyPage, locale: Locale): Html {
  const { say } = telling
  const recorded = page.recordings.filter(({ learnerId }) => learnerId === child.id)
  const own = page.askings.filter(({ learner }) => learner.id === child.id)
  const presented = page.defenses.filter(({ learner }) => learner.id === child.id)
  return html`<section aria-labelledby="child-${child.id}"><h2 id="child-${child.id}">${child.name}</h2><p class="quiet">${child.classes.join(', ')}</p>
${recorded.map(({ conferenceId }) => html`<article><h3>${say('walkthroughs.waits-for-you', { name: child.givenName })}</h3><p><a href="/children/conferences/${conferenceId}">${say('walkthroughs.listen-and-answer')}</a></p></article>`)}
${own.map((asking) => showAsking(telling, child, asking))}
${presented.map((one) => showDefense(one, child.givenName, locale))}
${child.pieces.length === 0 && html`<p>${say('family.nothing-shared')}</p><p class="quiet">${say('family.nothing-shared-meaning', { name: child.givenName })}</p>`}
${child.pieces.map((piece) => {
  const name = piece.title || say('askings.untitled')
  return html`<article>${piece.cover && showPicture(piece.cover, say('askings.picture-of', { name }))}<h3 dir="auto"><a href="/pieces/${piece.id}">${name}</a></h3>${showTitle(telling.reading, titleOf(piece))}${piece.excerpt && showWords(telling.reading, excerptOf(piece), 'p')}<p class="quiet">${telling.sayDay(piece.grownAt)} · <a href="/children/work/${piece.id}" aria-label="${say('translations.words-of', { name })}">${say('translations.words')}</a></p></article>`
})}</section>`
}

function showAsking({ say, sayDay, reading }: Telling, child: Child, asking: Asking): Html {
  const label = say('askings.answer-label', { name: child.givenName })
  return html`<article><h3>${say('askings.ask-me', { name: child.givenName })}</h3>${showWords(reading, askingOf(asking), 'blockquote', showVoice(asking.media, say('askings.listen', { name: child.givenName })))}
<p class="quiet">${sayDay(asking.saidAt)}${asking.scribe && html` · ${say('askings.written-by', { name: asking.scribe.name })}`}</p>
${asking.answers.map((answer) => html`<p dir="auto"><strong>${answer.givenBy.name}</strong> ${answer.body}${showVoice(answer.media, say('askings.listen', { name: answer.givenBy.name }))} <span class="quiet">${answer.standing !== 'passed' && say(`askings.${answer.standing === 'waiting' ? 'waits' : 'kept-back'}`)}</span></p>`)}
${asking.may.answer && html`<details><summary>${say('askings.answer')}</summary><form method="post" action="/children/answers"><input type="hidden" name="id" value="${newId()}"><input type="hidden" name="asking" value="${asking.id}"><label for="a-${asking.id}">${label}</label><textarea id="a-${asking.id}" name="words" rows="3" maxlength="1000" required></textarea><button type="submit">${say('askings.send')}</button></form></details>`}</article>`
}

const shown = (media: Media, type: RegExp, names: readonly string[]) =>
  names.flatMap((name) => media.renditions.find((one) => one.name === name && type.test(one.type)) ?? [])[0]

function showPicture(media: Media, alt: string): Html | undefined {
  const found = shown(media, /^image\//, ['small', 'screen', 'page', 'poster', 'full'])
  return (
    found &&
    html`<img src="${found.address}" alt="${alt}" loading="lazy" ${found.width && html`width="${found.width}" height="${found.height}"`}>`
  )
}

function showVoice(media: Media | null, label: string): Html | undefined {
  const found = media && shown(media, /^(audio|video)\//, ['medium', 'low', 'full'])
  return found
    ? html`<audio controls preload="none" aria-label="${label}" src="${found.address}"></audio>`
    : undefined
}
