import { may } from '../access/may.ts'
import { person } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { attachedJson, windowPairs } from './content-store.ts'
import type { ListInvitations } from './contract.ts'
import { activityActs, cameLater, isClosed, isInvitation } from './policy.ts'
import { ownResponsesJson } from './response-store.ts'
import { activityRow } from './store.ts'

/** As many as a learner could look through; older ones are found on the pieces that came of them. */
const mostInvitations = 120

/**
 * What a learner is invited to. The named set is the activities of the spaces they belong to and those they
 * responded to; the rule filters it.
 */
export function readInvitations({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListInvitations>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with named as materialized (
        select a.id from activity a
        where a.space_id in (select b.space_id from belongs b where b.person_id = ${me} and b.role = 'student')
        union
        select r.activity_id from piece p join standing_response r on r.piece_id = p.id where p.learner_id = ${me}),
      found as materialized (
        select a.id, k.published_at from ${activityRow} join activity_publication k on k.activity_id = a.id
        where a.id in (select id from named) and ${isInvitation(me)}
        order by k.published_at desc limit ${mostInvitations})
      select coalesce(json_agg(json_build_object('id', a.id, 'title', v.title, 'instructions', v.instructions,
        'class', (select s.name from space s where s.id = a.space_id), 'attached', ${attachedJson('instructions')},
        ${windowPairs}, 'publishedAt', g.published_at, 'closed', ${isClosed},
        'fresh', not exists (select 1 from activity_look o where o.activity_id = a.id and o.person_id = ${me}),
        'cameLater', ${cameLater(me)}, 'responses', ${ownResponsesJson(me)},
        'may', ${may({ respond: activityActs(me).respond })}) order by g.published_at desc), '[]')::text as json
      from found g join ${activityRow} on a.id = g.id`,
  )
}
