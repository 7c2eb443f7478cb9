import { sql, type RawBuilder, type Transaction } from '../platform/database.ts'
import type { Rows } from './rows.ts'
import type { RosterWrites } from './roster-plan.ts'

/** Where what is written belongs, and which import it is told to. */
export type Applying = { db: Transaction; districtId: string; source: string; importId: string; now: Date }

/** Writes a plan. What is changed is kept as it was, so that the import can be taken back. */
export async function applyWrites(applying: Applying, writes: RosterWrites): Promise<void> {
  for (const [statement, rows] of statementsOf(applying, writes)) {
    for (const list of rows.lists()) await statement(list).execute(applying.db)
  }
  for (const table of changeable) {
    await sql`update roster_change r set after = to_jsonb(t) from ${sql.table(table)} t
      where r.import_id = ${applying.importId} and r.kind = ${table} and t.id = r.subject_id`.execute(
      applying.db,
    )
  }
}

/** What people may change by hand as well. */
const changeable = ['school', 'class', 'person', 'enrollment', 'guardianship', 'duty'] as const

type Statement = (rows: string) => RawBuilder<unknown>

/** A row that is new had nothing before; one that is changed is kept as it was before it is written over. */
function statementsOf(applying: Applying, writes: RosterWrites): [Statement, Pick<Rows<unknown>, 'lists'>][] {
  const { districtId: district, source, now } = applying
  const keep =
    (kind: string, table: string, before: RawBuilder<unknown>): Statement =>
    (rows) =>
      sql`insert into roster_change (import_id, district_id, kind, subject_id, before)
        select ${applying.importId}, ${district}, ${kind}, r.id, case when r."isNew" then null else ${before} end
        from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "isNew" boolean)
        left join ${sql.table(table)} t on t.id = r.id`
  return [
    [keep('school', 'school', sql`to_jsonb(t)`), writes.schools],
    [schools(district), writes.schools],
    [keep('term', 'term', sql`to_jsonb(t)`), writes.terms],
    [terms(district), writes.terms],
    [keep('class', 'class', sql`to_jsonb(t)`), writes.classes],
    [classes(district), writes.classes],
    [spaces(district), writes.classes],
    [keep('person', 'person', sql`to_jsonb(t)`), writes.people],
    [people(district, now), writes.people],
    [keep('enrollment', 'enrollment', sql`to_jsonb(t)`), writes.enrollments],
    [enrollments(district, source), writes.enrollments],
    [keep('guardianship', 'guardianship', sql`to_jsonb(t)`), writes.guardianships],
    [guardianships(district, source), writes.guardianships],
    [keep('duty', 'duty', sql`to_jsonb(t)`), writes.duties],
    [duties(district, source), writes.duties],
    [keepKeys(applying), writes.keys],
    [keys(district, source), writes.keys],
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
      from jsonb_to_recordset(${rows}::jsonb)
        as r(id uuid, given text, family text, "legalGiven" text, "legalFamily" text)
      on conflict (id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
        legal_given_name = excluded.legal_given_name, legal_family_name = excluded.legal_family_name`

const enrollments =
  (district: string, source: string): Statement =>
  (rows) =>
    sql`insert into enrollment (id, district_id, class_id, person_id, role, grade, opened_on, closed_on, roster_source, sourced_id)
      select r.id, ${district}, r."classId", r."personId", r.role, r.grade, r."openedOn", r."closedOn", ${source}, r."sourcedId"
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "classId" uuid, "personId" uuid, role text, grade text,
        "openedOn" date, "closedOn" date, "sourcedId" text)
      on conflict (id) do update set grade = excluded.grade, opened_on = excluded.opened_on,
        closed_on = excluded.closed_on, sourced_id = excluded.sourced_id`

const guardianships =
  (district: string, source: string): Statement =>
  (rows) =>
    sql`insert into guardianship (id, district_id, learner_id, guardian_id, relationship, opened_on, closed_on, roster_source)
      select r.id, ${district}, r."learnerId", r."guardianId", r.relationship, r."openedOn", r."closedOn", ${source}
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "learnerId" uuid, "guardianId" uuid, relationship text,
        "openedOn" date, "closedOn" date)
      on conflict (id) do update set relationship = excluded.relationship, closed_on = excluded.closed_on`

const duties =
  (district: string, source: string): Statement =>
  (rows) =>
    sql`insert into duty (id, district_id, school_id, person_id, kind, opened_on, closed_on, roster_source)
      select r.id, ${district}, r."schoolId", r."personId", r.kind, r."openedOn", r."closedOn", ${source}
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "schoolId" uuid, "personId" uuid, kind text,
        "openedOn" date, "closedOn" date)
      on conflict (id) do update set closed_on = excluded.closed_on`

const keepKeys =
  ({ importId, districtId, source }: Applying): Statement =>
  (rows) =>
    sql`insert into roster_change (import_id, district_id, kind, subject_id, sourced_id, before)
      select ${importId}, ${districtId}, 'key ' || r.kind, r.id, r.key, to_jsonb(k)
      from jsonb_to_recordset(${rows}::jsonb) as r(kind text, key text, id uuid)
      left join roster_key k on k.district_id = ${districtId} and k.source = ${source} and k.kind = r.kind
        and k.sourced_id = r.key`

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
 * in it. A number that two people have finds nobody, and neither does an address: addresses are handed on.
 */
export async function writeIdentifiers(db: Transaction, districtId: string): Promise<void> {
  // `{Type:Id}` is how OneRoster writes an identifier of another system
  await sql`
    with said as materialized (
      select k.subject_id as person_id, o.role, btrim(regexp_replace(n.value, '^\\{[^:{}]*:(.*)\\}$', '\\1')) as value
      from roster_key k, jsonb_array_elements_text(k.facts->'identifiers') n(value),
        lateral (select distinct case when r = 'student' then 'student_number' else 'staff_number' end as role
          from jsonb_array_elements_text(k.facts->'roles') r where r <> 'guardian') o
      where k.kind = 'person' and k.left_on is null
    ), wanted as materialized (
      select role as kind, value, (array_agg(person_id))[1] as person_id from said
      where value <> '' and value !~ '@' and length(value) <= 200
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
