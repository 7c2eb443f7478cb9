import { createHash } from 'node:crypto'
import type { CopyContent } from '../collections/copy-store.ts'
import { type Html, html, Html as HtmlText } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { styleOf } from './page-look.ts'
import { showChoice } from './show-choice.ts'
import { showAudio, showPicture, type Telling } from './show-media.ts'
import { showWords } from '../writing/rich-html.ts'

export type ShownPage = {
  content: CopyContent
  name: string
  locale: Locale
  telling: Telling
  until: string | undefined
  /** above the page, when it is only a preview */
  note?: string | undefined
  /** above and below all of it, where the page is part of something larger */
  before?: Html | undefined
  after?: Html | undefined
  /** this page in the other language */
  other: { href: string; locale: Locale; name: string } | undefined
}

/** The whole page: who, what they say of themselves, the work with the reason each was chosen, until when. */
export function showPage(page: ShownPage): { body: string; policy: string } {
  const { content, name, telling } = page
  const title = content.title || telling.say('showcases.page-of', { name })
  const sections = content.sections.filter(({ choices }) => choices.length > 0)
  const named = sections.filter((section) => section.title.trim() !== '')
  return wrap({
    locale: page.locale,
    look: content.look,
    title: `${title} · ${name}`,
    body: html`${page.before}${page.note && html`<p class="note">${page.note}</p>`}
<header class="top cover"><h1 dir="auto">${title}</h1><p class="by">${name}</p>${showCover(telling, content)}</header>
<main>${showAbout(telling, content)}
${named.length > 1 && html`<nav aria-label="${telling.say('showcases.page-sections')}"><ul>${named.map(({ id, title: to }) => html`<li><a href="#s-${id}">${to}</a></li>`)}</ul></nav>`}
${sections.map(
  (section) =>
    html`<section ${section.title.trim() !== '' && html`aria-labelledby="s-${section.id}"`}>${
      section.title.trim() !== ''
        ? html`<h2 id="s-${section.id}" dir="auto">${section.title}</h2>`
        : html`<h2 class="by">${telling.say('showcases.page-work')}</h2>`
    }${section.choices.map((choice) => showChoice(telling, choice))}</section>`,
)}${page.after}</main>
<footer class="foot quiet"><span>${page.until}</span>${page.other && html`<a href="${page.other.href}" hreflang="${page.other.locale}" lang="${page.other.locale}">${page.other.name}</a>`}</footer>`,
  })
}

function showAbout(telling: Telling, { about, aboutMedia }: CopyContent): Html | undefined {
  if (about.trim() === '' && !aboutMedia) return undefined
  const label = telling.say('showcases.page-about')
  return html`<div class="about"><p class="label">${label}</p>${showWords(about)}${aboutMedia && showAudio(telling, aboutMedia, label)}</div>`
}

/** The picture of the work that was made the cover. */
function showCover(telling: Telling, { cover, sections }: CopyContent): Html | undefined {
  const choice = sections.flatMap(({ choices }) => choices).find(({ id }) => id === cover)
  for (const part of choice?.iterations.at(-1)?.parts ?? []) {
    const picture =
      part.kind === 'media' &&
      showPicture(telling, part.media, {
        alt: part.alt,
        sizes: '(min-width: 58rem) 58rem, 100vw',
        first: true,
      })
    if (picture) return picture
  }
  return undefined
}

/** A page of few words for everybody who cannot be shown one. */
export function showDoor(
  locale: Locale,
  say: Telling['say'],
  kind: 'closed' | 'ended' | 'passcode' | 'wrong' | 'rests',
  values: Record<string, string | number> = {},
): { body: string; policy: string } {
  const asks = kind === 'passcode' || kind === 'wrong' || kind === 'rests'
  const title = say(asks ? 'showcases.door-passcode' : `showcases.door-${kind}`)
  const trouble = kind === 'wrong' || kind === 'rests' ? say(`showcases.door-${kind}`, values) : undefined
  return wrap({
    locale,
    look: 'paper',
    title,
    body: html`<main class="door"><h1>${title}</h1>${
      asks
        ? html`<form method="post">${trouble && html`<p role="alert">${trouble}</p>`}<label for="passcode">${say('showcases.door-label')}</label>
<input id="passcode" name="passcode" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" required maxlength="64">
<button type="submit">${say('showcases.door-open')}</button></form>`
        : html`<p>${say(`showcases.door-${kind}-meaning`)}</p>`
    }</main>`,
  })
}

type Wrapped = {
  locale: Locale
  look: CopyContent['look']
  title: string
  body: Html
  /** besides what every page needs */
  style?: string
  script?: string
  /** what was recorded on the page can be heard on it */
  playsOwn?: boolean
}

/** A whole document, with the policy that allows exactly what is in it. */
export function wrap({ locale, look, title, body, style: more = '', script, playsOwn }: Wrapped): {
  body: string
  policy: string
} {
  const style = `${styleOf(look)}${more}`
  const page = html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow,noarchive,noimageindex"><meta name="referrer" content="no-referrer">
<title>${title}</title><link rel="icon" href="data:,"><style>${new HtmlText(style)}</style></head><body>${body}${script && html`<script>${new HtmlText(script)}</script>`}</body></html>`
  return { body: page.text, policy: policyFor(style, script, playsOwn) }
}

/** Nothing comes from elsewhere, nobody frames it; the style, and the script if there is one, are named by what they say. */
function policyFor(style: string, script: string | undefined, playsOwn = false): string {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')
  const runs = script ? ` script-src 'sha256-${hashOf(script)}'; connect-src 'self';` : ''
  return `default-src 'none'; style-src 'sha256-${hashOf(style)}';${runs} img-src 'self' data:; media-src 'self'${playsOwn ? ' blob:' : ''}; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
}
