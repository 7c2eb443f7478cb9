import { may } from '../access/may.ts'
import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { FindCompetencies, GetFramework, ListFrameworks, ListProfiles } from './contract.ts'
import { childOf, plainWords } from './framework.ts'
import { offeredPacks } from './pack.ts'
import { frameworkActs, keepsFrameworks } from './policy.ts'

/** The most items one page of a framework carries. */
const mostItems = 2_000

const closedAt = sql`(select max(l.closed_at) from framework_closure l where l.framework_id = w.id and l.reopened_at is null)`

/** Of a row of framework aliased `w`. */
const frameworkFields = (viewer: string) => sql`
  'id', w.id, 'identifier', w.identifier, 'title', w.title, 'creator', w.creator, 'version', w.version,
  'language', w.language, 'notes', w.notes, 'translations', w.translations, 'judgedBy', w.judged_by,
  'origin', w.origin, 'pack', w.pack,
  'competencies', (select count(*) from competency c where c.framework_id = w.id and c.retired_at is null),
  'retired', (select count(*) from competency c where c.framework_id = w.id and c.retired_at is not null),
  'adoptedAt', w.adopted_at, 'closedAt', ${closedAt}, 'may', ${may(frameworkActs(person(viewer)))}`

/** Of a row of competency aliased `c`. */
const competencyJson = sql`json_build_object(
  'id', c.id, 'identifier', c.identifier, 'code', c.code, 'statement', c.statement, 'short', c.short, 'notes', c.notes,
  'kind', c.kind, 'grades', c.grades, 'revision', c.revision, 'translations', c.translations,
  'retiredAt', c.retired_at, 'replacedBy', c.replaced_by,
  'profiles', (select coalesce(max(f.number), 0) from profile f where f.competency_id = c.id),
  'parents', coalesce((select json_agg(t.destination_id order by t.sequence) from competency_tie t
    where t.origin_id = c.id and t.kind = ${sql.lit(childOf)} and t.destination_id is not null and t.retired_at is null), '[]'))`

export function readFrameworks({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListFrameworks>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('frameworks', coalesce((
          select json_agg(json_build_object(${frameworkFields(viewer.personId)}) order by w.title) from framework w), '[]'),
        'packs', ${JSON.stringify(offeredPacks)}::json,
        'may', ${may({ keep: keepsFrameworks(person(viewer.personId)) })})::text as json`,
  )
}

export function readFramework(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetFramework>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(${frameworkFields(viewer.personId)},
        'items', coalesce((select json_agg(${competencyJson} order by c.position, c.id) from (
          select * from competency i where i.framework_id = w.id order by i.position, i.id limit ${mostItems}) c), '[]'),
        'more', (select count(*) > ${mostItems} from competency i where i.framework_id = w.id))::text as json
      from framework w where w.id = ${id}`,
  )
}

const above = sql`(select coalesce(nullif(u.short, ''), u.statement) from competency_tie t
  join competency u on u.id = t.destination_id
  where t.origin_id = c.id and t.kind = ${sql.lit(childOf)} and t.retired_at is null order by t.sequence limit 1)`

/** A row of competency `c` with its framework `w`, as it is found and pointed at. */
export const foundJson: RawBuilder<string> = sql<string>`json_build_object('id', c.id, 'code', c.code,
  'statement', c.statement, 'short', c.short, 'notes', c.notes, 'translations', c.translations, 'above', ${above},
  'framework', json_build_object('id', w.id, 'title', w.title, 'judgedBy', w.judged_by))`

/** By pieces of words, in any order; a code that is typed whole comes first, then the shortest statement. */
export function findCompetencies(
  { db }: Context,
  asked: { words: string; frameworkId?: string | undefined },
): Promise<JsonText<OutputOf<typeof FindCompetencies>>> {
  const plain = plainWords(asked.words)
  const pieces = plain
    .split(' ')
    .slice(0, 12)
    .toSorted((one, other) => other.length - one.length)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(${foundJson} order by best.place), '[]')::text as json
      from find_competencies(${pieces.map((piece) => `%${piece}%`)}::text[], ${plain}, ${asked.frameworkId ?? null}::uuid) best
      cross join lateral (select * from competency where id = best.id) c join framework w on w.id = c.framework_id`,
  )
}

export function readProfiles(
  { db }: Context,
  competencyId: string,
): Promise<JsonText<OutputOf<typeof ListProfiles>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('number', f.number, 'language', f.language,
          'statement', f.statement, 'source', f.source) order by f.number, f.language)
        from profile f where f.competency_id = c.id), '[]')::text as json
      from competency c where c.id = ${competencyId}`,
  )
}

/** Whether the viewer decides which frameworks there are. Frameworks are no secret, so the refusal is `not_allowed`. */
export async function mayKeepFrameworks({ db, viewer }: Context): Promise<{ allowed: boolean } | undefined> {
  const found = await sql<{ allowed: boolean }>`
    select ${keepsFrameworks(person(viewer.personId))} as allowed`.execute(db)
  return found.rows[0]
}

export async function findFramework(
  { db }: Context,
  by: { id: string } | { identifier: string },
): Promise<{ id: string; origin: string; title: string } | undefined> {
  const query = db.selectFrom('framework').select(['id', 'origin', 'title'])
  return 'id' in by
    ? query.where('id', '=', by.id).executeTakeFirst()
    : query.where('identifier', '=', by.identifier).executeTakeFirst()
}

/** A framework's own identifier, by which an edition finds it again. */
export async function readIdentifier({ db }: Context, frameworkId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('framework')
    .select('identifier')
    .where('id', '=', frameworkId)
    .executeTakeFirst()
  return row?.identifier
}
