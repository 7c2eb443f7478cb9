import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { newId } from '../platform/new-id.ts'
import type { PostForLearners } from './contract.ts'
import { demandUsableMedia } from './demand-media.ts'
import { spaceTaughtTo } from './post-store.ts'
import { insertShare } from './share-store.ts'
import { tellOfLinks } from './tell-of-links.ts'
import { insertIteration, insertPiece, whatHolds } from './store.ts'

/**
 * One moment, several portfolios: each learner gets a piece of their own, which their teachers see from the
 * start because a teacher brought it; of a space by hand the teachers of that space alone.
 */
export async function postForLearners(
  context: Context,
  input: InputOf<typeof PostForLearners>,
): Promise<void> {
  const learnerIds = [...new Set(input.pieces.map((piece) => piece.learnerId))]
  const space = await spaceTaughtTo(context, input, learnerIds)
  if (!space) throw new Refusal('not_found')
  await demandUsableMedia(context, input.parts, context.viewer.personId)
  // always in one order, so that two posts of the same pieces wait for each other instead of crossing
  const pieces = input.pieces.toSorted((one, other) => one.id.localeCompare(other.id))
  for (const [place, piece] of pieces.entries()) await postFor(context, input, { ...piece, place, space })
}

type Place = InputOf<typeof PostForLearners>['pieces'][number] & { place: number; space: Space }
type Space = { id: string; byHand: boolean }

async function postFor(context: Context, input: InputOf<typeof PostForLearners>, to: Place): Promise<void> {
  if (!(await insertPiece(context, { id: to.id, learnerId: to.learnerId, title: input.title }))) {
    const held = await whatHolds(context, to.id, to.iterationId)
    if (held?.createdBy === context.viewer.personId && held.hasIteration) return
    throw new Refusal('not_found')
  }
  const iteration = { id: to.iterationId, pieceId: to.id, whatChanged: '', parts: input.parts }
  if ((await insertIteration(context, iteration)) === undefined) throw new Refusal('id_taken')
  await tellOfLinks(context, iteration.id, iteration.parts)
  // a millisecond apart, so that a page of the wall never ends between two of them
  const at = new Date(context.now.getTime() + to.place)
  for (const audience of new Set(['teachers' as const, ...input.audiences])) {
    const there = audience === 'class' || (audience === 'teachers' && to.space.byHand)
    const where = there ? { spaceId: to.space.id } : {}
    await insertShare(context, { id: newId(), pieceId: to.id, audience, ...where, at })
  }
}
