import { isCalled, person, serves, teachesIn } from '../access/relations.ts'
import { mediaJson } from '../media/store.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import { windowPairs } from './content-store.ts'
import type { CountActivities, ListActivities } from './contract.ts'
import { isClosed, isFor, seesActivity } from './policy.ts'
import { activityRow } from './store.ts'

const pageOfActivities = 40

/** The first picture of an activity's instructions, or of its exemplar. */
export const coverJson = sql<string>`(select ${mediaJson} from activity_media t join media m on m.id = t.media_id
  where t.activity_id = v.activity_id and t.revision = v.revision and m.kind = 'picture'
  order by t.place desc, t.position limit 1)`

const invited = sql<number>`(select count(*) from belongs e
  where e.space_id = a.space_id and e.role = 'student' and ${isFor(sql<string>`e.person_id`)})`

export function readActivities(
  { db, viewer }: Context,
  input: { id: string; before?: string | undefined },
): Promise<JsonText<OutputOf<typeof ListActivities>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with page as materialized (
        select a.id, a.created_at from ${activityRow} join space s on s.id = a.space_id
        where ${isCalled(input.id)} and a.created_at < coalesce(${input.before ?? null}::timestamptz, 'infinity')
          and ${seesActivity(me)}
        order by a.created_at desc limit ${pageOfActivities})
      select json_build_object('space', json_build_object('id', s.id, 'name', s.name, 'classId', s.class_id),
        'activities', coalesce((
          select json_agg(json_build_object('id', a.id, 'title', v.title, 'excerpt', left(v.instructions, 200),
            'cover', ${coverJson}, ${windowPairs}, 'forEveryone', v.for_everyone, 'groupName', v.group_name,
            'createdAt', a.created_at,
            'publishedAt', (select k.published_at from activity_publication k where k.activity_id = a.id),
            'closed', ${isClosed}, 'invited', ${invited},
            'responded', (select count(distinct p.learner_id) from standing_response r join piece p on p.id = r.piece_id
              where r.activity_id = a.id and ${isFor(sql<string>`p.learner_id`)} and ${seesPiece(me)} and not ${isDeleted}))
            order by a.created_at desc)
          from page g join ${activityRow} on a.id = g.id), '[]'),
        'next', (select case when count(*) = ${pageOfActivities} then min(created_at) end from page))::text as json
      from space s where ${isCalled(input.id)} and ${teachesIn(me, sql<string>`s.id`)}`,
  )
}

/** Numbers by class for those with a duty: never a title, a name or a word (product rule 9). */
export function countActivities({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof CountActivities>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('classId', c.id, 'activities', n.activities, 'invited', n.invited,
        'responded', n.responded)), '[]')::text as json
      from class c join space s on s.class_id = c.id
      cross join lateral (
        select count(*) as activities, coalesce(sum(${invited}), 0) as invited,
          coalesce(sum((select count(distinct p.learner_id) from standing_response r join piece p on p.id = r.piece_id
            where r.activity_id = a.id and ${isFor(sql<string>`p.learner_id`)} and not ${isDeleted})), 0) as responded
        from ${activityRow} join activity_publication k on k.activity_id = a.id
        where a.space_id = s.id
          and not exists (select 1 from standing_activity_deletion d where d.activity_id = a.id)) n
      where c.opens_on <= cairn_today() and c.closes_on >= cairn_today() and ${serves(me, sql<string>`c.school_id`)}`,
  )
}
