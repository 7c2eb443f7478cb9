import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { settledContent } from './copy.ts'
import { composeCopy, insertCopy } from './copy-store.ts'
import { collectionFor } from './store.ts'

/** Keeps what a collection is now for the school year; the first copy of a year stays. */
export async function freezeCollection(context: Context, id: string): Promise<void> {
  demand(await collectionFor(context, id, 'open'))
  await freezeFor(context.db, context.now, id)
}

export async function freezeFor(db: Transaction, now: Date, collectionId: string): Promise<void> {
  const found = await composeCopy(db, collectionId)
  if (!found) return
  const { learnerId, districtId, revision } = found
  const settled = settledContent(found.content)
  await insertCopy(db, now, {
    id: newId(),
    kind: 'year',
    collectionId,
    learnerId,
    districtId,
    revision,
    ...settled,
  })
}
