import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertShare } from '../work/share-store.ts'
import { insertIteration, insertPiece } from '../work/store.ts'
import type { BringWork } from './contract.ts'
import { handoverFor, insertHandoverPiece, isBrought } from './store.ts'

/**
 * A child made it, on a device that their teacher had handed over. The piece is the learner's and made by them;
 * that it was brought by the teacher stands in `created_by`, as for every post. Their teachers see it from the
 * start, because a teacher handed over; who else does was decided then, and not by a child.
 */
export async function bringWork(context: Context, input: InputOf<typeof BringWork>): Promise<void> {
  const handover = await handoverFor(context, input)
  if (!handover) throw new Refusal('not_found')
  const { id, learnerId, iterationId, mediaIds } = input
  if (!(await insertPiece(context, { id, learnerId, title: '' }))) {
    if (await isBrought(context, input)) return
    throw new Refusal('not_found')
  }
  if (!handover.inTime) throw new Refusal('not_allowed')
  if (handover.fresh !== new Set(mediaIds).size) throw new Refusal('not_found')
  const parts = mediaIds.map((mediaId) => ({ kind: 'media' as const, mediaId, caption: '', alt: '' }))
  const made = { ...context, viewer: { ...context.viewer, personId: learnerId } }
  const iteration = { id: iterationId, pieceId: id, whatChanged: '', parts }
  if ((await insertIteration(made, iteration)) === undefined) throw new Refusal('id_taken')
  await insertHandoverPiece(context, id, input.handoverId)
  for (const audience of ['teachers' as const, ...handover.audiences]) {
    const where = audience === 'class' ? { spaceId: handover.spaceId } : {}
    await insertShare(context, { id: newId(), pieceId: id, audience, ...where, at: context.now })
  }
}
