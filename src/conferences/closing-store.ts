import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { tellPrograms } from '../programs/hook-store.ts'

/** A page that was turned later stands, whichever arrives first. */
export async function keepPage({ db, viewer, made }: Context, id: string, number: number): Promise<void> {
  await sql`
    insert into conference_page as old (conference_id, district_id, number, turned_at)
    values (${id}::uuid, ${viewer.districtId}::uuid, ${number}, ${made.at}::timestamptz)
    on conflict (conference_id) do update set number = excluded.number, turned_at = excluded.turned_at
    where old.turned_at <= excluded.turned_at`.execute(db)
}

/**
 * Writes down what was shown, in its order, with its reasons and as it was called: as it stood when it was shown and
 * not when this arrives. Closed already, it stays as it is.
 */
export async function closeMeeting(
  context: Context,
  {
    id,
    pieceIds,
    preparationId,
  }: { id: string; pieceIds: readonly string[]; preparationId?: string | undefined },
): Promise<void> {
  const { db, viewer, made } = context
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
  await tellClosed(context, id)
  await sql`
    insert into conference_shown (conference_id, district_id, position, kind, piece_id, why, title, attempt)
    select c.id, c.district_id, x.position, x.kind, p.id, x.why,
      coalesce((select e.title from earlier_title e where e.piece_id = p.id and e.replaced_at > ${made.at}
        order by e.replaced_at limit 1), p.title),
      (select max(i.number) from iteration i where i.piece_id = p.id and i.made_at <= ${made.at})
    from conference c
    join conference_choice x on x.preparation_id = ${shownFrom({ preparationId, at: made.at })}
    join piece p on p.id = x.piece_id
    where c.id = ${id} and p.id = any(${[...pieceIds]}::uuid[])
      and not exists (select 1 from standing_deletion d where d.piece_id = p.id and d.iteration_id is null)`.execute(
    db,
  )
}

/** However it was closed, by hand or by a family's first answer. */
async function tellClosed(context: Context, id: string): Promise<void> {
  const { db, viewer } = context
  const found = await db.selectFrom('conference').select('learner_id').where('id', '=', id).executeTakeFirst()
  const subject = { conference: id, learner: found?.learner_id ?? '' }
  await tellPrograms(context, { districtId: viewer.districtId, event: 'conference.closed', subject })
}

export async function isClosed({ db }: Context, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('conference_closing')
    .select('conference_id')
    .where('conference_id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

/** The preparation that the device showed, if it is this learner's; otherwise what stood at that moment. */
function shownFrom({ preparationId, at }: { preparationId?: string | undefined; at: Date }) {
  return sql`(select v.id from conference_preparation v
    where v.round_id = c.round_id and v.learner_id = c.learner_id
    order by (v.id is not distinct from ${preparationId ?? null}::uuid) desc, (v.written_at <= ${at}) desc,
      v.written_at desc, v.id desc limit 1)`
}
