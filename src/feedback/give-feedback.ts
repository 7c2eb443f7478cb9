import { demand } from '../access/may.ts'
import { broughtMedia } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { iterationFor } from '../work/store.ts'
import type { GiveFeedback } from './contract.ts'
import { saysSomething } from './feedback.ts'
import { pointsAt } from '../pins/pin.ts'
import { insertPin, isSamePin, pointedAt } from './pin-store.ts'
import { feedbackFor, insertFeedback } from './store.ts'

type Given = InputOf<typeof GiveFeedback>

export async function giveFeedback(context: Context, input: Given): Promise<void> {
  if (!saysSomething(input)) throw new InvalidInput({ body: 'required' })
  demand(await iterationFor(context, input.iterationId, 'giveFeedback'))
  const { mediaId, pin, iterationId } = input
  if (mediaId !== undefined && !(await broughtMedia(context, mediaId))) throw new Refusal('not_found')
  const place = pin && (await pointedAt(context, iterationId, pin))
  if (pin && !(place && pointsAt(pin, place))) throw new Refusal('not_found')
  if (!(await insertFeedback(context, input))) return demandSame(context, input)
  if (pin) await insertPin(context, { feedbackId: input.id, iterationId, pin })
}

/** A write that is sent twice; what was edited or taken back meanwhile stays so. */
async function demandSame(context: Context, input: Given): Promise<void> {
  const kept = await feedbackFor(context, input.id, 'revise')
  if (kept?.givenBy !== context.viewer.personId) throw new Refusal('not_found')
  const same =
    kept.iterationId === input.iterationId &&
    kept.mediaId === (input.mediaId ?? null) &&
    (kept.revision > 1 || kept.body === input.body) &&
    (await isSamePin(context, input.id, input.pin))
  if (!same) throw new Refusal('id_taken')
}
