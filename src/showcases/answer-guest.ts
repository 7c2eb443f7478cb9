import type { FastifyReply } from 'fastify'
import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import type { FoundBehind } from './find-behind.ts'
import { restMinutes } from './showcase.ts'
import { showDoor } from './show-page.ts'

/** Not for search engines, not for the next page, not for a shared cache. */
export const guestHeaders = {
  'x-robots-tag': 'noindex, nofollow, noarchive, noimageindex',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
  vary: 'accept-language, cookie, accept-encoding',
}

const statusOf = { closed: 404, ended: 410, passcode: 200, wrong: 403, rests: 429 } as const

/** A link that was never made here, one that waits for agreement, and one that is over tell nothing of anybody. */
export function sendDoor(
  reply: FastifyReply,
  locale: Locale,
  behind: FoundBehind | undefined,
  asked?: 'passcode' | 'wrong' | 'rests',
) {
  const isOver = behind?.state === 'ended' || behind?.state === 'withdrawn'
  const kind = asked ?? (isOver ? 'ended' : 'closed')
  const door = showDoor(locale, (key, values) => sayIn(locale, key, values), kind, {
    minutes: restMinutes,
  })
  return reply
    .status(statusOf[kind])
    .headers({ ...guestHeaders, 'content-security-policy': door.policy })
    .type('text/html; charset=utf-8')
    .send(door.body)
}
