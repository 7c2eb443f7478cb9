import { may } from '../access/may.ts'
import { addsTo, guards, isLearner, person, serves, type Someone } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import { personJson, tileJson } from '../work/tile-store.ts'
import type { CountSpaces, GetSpace, ListChildSpaces, ListSpaceCandidates, ListSpaces } from './contract.ts'
import { isOfSpace, isOver, overSince, ownPieces } from './earlier-store.ts'
import { isShownToFamilies, maySeatAs, opensSpacesAt, seesRoom, spaceActs } from './policy.ts'

/** A space, aliased `o`, with its school, aliased `h`. */
const rooms = sql`space o left join class c on c.id = o.class_id join school h on h.id = coalesce(o.school_id, c.school_id)`
const aboutPairs = sql`'id', o.id, 'name', o.name, 'kind', o.kind, 'classId', o.class_id, 'school', h.name`

const peopleOf = sql`(select b.person_id, b.role, null::uuid as seat_id from belongs b where b.space_id = o.id and b.class_id is not null
  union select t.person_id, t.role, t.id from standing_seat t where t.space_id = o.id)`
const teachersJson = sql`coalesce((select json_agg(distinct usual_name(n)) from ${peopleOf} l join person n on n.id = l.person_id
  where l.role = 'teacher'), '[]')`
const isArchived = sql<boolean>`exists (select 1 from space_archiving x where x.space_id = o.id and x.reopened_at is null)`

/** The named set is the spaces of whoever looks; an archived one is listed for those who keep it. */
export function readSpaces({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListSpaces>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with mine as materialized (
        select b.space_id, b.role, b.state from belongs b where b.person_id = ${me}
        union select t.space_id, t.role, 'active' from standing_seat t where t.person_id = ${me} and t.role = 'teacher'),
      over as materialized (
        select o.*, ${overSince(me)} as until from space o
        where o.id in (select s.id from enrollment e join space s on s.class_id = e.class_id where e.person_id = ${me}
          union select t.space_id from space_seat t where t.person_id = ${me}) and ${isOver(me)})
      select json_build_object(
        'spaces', coalesce((select json_agg(json_build_object(${aboutPairs}, 'role', m.role, 'state', m.state,
            'archived', ${isArchived}, 'teachers', ${teachersJson},
            'learners', (select count(distinct l.person_id) from ${peopleOf} l where l.role = 'student'))
            order by o.kind, o.name) from mine m join ${rooms} on o.id = m.space_id where ${seesRoom(me)}), '[]'),
        'own', (select json_build_object('pieces', (select count(*) from ${ownPieces(me)} p))
          where exists (select 1 from enrollment e where e.person_id = ${me} and e.role = 'student')),
        'earlier', coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
            'classId', o.class_id, 'school', h.name, 'until', o.until,
            'pieces', (select count(*) from piece p where ${isLearner(me, sql<string>`p.learner_id`)}
              and ${isOfSpace} and ${seesPiece(me)} and not ${isDeleted})) order by o.until desc, o.name)
          from over o left join class c on c.id = o.class_id join school h on h.id = coalesce(o.school_id, c.school_id)), '[]'),
        'schools', coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name)
          from school k where ${opensSpacesAt(me)}), '[]'))::text as json`,
  )
}

const ruleJson = (about: string) => sql`(select json_build_object('says', space_says(o.id, ${about}),
    'setBy', ${personJson(sql<string>`r.set_by`)}, 'setAt', r.set_at)
  from (select 1) one left join lateral (select r.set_by, r.set_at from space_rule r
    where r.space_id = o.id and r.about = ${about} order by r.set_at desc, r.id desc limit 1) r on true)`

export function readSpace({ db, viewer }: Context, id: string): Promise<JsonText<OutputOf<typeof GetSpace>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(${aboutPairs}, 'schoolId', h.id,
        'archiving', (select json_build_object('id', x.id, 'by', ${personJson(sql<string>`x.archived_by`)}, 'at', x.archived_at)
          from space_archiving x where x.space_id = o.id and x.reopened_at is null),
        'people', coalesce((select json_agg(json_build_object('seatId', l.seat_id, 'person', ${personJson(sql<string>`l.person_id`)},
            'role', l.role) order by l.role desc, n.given_name, n.family_name) from ${peopleOf} l join person n on n.id = l.person_id), '[]'),
        'rules', json_build_object('learners', ${ruleJson('learners')}, 'families', ${ruleJson('families')},
          'remarks', ${ruleJson('remarks')}),
        'may', ${may({ ...spaceActs(me), add: addsTo(me, sql<string>`o.id`) })})::text as json
      from ${rooms} where o.id = ${id} and ${seesRoom(me)}`,
  )
}

export function readCandidates(
  { db, viewer }: Context,
  schoolId: string,
): Promise<JsonText<OutputOf<typeof ListSpaceCandidates>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'learners', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'classes', (
            select json_agg(distinct c.name) from open_enrollment l join class c on c.id = l.class_id
            where l.person_id = n.id and l.role = 'student' and l.school_id = k.id)) order by n.given_name, n.family_name)
          from person n where n.id in (select l.person_id from open_enrollment l
            where l.school_id = k.id and l.role = 'student') and ${maySeatAs(me, 'student')}), '[]'),
        'colleagues', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n))
            order by n.given_name, n.family_name)
          from person n where n.id <> ${me} and n.id in (select w.person_id from works_at w
            where w.school_id = k.id) and ${maySeatAs(me, 'teacher')}), '[]'))::text as json
      from school k where k.id = ${schoolId} and ${opensSpacesAt(me)}`,
  )
}

/** Both must hold: the space is shown to families, and the learner shows that piece to their family. */
export function readChildSpaces(
  { db, viewer }: Context,
  childId: string,
): Promise<JsonText<OutputOf<typeof ListChildSpaces>>> {
  const me = person(viewer.personId)
  const child: Someone = person(childId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object(${aboutPairs}, 'state', space_says(o.id, 'families'),
          'teachers', ${teachersJson}, 'pieces', coalesce((select json_agg(${tileJson} order by p.grown_at desc)
            from (select p.* from piece p where p.learner_id = ${child} and not ${isDeleted} and ${seesPiece(me)}
              and exists (select 1 from live_share s where s.piece_id = p.id and s.space_id = o.id)
              order by p.grown_at desc limit 6) p), '[]')) order by o.kind, o.name)
        from ${rooms} where o.id in (select b.space_id from belongs b where b.person_id = ${child})
          and ${isShownToFamilies(child)}), '[]')::text as json
      where ${guards(me, child)}`,
  )
}

/** Counts by school, for whoever has a duty there: no name of a space and nothing that is in it. */
export function countSpaces({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof CountSpaces>>> {
  const me = person(viewer.personId)
  const open = sql`not ${isArchived}`
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('school', k.name, 'groups', made.groups, 'oneToOnes', made.ones,
        'learners', made.learners, 'archived', made.archived) order by k.name), '[]')::text as json
      from school k cross join lateral (
        select count(*) filter (where o.kind = 'group' and ${open}) as groups,
          count(*) filter (where o.kind = 'one-to-one' and ${open}) as ones,
          count(*) filter (where ${isArchived}) as archived,
          (select count(distinct t.person_id) from space s join standing_seat t on t.space_id = s.id and t.role = 'student'
            where s.school_id = k.id) as learners
        from space o where o.school_id = k.id) made
      where ${serves(me, sql<string>`k.id`)}`,
  )
}
