import { longestAnswer } from '../askings/asking.ts'
import { html } from '../platform/html.ts'
import { writePlainPage } from '../platform/plain-page.ts'
import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'

export type KeptWords = { id: string; asking: string; words: string }

/** What somebody typed into a plain form, where it could not be kept: nothing typed is lost by that. */
export function showKeptWords({ id, asking, words }: KeptWords, locale: Locale, signedOut: boolean) {
  const say = (key: string) => sayIn(locale, key)
  const title = say(signedOut ? 'askings.signed-out' : 'askings.not-sent')
  return writePlainPage({
    locale,
    title,
    body: html`<main><h1>${title}</h1><p role="alert">${say(signedOut ? 'askings.signed-out-meaning' : 'askings.not-sent-meaning')}</p>
${signedOut && html`<p class="go"><a href="/sign-in?to=%2Fchildren" target="_blank" rel="noopener">${say('askings.come-in-again')}</a></p>`}
<form method="post" action="/children/answers"><input type="hidden" name="id" value="${id}"><input type="hidden" name="asking" value="${asking}"><label for="words">${say('askings.your-words')}</label><textarea id="words" name="words" rows="6" maxlength="${longestAnswer}" required>
${words}</textarea><button type="submit">${say('askings.send-again')}</button></form><p class="go"><a href="/children">${say('digests.go')}</a></p></main>`,
  })
}
