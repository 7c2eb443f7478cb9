import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { JsonText } from '../platform/database.ts'
import type { GetCollection } from './contract.ts'
import { noteLook, readCollection } from './store.ts'

/** Opening somebody's collection is looking at it, and its learner can see who has looked (product rule 5). */
export async function openCollection(
  context: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetCollection>>> {
  const collection = await readCollection(context, id)
  await noteLook(context, id)
  return collection
}
