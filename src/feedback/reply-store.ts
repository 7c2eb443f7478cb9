import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import { type RawBuilder, sql } from '../platform/database.ts'
import type { ReplyKind } from './feedback.ts'

/** The replies to a row of feedback aliased `f`, newest first. */
export const repliesJson: RawBuilder<string> = sql<string>`coalesce((
  select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'why', r.why, 'repliedAt', r.replied_at,
    'recording', (select ${mediaJson} from media m where m.id = r.media_id),
    'iteration', (select json_build_object('id', j.id, 'number', j.number) from iteration j where j.id = r.iteration_id))
    order by r.replied_at desc, r.id desc)
  from reply r where r.feedback_id = f.id), '[]')`

/** The reply that counts, as a lateral table `answer` beside a row of feedback aliased `f`. */
export const latestReply = sql`lateral (
  select r.* from reply r where r.feedback_id = f.id order by r.replied_at desc, r.id desc limit 1) answer`

export async function isIterationOf({ db }: Context, iterationId: string, pieceId: string): Promise<boolean> {
  const found = await db
    .selectFrom('iteration')
    .select('id')
    .where('id', '=', iterationId)
    .where('piece_id', '=', pieceId)
    .execute()
  return found.length > 0
}

type NewReply = {
  id: string
  feedbackId: string
  kind: ReplyKind
  why: string
  mediaId?: string | undefined
  iterationId?: string | undefined
}

export async function insertReply({ db, viewer, now }: Context, reply: NewReply): Promise<boolean> {
  const result = await db
    .insertInto('reply')
    .values({
      id: reply.id,
      district_id: viewer.districtId,
      feedback_id: reply.feedbackId,
      kind: reply.kind,
      why: reply.why,
      media_id: reply.mediaId ?? null,
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
    .select(['feedback_id as feedbackId', 'kind', 'why', 'media_id as mediaId', 'replied_by as repliedBy'])
    .where('id', '=', replyId)
    .executeTakeFirst()
}
