import { may } from '../access/may.ts'
import { person } from '../access/relations.ts'
import { mediaJson } from '../media/store.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListFeedback } from './contract.ts'
import { pinJson } from './pin-store.ts'
import { feedbackActs, iterationStands, readsFeedback } from './policy.ts'
import { repliesJson } from './reply-store.ts'

export function readFeedback(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListFeedback>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('id', f.id, 'iterationId', i.id, 'iterationNumber', i.number,
          'givenBy', ${personJson(sql<string>`f.given_by`)}, 'givenAt', f.given_at, 'revision', f.revision,
          'body', case when x.feedback_id is null then f.body else '' end,
          'recording', case when x.feedback_id is null then (select ${mediaJson} from media m where m.id = f.media_id) end,
          'pin', case when x.feedback_id is null then ${pinJson} end,
          'retraction', case when x.feedback_id is not null then json_build_object('at', x.retracted_at, 'why', x.why) end,
          'replies', ${repliesJson}, 'may', ${may(feedbackActs(me))}) order by f.given_at, f.id)
        from iteration i join feedback f on f.iteration_id = i.id left join retraction x on x.feedback_id = f.id
        where i.piece_id = p.id and ${iterationStands}), '[]')::text as json
      from piece p where p.id = ${pieceId} and ${readsFeedback(me)}`,
  )
}

type NewFeedback = { id: string; iterationId: string; body: string; mediaId?: string | undefined }

export async function insertFeedback({ db, viewer, now }: Context, feedback: NewFeedback): Promise<boolean> {
  const result = await db
    .insertInto('feedback')
    .values({
      id: feedback.id,
      district_id: viewer.districtId,
      iteration_id: feedback.iterationId,
      given_by: viewer.personId,
      given_at: now,
      body: feedback.body,
      media_id: feedback.mediaId ?? null,
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
    mediaId: string | null
    revision: number
  }>`
    select ${feedbackActs(me)[act]} as allowed, p.id as "pieceId", f.iteration_id as "iterationId",
      f.given_by as "givenBy", f.body, f.media_id as "mediaId", f.revision
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

export async function insertRetraction(
  { db, viewer, now }: Context,
  retraction: { id: string; why: string },
): Promise<void> {
  await db
    .insertInto('retraction')
    .values({
      feedback_id: retraction.id,
      district_id: viewer.districtId,
      why: retraction.why,
      retracted_by: viewer.personId,
      retracted_at: now,
    })
    .onConflict((conflict) => conflict.column('feedback_id').doNothing())
    .execute()
}

/** For a write that is sent twice. */
export async function keptRetraction({ db, viewer }: Context, feedbackId: string) {
  return db
    .selectFrom('retraction')
    .select('why')
    .where('feedback_id', '=', feedbackId)
    .where('retracted_by', '=', viewer.personId)
    .executeTakeFirst()
}
