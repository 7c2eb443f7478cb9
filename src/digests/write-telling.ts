import type { Told } from '../mail/message.ts'
import type { About } from '../mail/store.ts'
import { isLocale, sayWeekdayAndDay } from '../platform/locales.ts'
import type { SystemContext } from '../platform/transaction.ts'
import { sayIn } from '../platform/words.ts'
import { answerBy } from '../walkthroughs/walkthrough.ts'
import { pathTo } from '../welcomes/hand-link.ts'
import { endingPath } from './hand-ending.ts'
import { readWaiting } from './telling-store.ts'

/**
 * That a recording waits, and where, while it still does; what the child says is heard after coming in. Asked when
 * it leaves, as every letter is.
 */
export async function writeTelling(
  { db, now }: SystemContext,
  { aboutId, way }: About,
  { origin, secret }: { origin: string; secret: string },
): Promise<Told | undefined> {
  const waiting = await readWaiting(db, aboutId, way)
  if (!waiting) return undefined
  const { kind, conferenceId, welcomeId, givenName: name, sentAt, timeZone } = waiting
  const locale = isLocale(waiting.locale) ? waiting.locale : 'en'
  const stop = origin + endingPath(secret, waiting)
  const open = origin + (welcomeId ? pathTo(secret, welcomeId) : `/children/conferences/${conferenceId}`)
  const say = (key: string, values: Record<string, unknown> = {}) =>
    sayIn(locale, `digests.${key}`, { name, ...values })
  if (way === 'text') return { subject: '', body: say(`telling-text-${kind}`, { open, stop }) }
  const until = answerBy(sentAt)
  const body = [
    say('hello'),
    say(`telling-${kind}`),
    // what travelled for long is told without a day that is over
    ...(until > now ? [say('telling-until', { day: sayWeekdayAndDay(locale, until, { timeZone }) })] : []),
    `${say('telling-open')}\n${open}`,
    `${say('telling-why')}\n${say('stop')} ${stop}`,
  ].join('\n\n')
  return { subject: say(`telling-subject-${kind}`), body, endsAt: stop }
}
