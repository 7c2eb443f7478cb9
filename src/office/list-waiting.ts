import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ListWaiting } from './contract.ts'
import { backupTrouble, fullness, type Room, waitingKinds } from './waiting.ts'
import { countWaiting } from './waiting-store.ts'

/** Only what there is: an office with nothing to see to is told that, and no row of noughts. */
export async function listWaiting(
  context: Context,
  room: () => Promise<Room>,
): Promise<OutputOf<typeof ListWaiting>> {
  const found = await countWaiting(context)
  if (!found) throw new Refusal('not_found')
  const counts = { ...found.counts }
  if (found.seesHouse) {
    counts.storage = fullness(await room()) ?? 0
    const trouble = backupTrouble(found.lastBackupAt, context.now)
    if (trouble) counts[trouble.kind] = trouble.count
  }
  return waitingKinds.map((kind) => ({ kind, count: counts[kind] ?? 0 })).filter(({ count }) => count > 0)
}
