import { may } from '../access/may.ts'
import { person, teachesIn } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import { contentPairs, windowPairs } from './content-store.ts'
import type { GetActivity, ListActivityRevisions } from './contract.ts'
import { activityActs, cameLater, seesActivity, worksWith } from './policy.ts'
import { ownResponsesJson } from './response-store.ts'
import { activityRow } from './store.ts'

const space = sql<string>`a.space_id`

const teachersJson = sql`coalesce((
  select json_agg(json_build_object('id', n.id, 'name', usual_name(n)) order by n.given_name)
  from person n where n.id in (select b.person_id from belongs b where b.space_id = a.space_id and b.role = 'teacher')), '[]')`

const originJson = sql`(
  select json_build_object('title', o.title, 'madeBy', ${personJson(sql<string>`o.made_by`)},
    'school', (select s.name from school s where s.id = o.school_id))
  from activity_origin o where o.activity_id = a.id)`

/** A whole activity as its viewer may see it, in one query. */
export function readActivity(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetActivity>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', a.id, ${contentPairs}, ${windowPairs},
        'space', (select json_build_object('id', s.id, 'name', s.name, 'classId', s.class_id)
          from space s where s.id = a.space_id),
        'forEveryone', v.for_everyone, 'groupName', v.group_name,
        'learnerIds', case when ${worksWith(me)} then coalesce((select json_agg(l.person_id) from activity_learner l
          where l.activity_id = a.id and l.revision = v.revision), '[]') else '[]'::json end,
        'revision', a.revision, 'createdBy', ${personJson(sql<string>`a.created_by`)}, 'createdAt', a.created_at,
        'editedAt', case when a.revision > 1 then v.written_at end,
        'publishedAt', (select k.published_at from activity_publication k where k.activity_id = a.id),
        'closing', (select json_build_object('id', c.id, 'closedAt', c.closed_at)
          from standing_closing c where c.activity_id = a.id limit 1),
        'origin', case when ${worksWith(me)} then ${originJson} end, 'teachers', ${teachersJson},
        'cameLater', ${cameLater(me)}, 'responses', ${ownResponsesJson(me)}, 'may', ${may(activityActs(me))})::text as json
      from ${activityRow} where a.id = ${id} and ${seesActivity(me)}`,
  )
}

export function readActivityRevisions(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListActivityRevisions>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select (select json_agg(json_build_object('revision', v.revision, 'writtenAt', v.written_at,
          'writtenBy', ${personJson(sql<string>`v.written_by`)}, ${contentPairs}, ${windowPairs})
          order by v.revision desc)
        from activity_revision v where v.activity_id = a.id)::text as json
      from ${activityRow} where a.id = ${id} and ${teachesIn(me, space)} and ${seesActivity(me)}`,
  )
}
