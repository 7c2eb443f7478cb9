import { isDeepStrictEqual } from 'node:util'
import { may } from '../access/may.ts'
import { person, type Someone } from '../access/relations.ts'
import { readsFeedback } from '../feedback/policy.ts'
import { mediaJson } from '../media/store.ts'
import type { InputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import { personJson, tileJson } from '../work/tile-store.ts'
import type { PlaceExemplar } from './contract.ts'
import { exemplarActs, exemplarStands } from './policy.ts'
import { exemplarKeptDays } from './round.ts'

/** A piece that somebody sees by itself; `p` in it is the exemplar's, not the one it stands beside. */
const shownTo = (someone: Someone) => sql`from piece p
  where p.id = e.shown_piece_id and not ${isDeleted} and ${seesPiece(someone)}`

/**
 * The exemplars beside a piece aliased `p`. Pointing never widens: one that shows another piece is there only
 * for whoever sees that piece anyway, and only as long as the learner it was placed for does.
 */
export const exemplarsJson = (me: Someone) => sql`coalesce((
  select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'text', e.body, 'url', e.url,
    'media', (select ${mediaJson} from media m where m.id = e.media_id),
    'work', (select ${tileJson} ${shownTo(me)}),
    'caption', e.caption, 'alt', e.alt, 'placedBy', ${personJson(sql<string>`e.placed_by`)}, 'placedAt', e.placed_at,
    'may', ${may(exemplarActs(me))}) order by e.placed_at, e.id)
  from exemplar e where e.piece_id = p.id and ${exemplarStands} and (e.kind <> 'work' or (
    exists (select 1 ${shownTo(me)}) and exists (select 1 ${shownTo(sql<string>`(select h.learner_id from piece h where h.id = e.piece_id)`)})))), '[]')`

/** Whether both the viewer and the learner of another piece see this one today. */
export async function bothSee(
  { db, viewer }: Context,
  shownPieceId: string,
  learnerId: string,
): Promise<boolean> {
  const found = await sql`select 1 from piece p where p.id = ${shownPieceId} and not ${isDeleted}
    and ${seesPiece(person(viewer.personId))} and ${seesPiece(person(learnerId))}`.execute(db)
  return found.rows.length > 0
}

type NewExemplar = InputOf<typeof PlaceExemplar>

function columnsOf({ pieceId, shows, caption, alt }: NewExemplar) {
  return {
    piece_id: pieceId,
    feedback_id: null,
    kind: shows.kind,
    body: shows.kind === 'text' ? shows.text : null,
    url: shows.kind === 'link' ? shows.url : null,
    media_id: shows.kind === 'media' ? shows.mediaId : null,
    shown_piece_id: shows.kind === 'work' ? shows.shownPieceId : null,
    caption,
    alt,
  }
}

/** False when the id is taken. */
export async function insertExemplar({ db, viewer, now }: Context, exemplar: NewExemplar): Promise<boolean> {
  const own = { district_id: viewer.districtId, placed_by: viewer.personId, placed_at: now }
  const result = await db
    .insertInto('exemplar')
    .values({ id: exemplar.id, ...columnsOf(exemplar), ...own })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function keptExemplar({ db }: Context, exemplar: NewExemplar) {
  const row = await db.selectFrom('exemplar').selectAll().where('id', '=', exemplar.id).executeTakeFirst()
  if (!row) return undefined
  const { id: _id, district_id: _district, placed_by: placedBy, placed_at: _at, ...columns } = row
  return { placedBy, same: isDeepStrictEqual({ ...columns }, columnsOf(exemplar)) }
}

export async function exemplarFor(
  { db, viewer }: Context,
  id: string,
): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${exemplarActs(me).remove} as allowed from exemplar e join piece p on p.id = e.piece_id
    where e.id = ${id} and ${readsFeedback(me)}`.execute(db)
  return found.rows[0]
}

export async function insertRemoval({ db, viewer, now }: Context, exemplarId: string): Promise<void> {
  await db
    .insertInto('exemplar_removal')
    .values({
      exemplar_id: exemplarId,
      district_id: viewer.districtId,
      removed_by: viewer.personId,
      removed_at: now,
    })
    .onConflict((conflict) => conflict.column('exemplar_id').doNothing())
    .execute()
}

/** Really erases what was taken away long enough ago; a file that nothing else holds is swept after it. */
export async function eraseRemoved(db: Transaction, now: Date): Promise<void> {
  const due = new Date(now.getTime() - exemplarKeptDays * 24 * 3_600_000)
  await sql`delete from exemplar e using exemplar_removal x
    where x.exemplar_id = e.id and x.removed_at < ${due}::timestamptz`.execute(db)
}
