import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { insertEnding, roundFor } from './round-store.ts'

/** What lies on the tables is shown to nobody any more; what was said stays with whom it was said to. */
export async function endRound(context: Context, input: { id: string }): Promise<void> {
  demand(await roundFor(context, input.id, 'end'))
  await insertEnding(context, input.id)
}
