import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { reflectionDeletions } from './keeping-store.ts'
import { reflectionFor } from './store.ts'

/** Deleted twice is deleted once: what is deleted already is nobody's to remove, but still its learner's to see. */
export async function deleteReflection(context: Context, id: string): Promise<void> {
  const found = await reflectionFor(context, id, 'remove')
  if (found?.learnerId !== context.viewer.personId) demand(found)
  await reflectionDeletions.mark(context, id)
}

export async function restoreReflection(context: Context, id: string): Promise<void> {
  const found = await reflectionFor(context, id, 'remove')
  if (found?.learnerId !== context.viewer.personId) throw new Refusal('not_found')
  await reflectionDeletions.takeBack(context, id)
}
