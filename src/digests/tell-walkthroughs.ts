import type { MessageWay } from '../mail/message.ts'
import { insertMessage } from '../mail/store.ts'
import { newId } from '../platform/new-id.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { type DueTelling, dueTellings, insertTelling } from './telling-store.ts'

const together = 50

/** A recording that waits for a family is told at once, by day; once more before the week is over, and then never again. */
export async function tellWalkthroughs(
  ground: Ground,
  ways: readonly MessageWay[],
  districtId: string,
): Promise<void> {
  if (ways.length === 0) return
  const why = { reason: 'tell families of recordings that wait', districtId }
  for (let done = together; done === together; ) {
    done = await asTheSystem(ground, why, async (context) => {
      const due = await dueTellings(context.db, { ways, most: together })
      for (const one of due) await tellOne(context, one, districtId)
      return due.length
    })
  }
}

async function tellOne({ db, now, tell }: SystemContext, due: DueTelling, districtId: string): Promise<void> {
  const { personId, way } = due
  const [id, tellingId] = [newId(), newId()]
  const message = {
    id,
    districtId,
    personId,
    way,
    byDay: true,
    about: 'walkthrough' as const,
    aboutId: tellingId,
  }
  await insertMessage(db, message, now)
  if (await insertTelling(db, { id: tellingId, due, districtId, messageId: id }, now))
    return tell('message.queued', { districtId, id })
  throw new Error('another process told this family first')
}
