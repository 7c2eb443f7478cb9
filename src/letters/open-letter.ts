import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { JsonText } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ReadLetter } from './contract.ts'
import { letterFor, noteOpening, readLetter } from './store.ts'

/** From its day on, by its learner. The first opening is noted, so that home says so only until then. */
export async function openLetter(
  context: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ReadLetter>>> {
  const letter = await letterFor(context, id)
  if (!letter?.stands) throw new Refusal('not_found')
  if (!letter.isOpen) throw new Refusal('still_sealed')
  await noteOpening(context, id)
  return readLetter(context, id)
}
