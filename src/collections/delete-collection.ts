import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { copyDeletions, isOwnYearCopy } from './copy-store.ts'
import { collectionDeletions } from './keeping-store.ts'
import { collectionFor } from './store.ts'

export async function deleteCollection(context: Context, id: string): Promise<void> {
  const found = await collectionFor(context, id, 'remove')
  if (found?.learnerId !== context.viewer.personId) demand(found)
  await collectionDeletions.mark(context, id)
}

export async function restoreCollection(context: Context, id: string): Promise<void> {
  const found = await collectionFor(context, id, 'remove')
  if (found?.learnerId !== context.viewer.personId) throw new Refusal('not_found')
  await collectionDeletions.takeBack(context, id)
}

/** A year's copy outlives the work in it, and still is its learner's to take away. */
export async function deleteYearCopy(context: Context, id: string): Promise<void> {
  if (!(await isOwnYearCopy(context, id))) throw new Refusal('not_found')
  await copyDeletions.mark(context, id)
}

export async function restoreYearCopy(context: Context, id: string): Promise<void> {
  if (!(await isOwnYearCopy(context, id))) throw new Refusal('not_found')
  await copyDeletions.takeBack(context, id)
}
