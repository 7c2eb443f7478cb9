import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AddPiece } from './contract.ts'
import { demandUsableMedia } from './demand-media.ts'
import { ownsPortfolio } from './piece-store.ts'
import { sharePiece } from './share-piece.ts'
import { isSameRevision } from './revision-store.ts'
import { tellOfLinks } from './tell-of-links.ts'
import { insertIteration, insertPiece, whatHolds } from './store.ts'

/** A learner keeps new work of their own. */
export async function addPiece(context: Context, input: InputOf<typeof AddPiece>): Promise<void> {
  const { viewer } = context
  const { iteration } = input
  if (!(await ownsPortfolio(context))) throw new Refusal('not_allowed')
  await demandUsableMedia(context, iteration.parts, viewer.personId)
  if (!(await insertPiece(context, { id: input.id, learnerId: viewer.personId, title: input.title }))) {
    return refuseUnlessSame(context, input)
  }
  if ((await insertIteration(context, { ...iteration, pieceId: input.id })) === undefined)
    throw new Refusal('id_taken')
  await tellOfLinks(context, iteration.id, iteration.parts)
  for (const share of input.shares) await sharePiece(context, { ...share, pieceId: input.id })
}

/** Sent again, it is kept once; another's id is not there for us. */
async function refuseUnlessSame(context: Context, input: InputOf<typeof AddPiece>): Promise<void> {
  const held = await whatHolds(context, input.id, input.iteration.id)
  if (held?.learnerId !== context.viewer.personId) throw new Refusal('not_found')
  const { id, parts, whatChanged } = input.iteration
  const same = await isSameRevision(context, { iterationId: id, revision: 1, parts, whatChanged })
  if (!held.hasIteration || !same) throw new Refusal('id_taken')
}
