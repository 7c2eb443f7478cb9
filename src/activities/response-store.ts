import { may } from '../access/may.ts'
import { isLearner, person, type Someone } from '../access/relations.ts'
import { isRetracted } from '../feedback/policy.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, pieceActs, seesPiece } from '../work/policy.ts'
import { personJson, tileJson } from '../work/tile-store.ts'
import type { ListActivityWaiting, ListPieceActivities, ListResponses } from './contract.ts'
import { activityActs, cameLater, isFor, mayRespondWith, mayTakeBack, seesActivity } from './policy.ts'
import { activityRow } from './store.ts'

/**
 * Whether a piece aliased `p` is shown to the teachers of the activity's space now. What is shown to all teachers of its
 * learner reaches those of a class; in a space by hand some may teach the learner nowhere else.
 */
const isShown = sql<boolean>`exists (
  select 1 from live_share s where s.piece_id = p.id and s.audience in ('teachers', 'class')
    and (s.space_id = a.space_id or s.space_id is null
      and exists (select 1 from space o where o.id = a.space_id and o.class_id is not null)))`

/** The viewer's own responses to an activity aliased `a`. */
export const ownResponsesJson = (me: Someone): RawBuilder<string> => sql<string>`coalesce((
  select json_agg(json_build_object('id', r.id, 'respondedAt', r.responded_at, 'piece', ${tileJson},
    'shown', ${isShown}) order by r.responded_at)
  from standing_response r join piece p on p.id = r.piece_id
  where r.activity_id = a.id and ${isLearner(me, sql<string>`p.learner_id`)} and not ${isDeleted}), '[]')`

/** Finds activity and piece for a response: undefined when either cannot be seen. */
export async function responseBy(
  { db, viewer }: Context,
  { activityId, pieceId }: { activityId: string; pieceId: string },
) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; spaceId: string; shown: boolean }>`
    select (${mayRespondWith(me)} and not ${isDeleted}) as allowed, a.space_id as "spaceId", ${isShown} as shown
    from ${activityRow}, piece p
    where a.id = ${activityId} and ${seesActivity(me)} and p.id = ${pieceId} and ${seesPiece(me)}`.execute(db)
  return found.rows[0]
}

export function keptResponse({ db }: Context, id: string) {
  return db
    .selectFrom('response')
    .select(['activity_id as activityId', 'piece_id as pieceId', 'responded_by as respondedBy'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether this piece is a response to this activity already, under whatever id. */
export async function isResponse(
  { db }: Context,
  { activityId, pieceId }: { activityId: string; pieceId: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from standing_response r where r.activity_id = ${activityId} and r.piece_id = ${pieceId}`.execute(
    db,
  )
  return found.rows.length > 0
}

/** False when the id is taken already. */
export async function insertResponse(
  { db, viewer, now }: Context,
  response: { id: string; activityId: string; pieceId: string },
): Promise<boolean> {
  const result = await db
    .insertInto('response')
    .values({
      id: response.id,
      district_id: viewer.districtId,
      activity_id: response.activityId,
      piece_id: response.pieceId,
      responded_by: viewer.personId,
      responded_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** A response to be taken back, with the share that responding made and no other response needs. */
export async function responseFor({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; shareId: string | null }>`
    select ${mayTakeBack(me)} as allowed, (
      select s.id from live_share s
      where s.piece_id = p.id and s.audience = 'teachers' and s.space_id = a.space_id and s.shared_by = ${me}
        and not exists (select 1 from standing_response o join activity b on b.id = o.activity_id
          where o.piece_id = p.id and o.id <> r.id and b.space_id = a.space_id) limit 1) as "shareId"
    from response r join activity a on a.id = r.activity_id join piece p on p.id = r.piece_id
    where r.id = ${id} and ${seesPiece(me)}`.execute(db)
  return found.rows[0]
}

export async function insertResponseWithdrawal({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .insertInto('response_withdrawal')
    .values({
      response_id: id,
      district_id: viewer.districtId,
      withdrawn_by: viewer.personId,
      withdrawn_at: now,
    })
    .onConflict((conflict) => conflict.column('response_id').doNothing())
    .execute()
}

const standingIteration = sql`not exists (select 1 from standing_deletion d where d.iteration_id = i.id)`

/** The latest attempt at a piece aliased `p`. */
const latestIteration = sql`lateral (select i.* from iteration i where i.piece_id = p.id and ${standingIteration}
  order by i.number desc limit 1) i`

/** Feedback that was taken back answers nothing. */
const isAnswered = sql<boolean>`exists (
  select 1 from feedback f where f.iteration_id = i.id and not ${isRetracted})`

/** Side by side: everybody the activity is for, with what the teacher may see. The named set is its space. */
export function readResponses(
  { db, viewer }: Context,
  activityId: string,
): Promise<JsonText<OutputOf<typeof ListResponses>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((
        select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'grade', (
            select e.grade from open_enrollment e where e.space_id = a.space_id and e.person_id = n.id and e.role = 'student' limit 1),
          'cameLater', ${cameLater(sql<string>`n.id`)}, 'responses', coalesce((
            select json_agg(json_build_object('id', r.id, 'respondedAt', r.responded_at,
              'respondedBy', ${personJson(sql<string>`r.responded_by`)}, 'piece', ${tileJson}, 'iterationId', i.id,
              'answered', ${isAnswered}, 'may', ${may({ answer: pieceActs(me).giveFeedback })}) order by r.responded_at)
            from standing_response r join piece p on p.id = r.piece_id join ${latestIteration} on true
            where r.activity_id = a.id and p.learner_id = n.id and ${seesPiece(me)} and not ${isDeleted}), '[]'))
          order by n.given_name, n.family_name)
        from person n where n.id in (select b.person_id from belongs b where b.space_id = a.space_id and b.role = 'student') and ${isFor(sql<string>`n.id`)}), '[]')::text as json
      from ${activityRow}
      where a.id = ${activityId} and ${seesActivity(me)} and ${activityActs(me).seeResponses}`,
  )
}

/** What fast feedback works through: the latest attempts that the viewer may answer and nobody has. */
export function readActivityWaiting(
  { db, viewer }: Context,
  activityId: string,
): Promise<JsonText<OutputOf<typeof ListActivityWaiting>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((
        select json_agg(json_build_object('iterationId', i.id, 'number', i.number, 'madeAt', i.made_at,
          'whatChanged', w.what_changed, 'piece', ${tileJson}) order by i.made_at)
        from standing_response r join piece p on p.id = r.piece_id join ${latestIteration} on true
        join iteration_revision w on w.iteration_id = i.id and w.revision = i.revision
        where r.activity_id = a.id and ${isFor(sql<string>`p.learner_id`)} and ${seesPiece(me)}
          and ${pieceActs(me).giveFeedback} and not ${isDeleted} and not ${isAnswered}), '[]')::text as json
      from ${activityRow}
      where a.id = ${activityId} and ${seesActivity(me)} and ${activityActs(me).seeResponses}`,
  )
}

/** What a piece responds to, beside the piece. */
export function readPieceActivities(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListPieceActivities>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((
        select json_agg(json_build_object('id', a.id, 'responseId', r.id, 'title', v.title,
          'instructions', v.instructions, 'createdBy', ${personJson(sql<string>`a.created_by`)},
          'dueOn', v.due_on, 'may', ${may({ withdraw: mayTakeBack(me) })}) order by r.responded_at)
        from standing_response r join ${activityRow} on a.id = r.activity_id
        where r.piece_id = p.id and ${seesActivity(me)}), '[]')::text as json
      from piece p where p.id = ${pieceId} and ${seesPiece(me)}`,
  )
}
