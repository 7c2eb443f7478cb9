import type { MessageWay } from '../mail/message.ts'
import { insertMessage } from '../mail/store.ts'
import { newId } from '../platform/new-id.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { type Due, dueGuardians, insertDigest, readNews } from './content-store.ts'
import { isNews } from './digest.ts'

const together = 50

/** Whose day it is, a few in each transaction; what a crash interrupts is taken up within the hour. */
export async function composeDigests(
  ground: Ground,
  ways: readonly MessageWay[],
  districtId: string,
): Promise<void> {
  if (ways.length === 0) return
  const why = { reason: 'compose weekly letters', districtId }
  for (let done = together; done === together; ) {
    done = await asTheSystem(ground, why, async (context) => {
      const due = await dueGuardians(context.db, { ways, most: together })
      for (const one of due) await composeDigest(context, one, districtId)
      return due.length
    })
  }
}

/** Nothing new is told to nobody: the day is noted, and no letter leaves. What it says is written when it leaves. */
async function composeDigest({ db, now, tell }: SystemContext, due: Due, districtId: string): Promise<void> {
  const { personId, way } = due
  const [id, digestId] = [newId(), newId()]
  const digest = { id: digestId, due, districtId }
  if (!(await readNews(db, { ...due, until: now })).some(isNews))
    return void (await insertDigest(db, { ...digest, messageId: null }, now))
  const message = { id, districtId, personId, way, byDay: true, about: 'digest' as const, aboutId: digestId }
  await insertMessage(db, message, now)
  if (await insertDigest(db, { ...digest, messageId: id }, now))
    return tell('message.queued', { districtId, id })
  throw new Error('another process composed this letter first')
}
