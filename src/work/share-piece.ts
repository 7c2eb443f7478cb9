import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Audience } from './piece.ts'
import { insertShare, keptShare, spaceFor } from './share-store.ts'
import { pieceFor } from './store.ts'

type NewShare = { id: string; pieceId: string; audience: Audience; spaceId?: string | undefined }

/** The learner shows a piece to people; in a space, or to its teachers alone, only while it is active for them. */
export async function sharePiece(context: Context, share: NewShare): Promise<void> {
  demand(await pieceFor(context, share.pieceId, 'share'))
  // sent again, it was done, whatever became of the space meanwhile
  if (await isShared(context, share)) return
  await demandSpace(context, share)
  if (await insertShare(context, { ...share, at: context.now })) return
  if (!(await isShared(context, share))) throw new Refusal('not_found')
}

async function isShared(context: Context, { id, pieceId, audience }: NewShare): Promise<boolean> {
  const kept = await keptShare(context, id)
  if (kept && kept.pieceId !== pieceId) throw new Refusal('not_found')
  if (kept && kept.audience !== audience) throw new Refusal('id_taken')
  return kept !== undefined
}

async function demandSpace(context: Context, { audience, spaceId }: NewShare): Promise<void> {
  if (audience === 'class' && spaceId === undefined) throw new InvalidInput({ spaceId: 'required' })
  if (audience === 'family' || spaceId === undefined) return
  const space = await spaceFor(context, spaceId)
  if (!space) throw new Refusal('not_found')
  if (!space.allowed) throw new Refusal('space_rests')
}
