import { may } from '../access/may.ts'
import { guards, isLearner, person, type Someone, teachesIn } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListRemarks } from './contract.ts'
import { maySay, readsThere, remarkActs, remarkIsHidden, seesRemark } from './policy.ts'

const author = sql<string>`k.author_id`

/** What was said, `k` of a piece `p` in a space `o`, as the viewer reads it: names and values for json_build_object. */
export const remarkPairs = (
  me: Someone,
  learner: Someone,
): RawBuilder<unknown> => sql`'id', k.id, 'by', ${personJson(author)},
  'as', case when ${isLearner(author, learner)} then 'learner' when ${teachesIn(author, sql<string>`o.id`)} then 'teacher'
    when ${guards(author, learner)} then 'guardian' else 'peer' end,
  'sign', k.sign, 'body', k.body, 'saidAt', k.said_at, 'hidden', ${remarkIsHidden}, 'takenBack', k.taken_back_at is not null,
  'reports', case when ${remarkActs(me).decide} then coalesce((select json_agg(json_build_object(
      'by', ${personJson(sql<string>`r.reported_by`)}, 'why', r.why, 'at', r.reported_at) order by r.reported_at)
    from open_remark_report r where r.remark_id = k.id), '[]') else '[]' end,
  'may', ${may(remarkActs(me))}`

/** The named set is the spaces the piece is shown in, or was while something was said. */
export function readRemarks(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListRemarks>>> {
  const me = person(viewer.personId)
  const remarks = sql`coalesce((select json_agg(json_build_object(${remarkPairs(me, sql<string>`p.learner_id`)}) order by k.said_at, k.id)
    from remark k where k.piece_id = p.id and k.space_id = o.id and ${seesRemark(me)}), '[]'::json)`
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('space', json_build_object('id', l.id, 'name', l.name),
          'may', json_build_object('say', l.say), 'remarks', l.remarks) order by l.name, l.id)
        from (select o.id, o.name, ${maySay(me)} as say, ${remarks} as remarks from space o
          where o.id in (select s.space_id from live_share s where s.piece_id = p.id and s.audience = 'class'
            union select k.space_id from remark k where k.piece_id = p.id) and ${readsThere(me)}) l
        where l.say or json_array_length(l.remarks) > 0), '[]')::text as json
      from piece p where p.id = ${pieceId} and ${seesPiece(me)}`,
  )
}

/** Undefined where the piece is not read there by the viewer. */
export async function placeFor({ db, viewer }: Context, { pieceId, spaceId }: Place) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${maySay(me)} as allowed from piece p join space o on o.id = ${spaceId}
    where p.id = ${pieceId} and ${seesPiece(me)} and ${readsThere(me)}`.execute(db)
  return found.rows[0]
}

type Place = { pieceId: string; spaceId: string }
export type NewRemark = Place & { id: string; sign: string | null; body: string }

/** Nothing when the same sign stands there already. */
export async function insertRemark({ db, viewer, now }: Context, one: NewRemark): Promise<void> {
  await db
    .insertInto('remark')
    .values({
      id: one.id,
      district_id: viewer.districtId,
      piece_id: one.pieceId,
      space_id: one.spaceId,
      author_id: viewer.personId,
      sign: one.sign,
      body: one.body,
      said_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function remarkCalled({ db }: Context, id: string) {
  const found = await sql<Omit<NewRemark, 'pieceId'> & { pieceId: string | null; by: string }>`
    select k.id, k.piece_id as "pieceId", k.space_id as "spaceId", k.sign, k.body, k.author_id as by
    from remark k where k.id = ${id}`.execute(db)
  return found.rows[0]
}

/** Undefined for whoever does not read it. */
export async function remarkFor(
  { db, viewer }: Context,
  id: string,
  act: keyof ReturnType<typeof remarkActs>,
) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${remarkActs(me)[act]} as allowed from remark k left join piece p on p.id = k.piece_id join space o on o.id = k.space_id
    where k.id = ${id} and ${seesRemark(me)}`.execute(db)
  return found.rows[0]
}

export async function takeBack({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('remark')
    .set({ taken_back_at: now })
    .where('id', '=', id)
    .where('author_id', '=', viewer.personId)
    .where('taken_back_at', 'is', null)
    .execute()
}

/**
 * What was taken back, and what was said of work that is erased; never while a report of it waits, unless it waits in a
 * class that has been over so long that nobody comes to deal with it.
 */
export async function eraseRemarks(db: Transaction, now: Date): Promise<void> {
  await sql`delete from remark k
    where (k.piece_id is null or k.taken_back_at < ${now}::timestamptz - ${restorableDays} * interval '1 day')
      and (not exists (select 1 from open_remark_report r where r.remark_id = k.id) or exists (
        select 1 from space o join class c on c.id = o.class_id
        where o.id = k.space_id and c.closes_on < cairn_today() - ${sql.lit(restorableDays)}))`.execute(db)
}
