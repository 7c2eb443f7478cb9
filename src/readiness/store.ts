import { isHeld } from '../appointments/policy.ts'
import { learnsIn, person } from '../access/relations.ts'
import { roundActs, seesRound } from '../conferences/policy.ts'
import { roundJson, roundRow } from '../conferences/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { GetReadinessBoard, NudgeLearner } from './contract.ts'

/** Of a learner `n` in a round `r`: those who guard them, and a time that a teacher gave to nobody in particular. */
const householdsJson = sql`(
  select coalesce(json_agg(json_build_object('name', usual_name(y), 'language', coalesce(b.language, ''),
    'interpreter', coalesce(b.interpreter, false), 'time', case when b.id is not null then
      json_build_object('heldOn', b.held_on, 'fromMinute', b.from_minute) end) order by b.starts_at nulls last, y.family_name, y.id), '[]')
  from (select g.guardian_id as id from guards g where g.learner_id = n.id) k
    full join (select q.*, d.held_on, o.from_minute, o.starts_at from conference_booking q
        join conference_slot o on o.id = q.slot_id join conference_day d on d.id = o.day_id
      where q.round_id = r.id and q.learner_id = n.id and ${isHeld}) b on b.guardian_id = k.id
    left join person y on y.id = k.id)`

/** Counts and kinds by name, for those who run the round; no rule here opens a title, a word or a cue card. */
export function readReadiness(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetReadinessBoard>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('round', ${roundJson(me)},
        'planned', exists (select 1 from conference_day d where d.round_id = r.id), 'learners', (
        select coalesce(json_agg(json_build_object('learner', json_build_object('id', n.id, 'name', usual_name(n)),
          'chosen', (select coalesce(json_agg(distinct x.kind), '[]') from present_conference_choice x
            where x.round_id = r.id and x.learner_id = n.id and x.rests is null),
          'goal', exists (select 1 from present_preparation k join standing_goal g on g.id = k.goal_id
            where k.round_id = r.id and k.learner_id = n.id),
          'readyAt', (select max(y.said_at) from standing_readiness y
            where y.round_id = r.id and y.learner_id = n.id),
          'nudgedAt', (select max(u.nudged_at) from conference_nudge u where u.round_id = r.id and u.learner_id = n.id),
          'filed', (select count(*) from filed_conference f where f.round_id = r.id and f.learner_id = n.id),
          'households', ${householdsJson})
          order by n.given_name, n.family_name, n.id), '[]')
        from belongs b join person n on n.id = b.person_id
        where b.space_id = s.id and b.role = 'student'))::text as json
      from ${roundRow} where r.id = ${id} and ${seesRound(me)} and ${roundActs(me).seeReadiness}`,
  )
}

export async function isInRound(
  { db }: Context,
  { roundId, learnerId }: { roundId: string; learnerId: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from ${roundRow} where r.id = ${roundId} and ${learnsIn(person(learnerId), sql<string>`s.id`)}`.execute(
    db,
  )
  return found.rows.length > 0
}

export async function insertNudge(
  { db, viewer, now }: Context,
  { id, roundId, learnerId }: InputOf<typeof NudgeLearner>,
): Promise<void> {
  await sql`
    insert into conference_nudge (id, district_id, round_id, learner_id, nudged_by, nudged_at)
    select ${id}::uuid, ${viewer.districtId}::uuid, ${roundId}::uuid, ${learnerId}::uuid, ${viewer.personId}::uuid,
      ${now}::timestamptz
    where not exists (select 1 from conference_nudge u where u.round_id = ${roundId} and u.learner_id = ${learnerId}
      and u.nudged_at > ${now}::timestamptz - interval '20 hours')
    on conflict do nothing`.execute(db)
}
