import { person, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { AddOwnPrompt, ListOwnPrompts } from './contract.ts'

export type Asked = {
  key: string
  askedAt: Date
  lastAnswer: { id: string; words: string; at: string } | null
}
export type OwnPrompt = { id: string; stage: string | null; words: string; by: string }

/** What the viewer was asked lately or ever answered, one row a question. */
export async function readAsked({ db, viewer }: Context): Promise<Asked[]> {
  const found = await sql<Asked>`
    select k.key, max(k.at) as "askedAt", (
      select json_build_object('id', r.id, 'words', left(v.body, 240), 'at', r.made_at)
      from standing_reflection r join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision
      where r.learner_id = ${viewer.personId} and r.prompt = k.key and v.body <> '' order by r.made_at desc limit 1) as "lastAnswer"
    from (
      select prompt as key, made_at as at from reflection where learner_id = ${viewer.personId} and prompt is not null
      union all
      select prompt, skipped_at from prompt_skip where learner_id = ${viewer.personId}) k
    group by k.key`.execute(db)
  return found.rows
}

export async function readOwnPromptsFor({ db, viewer }: Context): Promise<OwnPrompt[]> {
  const found = await sql<OwnPrompt>`
    select o.id, o.stage, o.words, usual_name(n) as by
    from belongs b join own_prompt o on o.class_id = b.class_id join person n on n.id = o.added_by
    where b.person_id = ${viewer.personId} and b.role = 'student' and o.closed_at is null
    order by o.added_at desc, o.id desc`.execute(db)
  return found.rows
}

export type Schooling = { grade: string | null; terms: { id: string; name: string }[] }

/** The viewer's grade, and the terms of their schools that run or ended within the last weeks, newest first. */
export async function readSchooling({ db, viewer }: Context): Promise<Schooling> {
  const found = await sql<Schooling>`
    select (select e.grade from enrollment e where e.person_id = ${viewer.personId} and e.role = 'student'
        and e.opened_on <= cairn_today() order by e.opened_on desc limit 1) as grade,
      coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.opens_on desc, k.id)
        from term k where k.opens_on <= cairn_today() and k.closes_on >= cairn_today() - 45 and k.school_id in (
          select b.school_id from open_enrollment b where b.person_id = ${viewer.personId} and b.role = 'student')), '[]') as terms`.execute(
    db,
  )
  return found.rows[0] ?? { grade: null, terms: [] }
}

export async function insertSkip(
  { db, viewer, now }: Context,
  skip: { id: string; prompt: string },
): Promise<void> {
  await db
    .insertInto('prompt_skip')
    .values({
      id: skip.id,
      district_id: viewer.districtId,
      learner_id: viewer.personId,
      prompt: skip.prompt,
      skipped_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Whether the viewer teaches this class today; undefined when the class is not theirs to know. */
export async function classTaught(
  { db, viewer }: Context,
  classId: string,
): Promise<{ allowed: boolean } | undefined> {
  const found = await sql`
    select 1 from space o where o.class_id = ${classId} and ${teachesIn(person(viewer.personId), sql<string>`o.id`)}`.execute(
    db,
  )
  return found.rows.length > 0 ? { allowed: true } : undefined
}

/** False when the id is taken already. */
export async function insertOwnPrompt(
  { db, viewer, now }: Context,
  prompt: InputOf<typeof AddOwnPrompt>,
): Promise<boolean> {
  const result = await db
    .insertInto('own_prompt')
    .values({
      id: prompt.id,
      district_id: viewer.districtId,
      class_id: prompt.classId,
      stage: prompt.stage ?? null,
      words: prompt.words,
      added_by: viewer.personId,
      added_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findOwnPrompt({ db }: Context, id: string) {
  return db
    .selectFrom('own_prompt')
    .select(['class_id', 'words', 'stage', 'added_by'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function markPromptClosed({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('own_prompt')
    .set({ closed_by: viewer.personId, closed_at: now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}

export function readOwnPrompts(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListOwnPrompts>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('id', q.id, 'stage', q.stage, 'words', q.words,
          'addedBy', ${personJson(sql<string>`q.added_by`)}, 'addedAt', q.added_at, 'closedAt', q.closed_at)
          order by q.closed_at is not null, q.added_at desc, q.id desc)
        from own_prompt q where q.class_id = o.class_id), '[]')::text as json
      from space o where o.class_id = ${classId} and ${teachesIn(person(viewer.personId), sql<string>`o.id`)}`,
  )
}
