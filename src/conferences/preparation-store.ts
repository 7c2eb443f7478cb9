import { may } from '../access/may.ts'
import { either, isLearner, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { mayScribe } from '../reflections/policy.ts'
import { seesPiece } from '../work/policy.ts'
import { personJson, tileJson } from '../work/tile-store.ts'
import type { Role } from './conference.ts'
import type { GetConferencePreparation } from './contract.ts'
import { goalWords, meetingJson } from './meeting-store.ts'
import {
  isThereFor,
  leadsConference,
  ledThen,
  ownThen,
  roundActs,
  seesChoices,
  seesConference,
  seesPreparation,
} from './policy.ts'

const learner = sql<string>`l.learner_id`
const readyAt = sql`(select max(y.said_at) from standing_readiness y where y.round_id = l.round_id and y.learner_id = l.learner_id)`

/** What rests is shown to its learner alone, and so are their cue cards. */
const choicesJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object('kind', x.kind,
    'piece', (select ${tileJson} from piece p where p.id = x.piece_id and x.rests is distinct from 'deleted' and ${seesPiece(me)}),
    'why', x.why, 'cue', case when ${isLearner(me, learner)} then x.cue end, 'rests', x.rests) order by x.position), '[]')
  from present_conference_choice x where x.round_id = l.round_id and x.learner_id = l.learner_id and ${seesChoices(me)}
    and (${isLearner(me, learner)} or (x.rests is null and exists (
      select 1 from piece p where p.id = x.piece_id and ${seesPiece(me)}))))`

/** Those who lead choose who is there from all of them; a guardian is told of nobody of another household. */
const peopleJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object('role', one.role, 'id', one.id, 'name', usual_name(n))
    order by one.role, n.given_name, n.id), '[]')
  from (select 'guardian' as role, q.guardian_id as id from guards q where q.learner_id = l.learner_id
      and (${leadsConference(me)} or q.guardian_id = ${me})
    union select 'teacher', t.teacher_id from teaches t where t.learner_id = l.learner_id and t.space_id = l.space_id) one
  join person n on n.id = one.id)`

export function readPreparation(
  { db, viewer, now }: Context,
  { id, learnerId }: { id: string; learnerId: string },
): Promise<JsonText<OutputOf<typeof GetConferencePreparation>>> {
  const me = person(viewer.personId)
  const mine = isLearner(me, learner)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'round', json_build_object('id', r.id, 'name', r.name, 'startsOn', r.starts_on, 'endsOn', r.ends_on,
          'withdrawnAt', r.withdrawn_at, 'place', r.place, 'asks', r.asks),
        'learner', ${personJson(learner)}, 'readyAt', ${readyAt}, 'keptAt', case when ${mine} then k.written_at end,
        'preparationId', k.id,
        'welcomeCue', case when ${mine} then coalesce(k.welcome_cue, '') end,
        'choices', ${choicesJson(me)},
        'goal', (select ${goalWords} from standing_goal g join goal_revision v on v.goal_id = g.id and v.revision = g.revision
          where g.id = k.goal_id and ${seesChoices(me)}),
        'goalCue', case when ${mine} then coalesce(k.goal_cue, '') end,
        'people', ${peopleJson(me)},
        'conferences', (select coalesce(json_agg(${meetingJson(me, now)} order by c.begun_at), '[]')
          from conference c where c.round_id = l.round_id and c.learner_id = l.learner_id and ${seesConference(me)}),
        'may', ${may({
          prepare: sql<boolean>`(${mine} and ${roundActs(me).prepare})`,
          lead: leadsConference(me),
          scribe: mayScribe(me, learner),
        })})::text as json
      from conference_learner l join conference_rounds r on r.id = l.round_id join space s on s.id = l.space_id
      left join present_preparation k on k.round_id = l.round_id and k.learner_id = l.learner_id
      where l.round_id = ${id} and l.learner_id = ${learnerId} and ${seesPreparation(me)}`,
  )
}

/**
 * Who has, or had, the very tie they are said to speak by, and is written down by who they are. Anybody else is a
 * name: a guardian is no teacher here, and what a family says is never the learner's.
 */
export async function knownThere(
  { db }: Context,
  { roundId, learnerId }: { roundId: string; learnerId: string },
  people: readonly { role: Role; personId: string }[],
): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select one.role || ' ' || one.id as id
    from unnest(${people.map(({ role }) => role)}::text[], ${people.map(({ personId }) => personId)}::uuid[])
      as one(role, id)
    where (one.role = 'learner' and one.id = ${learnerId})
      or (one.role = 'guardian' and exists (
        select 1 from guardianship q where q.learner_id = ${learnerId} and q.guardian_id = one.id))
      or (one.role = 'teacher' and exists (
        select 1 from enrollment e join conference_rounds r on r.class_id = e.class_id
        where r.id = ${roundId} and e.person_id = one.id and e.role = 'teacher'))`.execute(db)
  return new Set(found.rows.map(({ id }) => id))
}

export const isKnown = (known: Set<string>, role: Role, personId: string): boolean =>
  known.has(`${role} ${personId}`)

/** Whose conference somebody would lead, when it is there for them. */
export async function leadingFor({ db, viewer, made }: Context, at: { roundId: string; learnerId: string }) {
  const me = person(viewer.personId)
  const leads = either(leadsConference(me), ledThen(me, made.at))
  // whoever left the class before they prepared anything is in no list of the round any more
  const found = await sql<{ allowed: boolean }>`
    select ${leads} as allowed from (
      select r.id as round_id, s.id as space_id, ${at.learnerId}::uuid as learner_id
      from conference_rounds r join space s on s.class_id = r.class_id where r.id = ${at.roundId}) l
    where (${ledThen(me, made.at)} or ${ownThen(me, made.at)} or exists (select 1 from conference_learner b
      where b.round_id = l.round_id and b.learner_id = l.learner_id)) and (${leads} or ${isThereFor(me)})`.execute(
    db,
  )
  return found.rows[0]
}
