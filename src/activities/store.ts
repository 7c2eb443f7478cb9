import { isDeepStrictEqual } from 'node:util'
import { isAt, person, teachesIn, type Where } from '../access/relations.ts'
import type { InputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import type { ReviseActivity } from './contract.ts'
import { activityActs, seesActivity } from './policy.ts'

type ActivityAct = keyof ReturnType<typeof activityActs>

/** What a teacher writes of an activity. */
export type Content = Omit<InputOf<typeof ReviseActivity>, 'id' | 'revision'>

/** The row of an activity with its present revision, as the rules speak of it. */
export const activityRow = sql`activity a join activity_revision v on v.activity_id = a.id and v.revision = a.revision`

/** Finds an activity for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function activityFor({ db, viewer }: Context, id: string, act: ActivityAct) {
  const me = person(viewer.personId)
  const found = await sql<{
    allowed: boolean
    spaceId: string
    revision: number
    title: string
    createdBy: string
  }>`
    select ${activityActs(me)[act]} as allowed, a.space_id as "spaceId", a.revision, v.title,
      a.created_by as "createdBy"
    from ${activityRow} where a.id = ${id} and ${seesActivity(me)}`.execute(db)
  return found.rows[0]
}

/** The space the viewer teaches in today. */
export async function spaceTaught({ db, viewer }: Context, where: Where): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select s.id from space s
    where ${isAt(where)} and ${teachesIn(person(viewer.personId), sql<string>`s.id`)}`.execute(db)
  return found.rows[0]?.id
}

/** False when the id is taken already. */
export async function insertActivity(
  { db, viewer, now }: Context,
  activity: { id: string; spaceId: string },
): Promise<boolean> {
  const result = await db
    .insertInto('activity')
    .values({
      id: activity.id,
      district_id: viewer.districtId,
      space_id: activity.spaceId,
      created_by: viewer.personId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Who made an activity that has an id already, and where it stands. Asked only after a conflict. */
export async function whatStands({ db }: Context, id: string) {
  return db
    .selectFrom('activity')
    .select(['created_by as createdBy', 'space_id as spaceId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertRevision(
  { db, viewer, now }: Context,
  to: { activityId: string; revision: number },
  content: Content,
): Promise<void> {
  const key = { activity_id: to.activityId, district_id: viewer.districtId, revision: to.revision }
  await db
    .insertInto('activity_revision')
    .values({
      ...key,
      title: content.title,
      instructions: content.instructions,
      exemplar: content.exemplar,
      prompts: content.prompts,
      opens_on: content.opensOn,
      due_on: content.dueOn,
      for_everyone: content.learnerIds === null,
      group_name: content.learnerIds === null ? '' : content.groupName,
      written_by: viewer.personId,
      written_at: now,
    })
    .execute()
  const learners = [...new Set(content.learnerIds ?? [])].map((id) => ({ ...key, person_id: id }))
  if (learners.length > 0) await db.insertInto('activity_learner').values(learners).execute()
  const attached = attachedRows(content).map((row) => ({ ...key, ...row }))
  if (attached.length > 0) await db.insertInto('activity_media').values(attached).execute()
}

function attachedRows({ attached, exemplarAttached }: Content) {
  const rows = (place: string, some: Content['attached']) =>
    some.map(({ mediaId, caption, alt }, position) => ({ place, position, media_id: mediaId, caption, alt }))
  return [...rows('instructions', attached), ...rows('exemplar', exemplarAttached)]
}

/** Moves the activity on to its new revision, if it still stands where the writer saw it. */
export async function advanceRevision({ db }: Context, id: string, to: number): Promise<boolean> {
  const result = await db
    .updateTable('activity')
    .set({ revision: to })
    .where('id', '=', id)
    .where('revision', '=', to - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether a revision that is there already is the one being sent again, by the same person. */
export async function isSameRevision(
  { db, viewer }: Context,
  at: { activityId: string; revision: number },
  content: Content,
): Promise<boolean> {
  const found = await sql<{ json: Record<string, unknown> }>`
    select json_build_object('title', v.title, 'instructions', v.instructions, 'exemplar', v.exemplar,
      'prompts', to_json(v.prompts), 'opensOn', v.opens_on, 'dueOn', v.due_on,
      'learnerIds', (select json_agg(l.person_id order by l.person_id) from activity_learner l
        where l.activity_id = v.activity_id and l.revision = v.revision),
      'attached', coalesce((select json_agg(json_build_array(t.place, t.media_id, t.caption, t.alt)
        order by t.place desc, t.position) from activity_media t
        where t.activity_id = v.activity_id and t.revision = v.revision), '[]')) as json
    from activity_revision v
    where v.activity_id = ${at.activityId} and v.revision = ${at.revision} and v.written_by = ${viewer.personId}`.execute(
    db,
  )
  const { title, instructions, exemplar, prompts, opensOn, dueOn } = content
  const learnerIds = content.learnerIds && [...new Set(content.learnerIds)].sort()
  const attached = attachedRows(content).map((row) => [row.place, row.media_id, row.caption, row.alt])
  const wanted = { title, instructions, exemplar, prompts, opensOn, dueOn, learnerIds, attached }
  return isDeepStrictEqual(found.rows[0]?.json, wanted)
}

/** How many of these files the viewer may put into the activity: their own, and those it holds already. */
export async function countAttachable(
  { db, viewer }: Context,
  ids: string[],
  activityId: string,
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m where m.id = any(${ids}::uuid[]) and (
      m.uploaded_by = ${viewer.personId}::uuid or exists (
        select 1 from activity_media t where t.media_id = m.id and t.activity_id = ${activityId}::uuid))`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}

/** How many of these people may be named: learners in the space today, and those it named before. */
export async function countNameable(
  { db }: Context,
  ids: string[],
  activity: { id: string; spaceId: string },
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from unnest(${ids}::uuid[]) as one(id)
    where exists (select 1 from belongs b
        where b.space_id = ${activity.spaceId} and b.role = 'student' and b.person_id = one.id)
      or exists (select 1 from activity_learner l where l.activity_id = ${activity.id} and l.person_id = one.id)`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}

export async function insertPublication({ db, viewer, now }: Context, activityId: string): Promise<void> {
  await sql`
    insert into activity_publication (activity_id, district_id, published_by, published_at, published_on)
    values (${activityId}::uuid, ${viewer.districtId}::uuid, ${viewer.personId}::uuid, ${now}::timestamptz, cairn_today())
    on conflict do nothing`.execute(db)
}

/** Keeps that somebody the activity is for has opened it. */
export async function noteLook({ db, viewer, now }: Context, activityId: string): Promise<void> {
  await sql`
    insert into activity_look (activity_id, district_id, person_id, first_at)
    select a.id, a.district_id, ${viewer.personId}::uuid, ${now}::timestamptz from activity a
    where a.id = ${activityId} and exists (select 1 from belongs b
      where b.person_id = ${viewer.personId}::uuid and b.space_id = a.space_id and b.role = 'student')
    on conflict do nothing`.execute(db)
}
