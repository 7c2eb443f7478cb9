import { person } from '../access/relations.ts'
import { seesCollection } from '../collections/policy.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { seesShowcase } from '../showcases/policy.ts'
import { hearsOfLook, seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListLooks } from './contract.ts'
import { lookDays, mostLooks } from './family-page.ts'
import { hearsOfLooks } from './policy.ts'

export function readLooks(
  { db, viewer }: Context,
  learnerId: string,
): Promise<JsonText<OutputOf<typeof ListLooks>>> {
  const me = person(viewer.personId)
  const learner = person(learnerId)
  const told = hearsOfLook(me, { learner, looker: sql<string>`k.person_id` })
  const lately = sql`cairn_today() - ${lookDays}::integer`
  const title = sql<string>`(select r.said ->> 'title' from collection_revision r where r.collection_id = o.id and r.revision = o.revision)`
  return readJson(
    db,
    sql<{ json: string }>`
      with seen as (
        select k.looked_on, k.first_at, k.person_id, json_build_object('id', p.id, 'title', p.title) as piece, null::json as collection
          from piece p join look k on k.piece_id = p.id
          where p.learner_id = ${learner} and k.looked_on > ${lately} and ${seesPiece(me)} and ${told}
        union all
        select k.looked_on, k.first_at, k.person_id, null, json_build_object('id', o.id, 'title', ${title})
          from collection o join collection_look k on k.collection_id = o.id
          where o.learner_id = ${learner} and k.looked_on > ${lately} and ${seesCollection(me)} and ${told}),
      used as (
        select u.used_on, u.times, o.id, ${title} as title from showcase_standing s
          join showcase_use u on u.showcase_id = s.id join collection o on o.id = s.collection_id
          where s.learner_id = ${learner} and u.used_on > ${lately} and ${seesShowcase(me)})
      select json_build_object('learner', ${personJson(learner)},
        'looks', coalesce((select json_agg(json_build_object('on', l.looked_on, 'person', ${personJson(sql<string>`l.person_id`)},
          'piece', l.piece, 'collection', l.collection) order by l.first_at desc)
          from (select * from seen order by first_at desc limit ${mostLooks}) l), '[]'),
        'links', coalesce((select json_agg(json_build_object('on', u.used_on, 'times', u.times,
          'collection', json_build_object('id', u.id, 'title', u.title)) order by u.used_on desc, u.title) from used u), '[]'))::text as json
      from person x where x.id = ${learner} and ${hearsOfLooks(me, learner)}`,
  )
}
