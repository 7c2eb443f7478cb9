import { html } from '../platform/html.ts'
import { addressKey, mediaWindow } from '../platform/media-key.ts'
import type { Ground } from '../platform/transaction.ts'
import type { Locale } from '../platform/locales.ts'
import { contentBehind, findShowcase } from '../showcases/find-behind.ts'
import { otherLanguage, tellingIn } from '../showcases/make-page.ts'
import { showPage } from '../showcases/show-page.ts'
import { nameForStrangers } from '../showcases/showcase.ts'
import type { BehindExhibition, ShownStand } from './door-store.ts'
import { dayOf, sayingIn } from './show-guide.ts'

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
