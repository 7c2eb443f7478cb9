import { person, type Rule } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { pieceActs, seesPiece } from './policy.ts'
import { insertRevision, type NewParts } from './revision-store.ts'

type PieceAct = keyof ReturnType<typeof pieceActs>

/** Finds a piece for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function pieceFor(
  { db, viewer }: Context,
  id: string,
  act: PieceAct,
): Promise<{ allowed: boolean; learnerId: string } | undefined> {
  const me = person(viewer.personId)
  const rule: Rule = pieceActs(me)[act]
  const found = await sql<{ allowed: boolean; learnerId: string }>`
    select ${rule} as allowed, p.learner_id as "learnerId" from piece p where p.id = ${id} and ${seesPiece(me)}`.execute(
    db,
  )
  return found.rows[0]
}

/** The same for the piece that an iteration belongs to. */
export async function iterationFor({ db, viewer }: Context, id: string, act: PieceAct) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; pieceId: string; learnerId: string; revision: number }>`
    select ${pieceActs(me)[act]} as allowed, p.id as "pieceId", p.learner_id as "learnerId", i.revision
    from iteration i join piece p on p.id = i.piece_id
    where i.id = ${id} and ${seesPiece(me)}
      and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)`.execute(db)
  return found.rows[0]
}

/** False when the id is taken already. */
export async function insertPiece(
  { db, viewer, made }: Context,
  piece: { id: string; learnerId: string; title: string },
): Promise<boolean> {
  const result = await db
    .insertInto('piece')
    .values({
      id: piece.id,
      district_id: viewer.districtId,
      learner_id: piece.learnerId,
      title: piece.title,
      created_by: viewer.personId,
      created_at: made.at,
      grown_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Who owns an id that is taken, and whether this iteration is already in it. Asked only after a conflict. */
export async function whatHolds(context: Context, pieceId: string, iterationId: string) {
  const found = await sql<{ learnerId: string; createdBy: string; hasIteration: boolean }>`
    select p.learner_id as "learnerId", p.created_by as "createdBy",
      exists (select 1 from iteration i where i.piece_id = p.id and i.id = ${iterationId}) as "hasIteration"
    from piece p where p.id = ${pieceId}`.execute(context.db)
  return found.rows[0]
}

/** What is done to one piece is done one after the other. */
export async function lockPiece({ db }: Pick<Context, 'db'>, pieceId: string): Promise<void> {
  await sql`select 1 from piece where id = ${pieceId} for update`.execute(db)
}

/**
 * Adds the next iteration under a lock on its piece, so that two devices never get one number: numbers follow
 * arrival, dates follow the making. Nothing was made before its learner's first day here.
 */
export async function insertIteration(
  { db, viewer, now, made }: Omit<Context, 'tell'>,
  iteration: { id: string; pieceId: string; whatChanged: string; parts: NewParts },
): Promise<number | undefined> {
  await lockPiece({ db }, iteration.pieceId)
  const added = await sql<{ number: number; at: Date }>`
    insert into iteration (id, district_id, piece_id, number, made_by, made_at, claimed_at)
    select ${iteration.id}::uuid, ${viewer.districtId}::uuid, ${iteration.pieceId}::uuid, coalesce(max(i.number), 0) + 1,
      ${viewer.personId}::uuid, least(${now}::timestamptz, greatest(${made.at}::timestamptz, (
        select min(e.opened_on) from enrollment e join piece p on p.learner_id = e.person_id
        where p.id = ${iteration.pieceId}))), ${made.claimed}::timestamptz
    from iteration i where i.piece_id = ${iteration.pieceId}
    on conflict (id) do nothing returning number, made_at as at`.execute(db)
  const first = added.rows[0]
  if (!first) return undefined
  await insertRevision({ db, viewer, now }, { ...iteration, iterationId: iteration.id, revision: 1 })
  await sql`
    update piece set grown_at = case when ${first.number} = 1 then ${first.at}::timestamptz else greatest(grown_at, ${first.at}::timestamptz) end
    where id = ${iteration.pieceId}`.execute(db)
  return first.number
}

export async function numberOf(
  { db }: Context,
  iterationId: string,
  pieceId: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('iteration')
    .select('number')
    .where('id', '=', iterationId)
    .where('piece_id', '=', pieceId)
    .executeTakeFirst()
  return row?.number
}

/** How many of these files the viewer may put into work: their own, and those the learner's work already carries. */
export async function countUsableMedia(
  { db, viewer }: Context,
  ids: string[],
  learnerId: string,
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m where m.id = any(${ids}::uuid[]) and (
      m.uploaded_by = ${viewer.personId}::uuid or exists (
        select 1 from part t join iteration i on i.id = t.iteration_id join piece p on p.id = i.piece_id
        where t.media_id = m.id and p.learner_id = ${learnerId}::uuid and p.learner_id = ${viewer.personId}::uuid))`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}
