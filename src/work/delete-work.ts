import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DeleteWork } from './contract.ts'
import { countStanding, deletionIs, insertDeletion } from './deletion-store.ts'
import { iterationFor, pieceFor } from './store.ts'

/** Deleting the last iteration that is left deletes the piece, so that no piece stands empty. */
export async function deleteWork(context: Context, input: InputOf<typeof DeleteWork>): Promise<void> {
  if (await deletionIs(context, input)) return
  demand(await pieceFor(context, input.pieceId, 'remove'))
  if (input.iterationId === undefined) return insertDeletion(context, input)
  const iteration = await iterationFor(context, input.iterationId, 'remove')
  demand(iteration)
  if (iteration?.pieceId !== input.pieceId) throw new Refusal('not_found')
  const last = (await countStanding(context, input.pieceId)) === 1
  await insertDeletion(context, last ? { id: input.id, pieceId: input.pieceId } : input)
}
