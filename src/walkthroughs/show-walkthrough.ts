import type { GetConference } from '../conferences/contract.ts'
import { wordKinds } from '../conferences/conference.ts'
import { goalFields, type GoalForm } from '../goals/goal.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type Html, html } from '../platform/html.ts'
import { type Locale, sayWeekdayAndDay } from '../platform/locales.ts'
import { newId } from '../platform/new-id.ts'
import { otherLanguage, writePlainPage } from '../platform/plain-page.ts'
import { sayIn } from '../platform/words.ts'
import type { GetWalkthrough } from './contract.ts'
import { answerBy, type PageName, pagesShown, sayClock, secondOf } from './walkthrough.ts'

/**
 * What a learner recorded for a family that cannot come, for whatever browser there is: the recording, and below it
 * its pages in order, each with the moment at which it is spoken about.
 */
export type Recorded = {
  walkthrough: NonNullable<OutputOf<typeof GetWalkthrough>>
  meeting: OutputOf<typeof GetConference>
  /** what the learner wrote down of what they say */
  said: string
  timeZone: string
}

type Say = (key: string, values?: object) => string
type Media = Recorded['walkthrough']['media']

export const pagePath = (conferenceId: string): string => `/children/conferences/${conferenceId}`

export const sayer =
  (locale: Locale): Say =>
  (key, values = {}) =>
    sayIn(locale, key, values as Record<string, unknown>)

export function showWalkthrough(recorded: Recorded, locale: Locale, answered: boolean) {
  const say = sayer(locale)
  const { walkthrough, meeting, said } = recorded
  const { name } = meeting.learner
  const title = say('conferences.record-title', { name })
  return writePlainPage({
    locale,
    title,
    body: html`<main><h1>${title}</h1>${answered && html`<p role="status">${say('walkthroughs.answered', { name })}</p>`}
<p>${lead(recorded, locale)}</p>
${showRecording(walkthrough.media, { say, name, id: meeting.id, locale })}
<p class="go"><a href="/conferences/${meeting.id}">${say('walkthroughs.in-step')}</a></p>
${said && html`<details><summary>${say('walkthroughs.said')}</summary><p class="lines" dir="auto">${said}</p></details>`}
${pagesShown(walkthrough).map((page, at) => showPage({ page, at, say, recorded }))}
${walkthrough.may.answer && meeting.may.write && showForm(meeting, say)}</main>
<footer class="foot"><a href="/children">${say('digests.go')}</a>${otherLanguage(locale)}</footer>`,
  })
}

function lead({ walkthrough, meeting, timeZone }: Recorded, locale: Locale): string {
  const sentAt = new Date(walkthrough.sentAt)
  const { name } = meeting.learner
  const day = sayWeekdayAndDay(locale, sentAt, { timeZone })
  return walkthrough.may.answer && !meeting.closedAt
    ? sayIn(locale, 'walkthroughs.sent', {
        name,
        day,
        until: sayWeekdayAndDay(locale, answerBy(sentAt), { timeZone }),
      })
    : sayIn(locale, 'walkthroughs.of-learner', { name, day })
}

type Heard = { say: Say; name: string; id: string; locale: Locale }

/** A player that shows words in time needs no script: without captions it says which page is spoken about. */
function showRecording(media: Media, { say, name, id, locale }: Heard): Html {
  const sources = ['medium', 'low', 'full'].flatMap((one) =>
    media.renditions.filter(({ name: is, type }) => is === one && /^(audio|video)\//.test(type)),
  )
  if (sources.length === 0) return html`<p role="status">${say('walkthroughs.on-its-way')}</p>`
  const poster = pictureOf(media, ['poster'])
  const captions = media.transcript?.captions
  return html`<video class="${media.kind === 'video' ? '' : 'voice'}" controls playsinline preload="metadata" aria-label="${say('walkthroughs.listen', { name })}"${poster && html` poster="${poster.address}"`}>${sources.map(({ address, type }) => html`<source src="${address}" type="${type}">`)}
${captions && html`<track kind="captions" default label="${say('media.captions')}" srclang="${media.transcript?.locale ?? ''}" src="${captions}">`}
<track kind="subtitles"${!captions && html` default`} label="${say('walkthroughs.pages-by-name')}" srclang="${locale}" src="${pagePath(id)}/pages.vtt?in=${locale}"></video>`
}

type Shown = { page: PageName; at: number; say: Say; recorded: Recorded }

function showPage({ page, at, say, recorded: { walkthrough } }: Shown): Html {
  const choice = page.choice === undefined ? undefined : walkthrough.choices[page.choice]
  const second = secondOf(walkthrough, at)
  const piece = choice?.piece
  const picture = piece?.cover && pictureOf(piece.cover, ['small', 'screen', 'page', 'poster', 'full'])
  const about = choice?.kind ?? page.kind
  return html`<article id="page-${at + 1}"><h2>${at + 1}. ${nameOfPage(walkthrough, page, say)}</h2>
${second !== undefined && html`<p class="quiet">${say('walkthroughs.from-second', { time: sayClock(second) })}</p>`}
${choice && html`<p class="quiet">${say(`conferences.${choice.kind}`)}</p>`}
${picture && html`<img src="${picture.address}" alt="${piece?.title ?? ''}" loading="lazy" ${picture.width && html`width="${picture.width}" height="${picture.height}"`}>`}
${piece?.excerpt && !picture && html`<p dir="auto">${piece.excerpt}</p>`}
${choice && !piece && html`<p>${say('walkthroughs.not-shown')}</p>`}
${choice?.why && html`<blockquote dir="auto">${choice.why}</blockquote>`}
${page.kind === 'goal' && showGoal(walkthrough.goal, say)}
${piece && html`<p><a href="/pieces/${piece.id}">${say('walkthroughs.see-work')}</a></p>`}
<h3>${say('conferences.what-to-ask')}</h3><ul><li>${say(`conferences.ask-${about}-1`)}</li><li>${say(`conferences.ask-${about}-2`)}</li></ul></article>`
}

export const nameOfPage = (walkthrough: Recorded['walkthrough'], page: PageName, say: Say): string =>
  page.choice === undefined
    ? say(`conferences.${page.kind}`)
    : walkthrough.choices[page.choice]?.piece?.title || say('conferences.untitled')

function showGoal(goal: Recorded['walkthrough']['goal'], say: Say): Html {
  if (!goal) return html`<p>${say('walkthroughs.goal-gone')}</p>`
  const [first, ...others] = goalFields[goal.form as GoalForm]
  return html`<blockquote dir="auto">${goal.words[first] ?? say('goals.drawn')}</blockquote><dl>${others
    .filter((field) => goal.words[field])
    .map(
      (field) => html`<dt>${say(`goals.field-${field}`)}</dt><dd dir="auto">${goal.words[field]}</dd>`,
    )}</dl>`
}

function pictureOf(media: Media, names: readonly string[]) {
  return names.flatMap(
    (name) => media.renditions.find((one) => one.name === name && one.type.startsWith('image/')) ?? [],
  )[0]
}

/** What somebody typed; sent back to them where it could not be kept. */
export type Typed = { id: string; kind: string; words: string }

function showForm(meeting: Recorded['meeting'], say: Say, typed?: Typed): Html {
  const { id, learner } = meeting
  return html`<section id="answer"><h2>${say('walkthroughs.answer-title', { name: learner.name })}</h2>
<form method="post" action="${pagePath(id)}/answers">${fields(say, say('walkthroughs.my-answer', { name: learner.name }), typed)}
<button type="submit">${say('walkthroughs.answer')}</button></form>
<p class="go"><a href="/conferences/${id}">${say('walkthroughs.answer-by-voice')}</a></p></section>`
}

const fields = (say: Say, label: string, typed: Typed = { id: newId(), kind: 'noticed', words: '' }): Html =>
  html`<input type="hidden" name="id" value="${typed.id}"><label for="kind">${say('conferences.what-kind')}</label>
<select id="kind" name="kind">${wordKinds.map((kind) => html`<option value="${kind}"${kind === typed.kind && html` selected`}>${say(`conferences.${kind}`)}</option>`)}</select>
<label for="words">${label}</label><textarea id="words" name="words" rows="5" maxlength="2000" required>
${typed.words}</textarea>`

/** Nothing typed is lost by an answer that could not be kept. */
export function showUnsent(conferenceId: string, typed: Typed, how: { locale: Locale; signedOut: boolean }) {
  const say = sayer(how.locale)
  const title = say(how.signedOut ? 'askings.signed-out' : 'askings.not-sent')
  const back = encodeURIComponent(pagePath(conferenceId))
  return writePlainPage({
    locale: how.locale,
    title,
    body: html`<main><h1>${title}</h1><p role="alert">${say(how.signedOut ? 'askings.signed-out-meaning' : 'askings.not-sent-meaning')}</p>
${how.signedOut && html`<p class="go"><a href="/sign-in?to=${back}" target="_blank" rel="noopener">${say('askings.come-in-again')}</a></p>`}
<form method="post" action="${pagePath(conferenceId)}/answers">${fields(say, say('askings.your-words'), typed)}<button type="submit">${say('askings.send-again')}</button></form></main>`,
  })
}
