import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { countSeats, endSeat, seatCalled } from './seat-store.ts'
import { spaceFor } from './space-store.ts'

/** A space is never left without somebody who keeps it. */
export async function removeSeat(context: Context, { id }: { id: string }): Promise<void> {
  const seat = await seatCalled(context, id)
  if (seat?.isEnded && seat.personId === context.viewer.personId) return
  const space = seat && (await spaceFor(context, seat.spaceId, 'keep'))
  demand(space)
  if (!seat || seat.isEnded) return
  const { teachers } = await countSeats(context, seat.spaceId)
  if (seat.role === 'teacher' && teachers < 2) throw new Refusal('last_teacher')
  await endSeat(context, id)
}
