import { html } from '../platform/html.ts'
import { addressKey, mediaWindow } from '../platform/media-key.ts'
import type { Ground } from '../platform/transaction.ts'
import type { Locale } from '../platform/locales.ts'
import { showCode } from '../platform/plain-page.ts'
import { contentBehind, findShowcase } from '../showcases/find-behind.ts'
import { tellingIn } from '../showcases/make-page.ts'
import { showPicture } from '../showcases/show-media.ts'
import { wrap } from '../showcases/show-page.ts'
import type { CopyContent } from '../collections/copy-store.ts'
import type { BehindExhibition } from './door-store.ts'
import { guidePath } from './hand-passes.ts'
import { isShown, nameOf, sayingIn } from './show-guide.ts'

type Turning = {
  exhibition: BehindExhibition
  locale: Locale
  path: string
  origin: string
  at: number
  paused: boolean
}

/** One showcase at a time for a screen in the hall: its picture, who and where, and a code to take it along. */
export async function showKiosk(ground: Ground, turning: Turning) {
  const { exhibition, locale, path, origin, at, paused } = turning
  const say = sayingIn(locale)
  const shown = exhibition.stands.filter(isShown)
  const stand = shown[at % Math.max(shown.length, 1)]
  const to = (place: number, more = '') => `${path}?in=${locale}&at=${place}${more}`
  const count = Math.max(shown.length, 1)
  const [next, back] = [(at + 1) % count, (at + count - 1) % count]
  const guide = guidePath(ground.secret, exhibition.id)
  const content = await contentOf(ground, stand?.showcaseId)
  const place = exhibition.places.find(({ id }) => id === stand?.placeId)?.name
  const address = `${origin}${stand ? `${guide}/${stand.id}` : guide}`
  return wrap({
    locale,
    look: content?.look ?? 'paper',
    title: exhibition.title,
    style,
    script,
    body: html`<main class="kiosk" data-next="${to(next)}" data-back="${to(back)}" data-paused="${paused ? 'yes' : 'no'}">
<p class="by">${exhibition.title}</p>
<div class="turn"><div class="seen">${content && stand?.showcaseId && pictureOf(ground, { content, exhibition, locale, showcaseId: stand.showcaseId })}</div>
<div>${stand ? html`<h1 dir="auto">${stand.title || nameOf(stand)}</h1>${stand.title && html`<p class="by">${nameOf(stand)}</p>`}${place && html`<p dir="auto">${say('exhibitions.find-at', { place })}</p>`}` : html`<h1>${say('exhibitions.nobody-yet')}</h1>`}
${showCode(address, say('exhibitions.code'))}<p class="quiet">${say('exhibitions.take-along')}</p></div></div>
<nav aria-label="${say('exhibitions.turning')}"><ul><li><a href="${to(back, '&paused=yes')}">${say('exhibitions.back')}</a></li>
<li><a id="pause" href="${to(at, paused ? '' : '&paused=yes')}">${say(paused ? 'exhibitions.go-on' : 'exhibitions.pause')}</a></li>
<li><a href="${to(next, paused ? '&paused=yes' : '')}">${say('exhibitions.next')}</a></li><li class="quiet">${say('exhibitions.keys')}</li></ul></nav></main>`,
  })
}

async function contentOf(ground: Ground, showcaseId: string | undefined): Promise<CopyContent | undefined> {
  const showcase = showcaseId === undefined ? undefined : await findShowcase(ground, showcaseId)
  return showcase?.state === 'open' ? contentBehind(ground, showcase) : undefined
}

type Pictured = { content: CopyContent; exhibition: BehindExhibition; locale: Locale; showcaseId: string }

/** The cover, or the first picture there is. */
function pictureOf(ground: Ground, { content, exhibition, locale, showcaseId }: Pictured) {
  const { until } = mediaWindow(ground.secret, ground.now())
  const telling = tellingIn(locale, exhibition.timeZone, (media, rendition) => {
    const key = addressKey(ground.secret, { media, rendition, until, personId: showcaseId }).toString('hex')
    return `/guest/media/${showcaseId}/${media}/${rendition}?until=${until}&key=${key}`
  })
  const choices = content.sections.flatMap((section) => section.choices)
  const first = choices.filter(({ id }) => id === content.cover)
  for (const { iterations } of [...first, ...choices]) {
    for (const part of iterations.at(-1)?.parts ?? []) {
      const picture =
        part.kind === 'media' &&
        showPicture(telling, part.media, { alt: part.alt, sizes: '60vw', first: true })
      if (picture) return picture
    }
  }
  return undefined
}

/**
 * Turns by itself every twenty seconds, unless somebody paused or asks for less motion. A page is asked for before it
 * is shown, so that a weak network leaves the old one standing; what has ended is shown as ended.
 */
const script = `const k=document.querySelector('.kiosk'),still=matchMedia('(prefers-reduced-motion: reduce)');
const go=(to)=>location.replace(to);
addEventListener('keydown',(e)=>{if(e.ctrlKey||e.altKey||e.metaKey)return;
if(e.key==='ArrowRight')go(k.dataset.next+(k.dataset.paused==='yes'?'&paused=yes':''));
else if(e.key==='ArrowLeft')go(k.dataset.back+(k.dataset.paused==='yes'?'&paused=yes':''));
else if((e.key===' '&&document.activeElement===document.body)||e.key==='p'){e.preventDefault();document.getElementById('pause').click()}});
const turn=async()=>{if(k.dataset.paused==='yes'||still.matches)return;
try{await fetch(k.dataset.next);go(k.dataset.next)}catch{setTimeout(turn,10000)}};
setTimeout(turn,20000)`

const style = `.kiosk{max-width:none;min-height:100vh;padding:2vh 4vw;display:grid;grid-template-rows:auto 1fr auto}
.turn{display:grid;gap:4vw;align-items:center}
.seen img{width:100%;max-height:72vh;object-fit:contain;background:none}
.code{width:min(14rem,30vh);margin-top:1.5rem;border-radius:10px}
.kiosk nav ul{align-items:baseline}
@media(min-width:60rem){.turn{grid-template-columns:3fr 2fr}}`
