import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { GetRosterProgress } from './contract.ts'
import type { Rows } from './rows.ts'
import type { RosterWrites } from './roster-plan.ts'
import { unsaid } from './same-person.ts'
import { rowsAtOnce } from './shrink-rows.ts'

/** Where what is written belongs, and which import it is told to. */
export type Applying = { db: Transaction; districtId: string; source: string; importId: string; now: Date }

/** How much of it is done, from nothing to 1. */
export type NoteHowFar = (share: number) => void

/** Whatever broke off before is over once the next begins. */
export async function beginProgress(
  db: Transaction,
  { id, districtId, name, now }: { id: string; districtId: string; name: string; now: Date },
): Promise<void> {
  await sql`delete from roster_progress`.execute(db)
  await sql`insert into roster_progress (import_id, district_id, name, began_at, how_far)
    values (${id}, ${districtId}, ${name}, ${now}::timestamptz, 0)`.execute(db)
}

export const writeHowFar = (db: Transaction, importId: string, howFar: number): Promise<unknown> =>
  sql`update roster_progress set how_far = ${howFar} where import_id = ${importId}`.execute(db)

export const forgetProgress = (db: Transaction, importId: string): Promise<unknown> =>
  sql`delete from roster_progress where import_id = ${importId}`.execute(db)

/** Whoever applies it holds the lock until the end, and loses it however they end. */
export function readProgress({ db }: Context): Promise<JsonText<OutputOf<typeof GetRosterProgress>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('latest', (select json_build_object('id', g.import_id, 'name', g.name,
        'since', g.began_at, 'howFar', g.how_far, 'isRunning', exists (
          select 1 from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 2
            and l.database = (select oid from pg_database where datname = current_database())
            and l.classid = (hashtext('roster import')::bigint & 4294967295)::oid
            and l.objid = (hashtext(g.district_id::text)::bigint & 4294967295)::oid))
        from roster_progress g order by g.began_at desc limit 1))::text as json`,
  )
}

/** Writes a plan. What is changed is kept as it was and as it was written, so that the import can be taken back. */
export async function applyWrites(applying: Applying, writes: RosterWrites, note: NoteHowFar): Promise<void> {
  const statements = statementsOf(applying, writes)
  const all = statements.reduce((sum, [, rows]) => sum + Math.ceil(rows.length / rowsAtOnce), 0)
  let done = 0
  for (const [statement, rows] of statements) {
    for (const list of rows.lists()) {
      await statement(list).execute(applying.db)
      note(++done / all)
    }
  }
}

type Statement = (rows: string) => RawBuilder<unknown>

function statementsOf(
  applying: Applying,
  writes: RosterWrites,
): [Statement, Pick<Rows<unknown>, 'length' | 'lists'>][] {
  const { districtId: district, source, importId, now } = applying
  // what is read beside a write stands as it did before it, and of a new row nothing does
  const keeping =
    (table: string, write: Statement): Statement =>
    (rows) =>
      sql`with written as (${write(rows)} returning *)
      insert into roster_change (import_id, district_id, kind, subject_id, before, after)
      select ${importId}, ${district}, ${table}, w.id,
        (select to_jsonb(t) from ${sql.table(table)} t where t.id = w.id), to_jsonb(w)
      from written w`
  const keepingKeys: Statement = (rows) => sql`with written as (${keys(district, source)(rows)} returning *)
      insert into roster_change (import_id, district_id, kind, subject_id, sourced_id, before)
      select ${importId}, ${district}, 'key ' || w.kind, w.subject_id, w.sourced_id,
        (select to_jsonb(k) from roster_key k where k.district_id = ${district} and k.source = ${source}
          and k.kind = w.kind and k.sourced_id = w.sourced_id)
      from written w`
  return [
    [keeping('school', schools(district)), writes.schools],
    [keeping('term', terms(district)), writes.terms],
    [keeping('class', classes(district)), writes.classes],
    [spaces(district), writes.classes],
    [keeping('person', people(district, now)), writes.people],
    [keeping('enrollment', enrollments(district, source)), writes.enrollments],
    [keeping('guardianship', guardianships(district, source)), writes.guardianships],
    [keeping('duty', duties(district, source)), writes.duties],
    [keepingKeys, writes.keys],
  ]
}

const schools =
  (district: string): Statement =>
  (rows) =>
    sql`insert into school (id, district_id, name)
      select r.id, ${district}, r.name from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, name text)
      on conflict (id) do update set name = excluded.name`

const terms =
  (district: string): Statement =>
  (rows) =>
    sql`insert into term (id, district_id, school_id, name, opens_on, closes_on)
      select r.id, ${district}, r."schoolId", r.name, r."opensOn", r."closesOn"
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "schoolId" uuid, name text, "opensOn" date, "closesOn" date)
      on conflict (id) do update set name = excluded.name, opens_on = excluded.opens_on, closes_on = excluded.closes_on`

const classes =
  (district: string): Statement =>
  (rows) =>
    sql`insert into class (id, district_id, school_id, name, opens_on, closes_on)
      select r.id, ${district}, r."schoolId", r.name, r."opensOn", r."closesOn"
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "schoolId" uuid, name text, "opensOn" date, "closesOn" date)
      on conflict (id) do update set school_id = excluded.school_id, name = excluded.name,
        opens_on = excluded.opens_on, closes_on = excluded.closes_on`

/** A class has its space from its first day, and it goes by its name. */
const spaces =
  (district: string): Statement =>
  (rows) =>
    sql`insert into space (id, district_id, class_id, name)
      select gen_random_uuid(), ${district}, r.id, r.name from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, name text)
      on conflict (class_id) do update set name = excluded.name`

const people =
  (district: string, now: Date): Statement =>
  (rows) =>
    sql`insert into person (id, district_id, given_name, family_name, legal_given_name, legal_family_name, created_at)
      select r.id, ${district}, r.given, r.family, r."legalGiven", r."legalFamily", ${now}
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, given text, family text, "legalGiven" text, "legalFamily" text)
      on conflict (id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
        legal_given_name = excluded.legal_given_name, legal_family_name = excluded.legal_family_name`

const enrollments =
  (district: string, source: string): Statement =>
  (rows) =>
    sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on, closed_on, roster_source, sourced_id)
      select r.id, ${district}, r."classId", r."personId", r.role, r.grade, r."openedOn", r."closedOn", ${source}, r."sourcedId"
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "classId" uuid, "personId" uuid, role text, grade text,
        "openedOn" date, "closedOn" date, "sourcedId" text)
      on conflict (id) do update set grade = excluded.grade, opened_on = excluded.opened_on, closed_on = excluded.closed_on, sourced_id = excluded.sourced_id`

const guardianships =
  (district: string, source: string): Statement =>
  (rows) =>
    sql`insert into guardianship (id, district_id, learner_id, guardian_id, relationship, opened_on, closed_on, roster_source,
        learner_says, guardian_says)
      select r.id, ${district}, r."learnerId", r."guardianId", r.relationship, r."openedOn", r."closedOn", ${source}, r."learnerSays", r."guardianSays"
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "learnerId" uuid, "guardianId" uuid, relationship text,
        "openedOn" date, "closedOn" date, "learnerSays" boolean, "guardianSays" text)
      on conflict (id) do update set relationship = excluded.relationship, closed_on = excluded.closed_on,
        learner_says = excluded.learner_says, guardian_says = excluded.guardian_says`

const duties =
  (district: string, source: string): Statement =>
  (rows) =>
    sql`insert into duty (id, district_id, school_id, person_id, kind, opened_on, closed_on, roster_source)
      select r.id, ${district}, r."schoolId", r."personId", r.kind, r."openedOn", r."closedOn", ${source}
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "schoolId" uuid, "personId" uuid, kind text,
        "openedOn" date, "closedOn" date)
      on conflict (id) do update set closed_on = excluded.closed_on`

const keys =
  (district: string, source: string): Statement =>
  (rows) =>
    sql`insert into roster_key (district_id, source, kind, sourced_id, subject_id, facts, left_on)
      select ${district}, ${source}, r.kind, r.key, r.id, coalesce(r.facts, '{}'), r."leftOn"
      from jsonb_to_recordset(${rows}::jsonb) as r(kind text, key text, id uuid, facts jsonb, "leftOn" date)
      on conflict (district_id, source, kind, sourced_id) do update set left_on = excluded.left_on,
        facts = case when excluded.facts = '{}' then roster_key.facts else excluded.facts end`

/**
 * The numbers by which a sign-in provider may find somebody, read anew out of what every feed says of those who are
 * in it. A number that two people have finds nobody, nor does an address, which is handed on, or what is no number.
 */
export async function writeIdentifiers(db: Transaction, districtId: string): Promise<void> {
  // `{Type:Id}` is how OneRoster writes an identifier of another system
  await sql`with said as materialized (
      select k.subject_id as person_id, o.role, btrim(regexp_replace(n.value, '^\\{[^:{}]*:(.*)\\}$', '\\1')) as value
      from roster_key k, jsonb_array_elements_text(k.facts->'identifiers') n(value),
        lateral (select distinct case when r = 'student' then 'student_number' else 'staff_number' end as role
          from jsonb_array_elements_text(k.facts->'roles') r where r <> 'guardian') o
      where k.kind = 'person' and k.left_on is null
    ), wanted as materialized (
      select role as kind, value, (array_agg(person_id))[1] as person_id from said
      where value !~* ${`@|^(${unsaid})$`} and length(value) <= 200
      group by role, value having count(distinct person_id) = 1
    ), gone as (
      delete from roster_identifier i where not exists (
        select 1 from wanted w where w.kind = i.kind and w.value = i.value)
    )
    insert into roster_identifier (id, district_id, person_id, kind, value)
    select gen_random_uuid(), ${districtId}, w.person_id, w.kind, w.value from wanted w
    where not exists (select 1 from roster_identifier i where i.kind = w.kind and i.value = w.value
      and i.person_id = w.person_id)
    on conflict (district_id, kind, value) do update set person_id = excluded.person_id`.execute(db)
}
