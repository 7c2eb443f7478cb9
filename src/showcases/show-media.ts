import type { CopyContent } from '../collections/copy-store.ts'
import { type Html, html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'

export type Media = NonNullable<CopyContent['aboutMedia']>
type Rendition = Media['renditions'][number]

/** How a page speaks and where it finds files, handed to everything on it. */
export type Telling = {
  locale: Locale
  say: (key: string, values?: Record<string, string | number>) => string
  sayDate: (moment: string | Date) => string
  addressOf: (mediaId: string, rendition: string) => string
}

/** What a guest may be handed of a file: never the file as it came. */
export const guestRenditions = [
  'small',
  'screen',
  'page',
  'full',
  'medium',
  'low',
  'captions',
  'words',
] as const

const isPicture = ({ name, type, width, height }: Rendition) =>
  name !== 'download' && type.startsWith('image/') && width !== null && height !== null

/** The sizes a browser may choose from, smallest first; the largest ones are for those who own the work. */
export function picturesOf(media: Media): Rendition[] {
  const all = media.renditions.filter(isPicture).sort((one, other) => (one.width ?? 0) - (other.width ?? 0))
  const light = all.filter(({ name }) => name !== 'full')
  return light.length > 0 ? light : all
}

type Shown = { alt: string; sizes: string; first?: boolean }

/** Width and height are said, so that nothing moves when it arrives; what is further down waits until it is near. */
export function showPicture(
  telling: Telling,
  media: Media,
  { alt, sizes, first = false }: Shown,
): Html | undefined {
  const pictures = picturesOf(media)
  const largest = pictures.at(-1)
  if (!largest) return undefined
  const set = pictures.map(({ name, width }) => `${telling.addressOf(media.id, name)} ${width}w`).join(', ')
  const source = telling.addressOf(media.id, (pictures.at(1) ?? largest).name)
  return html`<img src="${source}" srcset="${set}" sizes="${sizes}" width="${largest.width}" height="${largest.height}" alt="${alt}" ${
    first ? html`fetchpriority="high"` : html`loading="lazy"`
  } decoding="async">`
}

export function showMedia(
  telling: Telling,
  { media, caption, alt }: { media: Media; caption: string; alt: string },
  sizes = '(min-width: 58rem) 50rem, 92vw',
): Html {
  const shown = whatShows(telling, media, alt, sizes)
  const under = caption.trim() === '' ? undefined : html`<figcaption dir="auto">${caption}</figcaption>`
  return html`<figure>${shown ?? html`<p class="quiet">${telling.say('showcases.page-file')}</p>`}${under}</figure>`
}

function whatShows(telling: Telling, media: Media, alt: string, sizes: string): Html | undefined {
  if (media.kind === 'audio') return showAudio(telling, media, alt)
  if (media.kind === 'video') return showVideo(telling, media, alt)
  const described = media.kind === 'document' ? alt || telling.say('showcases.page-first-page') : alt
  return showPicture(telling, media, { alt: described, sizes })
}

export function showAudio(telling: Telling, media: Media, label: string): Html | undefined {
  const sources = soundsOf(telling, media)
  if (sources.length === 0) return undefined
  const name = label || telling.say('showcases.page-listen')
  return html`<audio controls preload="none" aria-label="${name}">${sources}</audio>${showTranscript(telling, media, name)}`
}

/** What is said in it, for those who cannot hear it. */
function showTranscript(telling: Telling, media: Media, name: string): Html | undefined {
  if (!media.transcript) return undefined
  return html`<p><a href="${telling.addressOf(media.id, 'words')}" lang="${telling.locale}">${telling.say('showcases.page-words')}<span class="unseen">: ${name}</span></a></p>`
}

function showVideo(telling: Telling, media: Media, label: string): Html | undefined {
  const sources = soundsOf(telling, media)
  if (sources.length === 0) return undefined
  const poster = picturesOf(media).at(-1)
  const captions =
    media.transcript && media.transcript.captions !== null
      ? html`<track kind="captions" default srclang="${media.transcript.locale}" src="${telling.addressOf(media.id, 'captions')}">`
      : undefined
  const name = label || telling.say('showcases.page-watch')
  return html`<video controls preload="none" width="${media.width ?? poster?.width ?? 16}" height="${
    media.height ?? poster?.height ?? 9
  }" ${poster && html`poster="${telling.addressOf(media.id, poster.name)}"`} aria-label="${name}">${sources}${captions}</video>${showTranscript(telling, media, name)}`
}

/** The smaller copies first: a guest may be on a bad telephone. */
function soundsOf(telling: Telling, media: Media): Html[] {
  return ['medium', 'low', 'full'].flatMap((name) => {
    const found = media.renditions.find((one) => one.name === name && /^(audio|video)\//.test(one.type))
    return found ? [html`<source src="${telling.addressOf(media.id, name)}" type="${found.type}">`] : []
  })
}
