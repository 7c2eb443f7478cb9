import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SeatPerson } from './contract.ts'
import { countSeats, insertSeat, seatable, seatCalled } from './seat-store.ts'
import { spaceFor } from './space-store.ts'

/** A learner whom the viewer teaches, or a colleague: nobody is brought in whom they do not know already. */
export async function seatPerson(context: Context, seat: InputOf<typeof SeatPerson>): Promise<void> {
  const space = await spaceFor(context, seat.spaceId, 'keep')
  demand(space)
  const before = await seatCalled(context, seat.id)
  if (before) {
    const { spaceId, personId, role } = before
    const same = spaceId === seat.spaceId && personId === seat.personId && role === seat.role
    if (!same) throw new Refusal('id_taken')
    return
  }
  const found = await seatable(context, { ...seat, schoolId: space?.schoolId ?? null })
  if (!found) throw new Refusal('not_found')
  if (found.isIn) throw new Refusal('there_already')
  const { learners } = await countSeats(context, seat.spaceId)
  if (space?.kind === 'one-to-one' && seat.role === 'student' && learners > 0)
    throw new Refusal('one_to_one_is_for_one')
  await insertSeat(context, seat)
}
