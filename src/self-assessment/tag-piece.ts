import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { TagPiece } from './contract.ts'
import { insertTag, isTagged, markRemoved, mayBePointedAt, taggableFor, tagFor } from './tag-store.ts'

/** A learner says what their piece needed of them. No adult can, not even by accepting their own suggestion. */
export async function tagPiece(context: Context, input: InputOf<typeof TagPiece>): Promise<void> {
  demand(await taggableFor(context, input.pieceId, 'tag'))
  if (!(await mayBePointedAt(context, input.competencyId))) throw new Refusal('not_found')
  await placeTag(context, input)
}

export async function placeTag(context: Context, tag: InputOf<typeof TagPiece>): Promise<void> {
  if (await insertTag(context, tag)) return
  if (!(await isTagged(context, tag))) throw new Refusal('id_taken')
}

export async function removeTag(context: Context, id: string): Promise<void> {
  demand(await tagFor(context, id))
  await markRemoved(context, id)
}
