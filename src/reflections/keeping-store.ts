import { isDeepStrictEqual } from 'node:util'
import { person } from '../access/relations.ts'
import { deletionsOf } from '../deletions/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { seesPiece } from '../work/policy.ts'
import type { AddReflection } from './contract.ts'
import { seesReflection } from './policy.ts'
import type { ReflectionAudience } from './reflection.ts'

type Added = InputOf<typeof AddReflection>
type Said = Pick<Added, 'body' | 'parts'>

/** False when the id is taken already. */
export async function insertReflection(
  context: Context,
  added: Added & { learnerId: string },
): Promise<boolean> {
  const { db, viewer, now } = context
  const result = await db
    .insertInto('reflection')
    .values({
      id: added.id,
      district_id: viewer.districtId,
      learner_id: added.learnerId,
      stage: added.stage ?? null,
      prompt: added.prompt ?? null,
      prompt_words: added.promptWords,
      answers_id: added.answersId ?? null,
      piece_id: added.pieceId ?? null,
      iteration_id: added.iterationId ?? null,
      term_id: added.termId ?? null,
      goal_id: added.goalId ?? null,
      collection_id: added.collectionId ?? null,
      made_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await insertRevision(context, { ...added, revision: 1 })
  return true
}

export async function insertRevision(
  { db, viewer, now }: Context,
  { id, revision, body, parts }: Said & { id: string; revision: number },
): Promise<void> {
  const ids = { reflection_id: id, district_id: viewer.districtId, revision }
  await db
    .insertInto('reflection_revision')
    .values({ ...ids, body, written_by: viewer.personId, written_at: now })
    .execute()
  if (parts.length === 0) return
  await db
    .insertInto('reflection_part')
    .values(
      parts.map(({ mediaId, caption, alt }, position) => ({
        ...ids,
        position,
        media_id: mediaId,
        caption,
        alt,
      })),
    )
    .execute()
}

/** Moves the reflection on to its new revision, if it still stands where the writer saw it. */
export async function advanceReflection({ db }: Context, id: string, to: number): Promise<boolean> {
  const result = await db
    .updateTable('reflection')
    .set({ revision: to })
    .where('id', '=', id)
    .where('revision', '=', to - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether the revision that is there already is the one being sent again, by the same hand. */
export async function isSameSaid(
  { db, viewer }: Context,
  { id, revision, body, parts }: Said & { id: string; revision: number },
): Promise<boolean> {
  const kept = await db
    .selectFrom('reflection_revision')
    .select('body')
    .where('reflection_id', '=', id)
    .where('revision', '=', revision)
    .where('written_by', '=', viewer.personId)
    .executeTakeFirst()
  const held = await db
    .selectFrom('reflection_part')
    .select(['media_id as mediaId', 'caption', 'alt'])
    .where('reflection_id', '=', id)
    .where('revision', '=', revision)
    .orderBy('position')
    .execute()
  return (
    kept?.body === body &&
    isDeepStrictEqual(
      held.map((one) => ({ ...one })),
      parts,
    )
  )
}

/** How many of these files may stand in this reflection: the viewer's own, and those it already holds. */
export async function countUsableFiles(
  { db, viewer }: Context,
  reflectionId: string,
  mediaIds: string[],
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m where m.id = any(${mediaIds}::uuid[]) and (
      m.uploaded_by = ${viewer.personId}::uuid or exists (
        select 1 from reflection_part t where t.media_id = m.id and t.reflection_id = ${reflectionId}))`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}

/**
 * Whether what a reflection is about is its learner's, and the writer's to see: the piece and attempt, the term,
 * the goal, the collection, the earlier answer.
 */
export async function isAboutTheirs(
  { db, viewer }: Context,
  added: Added & { learnerId: string },
): Promise<boolean> {
  const me = person(viewer.personId)
  const found = await sql<{ theirs: boolean }>`
    select (${added.pieceId ?? null}::uuid is null or exists (
        select 1 from piece p where p.id = ${added.pieceId ?? null} and p.learner_id = ${added.learnerId} and ${seesPiece(me)}))
      and (${added.iterationId ?? null}::uuid is null or exists (
        select 1 from iteration i where i.id = ${added.iterationId ?? null} and i.piece_id = ${added.pieceId ?? null}))
      and (${added.termId ?? null}::uuid is null or exists (
        select 1 from term k join class c on c.school_id = k.school_id join enrollment e on e.class_id = c.id
        where k.id = ${added.termId ?? null} and e.person_id = ${added.learnerId} and e.role = 'student'))
      and (${added.goalId ?? null}::uuid is null or exists (select 1 from standing_goal g
        where g.id = ${added.goalId ?? null} and g.learner_id = ${added.learnerId} and g.learner_id = ${me}))
      and (${added.collectionId ?? null}::uuid is null or exists (select 1 from standing_collection o
        where o.id = ${added.collectionId ?? null} and o.learner_id = ${added.learnerId} and o.learner_id = ${me}))
      and (${added.answersId ?? null}::uuid is null or exists (
        select 1 from reflection r where r.id = ${added.answersId ?? null} and r.learner_id = ${added.learnerId} and ${seesReflection(me)})) as theirs`.execute(
    db,
  )
  return found.rows[0]?.theirs ?? false
}

/** Exactly these audiences from now on; those that were there stay as they were. */
export async function setAudiences(
  { db, viewer, now }: Context,
  reflectionId: string,
  audiences: readonly ReflectionAudience[],
): Promise<void> {
  await sql`
    update reflection_share set withdrawn_by = ${viewer.personId}::uuid, withdrawn_at = ${now}::timestamptz
    where reflection_id = ${reflectionId} and withdrawn_at is null and audience <> all(${[...audiences]}::text[])`.execute(
    db,
  )
  await sql`
    insert into reflection_share (reflection_id, district_id, audience, shared_by, shared_at)
    select ${reflectionId}::uuid, ${viewer.districtId}::uuid, wanted, ${viewer.personId}::uuid, ${now}::timestamptz
    from unnest(${[...audiences]}::text[]) wanted where not exists (
      select 1 from reflection_share a where a.reflection_id = ${reflectionId} and a.audience = wanted and a.withdrawn_at is null)
    on conflict do nothing`.execute(db)
}

export const reflectionDeletions = deletionsOf('reflection', 'reflection_id')
