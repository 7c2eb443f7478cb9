import { may } from '../access/may.ts'
import { both, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { mediaJson } from '../media/store.ts'
import { seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { Role } from './conference.ts'
import type { GetConference, ListMyConferences } from './contract.ts'
import { conferenceActs, finishesConference, isThereFor, mayWriteFor, seesConference } from './policy.ts'

/** A meeting with whose it is, as the rules speak of them. */
export const meetingRow = sql`conference c
  join conference_learner l on l.round_id = c.round_id and l.learner_id = c.learner_id`

/** A revision of a goal aliased `g` and `v`. */
export const goalWords = sql`json_build_object('id', g.id, 'form', g.form, 'words', v.words)`

const peopleJson = sql`(
  select coalesce(json_agg(json_build_object('role', t.role, 'personId', t.person_id, 'name', t.name, 'cameAt', t.came_at) order by t.position, t.came_at), '[]')
  from conference_attendee t where t.conference_id = c.id)`

const wordsJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind, 'role', w.role, 'personId', w.said_by,
    'name', w.name, 'words', w.words, 'media', (select ${mediaJson} from media m where m.id = w.media_id), 'writtenBy', ${personJson(sql<string>`w.written_by`)}, 'writtenAt', w.written_at,
    'may', ${may({ takeBack: sql<boolean>`(${me} = w.written_by or ${me} is not distinct from w.said_by)` })}) order by w.written_at, w.id), '[]')
  from conference_word w where w.conference_id = c.id and w.taken_back_at is null)`

const agreementsJson = sql`(
  select coalesce(json_agg(json_build_object('id', a.id, 'goalId', a.goal_id, 'role', a.role, 'personId', a.agreed_by,
    'name', a.name, 'writtenBy', ${personJson(sql<string>`a.written_by`)}, 'writtenAt', a.written_at)
    order by a.written_at, a.id), '[]')
  from conference_agreement a where a.conference_id = c.id)`

const goalsJson = sql`(
  select coalesce(json_agg(${goalWords} order by g.id), '[]') from (
    select distinct on (a.goal_id) a.goal_id, a.goal_revision from conference_agreement a
    where a.conference_id = c.id order by a.goal_id, a.written_at desc) last
  join standing_goal g on g.id = last.goal_id
  join goal_revision v on v.goal_id = g.id and v.revision = last.goal_revision)`

const shownJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object('kind', h.kind, 'pieceId', p.id, 'title', h.title, 'attempt', h.attempt, 'why', h.why)
    order by h.position), '[]')
  from conference_shown h join piece p on p.id = h.piece_id
  where h.conference_id = c.id and ${seesPiece(me)}
    and not exists (select 1 from standing_deletion d where d.piece_id = p.id and d.iteration_id is null))`

/** Who came later is written down by who leads. */
const actsShown = (me: RawBuilder<string>, at: Date) => {
  const { write, lead } = conferenceActs(me, at)
  return { write, lead }
}

export const meetingJson = (
  me: RawBuilder<string>,
  at: Date,
): RawBuilder<string> => sql<string>`json_build_object(
  'id', c.id, 'roundId', c.round_id, 'learner', ${personJson(sql<string>`c.learner_id`)}, 'begunAt', c.begun_at,
  'closedAt', (select k.closed_at from conference_closing k where k.conference_id = c.id),
  'page', (select g.number from conference_page g where g.conference_id = c.id),
  'people', ${peopleJson}, 'words', ${wordsJson(me)}, 'goals', ${goalsJson}, 'agreements', ${agreementsJson},
  'shown', ${shownJson(me)}, 'may', ${may(actsShown(me, at))})`

export function readConference(
  { db, viewer, now }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetConference>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`select ${meetingJson(me, now)}::text as json from ${meetingRow}
      where c.id = ${id} and ${seesConference(me)}`,
  )
}

type Act = keyof ReturnType<typeof conferenceActs>

/** Finds a meeting for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function conferenceFor({ db, viewer, made }: Context, id: string, act: Act) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; learnerId: string; roundId: string }>`
    select ${conferenceActs(me, made.at)[act]} as allowed, c.learner_id as "learnerId", c.round_id as "roundId"
    from ${meetingRow} where c.id = ${id}
      and (${seesConference(me)} or ${finishesConference(me, made.at)})`.execute(db)
  return found.rows[0]
}

/** The same for writing down what somebody said, by the viewer's hand. */
export async function writingFor(
  { db, viewer, made }: Context,
  { conferenceId, ...said }: { conferenceId: string; role: Role; saidBy: string | null },
) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; learnerId: string }>`
    select ${both(conferenceActs(me, made.at).write, mayWriteFor(me, { ...said, at: made.at }))} as allowed, c.learner_id as "learnerId"
    from ${meetingRow} where c.id = ${conferenceId}
      and (${seesConference(me)} or ${finishesConference(me, made.at)})`.execute(db)
  return found.rows[0]
}

/** The latest, until its learner has done something about it. */
const nudgeJson = sql`(
  select json_build_object('by', ${personJson(sql<string>`u.nudged_by`)}, 'at', u.nudged_at) from conference_nudge u
  where u.round_id = r.id and u.learner_id = y.id
    and not exists (select 1 from standing_readiness e where e.round_id = r.id and e.learner_id = y.id)
    and not exists (select 1 from conference_preparation k
      where k.round_id = r.id and k.learner_id = y.id and k.written_at > u.nudged_at)
  order by u.nudged_at desc limit 1)`

/** To its learner: who of the family answered last what was recorded for them. */
const answerJson = (me: RawBuilder<string>) => sql`case when l.learner_id = ${me} then (
  select json_build_object('name', w.name, 'at', w.written_at) from walkthrough k
    join conference_word w on w.conference_id = k.conference_id and w.role = 'guardian' and w.taken_back_at is null
  where k.conference_id = c.id order by w.written_at desc limit 1) end`

const mostListed = 60

/** The named set is my own conferences and those of the children I guard today. */
export function readMyConferences({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListMyConferences>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with whose as materialized (
        select ${me} as id union select q.learner_id from guards q where q.guardian_id = ${me}),
      mine as (select l.* from whose w join conference_learner l on l.learner_id = w.id where ${isThereFor(me)})
      select coalesce(json_agg(one.json order by one.starts_on desc, one.name), '[]')::text as json from (
        select r.starts_on, usual_name(y) as name, json_build_object(
          'round', json_build_object('id', r.id, 'name', r.name, 'startsOn', r.starts_on, 'endsOn', r.ends_on,
            'place', r.place, 'withdrawnAt', r.withdrawn_at),
          'learner', json_build_object('id', y.id, 'name', usual_name(y)), 'mine', l.learner_id = ${me},
          'nudge', case when l.learner_id = ${me} then ${nudgeJson} end,
          'readyAt', (select max(e.said_at) from standing_readiness e where e.round_id = r.id and e.learner_id = y.id),
          'conferences', (select coalesce(json_agg(json_build_object('id', c.id, 'begunAt', c.begun_at,
              'answer', ${answerJson(me)}, 'sentAt', (select k.sent_at from walkthrough k where k.conference_id = c.id),
              'closedAt', (select k.closed_at from conference_closing k where k.conference_id = c.id)) order by c.begun_at), '[]')
            from conference c where c.round_id = r.id and c.learner_id = l.learner_id and ${seesConference(me)})) as json
        from mine l join conference_rounds r on r.id = l.round_id join person y on y.id = l.learner_id
        order by r.starts_on desc limit ${mostListed}) one`,
  )
}
