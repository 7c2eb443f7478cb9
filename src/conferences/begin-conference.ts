import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { BeginConference } from './contract.ts'
import { insertConference, isSameConference } from './meeting-keeping-store.ts'
import { isKnown, knownThere, leadingFor } from './preparation-store.ts'

/**
 * A meeting that was held is kept, also when a tie ended before it arrived: whoever is not known here any more is
 * written down by name and gains nothing by it.
 */
export async function beginConference(
  context: Context,
  input: InputOf<typeof BeginConference>,
): Promise<void> {
  demand(await leadingFor(context, input))
  const known = await knownThere(
    context,
    input,
    input.people.flatMap(({ role, personId }) => (personId === undefined ? [] : { role, personId })),
  )
  const people = input.people.map(({ personId, ...one }) => ({
    ...one,
    saidBy: personId !== undefined && isKnown(known, one.role, personId) ? personId : null,
  }))
  if (await insertConference(context, { ...input, people })) return
  const same = await isSameConference(context, input)
  if (same === undefined) throw new Refusal('not_found')
  if (!same) throw new Refusal('id_taken')
}
