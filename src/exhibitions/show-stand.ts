import { html } from '../platform/html.ts'
import { addressKey, mediaWindow } from '../platform/media-key.ts'
import type { Ground } from '../platform/transaction.ts'
import type { Locale } from '../platform/locales.ts'
import { contentBehind, findShowcase } from '../showcases/find-behind.ts'
import { otherLanguage, tellingIn } from '../showcases/make-page.ts'
import { showPage, wrap } from '../showcases/show-page.ts'
import { nameForStrangers } from '../showcases/showcase.ts'
import type { BehindExhibition, ShownStand } from './door-store.ts'
import { longestSignature, longestSlip, slipMinutes } from './exhibition.ts'
import { dayOf, nameOf, sayingIn } from './show-guide.ts'

type Standing = { exhibition: BehindExhibition; stand: ShownStand; locale: Locale; path: string }

/** The showcase itself, behind the door of the event; its files are at addresses that end with the event. */
export async function showStand(ground: Ground, { exhibition, stand, locale, path }: Standing) {
  const showcase = stand.showcaseId && (await findShowcase(ground, stand.showcaseId))
  if (!showcase || showcase.state !== 'open') return undefined
  const content = await contentBehind(ground, showcase)
  if (!content) return undefined
  const ends = Math.floor(exhibition.closesAt.getTime() / 1000)
  const until = String(Math.min(Number(mediaWindow(ground.secret, ground.now()).until), ends))
  const telling = tellingIn(locale, exhibition.timeZone, (media, rendition) => {
    const key = addressKey(ground.secret, { media, rendition, until, personId: showcase.id }).toString('hex')
    return `/guest/media/${showcase.id}/${media}/${rendition}?until=${until}&key=${key}`
  })
  const say = sayingIn(locale)
  const name = nameForStrangers(showcase.givenName, showcase.familyName)
  const guide = path.slice(0, path.lastIndexOf('/'))
  return showPage({
    content,
    locale,
    telling,
    name,
    before: html`<p class="note"><a href="${guide}?in=${locale}" class="back">${exhibition.title}</a></p>`,
    after: html`<p class="beside"><a href="${path}/slip?in=${locale}">${say('exhibitions.leave-slip', { name })}</a></p>`,
    until: say('exhibitions.pass-ends', { day: dayOf(exhibition.heldOn, locale) }),
    other: otherLanguage(locale, path),
  })
}

export type SlipTrouble = 'empty' | 'rests' | undefined
type Writing = Standing & { id: string; typed?: { words: string; signed: string } | undefined }

/** A plain form: it works without a script, and being sent twice it is kept once. */
export function showSlipForm({ stand, locale, path, id, typed }: Writing, trouble?: SlipTrouble) {
  const say = sayingIn(locale)
  const name = nameOf(stand)
  const title = say('exhibitions.slip-for', { name })
  const back = path.slice(0, path.lastIndexOf('/'))
  return wrap({
    locale,
    look: 'paper',
    title,
    style: slipStyle,
    body: html`<main class="door"><h1>${title}</h1><p>${say('exhibitions.slip-meaning', { name })}</p>
<form method="post" action="${path}?in=${locale}">${trouble && html`<p role="alert">${say(`exhibitions.slip-${trouble}`, { minutes: slipMinutes })}</p>`}
<input type="hidden" name="id" value="${id}">
<label for="words">${say('exhibitions.slip-words')}</label><textarea id="words" name="words" rows="6" required maxlength="${longestSlip}">${typed?.words}</textarea>
<label for="signed">${say('exhibitions.slip-signed')}</label><input id="signed" name="signed" autocomplete="off" maxlength="${longestSignature}" value="${typed?.signed}">
<button type="submit">${say('exhibitions.slip-send')}</button></form>
<p><a href="${back}?in=${locale}">${say('exhibitions.slip-back')}</a></p></main>`,
  })
}

export function showSlipThanks({ stand, locale, path }: Standing) {
  const say = sayingIn(locale)
  const title = say('exhibitions.slip-sent')
  const [stands, guide] = [path.slice(0, path.lastIndexOf('/')), path.split('/').slice(0, 4).join('/')]
  return wrap({
    locale,
    look: 'paper',
    title,
    body: html`<main class="door"><h1>${title}</h1><p>${say('exhibitions.slip-sent-meaning', { name: nameOf(stand) })}</p>
<p><a href="${guide}?in=${locale}">${say('exhibitions.back-to-guide')}</a></p><p><a href="${stands}?in=${locale}">${say('exhibitions.slip-back')}</a></p></main>`,
  })
}

const slipStyle = `textarea{font:inherit;width:100%;padding:.6rem .75rem;border:1px solid var(--quiet);border-radius:10px;background:var(--surface);color:var(--ink)}textarea:focus-visible{outline:3px solid var(--own);outline-offset:3px}`
