import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { insertRestoration, ownDeletion } from './deletion-store.ts'

export async function restoreWork(context: Context, input: { id: string }): Promise<void> {
  demand(await ownDeletion(context, input.id))
  await insertRestoration(context, input.id)
}
