import { person } from '../access/relations.ts'
import { activityActs, worksWith } from '../activities/policy.ts'
import { activityRow } from '../activities/store.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { itemActs, seesItem } from './policy.ts'

type Original = { activityId: string; revision: number }

/** What may be copied: what stands in a library the viewer sees, or an activity they work with as it is now. */
export async function revisionToCopy(
  { db, viewer }: Context,
  { activityId, itemId }: { activityId: string; itemId: string | null },
): Promise<Original | undefined> {
  const me = person(viewer.personId)
  const query = itemId
    ? sql<Original>`
        select i.activity_id as "activityId", i.revision from live_library_item i join activity a on a.id = i.activity_id
        where i.id = ${itemId} and a.id = ${activityId} and ${seesItem(me)} and ${itemActs(me).copy}`
    : sql<Original>`
        select a.id as "activityId", a.revision from ${activityRow}
        where a.id = ${activityId} and ${worksWith(me)} and ${activityActs(me).copy}`
  return (await query.execute(db)).rows[0]
}

export async function copyContent({ db, viewer, now }: Context, to: string, from: Original): Promise<void> {
  await sql`
    insert into activity_revision (activity_id, district_id, revision, title, instructions, exemplar, prompts,
      for_everyone, group_name, written_by, written_at)
    select ${to}::uuid, v.district_id, 1, v.title, v.instructions, v.exemplar, v.prompts, true, '',
      ${viewer.personId}::uuid, ${now}::timestamptz
    from activity_revision v where v.activity_id = ${from.activityId} and v.revision = ${from.revision}`.execute(
    db,
  )
  await sql`
    insert into activity_media (activity_id, district_id, revision, place, position, media_id, caption, alt)
    select ${to}::uuid, t.district_id, 1, t.place, t.position, t.media_id, t.caption, t.alt
    from activity_media t where t.activity_id = ${from.activityId} and t.revision = ${from.revision}`.execute(
    db,
  )
}

/** A copy of a copy names the first author's work, not the one in between. */
export async function insertOrigin({ db, viewer, now }: Context, to: string, from: Original): Promise<void> {
  await sql`
    insert into activity_origin (activity_id, district_id, from_activity_id, title, made_by, school_id, copied_by, copied_at)
    select ${to}::uuid, a.district_id, a.id, coalesce(o.title, v.title), coalesce(o.made_by, a.created_by),
      coalesce(o.school_id, s.school_id, c.school_id), ${viewer.personId}::uuid, ${now}::timestamptz
    from activity a join activity_revision v on v.activity_id = a.id and v.revision = ${from.revision}
    join space s on s.id = a.space_id left join class c on c.id = s.class_id
    left join activity_origin o on o.activity_id = a.id
    where a.id = ${from.activityId}`.execute(db)
}

/** A copy that is sent twice. */
export async function isCopyOf(
  { db, viewer }: Context,
  { id, from }: { id: string; from: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('activity_origin')
    .select('activity_id')
    .where('activity_id', '=', id)
    .where('from_activity_id', '=', from)
    .where('copied_by', '=', viewer.personId)
    .execute()
  return found.length > 0
}
