import { may } from '../access/may.ts'
import { isLearner, person, teachesIn } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import { personJson, tileJson } from '../work/tile-store.ts'
import type { ListFeedback, ListUnanswered, ListWaitingForFeedback } from './contract.ts'
import type { ReplyKind } from './feedback.ts'
import { feedbackActs, readsFeedback } from './policy.ts'

const standingIteration = sql`not exists (select 1 from standing_deletion d where d.iteration_id = i.id)`

const repliesJson = sql`coalesce((
  select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'why', r.why, 'repliedAt', r.replied_at,
    'iteration', (select json_build_object('id', j.id, 'number', j.number) from iteration j where j.id = r.iteration_id))
    order by r.replied_at desc, r.id desc)
  from reply r where r.feedback_id = f.id), '[]')`

export function readFeedback(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListFeedback>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('id', f.id, 'iterationId', i.id, 'iterationNumber', i.number,
          'givenBy', ${personJson(sql<string>`f.given_by`)}, 'givenAt', f.given_at, 'body', f.body,
          'revision', f.revision, 'replies', ${repliesJson}, 'may', ${may(feedbackActs(me))}) order by f.given_at)
        from iteration i join feedback f on f.iteration_id = i.id
        where i.piece_id = p.id and ${standingIteration}), '[]')::text as json
      from piece p where p.id = ${pieceId} and ${readsFeedback(me)}`,
  )
}

export async function insertFeedback(
  { db, viewer, now }: Context,
  feedback: { id: string; iterationId: string; body: string },
): Promise<boolean> {
  const result = await db
    .insertInto('feedback')
    .values({
      id: feedback.id,
      district_id: viewer.districtId,
      iteration_id: feedback.iterationId,
      given_by: viewer.personId,
      given_at: now,
      body: feedback.body,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Finds feedback for an act: undefined when the viewer cannot read it. */
export async function feedbackFor(
  { db, viewer }: Context,
  id: string,
  act: keyof ReturnType<typeof feedbackActs>,
) {
  const me = person(viewer.personId)
  const found = await sql<{
    allowed: boolean
    pieceId: string
    iterationId: string
    givenBy: string
    body: string
    revision: number
  }>`
    select ${feedbackActs(me)[act]} as allowed, p.id as "pieceId", f.iteration_id as "iterationId",
      f.given_by as "givenBy", f.body, f.revision
    from feedback f join iteration i on i.id = f.iteration_id join piece p on p.id = i.piece_id
    where f.id = ${id} and ${readsFeedback(me)}`.execute(db)
  return found.rows[0]
}

/** Keeps what was before and moves on, if the feedback still stands where its writer saw it. */
export async function replaceFeedback(
  { db, viewer, now }: Context,
  revision: { id: string; revision: number; body: string },
): Promise<boolean> {
  await sql`select 1 from feedback where id = ${revision.id} for update`.execute(db)
  await sql`
    insert into earlier_feedback (feedback_id, district_id, revision, body, replaced_at)
    select id, ${viewer.districtId}::uuid, revision, body, ${now}::timestamptz from feedback
    where id = ${revision.id} and revision = ${revision.revision - 1}`.execute(db)
  const result = await db
    .updateTable('feedback')
    .set({ body: revision.body, revision: revision.revision })
    .where('id', '=', revision.id)
    .where('revision', '=', revision.revision - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function isIterationOf({ db }: Context, iterationId: string, pieceId: string): Promise<boolean> {
  const found = await db
    .selectFrom('iteration')
    .select('id')
    .where('id', '=', iterationId)
    .where('piece_id', '=', pieceId)
    .execute()
  return found.length > 0
}

export async function insertReply(
  { db, viewer, now }: Context,
  reply: { id: string; feedbackId: string; kind: ReplyKind; why: string; iterationId?: string | undefined },
): Promise<boolean> {
  const result = await db
    .insertInto('reply')
    .values({
      id: reply.id,
      district_id: viewer.districtId,
      feedback_id: reply.feedbackId,
      kind: reply.kind,
      why: reply.why,
      iteration_id: reply.iterationId ?? null,
      replied_by: viewer.personId,
      replied_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptReply({ db }: Context, replyId: string) {
  return db
    .selectFrom('reply')
    .select(['feedback_id as feedbackId', 'kind', 'why', 'replied_by as repliedBy'])
    .where('id', '=', replyId)
    .executeTakeFirst()
}

/** What waits for the learner: feedback without an answer, or last answered "not yet". */
export function readUnanswered({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListUnanswered>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('feedbackId', f.id, 'body', f.body,
        'givenBy', ${personJson(sql<string>`f.given_by`)}, 'givenAt', f.given_at, 'iterationNumber', i.number,
        'answered', answer.kind, 'piece', ${tileJson}) order by f.given_at desc), '[]')::text as json
      from piece p join iteration i on i.piece_id = p.id join feedback f on f.iteration_id = i.id
      left join lateral (select r.kind from reply r where r.feedback_id = f.id order by r.replied_at desc, r.id desc limit 1) answer on true
      where ${isLearner(me, sql<string>`p.learner_id`)} and not ${isDeleted} and ${standingIteration}
        and coalesce(answer.kind, 'not_yet') = 'not_yet'`,
  )
}

/** The latest iterations of a class that no teacher has answered. The named set is the class's learners. */
export function readWaiting(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListWaitingForFeedback>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((
        select json_agg(json_build_object('iterationId', i.id, 'number', i.number, 'madeAt', i.made_at,
          'whatChanged', v.what_changed, 'piece', ${tileJson}) order by i.made_at)
        from belongs b join piece p on p.learner_id = b.person_id
        join lateral (select i.* from iteration i where i.piece_id = p.id and ${standingIteration}
          order by i.number desc limit 1) i on true
        join iteration_revision v on v.iteration_id = i.id and v.revision = i.revision
        where b.class_id = c.id and b.role = 'student' and p.created_at >= c.opens_on
          and p.created_by = p.learner_id
          and ${seesPiece(me)} and not ${isDeleted}
          and not exists (select 1 from feedback f where f.iteration_id = i.id)), '[]')::text as json
      from class c join space o on o.class_id = c.id
      where c.id = ${classId} and ${teachesIn(me, sql<string>`o.id`)}`,
  )
}
