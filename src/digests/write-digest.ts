import type { About } from '../mail/store.ts'
import type { Told } from '../mail/message.ts'
import { isLocale, type Locale } from '../platform/locales.ts'
import type { SystemContext } from '../platform/transaction.ts'
import { pathTo } from '../welcomes/hand-link.ts'
import { readNews, readTelling } from './content-store.ts'
import { isNews } from './digest.ts'
import { endingPath } from './hand-ending.ts'
import { writeLetter, writeText } from './write-letter.ts'

/**
 * What a weekly letter says, asked at the moment it leaves: it may have waited overnight, and meanwhile a child took
 * words back, a tie ended, the school became more careful or the guardian wants no more letters.
 */
export async function writeDigest(
  { db }: SystemContext,
  { aboutId, way }: About,
  { origin, secret }: { origin: string; secret: string },
): Promise<Told | undefined> {
  const telling = await readTelling(db, aboutId, way)
  if (!telling) return undefined
  const news = (await readNews(db, telling)).filter(isNews)
  if (news.length === 0) return undefined
  const stop = origin + endingPath(secret, telling)
  const open = origin + (telling.welcomeId ? pathTo(secret, telling.welcomeId) : '/children')
  const places = { open, stop, change: `${origin}/children/letters` }
  const locale: Locale = isLocale(telling.locale) ? telling.locale : 'en'
  return way === 'mail'
    ? { ...writeLetter(news, locale, places), endsAt: stop }
    : { subject: '', body: writeText(news, locale, places) }
}
