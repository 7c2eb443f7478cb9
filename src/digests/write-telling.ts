import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import { answerBy } from '../walkthroughs/walkthrough.ts'
import type { DueTelling } from './telling-store.ts'

type Telling = { locale: Locale; open: string; stop: string; now: Date }

/** That something waits, and where; what the child says is heard after coming in. */
export function writeTelling(
  { kind, way, givenName: name, sentAt, timeZone }: DueTelling,
  { locale, open, stop, now }: Telling,
): { subject: string; body: string; endsAt?: string } {
  const until = answerBy(sentAt)
  const days = new Intl.DateTimeFormat(`${locale}-CA`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  })
  const say = (key: string, values: Record<string, unknown> = {}) =>
    sayIn(locale, `digests.${key}`, { name, ...values })
  if (way === 'text') return { subject: '', body: say(`telling-text-${kind}`, { open, stop }) }
  const body = [
    say('hello'),
    say(`telling-${kind}`),
    // what travelled for long is told without a day that is over
    ...(until > now ? [say('telling-until', { day: days.format(until) })] : []),
    `${say('telling-open')}\n${open}`,
    `${say('telling-why')}\n${say('stop')} ${stop}`,
  ].join('\n\n')
  return { subject: say(`telling-subject-${kind}`), body, endsAt: stop }
}
