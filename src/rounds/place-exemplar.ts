import { demand } from '../access/may.ts'
import { broughtMedia } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { pieceFor } from '../work/store.ts'
import type { PlaceExemplar } from './contract.ts'
import { bothSee, insertExemplar, keptExemplar } from './exemplar-store.ts'

/** A teacher's own file, words or link, or a piece that this learner may see without us. */
export async function placeExemplar(context: Context, input: InputOf<typeof PlaceExemplar>): Promise<void> {
  const piece = await pieceFor(context, input.pieceId, 'giveFeedback')
  demand(piece)
  const { shows } = input
  if (shows.kind === 'media' && !(await broughtMedia(context, shows.mediaId))) throw new Refusal('not_found')
  if (shows.kind === 'work' && !(await bothSee(context, shows.shownPieceId, piece?.learnerId ?? '')))
    throw new Refusal('not_found')
  if (await insertExemplar(context, input)) return
  const kept = await keptExemplar(context, input)
  if (kept?.placedBy !== context.viewer.personId) throw new Refusal('not_found')
  if (!kept.same) throw new Refusal('id_taken')
}
