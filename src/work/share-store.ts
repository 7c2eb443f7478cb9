import {
  addsTo,
  either,
  guards,
  isLearner,
  person,
  seesSpace,
  type Someone,
  teaches,
} from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { suggestedFor } from '../schools/suggestion-store.ts'
import type { GetWall, WhoSees, WhoWouldSee } from './contract.ts'
import type { Audience } from './piece.ts'
import { hearsOfLook, isDeleted, isReachedBy, isShownFace, mayWithdraw, seesPiece } from './policy.ts'
import { personJson, tileJson } from './tile-store.ts'

/** False when a share of this id is there already. */
export async function insertShare(
  { db, viewer }: Context,
  share: { id: string; pieceId: string; audience: Audience; spaceId?: string | undefined; at: Date },
): Promise<boolean> {
  const result = await db
    .insertInto('share')
    .values({
      id: share.id,
      district_id: viewer.districtId,
      piece_id: share.pieceId,
      audience: share.audience,
      space_id: share.audience === 'family' ? null : (share.spaceId ?? null),
      shared_by: viewer.personId,
      shared_at: share.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptShare({ db }: Context, shareId: string) {
  return db
    .selectFrom('share')
    .select(['piece_id as pieceId', 'audience'])
    .where('id', '=', shareId)
    .executeTakeFirst()
}

/** A withdrawal of one's own, for a write that is sent twice: afterwards the piece may be out of sight. */
export async function hasWithdrawn({ db, viewer }: Context, shareId: string): Promise<boolean> {
  const found = await db
    .selectFrom('withdrawal')
    .select('share_id')
    .where('share_id', '=', shareId)
    .where('withdrawn_by', '=', viewer.personId)
    .execute()
  return found.length > 0
}

/** Undefined where the viewer has no such space today; otherwise whether they may add to it. */
export async function spaceFor({ db, viewer }: Context, spaceId: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${addsTo(me, sql<string>`o.id`)} as allowed from space o
    where o.id = ${spaceId} and ${seesSpace(me, sql<string>`o.id`)}`.execute(db)
  return found.rows[0]
}

export async function shareFor({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${mayWithdraw(me)} as allowed from share s join piece p on p.id = s.piece_id
    where s.id = ${id} and ${seesPiece(me)}`.execute(db)
  return found.rows[0]
}

export async function insertWithdrawal({ db, viewer, now }: Context, shareId: string): Promise<void> {
  await db
    .insertInto('withdrawal')
    .values({
      share_id: shareId,
      district_id: viewer.districtId,
      withdrawn_by: viewer.personId,
      withdrawn_at: now,
    })
    .onConflict((conflict) => conflict.column('share_id').doNothing())
    .execute()
}

const pageOfPosts = 30

/** What stands on the wall of a space. The named set is the space's live shares; the rule filters it. */
export function readWall(
  { db, viewer }: Context,
  input: { id: string; before?: string | undefined },
): Promise<JsonText<OutputOf<typeof GetWall>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with page as materialized (
        select s.id as share_id, s.shared_at, p as piece from live_share s join piece p on p.id = s.piece_id
        where s.space_id = ${input.id} and s.audience = 'class' and s.shared_at < coalesce(${input.before ?? null}::timestamptz, 'infinity')
          and ${isReachedBy(me)} and not ${isDeleted}
        order by s.shared_at desc limit ${pageOfPosts})
      select json_build_object(
        'space', json_build_object('id', c.id, 'name', c.name, 'classId', c.class_id),
        'posts', coalesce((select json_agg(json_build_object('shareId', g.share_id, 'sharedAt', g.shared_at,
            'piece', (select ${tileJson} from (select (g.piece).*) p)) order by g.shared_at desc) from page g), '[]'),
        'next', (select case when count(*) = ${pageOfPosts} then min(shared_at) end from page),
        'may', json_build_object('post', b.role = 'teacher'))::text as json
      from space c join belongs b on b.space_id = c.id and b.person_id = ${me} and b.state <> 'hidden'
      where c.id = ${input.id} limit 1`,
  )
}

const tieOf = (learner: Someone) => sql<string>`case
  when n.id = ${learner} then 'learner'
  when exists (select 1 from belongs t join belongs l on l.space_id = t.space_id
    where t.person_id = n.id and t.role = 'teacher' and l.person_id = ${learner} and l.role = 'student') then 'teacher'
  when ${guards(sql<string>`n.id`, learner)} then 'guardian'
  else 'classmate' end`

/** Everybody with any tie to the learner: the set in which the rules look for those who may see. */
const around = (learner: Someone) => sql`(
  select ${learner} as id
  union select t.teacher_id from teaches t where t.learner_id = ${learner}
  union select g.guardian_id from guards g where g.learner_id = ${learner}
  union select o.person_id from belongs o join belongs mine on mine.space_id = o.space_id where mine.person_id = ${learner})`

const faceJson = (learner: Someone) =>
  sql`json_build_object('id', n.id, 'name', usual_name(n), 'tie', ${tieOf(learner)})`

/** Asks the very rule that guards the piece about everybody around its learner. */
export function readWhoSees(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof WhoSees>>> {
  const me = person(viewer.personId)
  const learner = sql<string>`p.learner_id`
  const looker = sql<string>`k.person_id`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'faces', (select json_agg(${faceJson(learner)} order by n.id = p.learner_id desc, n.given_name)
          from ${around(learner)} a join person n on n.id = a.id
          where ${seesPiece(sql<string>`n.id`)} and ${isShownFace(me, sql<string>`n.id`)}),
        'looks', coalesce((select json_agg(json_build_object('person', ${personJson(looker)}, 'on', k.looked_on)
            order by k.first_at desc)
          from look k where k.piece_id = p.id and ${hearsOfLook(me, { learner, looker })}), '[]'))::text as json
      from piece p where p.id = ${id} and ${seesPiece(me)}`,
  )
}

/** The audiences a learner has today, with the people in each. Of a space by hand teachers know as members of it alone. */
export function readWhoWouldSee(
  { db, viewer }: Context,
  learnerId: string,
): Promise<JsonText<OutputOf<typeof WhoWouldSee>>> {
  const me = person(viewer.personId)
  const learner = person(learnerId)
  return readJson(
    db,
    sql<{ json: string }>`
      select (select json_agg(json_build_object('audience', s.audience,
          'space', (select json_build_object('id', c.id, 'name', c.name) from space c where c.id = s.space_id),
          'faces', (select coalesce(json_agg(${faceJson(learner)} order by n.given_name), '[]')
            from ${around(learner)} a join person n on n.id = a.id
            where n.id <> ${learner} and ${isReachedBy(sql<string>`n.id`)}),
          'suggested', s.audience = any(${suggestedFor(learner)})) order by s.place)
        from (select 1 as place, 'teachers' as audience, null::uuid as space_id
          union all select 2, 'family', null
          union all select 3, 'class', b.space_id from belongs b where b.person_id = ${learner} and b.role = 'student' and b.state = 'active' and (b.class_id is not null or ${isLearner(me, learner)} or ${seesSpace(me, sql<string>`b.space_id`)})) s
        )::text as json
      from (select ${learner} as learner_id) p where ${either(isLearner(me, learner), teaches(me, learner))}`,
  )
}
