import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { countStanding, deletionIs, insertDeletion } from '../work/deletion-store.ts'
import { lockPiece } from '../work/store.ts'
import type { TakeBackFiling } from './contract.ts'
import { filingFor, pieceOfFiling } from './store.ts'

/** The attempt alone, or the piece when nothing else would be left of it: a learner's later attempts stay. */
export async function takeBackFiling(
  context: Context,
  { id, iterationId }: InputOf<typeof TakeBackFiling>,
): Promise<void> {
  const pieceId = await pieceOfFiling(context, iterationId)
  if (pieceId === undefined) throw new Refusal('not_found')
  await lockPiece(context, pieceId)
  if (await deletionIs(context, { id, pieceId, iterationId })) return
  const filing = await filingFor(context, iterationId, 'takeBack')
  if (filing && !filing.allowed && filing.builtUpon) throw new Refusal('built_upon')
  demand(filing)
  const last = (await countStanding(context, pieceId)) === 1
  const kept = await insertDeletion(context, { id, pieceId, ...(last ? {} : { iterationId }) })
  if (!kept) throw new Refusal('id_taken')
}
