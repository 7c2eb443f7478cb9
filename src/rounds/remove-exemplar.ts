import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { exemplarFor, insertRemoval } from './exemplar-store.ts'

export async function removeExemplar(context: Context, input: { id: string }): Promise<void> {
  demand(await exemplarFor(context, input.id))
  await insertRemoval(context, input.id)
}
