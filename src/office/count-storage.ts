import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CountStorage } from './contract.ts'
import { countStored } from './storage-store.ts'
import type { Room } from './waiting.ts'

/** The disk is whole and knows no school: only whoever runs the district's office is told of it. */
export async function countStorage(
  context: Context,
  room: () => Promise<Room>,
): Promise<OutputOf<typeof CountStorage>> {
  const found = await countStored(context)
  if (!found) throw new Refusal('not_found')
  const { schools, countedAt, seesHouse, lastBackupAt } = found
  if (!seesHouse) return { schools, countedAt, house: null }
  const { free, total } = await room()
  return { schools, countedAt, house: { freeBytes: free, totalBytes: total, lastBackupAt } }
}
