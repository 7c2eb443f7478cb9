import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertShare, keptShare } from '../work/share-store.ts'
import { lockPiece } from '../work/store.ts'
import type { Respond } from './contract.ts'
import { insertResponse, isResponse, keptResponse, responseBy } from './response-store.ts'

/**
 * A response is simply a piece, the learner's for life. Responding shows it to the teachers of that space,
 * which is said before; taking the response back ends that.
 */
export async function respondToActivity(context: Context, input: InputOf<typeof Respond>): Promise<void> {
  const kept = await keptResponse(context, input.id)
  if (kept) {
    if (kept.respondedBy !== context.viewer.personId) throw new Refusal('not_found')
    if (kept.activityId !== input.activityId || kept.pieceId !== input.pieceId) throw new Refusal('id_taken')
    return
  }
  await lockPiece(context, input.pieceId)
  const found = await responseBy(context, input)
  demand(found)
  if (!(await isResponse(context, input)) && !(await insertResponse(context, input)))
    throw new Refusal('id_taken')
  if (!found || found.shown) return
  const { shareId: id, pieceId } = input
  const share = { id, pieceId, audience: 'teachers' as const, spaceId: found.spaceId, at: context.now }
  if (await insertShare(context, share)) return
  if ((await keptShare(context, id))?.pieceId !== pieceId) throw new Refusal('not_found')
}
