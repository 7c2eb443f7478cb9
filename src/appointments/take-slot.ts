import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  type Asked,
  endReplaced,
  hasTime,
  insertBooking,
  keptBooking,
  lockBooking,
  releaseGone,
  slotFor,
} from './booking-store.ts'

/** How often a further station of the same time is tried when somebody was quicker. */
const tries = 4

/** Takes a time for a household, or leaves everything as it was. */
export async function takeSlot(context: Context, asked: Asked, as: 'guardian' | 'teacher'): Promise<void> {
  await lockBooking(context, asked.id)
  const kept = await keptBooking(context, asked)
  if (kept) return demandSame(context, kept)
  const slot = await slotFor(context, asked, as)
  demand(slot)
  if (!slot) return
  if (asked.replaces !== null && !(await endReplaced(context, asked, slot.roundId)))
    throw new Refusal('changed_elsewhere')
  await releaseGone(context, asked.slotId)
  for (let tried = 0; tried < tries; tried += 1) {
    if (await insertBooking(context, asked)) return
    const meanwhile = await keptBooking(context, asked)
    if (meanwhile) return demandSame(context, meanwhile)
    if (await hasTime(context, asked, slot.roundId)) throw new Refusal('changed_elsewhere')
  }
  throw new Refusal('slot_taken')
}

type Kept = NonNullable<Awaited<ReturnType<typeof keptBooking>>>

function demandSame({ viewer }: Context, kept: Kept): void {
  if (kept.bookedBy !== viewer.personId) throw new Refusal('not_found')
  if (!kept.same) throw new Refusal('id_taken')
}
