import { demand } from '../access/may.ts'
import { insertResponse, responseBy } from '../activities/response-store.ts'
import { insertHandoverPiece } from '../handovers/store.ts'
import { latestResponseFor } from '../papers/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import { countStanding, insertDeletion } from '../work/deletion-store.ts'
import { insertShare } from '../work/share-store.ts'
import { insertIteration, insertPiece, lockPiece } from '../work/store.ts'
import type { MoveFiling } from './contract.ts'
import * as store from './store.ts'

type Move = InputOf<typeof MoveFiling> & { pieceId: string; fromTablet: boolean }

/** Taken back here and filed there, or neither: the page is never nobody's, and never two learners'. */
export async function moveFiling(context: Context, input: InputOf<typeof MoveFiling>): Promise<void> {
  const { id, iterationId, learnerId, newIterationId } = input
  const pieceId = await store.pieceOfFiling(context, iterationId)
  if (pieceId === undefined) throw new Refusal('not_found')
  await lockPiece(context, pieceId)
  const kept = await store.keptMove(context, id)
  if (kept?.newIterationId === newIterationId && kept.learnerId === learnerId) return
  const filing = await store.filingFor(context, iterationId, 'move')
  if (filing && !filing.allowed && filing.builtUpon) throw new Refusal('built_upon')
  demand(filing)
  if (!filing || filing.learnerId === learnerId || !(await store.teachesLearner(context, learnerId)))
    throw new Refusal('not_found')
  await fileElsewhere(context, { ...input, pieceId, fromTablet: filing.fromTablet })
  const last = (await countStanding(context, pieceId)) === 1
  if (!(await insertDeletion(context, { id, pieceId, ...(last ? {} : { iterationId }) })))
    throw new Refusal('id_taken')
  await store.insertMove(context, { deletionId: id, iterationId: newIterationId })
}

/** Made when it was made, and on a tablet by whose it is now; where it responds to an activity, it still does. */
async function fileElsewhere(context: Context, move: Move): Promise<void> {
  const filed = await store.readFiled(context, move.iterationId)
  if (!filed) throw new Refusal('not_found')
  const activities = await store.activitiesOf(context, move.pieceId)
  const [activityId] = activities
  const there = activityId && (await latestResponseFor(context, activityId, move.learnerId))
  const then = { ...context, made: { at: filed.madeAt, claimed: filed.claimedAt } }
  const pieceId = there ?? move.newPieceId
  if (!there) await placePiece(then, move, filed.title)
  const by = move.fromTablet ? { ...then.viewer, personId: move.learnerId } : then.viewer
  const iteration = { id: move.newIterationId, pieceId, whatChanged: '', parts: filed.parts }
  if ((await insertIteration({ ...then, viewer: by }, iteration)) === undefined) throw new Refusal('id_taken')
  if (there) return
  for (const one of activities) {
    const response = { id: newId(), activityId: one, pieceId }
    if ((await responseBy(context, response))?.allowed) await insertResponse(context, response)
  }
}

async function placePiece(context: Context, move: Move, title: string): Promise<void> {
  const { newPieceId: id, learnerId } = move
  if (!(await insertPiece(context, { id, learnerId, title }))) throw new Refusal('id_taken')
  const handoverId = move.fromTablet && (await store.handoverOf(context, move.pieceId))
  if (handoverId) await insertHandoverPiece(context, id, handoverId)
  const shown = await store.audiencesFor(context, move.pieceId, learnerId)
  const [first] = shown.filter(({ audience }) => audience === 'teachers')
  for (const { audience, spaceId } of first
    ? shown
    : [...shown, { audience: 'teachers' as const, spaceId: null }])
    await insertShare(context, {
      id: newId(),
      pieceId: id,
      audience,
      ...(spaceId ? { spaceId } : {}),
      at: context.now,
    })
}
