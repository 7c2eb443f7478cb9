import { insertMessage } from '../mail/store.ts'
import { isLocale } from '../platform/locales.ts'
import { newId } from '../platform/new-id.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { pathTo } from '../welcomes/hand-link.ts'
import type { DigestSetting } from './compose-digest.ts'
import { endingPath } from './hand-ending.ts'
import { type DueTelling, dueTellings, insertTelling } from './telling-store.ts'
import { writeTelling } from './write-telling.ts'

const together = 50

/** A recording that waits for a family is told at once, by day; once more before the week is over, and then never again. */
export async function tellWalkthroughs(
  ground: Ground,
  setting: DigestSetting,
  districtId: string,
): Promise<void> {
  if (setting.ways.length === 0) return
  const why = { reason: 'tell families of recordings that wait', districtId }
  for (let done = together; done === together; ) {
    done = await asTheSystem(ground, why, async (context) => {
      const due = await dueTellings(context.db, { ways: setting.ways, most: together })
      for (const one of due) await tellOne(context, one, { districtId, setting })
      return due.length
    })
  }
}

async function tellOne(
  { db, now, tell }: SystemContext,
  due: DueTelling,
  { districtId, setting }: { districtId: string; setting: DigestSetting },
): Promise<void> {
  const { personId, way, conferenceId, welcomeId } = due
  const id = newId()
  const stop = setting.origin + endingPath(setting.secret, { personId, districtId })
  const open = welcomeId ? pathTo(setting.secret, welcomeId) : `/children/conferences/${conferenceId}`
  const locale = isLocale(due.locale) ? due.locale : 'en'
  const written = writeTelling(due, { locale, open: setting.origin + open, stop, now })
  await insertMessage(db, { id, districtId, personId, way, byDay: true, ...written }, now)
  if (await insertTelling(db, { due, districtId, messageId: id }, now))
    return tell('message.queued', { districtId, id })
  throw new Error('another process told this family first')
}
