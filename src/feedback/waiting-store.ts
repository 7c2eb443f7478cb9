import { isLearner, person, teachesIn } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, knowsLearner, seesPiece } from '../work/policy.ts'
import { personJson, tileJson } from '../work/tile-store.ts'
import type {
  CountWaitingInSpaces,
  ListClassAnswers,
  ListLearnerAnswers,
  ListUnanswered,
  ListWaitingForFeedback,
} from './contract.ts'
import { answersListedDays } from './feedback.ts'
import { isRetracted, iterationStands, readsFeedback } from './policy.ts'
import { latestReply } from './reply-store.ts'

/** What waits for the learner: feedback without an answer, or last answered "not yet". */
export function readUnanswered({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListUnanswered>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('feedbackId', f.id, 'body', f.body, 'recorded', f.media_id is not null,
        'givenBy', ${personJson(sql<string>`f.given_by`)}, 'givenAt', f.given_at, 'iterationId', i.id,
        'iterationNumber', i.number, 'answered', answer.kind, 'piece', ${tileJson}) order by f.given_at desc, f.id), '[]')::text as json
      from piece p join iteration i on i.piece_id = p.id join feedback f on f.iteration_id = i.id
      left join ${latestReply} on true
      where ${isLearner(me, sql<string>`p.learner_id`)} and not ${isDeleted} and ${iterationStands}
        and not ${isRetracted} and coalesce(answer.kind, 'not_yet') = 'not_yet'`,
  )
}

/** An attempt aliased `i` that no teacher has answered: neither by feedback that still stands nor by giving it back. */
const waits = sql<boolean>`(not exists (select 1 from feedback f where f.iteration_id = i.id and not ${isRetracted})
  and not exists (select 1 from iteration_return n where n.iteration_id = i.id
    and not exists (select 1 from return_withdrawal w where w.return_id = n.id)))`

const latest = sql`lateral (select i.* from iteration i where i.piece_id = p.id and ${iterationStands}
  order by i.number desc limit 1) i`

/** Of a space aliased `o`: of a class what its learners made since it opened, of one by hand what they show in it. */
const waitingIn = (me: ReturnType<typeof person>) => sql`belongs b join piece p on p.learner_id = b.person_id
  join ${latest} on true
  where b.space_id = o.id and b.role = 'student' and p.created_by = p.learner_id and ${waits}
    and case when o.class_id is null
      then exists (select 1 from live_share s where s.piece_id = p.id and s.space_id = o.id)
      else p.created_at >= (select c.opens_on from class c where c.id = o.class_id) end
    and ${seesPiece(me)} and not ${isDeleted}`

/** The named set is the learners of one space that the viewer teaches in. */
export function readWaiting(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListWaitingForFeedback>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((
        select json_agg(json_build_object('iterationId', i.id, 'number', i.number, 'madeAt', i.made_at,
          'whatChanged', v.what_changed, 'piece', ${tileJson}) order by i.made_at)
        from (select p.*, i.id as latest_id from ${waitingIn(me)}) p join iteration i on i.id = p.latest_id
        join iteration_revision v on v.iteration_id = i.id and v.revision = i.revision), '[]')::text as json
      from space o
      where (o.id = ${id} or o.class_id = ${id}) and ${teachesIn(me, sql<string>`o.id`)}`,
  )
}

/** The spaces by hand that somebody teaches in, with how much waits in each. */
export function countWaitingByHand({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof CountWaitingInSpaces>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
        'learners', (select count(*) from belongs l where l.space_id = o.id and l.role = 'student'),
        'waiting', (select count(*) from ${waitingIn(me)})) order by o.name, o.id), '[]')::text as json
      from space o where o.id in (select t.space_id from standing_seat t where t.person_id = ${me})
        and ${teachesIn(me, sql<string>`o.id`)}`,
  )
}

const answeredJson = sql`json_build_object('feedbackId', f.id, 'body', f.body, 'recorded', f.media_id is not null,
  'givenBy', ${personJson(sql<string>`f.given_by`)}, 'iterationNumber', i.number, 'kind', r.kind, 'why', r.why,
  'spoken', r.media_id is not null, 'repliedAt', r.replied_at,
  'takenUpIn', (select j.number from iteration j where j.id = r.iteration_id),
  'piece', json_build_object('id', p.id, 'title', p.title, 'learner', ${personJson(sql<string>`p.learner_id`)}))`

/** Replies with what they answer; of several to one feedback the latest. The rule filters, the set is named outside. */
const answers = (me: ReturnType<typeof person>) => sql`reply r join feedback f on f.id = r.feedback_id
  join iteration i on i.id = f.iteration_id join piece p on p.id = i.piece_id
  where ${readsFeedback(me)} and not ${isDeleted} and ${iterationStands} and not ${isRetracted}
    and not exists (select 1 from reply later where later.feedback_id = f.id
      and (later.replied_at, later.id) > (r.replied_at, r.id))`

const mostAnswers = 40

export function readClassAnswers(
  { db, viewer, now }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListClassAnswers>>> {
  const me = person(viewer.personId)
  const since = new Date(now.getTime() - answersListedDays * 24 * 3_600_000)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(a.json order by a.replied_at desc, a.id desc) from (
          select ${answeredJson} as json, r.replied_at, r.id from ${answers(me)}
            and r.replied_at > ${since}::timestamptz
            and r.replied_by in (select b.person_id from belongs b where b.class_id = c.id and b.role = 'student')
          order by r.replied_at desc, r.id desc limit ${mostAnswers}) a), '[]')::text as json
      from class c join space o on o.class_id = c.id
      where c.id = ${classId} and ${teachesIn(me, sql<string>`o.id`)}`,
  )
}

export function readLearnerAnswers(
  { db, viewer }: Context,
  learnerId: string,
): Promise<JsonText<OutputOf<typeof ListLearnerAnswers>>> {
  const me = person(viewer.personId)
  const learner = person(learnerId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'answers', coalesce((select json_agg(a.json order by a.replied_at desc, a.id desc) from (
          select ${answeredJson} as json, r.replied_at, r.id from ${answers(me)} and r.replied_by = ${learner}
          order by r.replied_at desc, r.id desc limit ${mostAnswers}) a), '[]'),
        'unanswered', (select count(*) from piece p join iteration i on i.piece_id = p.id
          join feedback f on f.iteration_id = i.id
          where p.learner_id = ${learner} and ${readsFeedback(me)} and not ${isDeleted} and ${iterationStands}
            and not ${isRetracted} and not exists (select 1 from reply r where r.feedback_id = f.id)))::text as json
      from person n where n.id = ${learner} and ${knowsLearner(me, learner)}`,
  )
}
