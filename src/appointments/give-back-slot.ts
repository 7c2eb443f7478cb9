import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { bookingFor, endBooking } from './booking-store.ts'

/** Whoever has a time gives it back; taken back by a teacher, the family is told and chooses again. */
export async function giveBackSlot(context: Context, id: string): Promise<void> {
  const found = await bookingFor(context, id)
  demand(found)
  await endBooking(context, id, found?.mine ? 'given_back' : 'cancelled')
}
