import { type Html, html } from '../platform/html.ts'
import { type Locale, sayWeekdayAndDay } from '../platform/locales.ts'
import { otherLanguage, writePlainPage } from '../platform/plain-page.ts'
import { sayIn } from '../platform/words.ts'
import type { HomeMedia, HomePart, HomePiece, HomeWork } from './door-store.ts'

type Telling = { say: (key: string, values?: object) => string; sayDay: (at: string) => string }

/** A child's own work, large and without a script: to look at together. */
export function showHome({ givenName, timeZone, pieces }: HomeWork, locale: Locale) {
  const telling: Telling = {
    say: (key, values = {}) => sayIn(locale, `home-cards.${key}`, { name: givenName, ...values }),
    sayDay: (at) => sayWeekdayAndDay(locale, new Date(at), { timeZone, withYear: true }),
  }
  const { say } = telling
  const title = say('work-of')
  return writePlainPage({
    locale,
    title,
    body: html`<main><h1>${title}</h1><p class="quiet">${say(pieces.length === 0 ? 'work-none' : 'work-meaning')}</p>
${pieces.map((piece) => showPiece(telling, piece))}
<form method="post" action="/home-card/leave"><button type="submit">${say('leave')}</button></form></main>
<footer class="foot">${otherLanguage(locale)}</footer>`,
  })
}

function showPiece(telling: Telling, { title, grownAt, parts }: HomePiece): Html {
  const name = title || telling.say('untitled')
  return html`<article><h2 dir="auto">${name}</h2><p class="quiet">${telling.sayDay(grownAt)}</p>${parts.map((part) => showPart(telling, part, name))}</article>`
}

function showPart(telling: Telling, { text, media, caption, alt }: HomePart, name: string): Html {
  const shown = media
    ? showMedia(telling, media, alt || telling.say('picture-of', { title: name }))
    : undefined
  return html`${shown}${text && text.split(/\n{2,}/).map((words) => html`<p dir="auto">${words}</p>`)}${caption && html`<p class="quiet" dir="auto">${caption}</p>`}`
}

const addressOf = (media: HomeMedia, rendition: string) => `/home-card/media/${media.id}/${rendition}`

function showMedia({ say }: Telling, media: HomeMedia, alt: string): Html | undefined {
  const sources = media.renditions.filter(
    ({ name, type }) => ['medium', 'low', 'full'].includes(name) && /^(audio|video)\//.test(type),
  )
  const picture = media.renditions.findLast(
    ({ name, type }) => ['small', 'screen', 'page'].includes(name) && type.startsWith('image/'),
  )
  const image = picture && addressOf(media, picture.name)
  if (sources.length > 0) {
    const inner = sources.map(
      ({ name, type }) => html`<source src="${addressOf(media, name)}" type="${type}">`,
    )
    const said =
      media.words &&
      html`<details><summary>${say('words')}</summary><p dir="auto">${media.words}</p></details>`
    return media.kind === 'video'
      ? html`<video controls preload="none" ${image && html`poster="${image}"`} aria-label="${alt}">${inner}</video>${said}`
      : html`<audio controls preload="none" aria-label="${alt}">${inner}</audio>${said}`
  }
  return (
    picture &&
    html`<img src="${image}" width="${picture.width}" height="${picture.height}" alt="${alt}" loading="lazy">`
  )
}
