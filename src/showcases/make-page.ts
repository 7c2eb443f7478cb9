import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { addressKey, mediaWindow } from '../platform/media-key.ts'
import type { Ground } from '../platform/transaction.ts'
import { localeAfter, localeNames, type Locale, sayWeekdayAndDay } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import { contentBehind, type FoundBehind, Remembered } from './find-behind.ts'
import type { Telling } from './show-media.ts'
import { showPage } from './show-page.ts'
import { nameForStrangers } from './showcase.ts'

type Page = { bytes: Buffer; encoding: 'br' | 'gzip' | undefined; policy: string }
type Asking = { locale: Locale; encodings: string; path: string }

const pages = new Remembered<Page | undefined>()
const squeezeBrotli = promisify(brotliCompress)
const squeezeGzip = promisify(gzip)

/**
 * The page as bytes ready to send. It is remembered under everything that could change it, as long as the addresses
 * in it are good; whether it may be sent at all was asked anew.
 */
export async function pageFor(
  ground: Ground,
  behind: FoundBehind,
  asking: Asking,
): Promise<Page | undefined> {
  const { until } = mediaWindow(ground.secret, ground.now())
  const encoding = /\bbr\b/.test(asking.encodings)
    ? 'br'
    : /\bgzip\b/.test(asking.encodings)
      ? 'gzip'
      : undefined
  const { locale } = asking
  const names = [behind.givenName, behind.familyName, behind.closesAt.toISOString(), behind.timeZone]
  const key = JSON.stringify([behind.id, behind.copyId, until, locale, encoding, names, behind.resting])
  return pages.get(key, async () => {
    const content = await contentBehind(ground, behind)
    if (!content) return undefined
    const telling = tellingIn(locale, behind.timeZone, (mediaId, rendition) =>
      guestAddress(ground.secret, { showcaseId: behind.id, mediaId, rendition, until }),
    )
    const { body, policy } = showPage({
      content,
      locale,
      telling,
      name: nameForStrangers(behind.givenName, behind.familyName),
      until: telling.say('showcases.page-until', { day: endOf(locale, behind) }),
      other: otherLanguage(locale, asking.path),
    })
    return { bytes: await squeeze(Buffer.from(body), encoding), encoding, policy }
  })
}

async function squeeze(bytes: Buffer, encoding: Page['encoding']): Promise<Buffer> {
  if (encoding === 'br') return squeezeBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
  return encoding === 'gzip' ? squeezeGzip(bytes) : bytes
}

type GuestAddress = { showcaseId: string; mediaId: string; rendition: string; until: string }

/** Good for the guests of one showcase and for a short while. */
export function guestAddress(
  secret: string,
  { showcaseId, mediaId, rendition, until }: GuestAddress,
): string {
  const key = addressKey(secret, { media: mediaId, rendition, until, personId: showcaseId }).toString('hex')
  return `/guest/media/${showcaseId}/${mediaId}/${rendition}?until=${until}&key=${key}`
}

export function otherLanguage(locale: Locale, path: string) {
  const other = localeAfter(locale)
  return { href: `${path}?in=${other}`, locale: other, name: localeNames[other] }
}

export function tellingIn(locale: Locale, timeZone: string, addressOf: Telling['addressOf']): Telling {
  return {
    locale,
    say: (key, values) => sayIn(locale, key, values),
    sayDate: (moment) => sayWeekdayAndDay(locale, new Date(moment), { timeZone, withYear: true }),
    addressOf,
  }
}

/** "Friday 27 November, midnight" is said as the end of that day. */
export function endOf(locale: Locale, { closesAt, timeZone }: { closesAt: Date; timeZone: string }): string {
  const clock = new Intl.DateTimeFormat(`${locale}-CA`, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const isMidnight = clock.format(closesAt).replace(/\D/g, '') === '0000'
  const sayDay = (moment: Date) => sayWeekdayAndDay(locale, moment, { timeZone })
  if (isMidnight)
    return sayIn(locale, 'showcases.page-midnight', { day: sayDay(new Date(closesAt.getTime() - 1)) })
  const time = new Intl.DateTimeFormat(`${locale}-CA`, { timeStyle: 'short', timeZone })
  return sayIn(locale, 'showcases.page-time', { day: sayDay(closesAt), time: time.format(closesAt) })
}
