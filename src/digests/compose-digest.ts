import type { MessageWay } from '../mail/message.ts'
import { insertMessage } from '../mail/store.ts'
import { newId } from '../platform/new-id.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { isLocale, type Locale } from '../platform/locales.ts'
import { pathTo } from '../welcomes/hand-link.ts'
import { type Due, dueGuardians, insertDigest, readNews } from './content-store.ts'
import { isNews } from './digest.ts'
import { endingPath } from './hand-ending.ts'
import { writeLetter, writeText } from './write-letter.ts'

export type DigestSetting = { ways: readonly MessageWay[]; origin: string; secret: string }

const together = 50

/** Whose day it is, a few in each transaction; what a crash interrupts is taken up within the hour. */
export async function composeDigests(
  ground: Ground,
  setting: DigestSetting,
  districtId: string,
): Promise<void> {
  if (setting.ways.length === 0) return
  const why = { reason: 'compose weekly letters', districtId }
  for (let done = together; done === together; ) {
    done = await asTheSystem(ground, why, async (context) => {
      const due = await dueGuardians(context.db, { ways: setting.ways, most: together })
      for (const one of due) await composeDigest(context, { due: one, districtId, setting })
      return due.length
    })
  }
}

type Composing = { due: Due; districtId: string; setting: DigestSetting }

/** Nothing new is told to nobody: the day is noted, and no letter leaves. */
async function composeDigest({ db, now, tell }: SystemContext, composing: Composing): Promise<void> {
  const { due, districtId, setting } = composing
  const { personId, way } = due
  const news = (await readNews(db, due)).filter(isNews)
  if (news.length === 0) return void (await insertDigest(db, { due, districtId, messageId: null }, now))
  const id = newId()
  const stop = setting.origin + endingPath(setting.secret, { personId, districtId })
  const open = setting.origin + (due.welcomeId ? pathTo(setting.secret, due.welcomeId) : '/children')
  const places = { open, stop, change: `${setting.origin}/children/letters` }
  const locale: Locale = isLocale(due.locale) ? due.locale : 'en'
  const written =
    way === 'mail'
      ? { ...writeLetter(news, locale, places), endsAt: stop }
      : { subject: '', body: writeText(news, locale, places) }
  await insertMessage(db, { id, districtId, personId, way, byDay: true, ...written }, now)
  if (await insertDigest(db, { due, districtId, messageId: id }, now))
    return tell('message.queued', { districtId, id })
  throw new Error('another process composed this letter first')
}
