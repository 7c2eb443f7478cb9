import { person, teachesIn } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { GetClassDay } from './contract.ts'
import { isDeleted, seesPiece } from './policy.ts'

/** Who in a class has not been seen documenting lately. Counts only what the teacher may see. */
export function readClassDay(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof GetClassDay>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', c.id, 'name', c.name, 'spaceId', o.id, 'learners', coalesce((
        select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'grade', e.grade, 'joinedOn', e.opened_on,
          'pieces', seen.pieces, 'lastSharedAt', seen.last) order by seen.last nulls first, n.given_name)
        from open_enrollment b join enrollment e on e.id = b.id join person n on n.id = b.person_id
        cross join lateral (select count(*) as pieces, max(p.grown_at) as last from piece p
          where p.learner_id = n.id and ${seesPiece(me)} and not ${isDeleted}) seen
        where b.class_id = c.id and b.role = 'student'), '[]'))::text as json
      from class c join space o on o.class_id = c.id
      where c.id = ${classId} and ${teachesIn(me, sql<string>`o.id`)}`,
  )
}
