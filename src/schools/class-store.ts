import { leads, person, runsDistrict } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { FindForClass, GetKeptClass, KeepClass, KeepTerm, ListKeptClasses } from './contract.ts'
import { keepsClass } from './policy.ts'

const facts = sql`'id', c.id, 'name', c.name, 'schoolId', s.id, 'school', s.name, 'opensOn', c.opens_on,
  'closesOn', c.closes_on, 'isOpen', c.opens_on <= cairn_today() and c.closes_on >= cairn_today(),
  'archived', exists (select 1 from class_archiving x where x.class_id = c.id and x.reopened_at is null),
  'fromRoster', exists (select 1 from roster_key k where k.kind = 'class' and k.subject_id = c.id)`

export function readKeptClasses({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListKeptClasses>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('classes', coalesce((select json_agg(json_build_object(${facts},
          'learners', (select count(distinct e.person_id) from enrollment e where e.class_id = c.id and e.role = 'student'
            and e.closed_on is distinct from e.opened_on and coalesce(e.closed_on, 'infinity') > least(cairn_today(), c.closes_on)),
          'teachers', coalesce((select json_agg(distinct usual_name(n)) from enrollment e join person n on n.id = e.person_id
            where e.class_id = c.id and e.role = 'teacher'
              and coalesce(e.closed_on, 'infinity') > least(cairn_today(), c.closes_on)), '[]'))
          order by s.name, c.closes_on desc, c.name)
        from class c join school s on s.id = c.school_id where ${keepsClass(me)}), '[]'),
      'terms', coalesce((select json_agg(json_build_object('id', t.id, 'schoolId', t.school_id, 'name', t.name,
          'opensOn', t.opens_on, 'closesOn', t.closes_on) order by t.opens_on desc)
        from term t where ${leads(me, sql<string>`t.school_id`)}), '[]'))::text as json
      where exists (select 1 from school s where ${leads(me, sql<string>`s.id`)})`,
  )
}

export function readKeptClass(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetKeptClass>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(${facts}, 'people', coalesce((
        select json_agg(json_build_object('id', e.id, 'personId', n.id, 'name', usual_name(n), 'role', e.role,
          'grade', e.grade, 'openedOn', e.opened_on, 'closedOn', e.closed_on, 'fromRoster', e.roster_source is not null,
          'isOpen', e.closed_on is null or e.closed_on > cairn_today())
          order by e.role desc, n.given_name, n.family_name, e.opened_on)
        from enrollment e join person n on n.id = e.person_id
        where e.class_id = c.id and e.closed_on is distinct from e.opened_on), '[]'))::text as json
      from class c join school s on s.id = c.school_id
      where c.id = ${id} and ${keepsClass(person(viewer.personId))}`,
  )
}

/**
 * The district's office finds anyone; a school's finds those who were ever in a class there, and by their names those
 * who teach elsewhere: a telephone or an address would tell it whose it is, and so of a family of another school.
 */
export function findForClass(
  { db, viewer }: Context,
  { id, words }: InputOf<typeof FindForClass>,
): Promise<JsonText<OutputOf<typeof FindForClass>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name, 'about', w.about) order by w.place)
        from (select n.id, usual_name(n) as name, f.place, coalesce((
            select string_agg(distinct k.name, ', ') from open_enrollment e join class k on k.id = e.class_id
            where e.person_id = n.id), '') as about
          from find_people(${words}, 400) f join person n on n.id = f.id
          where ${runsDistrict(me)} or exists (select 1 from enrollment e join class k on k.id = e.class_id
            where e.person_id = n.id and (k.school_id = c.school_id or e.role = 'teacher' and not exists (
              select 1 from unnest(string_to_array(plain_name(${words}), ' ')) w where position(w in n.search_words) = 0)))
          order by f.place limit 12) w), '[]')::text as json
      from class c where c.id = ${id} and ${keepsClass(me)}`,
  )
}

/** Undefined where there is no such class; otherwise whether the viewer keeps it, and what it is. */
export async function classFor({ db, viewer }: Context, id: string) {
  const found = await sql<{
    allowed: boolean
    schoolId: string
    name: string
    opensOn: string
    closesOn: string
    hasBegun: boolean
    fromRoster: boolean
    archivingId: string | null
  }>`
    select true as allowed, c.school_id as "schoolId", c.name, c.opens_on::text as "opensOn",
      c.closes_on::text as "closesOn", c.opens_on < cairn_today() as "hasBegun",
      exists (select 1 from roster_key k where k.kind = 'class' and k.subject_id = c.id) as "fromRoster",
      (select x.id from class_archiving x where x.class_id = c.id and x.reopened_at is null) as "archivingId"
    from class c where c.id = ${id} and ${keepsClass(person(viewer.personId))} for update of c`.execute(db)
  return found.rows[0]
}

export async function leadsHere({ db, viewer }: Context, schoolId: string): Promise<boolean> {
  const found = await sql`
    select 1 from school s where s.id = ${schoolId} and ${leads(person(viewer.personId), sql<string>`s.id`)}`.execute(
    db,
  )
  return found.rows.length > 0
}

export async function changeClass({ db }: Context, one: InputOf<typeof KeepClass>): Promise<void> {
  await sql`update class c set name = ${one.name}, opens_on = ${one.opensOn}, closes_on = ${one.closesOn}
    where c.id = ${one.id}`.execute(db)
  await sql`update space o set name = ${one.name} where o.class_id = ${one.id}`.execute(db)
}

/** Closed from today on: yesterday was its last day. */
export async function insertArchiving(
  { db, viewer, now }: Context,
  id: string,
  classId: string,
): Promise<void> {
  await sql`
    insert into class_archiving (id, district_id, class_id, closes_before, archived_by, archived_at)
    select ${id}, ${viewer.districtId}, c.id, c.closes_on, ${viewer.personId}, ${now}::timestamptz
    from class c where c.id = ${classId}`.execute(db)
  await sql`update class c set closes_on = least(c.closes_on, cairn_today() - 1) where c.id = ${classId}`.execute(
    db,
  )
}

export async function archivingCalled({ db }: Context, id: string) {
  const found = await sql<{ classId: string }>`
    select x.class_id as "classId" from class_archiving x where x.id = ${id}`.execute(db)
  return found.rows[0]
}

export async function reopenClassUntil({ db, viewer, now }: Context, classId: string, closesOn: string) {
  await sql`update class c set closes_on = ${closesOn} where c.id = ${classId}`.execute(db)
  await db
    .updateTable('class_archiving')
    .set({ reopened_by: viewer.personId, reopened_at: now })
    .where('class_id', '=', classId)
    .where('reopened_at', 'is', null)
    .execute()
}

export async function termCalled({ db }: Context, id: string) {
  const found = await sql<{ name: string; opensOn: string; closesOn: string }>`
    select t.name, t.opens_on::text as "opensOn", t.closes_on::text as "closesOn" from term t where t.id = ${id}`.execute(
    db,
  )
  return found.rows[0]
}

/** False when the id is a term of another school. */
export async function putTerm({ db, viewer }: Context, one: InputOf<typeof KeepTerm>): Promise<boolean> {
  const kept = await sql`
    insert into term (id, district_id, school_id, name, opens_on, closes_on)
    values (${one.id}, ${viewer.districtId}, ${one.schoolId}, ${one.name}, ${one.opensOn}, ${one.closesOn})
    on conflict (id) do update set name = excluded.name, opens_on = excluded.opens_on, closes_on = excluded.closes_on
      where term.school_id = excluded.school_id returning id`.execute(db)
  return kept.rows.length > 0
}
