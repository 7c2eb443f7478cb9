import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PrepareConference, SetConferenceReadiness } from './contract.ts'
import { insertPreparation, isOwn, isSamePreparation, keepReadiness, shareChosen } from './keeping-store.ts'
import { roundFor } from './store.ts'

/** Nothing is refused because another device kept something meanwhile: what was made last stands. */
export async function prepareConference(
  context: Context,
  input: InputOf<typeof PrepareConference>,
): Promise<void> {
  demand(await roundFor(context, input.roundId, 'prepare'))
  if (!(await isOwn(context, input))) throw new Refusal('not_found')
  if (await insertPreparation(context, input)) {
    return shareChosen(context, { roundId: input.roundId, addedIn: input.id })
  }
  const same = await isSamePreparation(context, input)
  if (same === undefined) throw new Refusal('not_found')
  if (!same) throw new Refusal('id_taken')
}

/** Ready, what was chosen is shown to family and teachers; not ready any more, the work stays where it is shown. */
export async function setConferenceReadiness(
  context: Context,
  { id, ready }: InputOf<typeof SetConferenceReadiness>,
): Promise<void> {
  demand(await roundFor(context, id, 'prepare'))
  if (await keepReadiness(context, { roundId: id, ready })) await shareChosen(context, { roundId: id })
}
