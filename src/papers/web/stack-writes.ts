import { Respond } from '../../activities/contract.ts'
import type { Write } from '../../outbox/entry.ts'
import { write } from '../../outbox/web/use-keep.ts'
import { AddIteration, AddPiece, PostForLearners } from '../../work/contract.ts'
import { AddPaperAttempt } from '../contract.ts'
import type { Filing, Stack } from './stack.ts'
import type { PieceOfPages } from './stack-pieces.ts'

type Parts = { kind: 'media'; mediaId: string; caption: string; alt: string }[]

/**
 * What is sent for one piece of a stack. A teacher brings it as every post for learners is brought, a learner
 * adds it to their own work; either way it holds the pages of this one learner and nothing else of the photo.
 */
export function writesFor(piece: PieceOfPages, parts: Parts, stack: Stack, filing: Filing): Write[] {
  const title = titleOf(piece, stack, filing)
  return filing.where === undefined
    ? ownWrites(piece, parts, title)
    : broughtWrites(piece, parts, { title, where: filing.where, toFamily: stack.toFamily })
}

export function titleOf({ head }: PieceOfPages, { title }: Stack, { activities }: Filing): string {
  return activities.find(({ id }) => id === head.activityId)?.title ?? title.trim()
}

function ownWrites(
  { head: { ids, activityId }, attempt }: PieceOfPages,
  parts: Parts,
  title: string,
): Write[] {
  if (attempt) {
    const body = { pieceId: attempt.pieceId, parts, whatChanged: '' }
    return [write(AddIteration, { params: { id: ids.iteration }, body })]
  }
  const body = { title, iteration: { id: ids.iteration, parts, whatChanged: '' }, shares: [] }
  return [write(AddPiece, { params: { id: ids.piece }, body }), ...respondWrites(ids, activityId)]
}

function broughtWrites(
  { head, attempt }: PieceOfPages,
  parts: Parts,
  { title, where, toFamily }: { title: string; where: NonNullable<Filing['where']>; toFamily: boolean },
): Write[] {
  const { ids, learnerId = '', activityId } = head
  if (attempt && activityId) {
    const body = { activityId, pieceId: attempt.pieceId, parts }
    return [write(AddPaperAttempt, { params: { id: ids.iteration }, body })]
  }
  const pieces = [{ id: ids.piece, iterationId: ids.iteration, learnerId }]
  const audiences = toFamily ? ['family' as const] : []
  const body = { ...where, title, parts, audiences, pieces }
  return [write(PostForLearners, { params: { id: ids.post }, body }), ...respondWrites(ids, activityId)]
}

function respondWrites(ids: PieceOfPages['head']['ids'], activityId: string | undefined): Write[] {
  if (activityId === undefined) return []
  const body = { activityId, pieceId: ids.piece, shareId: ids.share }
  return [write(Respond, { params: { id: ids.response }, body })]
}
