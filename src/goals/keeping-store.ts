import { isDeepStrictEqual } from 'node:util'
import { deletionsOf } from '../deletions/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { EndGoal, SetGoal } from './contract.ts'
import type { GoalAudience } from './goal.ts'

export type SaidGoal = {
  id: string
  revision: number
  words: Record<string, string>
  checkOn?: string | undefined
  parts: readonly { mediaId: string; alt: string }[]
}

/** False when the id is taken already. */
export async function insertGoal(
  context: Context,
  goal: InputOf<typeof SetGoal> & { learnerId: string; words: Record<string, string> },
): Promise<boolean> {
  const { db, viewer, now } = context
  const result = await db
    .insertInto('goal')
    .values({
      id: goal.id,
      district_id: viewer.districtId,
      learner_id: goal.learnerId,
      form: goal.form,
      competency_id: goal.competencyId ?? null,
      set_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await insertRevision(context, { ...goal, revision: 1 })
  return true
}

export async function insertRevision({ db, viewer, now }: Context, said: SaidGoal): Promise<void> {
  const ids = { goal_id: said.id, district_id: viewer.districtId, revision: said.revision }
  await db
    .insertInto('goal_revision')
    .values({
      ...ids,
      words: JSON.stringify(said.words),
      check_on: said.checkOn ?? null,
      written_by: viewer.personId,
      written_at: now,
    })
    .execute()
  if (said.parts.length === 0) return
  await db
    .insertInto('goal_part')
    .values(said.parts.map(({ mediaId, alt }, position) => ({ ...ids, position, media_id: mediaId, alt })))
    .execute()
}

/** Moves the goal on to its new revision, if it still stands where the writer saw it. */
export async function advanceGoal({ db }: Context, id: string, to: number): Promise<boolean> {
  const result = await db
    .updateTable('goal')
    .set({ revision: to })
    .where('id', '=', id)
    .where('revision', '=', to - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether the revision that is there already is the one being sent again, by the same hand. */
export async function isSameGoal({ db, viewer }: Context, said: SaidGoal): Promise<boolean> {
  const found = await sql<{
    words: Record<string, string>
    checkOn: string | null
    parts: SaidGoal['parts']
  }>`
    select v.words, v.check_on::text as "checkOn", coalesce((
      select json_agg(json_build_object('mediaId', t.media_id, 'alt', t.alt) order by t.position)
      from goal_part t where t.goal_id = v.goal_id and t.revision = v.revision), '[]') as parts
    from goal_revision v where v.goal_id = ${said.id} and v.revision = ${said.revision}
      and v.written_by = ${viewer.personId}`.execute(db)
  const kept = found.rows[0]
  const sent = { words: said.words, checkOn: said.checkOn ?? null, parts: said.parts }
  return kept !== undefined && isDeepStrictEqual({ ...kept }, sent)
}

/** How many of these files may stand in this goal: the viewer's own, and those it already holds. */
export async function countUsableFiles(
  { db, viewer }: Context,
  goalId: string,
  mediaIds: string[],
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m where m.id = any(${mediaIds}::uuid[]) and (
      m.uploaded_by = ${viewer.personId}::uuid or exists (
        select 1 from goal_part t where t.media_id = m.id and t.goal_id = ${goalId}))`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Asked without the module that comes later: any item of the district's own wall may be pointed at. */
export async function isCompetency({ db }: Context, id: string): Promise<boolean> {
  const row = await db.selectFrom('competency').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** Exactly these audiences from now on; those that were there stay as they were. */
export async function setAudiences(
  { db, viewer, now }: Context,
  goalId: string,
  audiences: readonly GoalAudience[],
): Promise<void> {
  await sql`
    update goal_share set withdrawn_by = ${viewer.personId}::uuid, withdrawn_at = ${now}::timestamptz
    where goal_id = ${goalId} and withdrawn_at is null and audience <> all(${[...audiences]}::text[])`.execute(
    db,
  )
  await sql`
    insert into goal_share (goal_id, district_id, audience, shared_by, shared_at)
    select ${goalId}::uuid, ${viewer.districtId}::uuid, wanted, ${viewer.personId}::uuid, ${now}::timestamptz
    from unnest(${[...audiences]}::text[]) wanted where not exists (
      select 1 from goal_share a where a.goal_id = ${goalId} and a.audience = wanted and a.withdrawn_at is null)
    on conflict do nothing`.execute(db)
}

export async function markEnded(
  { db, viewer, now }: Context,
  ending: InputOf<typeof EndGoal>,
): Promise<void> {
  await db
    .insertInto('goal_ending')
    .values({
      goal_id: ending.id,
      district_id: viewer.districtId,
      kind: ending.kind,
      words: ending.words,
      ended_by: viewer.personId,
      ended_at: now,
    })
    .onConflict((conflict) => conflict.columns(['goal_id', 'ended_at']).doNothing())
    .execute()
}

/** How it ended, if it has: a write that is sent twice finds it so. */
export async function endingOf({ db }: Context, goalId: string) {
  return db
    .selectFrom('goal_ending')
    .select(['kind', 'words'])
    .where('goal_id', '=', goalId)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
}

export async function markReopened({ db, now }: Context, goalId: string): Promise<void> {
  await db
    .updateTable('goal_ending')
    .set({ reopened_at: now })
    .where('goal_id', '=', goalId)
    .where('reopened_at', 'is', null)
    .execute()
}

export const goalDeletions = deletionsOf('goal', 'goal_id')
