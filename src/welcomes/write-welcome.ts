import type { Told } from '../mail/message.ts'
import type { About } from '../mail/store.ts'
import { isLocale, type Locale } from '../platform/locales.ts'
import type { SystemContext } from '../platform/transaction.ts'
import { sayIn } from '../platform/words.ts'
import { pathTo } from './hand-link.ts'
import { invitationOf } from './store.ts'
import { welcomeDays } from './welcome.ts'

/** The link and whose family it is, while it still opens for them; the PIN travels in another way. */
export async function writeWelcome(
  { db }: SystemContext,
  { aboutId, way }: About,
  { origin, secret }: { origin: string; secret: string },
): Promise<Told | undefined> {
  const invited = await invitationOf(db, aboutId)
  if (!invited) return undefined
  const locale: Locale = isLocale(invited.locale) ? invited.locale : 'en'
  const names = new Intl.ListFormat(`${locale}-CA`).format(invited.children)
  const link = origin + pathTo(secret, aboutId)
  if (way === 'text') return { subject: '', body: sayIn(locale, 'welcomes.text', { names, link }) }
  const body = sayIn(locale, 'welcomes.mail-body', { names, link, days: welcomeDays })
  return { subject: sayIn(locale, 'welcomes.mail-subject'), body }
}
