import { isLearner, person } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListDeletions } from './contract.ts'
import { tileJson } from './tile-store.ts'

export async function insertDeletion(
  { db, viewer, now }: Context,
  deletion: { id: string; pieceId: string; iterationId?: string | undefined },
): Promise<boolean> {
  const result = await db
    .insertInto('deletion')
    .values({
      id: deletion.id,
      district_id: viewer.districtId,
      piece_id: deletion.pieceId,
      iteration_id: deletion.iterationId ?? null,
      deleted_by: viewer.personId,
      deleted_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** A write that is sent twice. Deleting the last attempt was kept as deleting the piece. */
export async function deletionIs(
  { db, viewer }: Context,
  deletion: { id: string; pieceId: string; iterationId?: string | undefined },
): Promise<boolean> {
  const row = await db
    .selectFrom('deletion')
    .select(['piece_id', 'iteration_id'])
    .where('id', '=', deletion.id)
    .where('deleted_by', '=', viewer.personId)
    .executeTakeFirst()
  return (
    row?.piece_id === deletion.pieceId &&
    (row.iteration_id === null || row.iteration_id === deletion.iterationId)
  )
}

/** How many iterations would be left to see. */
export async function countStanding({ db }: Context, pieceId: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from iteration i where i.piece_id = ${pieceId}
      and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** A deletion that is its learner's to take back. */
export async function ownDeletion(
  { db, viewer }: Context,
  id: string,
): Promise<{ allowed: true } | undefined> {
  const found = await sql`
    select 1 from deletion d join piece p on p.id = d.piece_id
    where d.id = ${id} and d.deleted_by = p.learner_id
      and ${isLearner(person(viewer.personId), sql<string>`p.learner_id`)}`.execute(db)
  return found.rows.length > 0 ? { allowed: true } : undefined
}

export async function insertRestoration({ db, viewer, now }: Context, deletionId: string): Promise<void> {
  await db
    .insertInto('restoration')
    .values({
      deletion_id: deletionId,
      district_id: viewer.districtId,
      restored_by: viewer.personId,
      restored_at: now,
    })
    .onConflict((conflict) => conflict.column('deletion_id').doNothing())
    .execute()
}

export function readDeletions({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListDeletions>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', d.id, 'deletedAt', d.deleted_at,
        'erasedOn', (d.deleted_at + ${restorableDays} * interval '1 day')::date,
        'iterationNumber', (select i.number from iteration i where i.id = d.iteration_id),
        'piece', ${tileJson}) order by d.deleted_at desc), '[]')::text as json
      from standing_deletion d join piece p on p.id = d.piece_id
      where d.deleted_by = p.learner_id and ${isLearner(person(viewer.personId), sql<string>`p.learner_id`)}`,
  )
}

/** Really erases what was deleted longer ago than it can be restored. */
export async function eraseForever(db: Transaction, now: Date): Promise<void> {
  const due = new Date(now.getTime() - restorableDays * 24 * 3_600_000)
  await sql`
    delete from piece p using standing_deletion d
    where d.piece_id = p.id and d.iteration_id is null and d.deleted_at < ${due}::timestamptz`.execute(db)
  await sql`
    delete from iteration i using standing_deletion d
    where d.iteration_id = i.id and d.deleted_at < ${due}::timestamptz`.execute(db)
}
