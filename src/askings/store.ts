import { may } from '../access/may.ts'
import { isClosed, isLearner, person, teachesIn } from '../access/relations.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { mayScribe } from '../reflections/policy.ts'
import { knowsLearner } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListAnswerRules, ListAnswersWaiting, ListAskings } from './contract.ts'
import { answersAsking, decidesAnswer, seesAnswer, seesAsking, setsAnswerRule } from './policy.ts'

const mediaOf = (id: RawBuilder<string>) => sql`(select ${mediaJson} from media m where m.id = ${id})`

const answerJson = (me: RawBuilder<string>) => sql`json_build_object('id', y.id, 'body', y.body,
  'media', ${mediaOf(sql<string>`y.media_id`)}, 'givenBy', ${personJson(sql<string>`y.given_by`)}, 'givenAt', y.given_at,
  'mine', y.given_by = ${me}, 'standing', case when not y.held or d.passes then 'passed'
    when d.answer_id is null then 'waiting' else 'kept_back' end,
  'decidedBy', case when d.answer_id is not null then ${personJson(sql<string>`d.decided_by`)} end,
  'may', ${may({ decide: sql<boolean>`(d.answer_id is null and ${decidesAnswer(me)})` })})`

const askingFields = sql`'id', q.id, 'learner', ${personJson(sql<string>`q.learner_id`)}, 'body', q.body,
  'media', ${mediaOf(sql<string>`q.media_id`)}, 'saidAt', q.said_at, 'takenBack', q.taken_back_at is not null,
  'scribe', case when q.written_by <> q.learner_id then ${personJson(sql<string>`q.written_by`)} end`

const askingJson = (me: RawBuilder<string>) => sql`json_build_object(${askingFields}, 'answers', coalesce((
    select json_agg(${answerJson(me)} order by y.given_at) from asking_answer y
    left join asking_answer_decision d on d.answer_id = y.id
    where y.asking_id = q.id and y.taken_back_at is null and ${seesAnswer(me)}), '[]'),
  'may', ${may({ answer: answersAsking(me), takeBack: sql<boolean>`(q.taken_back_at is null and ${isLearner(me, sql<string>`q.learner_id`)})` })})`

const mostAskings = 60

export function readAskings(
  { db, viewer }: Context,
  learnerId: string,
): Promise<JsonText<OutputOf<typeof ListAskings>>> {
  const me = person(viewer.personId)
  const learner = person(learnerId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('learner', ${personJson(learner)}, 'askings', coalesce((
          select json_agg(${askingJson(me)} order by q.said_at desc) from (
            select q.* from asking q where q.learner_id = ${learner} and ${seesAsking(me)}
            order by q.said_at desc limit ${mostAskings}) q), '[]'),
        'may', ${may({ say: isLearner(me, learner), scribe: mayScribe(me, learner) })})::text as json
      from person x where x.id = ${learner} and ${knowsLearner(me, learner)}`,
  )
}

/** What is newest of each child of a guardian's: a named set, filtered by the same rule. */
export async function newestAskings(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  { each, since }: { each: number; since?: Date },
): Promise<OutputOf<typeof ListAskings>['askings']> {
  const me = person(viewer.personId)
  const found = await sql<{ json: string }>`
    select coalesce(json_agg(${askingJson(me)} order by q.said_at desc), '[]')::text as json
    from guards g cross join lateral (
      select q.* from asking q where q.learner_id = g.learner_id and q.taken_back_at is null
        and q.said_at > coalesce(${since ?? null}::timestamptz, '-infinity')
      order by q.said_at desc limit ${each}) q
    where g.guardian_id = ${me} and ${seesAsking(me)}`.execute(db)
  return JSON.parse(found.rows[0]?.json ?? '[]')
}

export function readAnswersWaiting(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListAnswersWaiting>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('asking', json_build_object(${askingFields}), 'answer', ${answerJson(me)})
        order by y.given_at)
        from belongs b join asking q on q.learner_id = b.person_id and q.taken_back_at is null
        join asking_answer y on y.asking_id = q.id left join asking_answer_decision d on d.answer_id = y.id
        where b.class_id = c.id and b.role = 'student' and d.answer_id is null and ${decidesAnswer(me)}), '[]')::text as json
      from class c join space o on o.class_id = c.id where c.id = ${classId} and ${teachesIn(me, sql<string>`o.id`)}`,
  )
}

export function readAnswerRules({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListAnswerRules>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('school', json_build_object('id', s.id, 'name', s.name),
        'holds', coalesce(r.holds, false)) order by s.name), '[]')::text as json
      from school s left join answer_rule r on r.school_id = s.id
      where ${setsAnswerRule(person(viewer.personId), sql<string>`s.id`)} and not ${isClosed(sql<string>`s.id`)}`,
  )
}

type Found = { allowed: boolean; learnerId: string }

export async function askingFor(
  { db, viewer }: Context,
  id: string,
  act: 'answer' | 'takeBack',
): Promise<Found | undefined> {
  const me = person(viewer.personId)
  const rule = act === 'answer' ? answersAsking(me) : isLearner(me, sql<string>`q.learner_id`)
  const found = await sql<Found>`
    select ${rule} as allowed, q.learner_id as "learnerId" from asking q where q.id = ${id} and ${seesAsking(me)}`.execute(
    db,
  )
  return found.rows[0]
}

export async function answerFor(
  { db, viewer }: Context,
  id: string,
  act: 'decide' | 'takeBack',
): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const rule = act === 'decide' ? decidesAnswer(me) : sql<boolean>`(y.given_by = ${me})`
  const found = await sql<{ allowed: boolean }>`
    select ${rule} as allowed from asking_answer y join asking q on q.id = y.asking_id
    where y.id = ${id} and ${seesAnswer(me)}`.execute(db)
  return found.rows[0]
}

export async function leadsSchool({ db, viewer }: Context, schoolId: string) {
  const found = await sql<{ allowed: boolean }>`
    select true as allowed from school s where s.id = ${schoolId} and ${setsAnswerRule(person(viewer.personId), sql<string>`s.id`)}`.execute(
    db,
  )
  return found.rows[0]
}
