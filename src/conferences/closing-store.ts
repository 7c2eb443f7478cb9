import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'

/** A page that was turned later stands, whichever arrives first. */
export async function keepPage({ db, viewer, made }: Context, id: string, number: number): Promise<void> {
  await sql`
    insert into conference_page as old (conference_id, district_id, number, turned_at)
    values (${id}::uuid, ${viewer.districtId}::uuid, ${number}, ${made.at}::timestamptz)
    on conflict (conference_id) do update set number = excluded.number, turned_at = excluded.turned_at
    where old.turned_at <= excluded.turned_at`.execute(db)
}

/** Writes down what was shown, in its order and with its reasons. Closed already, it stays as it is. */
export async function closeMeeting(
  { db, viewer, made }: Context,
  { id, pieceIds }: { id: string; pieceIds: readonly string[] },
): Promise<void> {
  const result = await db
    .insertInto('conference_closing')
    .values({
      conference_id: id,
      district_id: viewer.districtId,
      closed_by: viewer.personId,
      closed_at: made.at,
    })
    .onConflict((conflict) => conflict.column('conference_id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return
  await sql`
    insert into conference_shown (conference_id, district_id, position, kind, piece_id, why)
    select c.id, c.district_id, x.position, x.kind, x.piece_id, x.why from conference c
    join present_conference_choice x on x.round_id = c.round_id and x.learner_id = c.learner_id
    where c.id = ${id} and x.rests is distinct from 'deleted' and x.piece_id = any(${[...pieceIds]}::uuid[])`.execute(
    db,
  )
}

export async function isClosed({ db }: Context, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('conference_closing')
    .select('conference_id')
    .where('conference_id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}
