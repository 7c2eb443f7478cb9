import { isClosed, leads, person, type Rule, serves, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type Database, type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { CountSchool, ListClasses, ListLearners, ListSchools } from './contract.ts'

/** Begins a district; everything else is written from behind its wall. */
export async function foundDistrict(
  db: Database,
  district: { id: string; name: string; timeZone: string },
  now: Date,
): Promise<void> {
  await sql`select found_district(${district.id}::uuid, ${district.name}, ${district.timeZone}, ${now}::timestamptz)`.execute(
    db,
  )
}

export function readClasses({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListClasses>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'school', s.name, 'spaceId', b.space_id,
        'role', b.role, 'learners', (select count(*) from belongs o where o.class_id = c.id and o.role = 'student'))
        order by c.name), '[]')::text as json
      from belongs b join class c on c.id = b.class_id join school s on s.id = c.school_id
      where b.person_id = ${viewer.personId} and b.state <> 'hidden'`,
  )
}

export function readSchools({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListSchools>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'closed', ${isClosed(sql<string>`s.id`)}) order by s.name), '[]')::text as json
      from school s where ${leads(person(viewer.personId), sql<string>`s.id`)}`,
  )
}

export function readLearners(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListLearners>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', c.id, 'name', c.name, 'spaceId', o.id, 'learners', coalesce((
        select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'givenName', n.given_name,
          'grade', e.grade, 'joinedOn', e.opened_on)
          order by n.given_name, n.family_name)
        from open_enrollment b join enrollment e on e.id = b.id join person n on n.id = b.person_id
        where b.class_id = c.id and b.role = 'student'), '[]'))::text as json
      from class c join space o on o.class_id = c.id
      where c.id = ${classId} and ${teachesIn(person(viewer.personId), sql<string>`o.id`)}`,
  )
}

/**
 * How much is documented in each class that is open today, of those the rule opens: numbers, never a title or a word.
 */
export const countedClasses = (opens: Rule) => sql`
  select c.school_id, c.id, c.name, made.*
  from class c cross join lateral (
    select count(distinct e.person_id) as learners, count(distinct p.learner_id) as with_work,
      count(distinct p.id) as pieces, count(distinct i.id) as iterations, max(i.made_at) as last
    from open_enrollment e
    left join piece p on p.learner_id = e.person_id and p.created_at >= c.opens_on
      and not exists (select 1 from standing_deletion d where d.piece_id = p.id and d.iteration_id is null)
    left join iteration i on i.piece_id = p.id
    where e.class_id = c.id and e.role = 'student') made
  where c.opens_on <= cairn_today() and c.closes_on >= cairn_today() and ${opens}`

/** Counts by class, for whoever has a duty at the school: never a title, a name or a word (product rule 9). */
export function countSchools({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof CountSchool>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with counted as (${countedClasses(serves(me, sql<string>`c.school_id`))})
      select coalesce(json_agg(json_build_object('school', s.name, 'classes', (
        select json_agg(json_build_object('id', n.id, 'name', n.name, 'learners', n.learners,
          'learnersWithWork', n.with_work, 'pieces', n.pieces, 'iterations', n.iterations, 'lastGrownAt', n.last)
          order by n.name) from counted n where n.school_id = s.id)) order by s.name), '[]')::text as json
      from school s where exists (select 1 from counted n where n.school_id = s.id)`,
  )
}
