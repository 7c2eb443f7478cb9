import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { planAmiss, slotsOf } from './appointment.ts'
import type { PlanConferenceDay } from './contract.ts'
import { insertDay, insertSlots, isSameDay, planFor } from './plan-store.ts'

/** A teacher plans a day of a round, which is cut into slots at once. */
export async function planDay(context: Context, input: InputOf<typeof PlanConferenceDay>): Promise<void> {
  const round = await planFor(context, input.roundId, 'plan')
  demand(round)
  if (planAmiss(input)) throw new InvalidInput({ toMinute: 'span' })
  if (!round || input.heldOn < round.startsOn || input.heldOn > round.endsOn)
    throw new InvalidInput({ heldOn: 'outside' })
  const day = { ...input, place: input.place.trim(), languages: namesIn(input.languages) }
  if (await insertDay(context, day)) return insertSlots(context, day, slotsOf(input))
  const same = await isSameDay(context, day)
  if (same === undefined) throw new Refusal('not_found')
  if (!same) throw new Refusal('id_taken')
}

function namesIn(languages: readonly string[]): string[] {
  return [...new Set(languages.map((one) => one.trim()).filter(Boolean))]
}
