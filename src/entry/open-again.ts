import { createHash } from 'node:crypto'
import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'

/** Milliseconds; who waited once already stands on a line that is down for longer. */
const [soon, later] = [2_000, 10_000]

/**
 * Stands in the page itself, because it is for the time when nothing else came: where the network cuts off the app’s
 * first script or its styles, no part of the app is there to ask again, and the page would stay white or bare.
 */
const openAgain = (files: readonly string[], words: string) => `{
const again = () => location.reload()
let isCut = false
addEventListener('error', ({ target }) => {
  const address = target.src ?? (target.rel === 'stylesheet' ? target.href : '')
  if (isCut || !address || !${JSON.stringify(files)}.some((file) => address.endsWith(file))) return
  isCut = true
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  said.style.cssText = 'margin: 0; padding: 15vh 24px 0; text-align: center; font: 1.125rem/1.5 system-ui, sans-serif'
  said.textContent = ${JSON.stringify(words)}
  document.body?.prepend(said)
  if (!navigator.onLine) return addEventListener('online', again)
  const [opened] = performance.getEntriesByType('navigation')
  setTimeout(again, opened?.type === 'reload' ? ${later} : ${soon})
}, true)
}`

/** A script for a page that comes with these files, and what its policy must let run. */
export function writeOpenAgain(
  files: readonly string[],
  locale: Locale,
): { script: string; allowed: string } {
  const text = openAgain(files, sayIn(locale, 'errors.cut-off'))
  const hash = createHash('sha256').update(text).digest('base64')
  return { script: `<script>${text}</script>`, allowed: `'sha256-${hash}'` }
}
