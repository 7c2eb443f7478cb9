import { html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { writePlainPage } from '../platform/plain-page.ts'
import { sayIn } from '../platform/words.ts'

type Offer = { name: string; leave: string; isLate: boolean }

/**
 * Gone from Cairn already; whether the provider is to be left too is asked of whoever holds the device. Late is when
 * somebody left without a network and Cairn heard of it only now.
 */
export function offerLeaving(locale: Locale, { name, leave, isLate }: Offer) {
  const say = (key: string) => sayIn(locale, `sign-outs.${key}`, { name })
  const title = say(isLate ? 'here-late' : 'here')
  return writePlainPage({
    locale,
    title,
    body: html`<main class="door"><h1>${title}</h1><p>${say(isLate ? 'still-there-late' : 'still-there')}</p>
<p class="go"><a href="${leave}">${say('leave')}</a></p><p class="go"><a href="/sign-in">${say('stay')}</a></p></main>`,
  })
}

export type Became = 'ended' | 'there' | 'back' | 'perhaps'

/** What became of it: also where the provider does not say, everybody reads that Cairn itself has forgotten them. */
export function showLeft(locale: Locale, became: Became) {
  const say = (key: string) => sayIn(locale, `sign-outs.${key}`)
  return writePlainPage({
    locale,
    title: say('here'),
    body: html`<main class="door"><h1>${say('here')}</h1><p role="${became === 'perhaps' ? 'alert' : 'status'}">${say(became)}</p>
<p class="go"><a href="/sign-in">${say('again')}</a></p></main>`,
  })
}
