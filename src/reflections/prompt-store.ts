import { may } from '../access/may.ts'
import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { AddOwnPrompt, ListOwnPrompts, ListSchoolPrompts } from './contract.ts'
import { isAskedOf, putsToClass, putsToSchool } from './policy.ts'
import type { Band } from './prompt.ts'

export type Asked = {
  key: string
  askedAt: Date
  lastAnswer: { id: string; words: string; at: string } | null
}
export type OwnPrompt = { id: string; stage: string | null; words: string; french: string; by: string }

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

/** What the viewer's classes and schools ask of everybody, or of their band. */
export async function readOwnPromptsFor({ db, viewer }: Context, band: Band): Promise<OwnPrompt[]> {
  const found = await sql<OwnPrompt>`
    select o.id, o.stage, o.words, o.french, usual_name(n) as by
    from own_prompt o join person n on n.id = coalesce(o.revised_by, o.added_by)
    where o.closed_at is null and (o.band is null or o.band = ${band})
      and ${isAskedOf(person(viewer.personId))}
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

export type PromptPlace = { classId?: string | undefined; schoolId?: string | undefined }

/** Whether the viewer puts questions there; undefined when the place is not theirs to know. */
export async function putsQuestions(
  { db, viewer }: Context,
  { classId, schoolId }: PromptPlace,
): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const place =
    classId === undefined
      ? sql`select 1 from school s where s.id = ${schoolId ?? null}::uuid and ${putsToSchool(me, sql<string>`s.id`)}`
      : sql`select 1 from space o where o.class_id = ${classId} and ${putsToClass(me, sql<string>`o.id`)}`
  return (await place.execute(db)).rows.length > 0 ? { allowed: true } : undefined
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
      class_id: prompt.classId ?? null,
      school_id: prompt.schoolId ?? null,
      stage: prompt.stage ?? null,
      band: prompt.band ?? null,
      words: prompt.words,
      french: prompt.french,
      added_by: viewer.personId,
      added_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whether the viewer put just this question there under that id, however it stands now. */
export async function isSameOwnPrompt(
  { db, viewer }: Context,
  prompt: InputOf<typeof AddOwnPrompt>,
): Promise<{ same: boolean } | undefined> {
  const found = await sql<{ same: boolean }>`
    select o.class_id is not distinct from ${prompt.classId ?? null}::uuid
      and o.school_id is not distinct from ${prompt.schoolId ?? null}::uuid
      and coalesce(w.words, o.words) = ${prompt.words} and coalesce(w.french, o.french) = ${prompt.french}
      and case when w.revision is null then o.stage else w.stage end is not distinct from ${prompt.stage ?? null}
      and case when w.revision is null then o.band else w.band end is not distinct from ${prompt.band ?? null} as same
    from own_prompt o left join own_prompt_revision w on w.own_prompt_id = o.id and w.revision = 1
    where o.id = ${prompt.id} and o.added_by = ${viewer.personId}`.execute(db)
  return found.rows[0]
}

export async function findOwnPrompt({ db }: Context, id: string) {
  return db
    .selectFrom('own_prompt')
    .select(['class_id', 'school_id', 'closed_at', 'words'])
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

/** A row of own_prompt `q`. */
const promptsWhere = (where: RawBuilder<unknown>, close: RawBuilder<boolean>) => sql`coalesce((
  select json_agg(json_build_object('id', q.id, 'stage', q.stage, 'band', q.band, 'words', q.words, 'french', q.french,
    'revision', q.revision, 'addedBy', ${personJson(sql<string>`q.added_by`)}, 'addedAt', q.added_at, 'closedAt', q.closed_at,
    'revisedBy', case when q.revised_by <> q.added_by then ${personJson(sql<string>`q.revised_by`)} end,
    'may', ${may({ revise: sql<boolean>`(q.closed_at is null and ${close})`, close: sql<boolean>`(q.closed_at is null and ${close})` })})
    order by q.closed_at is not null, q.added_at desc, q.id desc)
  from own_prompt q where ${where}), '[]')`

export function readOwnPrompts(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListOwnPrompts>>> {
  const me = person(viewer.personId)
  const leadsIt = putsToSchool(me, sql<string>`s.id`)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('class', json_build_object('id', c.id, 'name', c.name),
        'school', json_build_object('id', s.id, 'name', s.name),
        'own', ${promptsWhere(sql`q.class_id = c.id`, sql<boolean>`true`)},
        'ofSchool', ${promptsWhere(sql`q.school_id = s.id and (q.closed_at is null or ${leadsIt})`, leadsIt)})::text as json
      from space o join class c on c.id = o.class_id join school s on s.id = c.school_id
      where o.class_id = ${classId} and ${putsToClass(me, sql<string>`o.id`)}`,
  )
}

export function readSchoolPrompts({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListSchoolPrompts>>> {
  const leadsIt = putsToSchool(person(viewer.personId), sql<string>`s.id`)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('school', json_build_object('id', s.id, 'name', s.name),
        'own', ${promptsWhere(sql`q.school_id = s.id`, sql<boolean>`true`)}) order by s.name, s.id), '[]')::text as json
      from school s where ${leadsIt}`,
  )
}
