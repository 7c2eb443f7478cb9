import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { BeginFramework, LoadProfiles, WriteCompetency } from './contract.ts'
import { childOf, plainWords } from './framework.ts'

/** False when the id is taken already. */
export async function insertFramework(
  { db, viewer, now }: Context,
  framework: InputOf<typeof BeginFramework>,
): Promise<boolean> {
  const { id, title, notes, language, judgedBy } = framework
  const result = await db
    .insertInto('framework')
    .values({
      id,
      district_id: viewer.districtId,
      identifier: id,
      title,
      notes,
      language,
      judged_by: judgedBy,
      origin: 'own',
      adopted_by: viewer.personId,
      adopted_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSameFramework(
  { db }: Context,
  sent: InputOf<typeof BeginFramework>,
): Promise<boolean> {
  const kept = await db
    .selectFrom('framework')
    .select(['title', 'notes', 'judged_by', 'origin'])
    .where('id', '=', sent.id)
    .executeTakeFirst()
  return (
    kept?.origin === 'own' &&
    kept.title === sent.title &&
    kept.notes === sent.notes &&
    kept.judged_by === sent.judgedBy
  )
}

export type KeptCompetency = {
  frameworkId: string
  origin: string
  revision: number
  statement: string
  short: string
  notes: string
  code: string
  french: string
  parentId: string | null
}

/** Locked, so that two editors come one after the other. */
export async function findCompetency({ db }: Context, id: string): Promise<KeptCompetency | undefined> {
  const found = await sql<KeptCompetency>`
    select c.framework_id as "frameworkId", w.origin, c.revision, c.statement, c.short, c.notes, c.code,
      coalesce(c.translations->'fr'->>'statement', '') as french,
      (select t.destination_id from competency_tie t where t.origin_id = c.id and t.kind = ${childOf} and t.retired_at is null limit 1) as "parentId"
    from competency c join framework w on w.id = c.framework_id where c.id = ${id} for update of c`.execute(
    db,
  )
  return found.rows[0]
}

type Written = InputOf<typeof WriteCompetency>

/** False when the id is taken already. */
export async function insertCompetency({ db, viewer }: Context, written: Written): Promise<boolean> {
  const result = await sql`
    insert into competency (id, district_id, framework_id, identifier, code, statement, short, notes, position, translations, search_words)
    select ${written.id}::uuid, ${viewer.districtId}::uuid, ${written.frameworkId}::uuid, ${written.id}, ${written.code},
      ${written.statement}, ${written.short}, ${written.notes},
      coalesce((select max(position) from competency where framework_id = ${written.frameworkId}), 0) + 1,
      ${translationsOf(written)}::jsonb, ${searchedIn(written)} on conflict (id) do nothing`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

export async function replaceCompetency({ db, viewer, now }: Context, written: Written): Promise<void> {
  await sql`
    insert into earlier_competency (competency_id, district_id, revision, statement, short, notes, code, replaced_by, replaced_at)
    select id, district_id, revision, statement, short, notes, code, ${viewer.personId}::uuid, ${now}::timestamptz
    from competency where id = ${written.id}`.execute(db)
  await sql`
    update competency set revision = ${written.revision}, code = ${written.code}, statement = ${written.statement},
      short = ${written.short}, notes = ${written.notes}, translations = ${translationsOf(written)}::jsonb,
      search_words = ${searchedIn(written)} where id = ${written.id}`.execute(db)
}

/** The one parent of an item of the district's own, or none. */
export async function placeCompetency(
  { db, viewer }: Context,
  { id, frameworkId, parentId }: Written,
): Promise<void> {
  await sql`
    insert into competency_tie (framework_id, district_id, identifier, kind, origin, destination, origin_id, destination_id, sequence)
    select ${frameworkId}::uuid, ${viewer.districtId}::uuid, ${`${id}/parent`}, ${childOf}, ${id}, ${parentId ?? frameworkId},
      ${id}::uuid, ${parentId ?? null}::uuid, c.position from competency c where c.id = ${id}
    on conflict (framework_id, identifier) do update set destination = excluded.destination, destination_id = excluded.destination_id`.execute(
    db,
  )
}

/** Whether `above` is the item itself or stands somewhere below it: then it cannot become its parent. */
export async function standsBelow({ db }: Context, id: string, above: string): Promise<boolean> {
  const found = await sql<{ below: boolean }>`
    with recursive up as (
      select ${above}::uuid as id
      union
      select t.destination_id from competency_tie t join up on t.origin_id = up.id
      where t.kind = ${childOf} and t.destination_id is not null and t.retired_at is null)
    select exists (select 1 from up where id = ${id}) as below`.execute(db)
  return found.rows[0]?.below ?? false
}

export async function markRetired({ db, now }: Context, id: string, retired: boolean): Promise<void> {
  await db
    .updateTable('competency')
    .set({ retired_at: retired ? now : null })
    .where('id', '=', id)
    .where('retired_at', retired ? 'is' : 'is not', null)
    .execute()
}

/** How many of them are of the framework, and so were put in order. */
export async function putInOrder({ db }: Context, frameworkId: string, ids: string[]): Promise<number> {
  const result = await sql`
    with held as (select c.position, row_number() over (order by c.position, c.id) as place from competency c
      where c.framework_id = ${frameworkId} and c.id = any(${ids}::uuid[]))
    update competency c set position = held.position
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place) join held on held.place = wanted.place
    where c.id = wanted.id and c.framework_id = ${frameworkId}`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}

export async function closeFrameworkNow({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    insert into framework_closure (framework_id, district_id, closed_by, closed_at)
    select w.id, w.district_id, ${viewer.personId}::uuid, ${now}::timestamptz from framework w
    where w.id = ${id} and not exists (
      select 1 from framework_closure l where l.framework_id = w.id and l.reopened_at is null)
    on conflict do nothing`.execute(db)
}

export async function reopenFrameworkNow({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('framework_closure')
    .set({ reopened_at: now, reopened_by: viewer.personId })
    .where('framework_id', '=', id)
    .where('reopened_at', 'is', null)
    .execute()
}

/** Takes the place of what was loaded in this language for these items. False when an item is not of the framework. */
export async function replaceProfiles(
  { db, viewer, now }: Context,
  loaded: InputOf<typeof LoadProfiles>,
): Promise<boolean> {
  const ids = [...new Set(loaded.profiles.map(({ competencyId }) => competencyId))]
  const known = await sql<{ count: number }>`
    select count(*)::int as count from competency where framework_id = ${loaded.id} and id = any(${ids}::uuid[])`.execute(
    db,
  )
  if (known.rows[0]?.count !== ids.length) return false
  await db
    .deleteFrom('profile')
    .where('competency_id', 'in', ids)
    .where('language', '=', loaded.language)
    .execute()
  await db
    .insertInto('profile')
    .values(
      loaded.profiles.map(({ competencyId, number, statement }) => ({
        competency_id: competencyId,
        district_id: viewer.districtId,
        number,
        statement,
        language: loaded.language,
        source: loaded.source,
        loaded_by: viewer.personId,
        loaded_at: now,
      })),
    )
    .execute()
  return true
}

const translationsOf = ({ french }: Written) =>
  JSON.stringify(french === '' ? {} : { fr: { statement: french } })

const searchedIn = ({ code, statement, short, notes, french }: Written) =>
  plainWords(code, statement, short, notes, french)
