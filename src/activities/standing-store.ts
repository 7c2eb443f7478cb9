import { isCalled, person, teachesIn } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListDeletedActivities } from './contract.ts'
import { activityRow } from './store.ts'

type Change = { id: string; activityId: string }

export async function insertClosing({ db, viewer, now }: Context, { id, activityId }: Change): Promise<void> {
  await db
    .insertInto('activity_closing')
    .values({
      id,
      district_id: viewer.districtId,
      activity_id: activityId,
      closed_by: viewer.personId,
      closed_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export function keptClosing({ db }: Context, id: string) {
  return db
    .selectFrom('activity_closing')
    .select(['activity_id as activityId', 'closed_by as closedBy'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Under a lock on the activity, so that two teachers never close it twice. */
export async function isStandingClosed({ db }: Context, activityId: string): Promise<boolean> {
  await sql`select 1 from activity where id = ${activityId} for update`.execute(db)
  const found = await sql`select 1 from standing_closing c where c.activity_id = ${activityId}`.execute(db)
  return found.rows.length > 0
}

export async function insertReopening({ db, viewer, now }: Context, closingId: string): Promise<void> {
  await db
    .insertInto('activity_reopening')
    .values({
      closing_id: closingId,
      district_id: viewer.districtId,
      reopened_by: viewer.personId,
      reopened_at: now,
    })
    .onConflict((conflict) => conflict.column('closing_id').doNothing())
    .execute()
}

export async function insertDeletion(
  { db, viewer, now }: Context,
  { id, activityId }: Change,
): Promise<void> {
  await db
    .insertInto('activity_deletion')
    .values({
      id,
      district_id: viewer.districtId,
      activity_id: activityId,
      deleted_by: viewer.personId,
      deleted_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export function keptDeletion({ db }: Context, id: string) {
  return db
    .selectFrom('activity_deletion')
    .select(['activity_id as activityId', 'deleted_by as deletedBy'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A deletion, for the teachers of where it happened. */
export async function deletionFor(
  { db, viewer }: Context,
  id: string,
): Promise<{ allowed: true } | undefined> {
  const found = await sql`
    select 1 from activity_deletion d join activity a on a.id = d.activity_id
    where d.id = ${id} and ${teachesIn(person(viewer.personId), sql<string>`a.space_id`)}`.execute(db)
  return found.rows.length > 0 ? { allowed: true } : undefined
}

export async function insertRestoration({ db, viewer, now }: Context, deletionId: string): Promise<void> {
  await db
    .insertInto('activity_restoration')
    .values({
      deletion_id: deletionId,
      district_id: viewer.districtId,
      restored_by: viewer.personId,
      restored_at: now,
    })
    .onConflict((conflict) => conflict.column('deletion_id').doNothing())
    .execute()
}

export function readDeletedActivities(
  { db, viewer }: Context,
  where: string,
): Promise<JsonText<OutputOf<typeof ListDeletedActivities>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('id', d.id, 'title', v.title, 'deletedAt', d.deleted_at,
          'erasedOn', (d.deleted_at + ${restorableDays} * interval '1 day')::date) order by d.deleted_at desc)
        from ${activityRow} join standing_activity_deletion d on d.activity_id = a.id
        where a.space_id = s.id), '[]')::text as json
      from space s
      where ${isCalled(where)} and ${teachesIn(person(viewer.personId), sql<string>`s.id`)}`,
  )
}

/** Really erases the activities that were deleted longer ago than they can be restored. */
export async function eraseActivitiesForever(db: Transaction, now: Date): Promise<void> {
  const due = new Date(now.getTime() - restorableDays * 24 * 3_600_000)
  await sql`
    delete from activity a using standing_activity_deletion d
    where d.activity_id = a.id and d.deleted_at < ${due}::timestamptz`.execute(db)
}
