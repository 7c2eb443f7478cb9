import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { countedClasses } from '../schools/store.ts'
import type { ReadCounts, ReadEnrollments, ReadPeople, ReadSchools } from './contract.ts'

const first = '00000000-0000-0000-0000-000000000000'

/** Of a row with an id: whether it changed later than a program asks about. */
const changedSince = (id: string, since: string | undefined) =>
  since === undefined
    ? sql<boolean>`true`
    : sql<boolean>`exists (select 1 from program_change x where x.thing_id = ${sql.ref(id)} and x.changed_at > ${since}::timestamptz)`

/**
 * Up to when an answer holds all that changed: the latest change, and never later than the oldest transaction that is
 * still open, less a minute for one that took its time before it began. What comes after is told the next time.
 */
const asOf = sql`to_char(least((select max(x.changed_at) from program_change x), cairn_now() - interval '1 minute' - (now() -
    coalesce((select min(a.xact_start) from pg_stat_activity a where a.datname = current_database()), now())))
  at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Of what changed more than once the last time is enough. */
export async function forgetEarlierChanges(db: Transaction): Promise<void> {
  await sql`delete from program_change x where exists (
    select 1 from program_change y where y.thing_id = x.thing_id and y.changed_at > x.changed_at)`.execute(db)
}

export function readSchools(db: Transaction): Promise<JsonText<OutputOf<typeof ReadSchools>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('schools', coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
        'classes', coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'opensOn', c.opens_on,
          'closesOn', c.closes_on) order by c.opens_on desc, c.name, c.id) from class c where c.school_id = s.id), '[]'))
        order by s.name, s.id), '[]'))::text as json
      from school s`,
  )
}

export function readPeople(
  db: Transaction,
  { after = first, most, since }: InputOf<typeof ReadPeople>,
): Promise<JsonText<OutputOf<typeof ReadPeople>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      with asked as (select n.* from person n where n.id > ${after}::uuid and ${changedSince('n.id', since)}
        order by n.id limit ${most})
      select json_build_object('people', coalesce((
        select json_agg(json_build_object('id', n.id, 'givenName', n.given_name, 'familyName', n.family_name,
          'username', (select min(a.username) from account a where a.person_id = n.id),
          'identifiers', coalesce((select json_object_agg(r.kind, r.value) from roster_identifier r
            where r.person_id = n.id), '{}'),
          'roles', coalesce((select json_agg(role order by role) from (
            select b.role from belongs b where b.person_id = n.id
            union select 'guardian' from guardianship g where g.guardian_id = n.id and g.opened_on <= cairn_today()
              and (g.closed_on is null or g.closed_on > cairn_today())
            union select 'staff' from serves s where s.person_id = n.id
            union select 'staff' from staffs s where s.person_id = n.id) held), '[]'),
          'mergedInto', (select g.kept_id from person_merge g where g.gone_id = n.id and g.undone_at is null)) order by n.id)
        from asked n), '[]'),
      'next', (select max(n.id::text) from asked n having count(*) = ${most}), 'asOf', ${asOf})::text as json`,
  )
}

export function readEnrollments(
  db: Transaction,
  { after = first, most, since }: InputOf<typeof ReadEnrollments>,
): Promise<JsonText<OutputOf<typeof ReadEnrollments>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      with asked as (select e.* from enrollment e where e.id > ${after}::uuid and ${changedSince('e.id', since)}
        order by e.id limit ${most})
      select json_build_object('enrollments', coalesce((
        select json_agg(json_build_object('id', e.id, 'classId', e.class_id, 'personId', e.person_id, 'role', e.role,
          'grade', e.grade, 'openedOn', e.opened_on, 'closedOn', e.closed_on) order by e.id) from asked e), '[]'),
      'next', (select max(e.id::text) from asked e having count(*) = ${most}), 'asOf', ${asOf})::text as json`,
  )
}

export function readCounts(db: Transaction): Promise<JsonText<OutputOf<typeof ReadCounts>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      with counted as (${countedClasses(sql<boolean>`true`)})
      select json_build_object('classes', coalesce(json_agg(json_build_object('id', n.id, 'schoolId', n.school_id,
        'learners', n.learners, 'learnersWithWork', n.with_work, 'pieces', n.pieces, 'iterations', n.iterations)
        order by n.id), '[]'))::text as json
      from counted n`,
  )
}
