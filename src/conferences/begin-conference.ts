import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { BeginConference, JoinConference } from './contract.ts'
import { insertLatecomer } from './latecomer-store.ts'
import { insertConference, isSameConference } from './meeting-keeping-store.ts'
import { conferenceFor } from './meeting-store.ts'
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

/** Somebody who came later takes part like everybody; closed already, it is not gone back to. */
export async function joinConference(
  context: Context,
  { personId, ...input }: InputOf<typeof JoinConference>,
): Promise<void> {
  const meeting = await conferenceFor(context, input.conferenceId, 'join')
  demand(meeting)
  if (!meeting) throw new Refusal('not_found')
  const known = await knownThere(
    context,
    meeting,
    personId === undefined ? [] : [{ role: input.role, personId }],
  )
  const saidBy = personId !== undefined && isKnown(known, input.role, personId) ? personId : null
  const kept = await insertLatecomer(context, { ...input, saidBy })
  if (kept === undefined) throw new Refusal('not_found')
  if (!kept) throw new Refusal('id_taken')
}
