import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DeleteWork } from './contract.ts'
import { countStanding, deletionIs, insertDeletion, ownDeletion } from './deletion-store.ts'
import { iterationFor, lockPiece, pieceFor } from './store.ts'

/** Deleting the last iteration that is left deletes the piece, so that no piece stands empty. */
export async function deleteWork(context: Context, input: InputOf<typeof DeleteWork>): Promise<void> {
  // two devices that delete at once take turns, so that the last attempt is seen to be the last
  await lockPiece(context, input.pieceId)
  if (await deletionIs(context, input)) return
  demand(await pieceFor(context, input.pieceId, 'remove'))
  if (input.iterationId === undefined) return keepDeletion(context, input)
  const iteration = await iterationFor(context, input.iterationId, 'remove')
  demand(iteration)
  if (iteration?.pieceId !== input.pieceId) throw new Refusal('not_found')
  const last = (await countStanding(context, input.pieceId)) === 1
  await keepDeletion(context, last ? { id: input.id, pieceId: input.pieceId } : input)
}

async function keepDeletion(context: Context, deletion: InputOf<typeof DeleteWork>): Promise<void> {
  if (await insertDeletion(context, deletion)) return
  throw new Refusal((await ownDeletion(context, deletion.id)) ? 'id_taken' : 'not_found')
}
