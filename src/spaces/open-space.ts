import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { OpenSpace } from './contract.ts'
import { seatPerson } from './seat-person.ts'
import { insertSeat } from './seat-store.ts'
import { insertSpace, nameSpace, opensHere, spaceFor } from './space-store.ts'

/** A group or a one-to-one, with whoever opens it as its first teacher; sent again with another name, it is renamed. */
export async function openSpace(context: Context, input: InputOf<typeof OpenSpace>): Promise<void> {
  const { id, kind, schoolId, name, seats } = input
  if (!(await opensHere(context, input))) throw new Refusal('not_found')
  if (!(await insertSpace(context, input))) {
    const kept = await spaceFor(context, id, 'keep')
    demand(kept)
    if (kept?.kind !== kind || kept.schoolId !== schoolId) throw new Refusal('id_taken')
    return nameSpace(context, id, name)
  }
  const learners = seats.filter(({ role }) => role === 'student').length
  if (kind === 'one-to-one' && learners !== 1) throw new InvalidInput({ seats: 'one_learner' })
  const personId = context.viewer.personId
  await insertSeat(context, { id: newId(), spaceId: id, personId, role: 'teacher' })
  for (const seat of seats) await seatPerson(context, { ...seat, spaceId: id })
}
