import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { cancelSlotsOf, endBookingsOfCancelled, roundOf } from './plan-store.ts'

/** A day or a single slot falls through; whoever had a time there is told so and chooses again. */
export async function cancelSlots(context: Context, of: 'day' | 'slot', id: string): Promise<void> {
  demand(await roundOf(context, of, id))
  // whoever is booking one of them now is waited for, and then seen by the second statement
  await cancelSlotsOf(context, of, id)
  await endBookingsOfCancelled(context, of, id)
}
