import type { Context } from '../platform/context.ts'
import { newId } from '../platform/new-id.ts'
import { sql } from '../platform/database.ts'
import { type FrameworkDraft, type JudgedBy, plainWords, readingOrder } from './framework.ts'

/** What bringing an edition in would do to the items, in counts and a few examples of each. */
export type Difference = Record<'adds' | 'changes' | 'retires' | 'returns', { count: number; some: string[] }>

const mostExamples = 20

const itemColumns = sql`as n (id uuid, identifier text, uri text, code text, statement text, short text, notes text,
  kind text, grades text[], position int, translations jsonb, search_words text, raw text)`

const differs = sql`(c.code, c.statement, c.short, c.notes, c.kind) is distinct from (n.code, n.statement, n.short, n.notes, n.kind)`

/** Compares an edition with what stands. Nothing is written. */
export async function compareEdition(
  { db }: Context,
  frameworkId: string | undefined,
  draft: FrameworkDraft,
): Promise<Difference> {
  const found = await sql<{ what: keyof Difference; count: number; some: string[] }>`
    with n as (select * from json_to_recordset(${itemsOf(draft)}::json) ${itemColumns}),
    told as (
      select case when c.id is null then 'adds' when n.identifier is null then 'retires'
          when c.retired_at is not null then 'returns' else 'changes' end as what,
        coalesce(nullif(n.code, ''), nullif(c.code, ''), n.statement, c.statement) as name, coalesce(n.position, c.position) as place
      from n full join (select * from competency where framework_id = ${frameworkId ?? null}::uuid) c
        on c.identifier = n.identifier
      where c.id is null or (n.identifier is null and c.retired_at is null)
        or (n.identifier is not null and (c.retired_at is not null or ${differs})))
    select what, count(*)::int as count, (array_agg(left(name, 120) order by place))[1:${sql.lit(mostExamples)}] as some
    from told group by what`.execute(db)
  const none = { adds: nothing(), changes: nothing(), retires: nothing(), returns: nothing() }
  return {
    ...none,
    ...Object.fromEntries(found.rows.map(({ what, count, some }) => [what, { count, some }])),
  }
}

const nothing = () => ({ count: 0, some: [] as string[] })

/** Takes an edition over: keeps identifiers, retires what vanished, brings back what returned. */
export async function writeEdition(
  context: Context,
  frameworkId: string,
  draft: FrameworkDraft,
  judgedBy: JudgedBy,
): Promise<void> {
  await upsertFramework(context, frameworkId, draft, judgedBy)
  await upsertCompetencies(context, frameworkId, draft)
  await countItems(context)
  await upsertTies(context, frameworkId, draft)
  await followReplacements(context, frameworkId)
}

async function upsertFramework(
  { db, viewer, now }: Context,
  id: string,
  draft: FrameworkDraft,
  judgedBy: JudgedBy,
): Promise<void> {
  const told = {
    uri: draft.uri ?? '',
    title: draft.title,
    creator: draft.creator ?? '',
    version: draft.version ?? '',
    language: draft.language ?? '',
    notes: draft.notes ?? '',
    translations: JSON.stringify(draft.translations ?? {}),
    raw: draft.raw === undefined ? null : JSON.stringify(draft.raw),
  }
  await db
    .insertInto('framework')
    .values({
      id,
      district_id: viewer.districtId,
      identifier: draft.identifier,
      judged_by: judgedBy,
      origin: draft.origin,
      pack: draft.pack ?? null,
      adopted_by: viewer.personId,
      adopted_at: now,
      ...told,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
    .execute()
}

async function upsertCompetencies(
  { db, viewer, now }: Context,
  frameworkId: string,
  draft: FrameworkDraft,
): Promise<void> {
  await sql`
    insert into competency as c (id, district_id, framework_id, identifier, uri, code, statement, short, notes, kind,
      grades, position, translations, search_words, raw)
    select n.id, ${viewer.districtId}::uuid, ${frameworkId}::uuid, n.identifier, n.uri, n.code, n.statement, n.short,
      n.notes, n.kind, n.grades, n.position, n.translations, n.search_words, n.raw
    from json_to_recordset(${itemsOf(draft)}::json) ${itemColumns}
    on conflict (framework_id, identifier) do update set uri = excluded.uri, code = excluded.code,
      statement = excluded.statement, short = excluded.short, notes = excluded.notes, kind = excluded.kind,
      grades = excluded.grades, position = excluded.position, translations = excluded.translations,
      search_words = excluded.search_words, raw = excluded.raw, retired_at = null, replaced_by = null
    where (c.uri, c.code, c.statement, c.short, c.notes, c.kind, c.grades, c.position, c.translations, c.raw, c.retired_at)
      is distinct from (excluded.uri, excluded.code, excluded.statement, excluded.short, excluded.notes, excluded.kind,
        excluded.grades, excluded.position, excluded.translations, excluded.raw, null)`.execute(db)
  await sql`
    update competency c set retired_at = ${now}::timestamptz
    where c.framework_id = ${frameworkId} and c.retired_at is null and c.identifier <> all(${identifiersOf(draft)}::text[])`.execute(
    db,
  )
}

/**
 * A connection plans the check of a foreign key once: planned while there were few items, it would read all of them
 * for every tie. Counting them has it planned anew.
 */
async function countItems({ db }: Context): Promise<void> {
  await sql`select count_anew('competency')`.execute(db)
}

async function upsertTies(
  { db, viewer, now }: Context,
  frameworkId: string,
  draft: FrameworkDraft,
): Promise<void> {
  const ids = await readIds({ db }, frameworkId)
  const idOf = (identifier: string) => ids.get(identifier) ?? null
  // joined here, because PostgreSQL has no statistics yet of what this transaction has written
  const ties = draft.ties.map((tie) => ({
    ...tie,
    origin_id: idOf(tie.origin),
    destination_id: idOf(tie.destination),
  }))
  await sql`
    insert into competency_tie (framework_id, district_id, identifier, kind, origin, destination, sequence, origin_id, destination_id)
    select ${frameworkId}::uuid, ${viewer.districtId}::uuid, n.identifier, n.kind, n.origin, n.destination, n.sequence,
      n.origin_id, n.destination_id
    from json_to_recordset(${JSON.stringify(ties)}::json) as n (identifier text, kind text, origin text,
      destination text, sequence real, origin_id uuid, destination_id uuid)
    on conflict (framework_id, identifier) do update set kind = excluded.kind, origin = excluded.origin,
      destination = excluded.destination, sequence = excluded.sequence, origin_id = excluded.origin_id,
      destination_id = excluded.destination_id, retired_at = null`.execute(db)
  await sql`
    update competency_tie t set retired_at = ${now}::timestamptz
    where t.framework_id = ${frameworkId} and t.retired_at is null
      and t.identifier <> all(${draft.ties.map(({ identifier }) => identifier)}::text[])`.execute(db)
}

async function readIds({ db }: Pick<Context, 'db'>, frameworkId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('competency')
    .select(['identifier', 'id'])
    .where('framework_id', '=', frameworkId)
    .execute()
  return new Map(rows.map(({ identifier, id }) => [identifier, id]))
}

/** CASE says what took an item's place; a retired item leads there. */
async function followReplacements({ db }: Context, frameworkId: string): Promise<void> {
  await sql`
    update competency c set replaced_by = t.destination_id from competency_tie t
    where t.framework_id = ${frameworkId} and t.kind = 'replacedBy' and t.origin_id = c.id
      and t.destination_id is not null and t.destination_id <> c.id and c.replaced_by is distinct from t.destination_id`.execute(
    db,
  )
}

const identifiersOf = (draft: FrameworkDraft) => draft.competencies.map(({ identifier }) => identifier)

function itemsOf(draft: FrameworkDraft): string {
  const place = new Map(readingOrder(draft).map((identifier, at) => [identifier, at + 1]))
  return JSON.stringify(
    draft.competencies.map(({ identifier, statement, raw, translations = {}, ...more }) => ({
      id: newId(),
      identifier,
      statement,
      uri: more.uri ?? '',
      code: more.code ?? '',
      short: more.short ?? '',
      notes: more.notes ?? '',
      kind: more.kind ?? '',
      grades: more.grades ?? [],
      position: place.get(identifier) ?? 0,
      translations,
      search_words: plainWords(
        more.code,
        statement,
        more.short,
        more.notes,
        ...Object.values(translations).flatMap((one) => [one.statement, one.short, one.notes]),
      ),
      raw: raw === undefined ? null : JSON.stringify(raw),
    })),
  )
}
