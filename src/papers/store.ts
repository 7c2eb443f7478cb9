import { isCalled, isLearner, learnsIn, person, type Someone, teachesIn } from '../access/relations.ts'
import { activityActs, isFor, isInvitation, seesActivity } from '../activities/policy.ts'
import { activityRow } from '../activities/store.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { GetPaper, ListOwnPapers, ListPapers } from './contract.ts'
import { isToldPlace, mayAddFromPaper, seesPaper } from './policy.ts'

/** A paper for everybody of the space, or for everybody there whom the activity is for. */
export async function insertPapers(
  { db, viewer, now }: Context,
  { spaceId, activityId }: { spaceId: string; activityId: string | null },
): Promise<void> {
  const everybody = sql`belongs b where b.space_id = ${spaceId} and b.role = 'student'`
  const invited = sql`belongs b, ${activityRow}
    where a.id = ${activityId}::uuid and a.space_id = ${spaceId} and b.space_id = a.space_id
      and b.role = 'student' and ${isFor(sql<string>`b.person_id`)}`
  await sql`
    insert into paper (id, district_id, space_id, learner_id, activity_id, printed_by, printed_at)
    select distinct on (b.person_id) gen_random_uuid(), ${viewer.districtId}::uuid, ${spaceId}::uuid, b.person_id,
      ${activityId}::uuid, ${viewer.personId}::uuid, ${now}::timestamptz
    from ${activityId === null ? everybody : invited}
    on conflict (space_id, learner_id, activity_id) do nothing`.execute(db)
}

/** First name and initial: enough to hand a sheet out, and little for whoever finds it. */
const shortName = sql<string>`trim(n.given_name || ' ' || case when n.family_name = '' then ''
  else left(n.family_name, 1) || '.' end)`

const placeJson = sql`json_build_object('id', s.id, 'name', s.name, 'classId', s.class_id)`

/** The latest of a learner's responses to an activity aliased `a`, as far as the viewer sees them. */
const latestResponses = (viewer: Someone, whose: ReturnType<typeof isLearner>) => sql`
  select distinct on (r.activity_id, p.learner_id) r.activity_id, p.learner_id, p.id as piece_id, p.title,
    (select count(*) from iteration i where i.piece_id = p.id
      and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)) as iterations
  from standing_response r join piece p on p.id = r.piece_id
  where r.activity_id = a.id and ${whose} and ${seesPiece(viewer)} and not ${isDeleted}
  order by r.activity_id, p.learner_id, r.responded_at desc, r.id desc`

export function readPapers(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListPapers>>> {
  const me = person(viewer.personId)
  const inClass = learnsIn(sql<string>`p.learner_id`, sql<string>`a.space_id`)
  return readJson(
    db,
    sql<{ json: string }>`
      with open as materialized (
        select a.id, a.space_id, v.title, a.created_at from ${activityRow} join space s on s.id = a.space_id
        where ${isCalled(id)} and ${seesActivity(me)} and ${activityActs(me).seeResponses}),
      responded as materialized (
        select t.* from open a cross join lateral (${latestResponses(me, inClass)}) t)
      select json_build_object('space', ${placeJson},
        'activities', coalesce((select json_agg(json_build_object('id', a.id, 'title', a.title)
          order by a.created_at desc) from open a), '[]'),
        'learners', coalesce((
          select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'shortName', ${shortName})
            order by n.given_name, n.family_name)
          from person n where ${learnsIn(sql<string>`n.id`, sql<string>`s.id`)}
            and n.id in (select b.person_id from belongs b where b.space_id = s.id)), '[]'),
        'papers', coalesce((
          select json_agg(json_build_object('id', k.id, 'learnerId', k.learner_id, 'activityId', k.activity_id)
            order by k.printed_at, k.id)
          from paper k where k.space_id = s.id and ${learnsIn(sql<string>`k.learner_id`, sql<string>`s.id`)}
            and (k.activity_id is null or k.activity_id in (select a.id from open a))), '[]'),
        'responses', coalesce((
          select json_agg(json_build_object('learnerId', t.learner_id, 'activityId', t.activity_id,
            'pieceId', t.piece_id, 'title', t.title, 'iterations', t.iterations)) from responded t), '[]'))::text as json
      from space s where ${isCalled(id)} and ${teachesIn(me, sql<string>`s.id`)}`,
  )
}

const placeTold = (me: Someone) => sql`case when ${isToldPlace(me)} then ${placeJson} end`

export function readOwnPapers({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListOwnPapers>>> {
  const me = person(viewer.personId)
  const mine = isLearner(me, sql<string>`p.learner_id`)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('learner', ${personJson(me)}, 'papers', coalesce((
        select json_agg(json_build_object('id', k.id, 'space', ${placeTold(me)},
          'activity', (
            select json_build_object('id', a.id, 'title', v.title, 'mayRespond', ${activityActs(me).respond},
              'response', (select json_build_object('pieceId', t.piece_id, 'title', t.title,
                'iterations', t.iterations) from (${latestResponses(me, mine)}) t))
            from ${activityRow} where a.id = k.activity_id and ${isInvitation(me)})) order by k.printed_at, k.id)
        from paper k join space s on s.id = k.space_id
        where ${isLearner(me, sql<string>`k.learner_id`)}), '[]'))::text as json`,
  )
}

export function readPaper({ db, viewer }: Context, id: string): Promise<JsonText<OutputOf<typeof GetPaper>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', k.id, 'learner', ${personJson(sql<string>`k.learner_id`)},
        'space', ${placeTold(me)},
        'activity', (select json_build_object('id', a.id, 'title', v.title) from ${activityRow}
          where a.id = k.activity_id and ${seesActivity(me)}),
        'mine', ${isLearner(me, sql<string>`k.learner_id`)})::text as json
      from paper k join space s on s.id = k.space_id
      where k.id = ${id} and ${seesPaper(me)}`,
  )
}

/** A piece that responds to an activity, for adding to it: undefined when either cannot be seen. */
export async function responseForPaper(
  { db, viewer }: Context,
  { activityId, pieceId }: { activityId: string; pieceId: string },
) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${mayAddFromPaper(me)} as allowed
    from ${activityRow}, piece p
    where a.id = ${activityId} and ${seesActivity(me)} and p.id = ${pieceId} and ${seesPiece(me)}
      and exists (select 1 from standing_response r where r.activity_id = a.id and r.piece_id = p.id)`.execute(
    db,
  )
  return found.rows[0]
}

/** The response of a learner that a page would be added to, if the viewer may. */
export async function latestResponseFor(
  { db, viewer }: Context,
  activityId: string,
  learnerId: string,
): Promise<string | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ id: string }>`
    select p.id from ${activityRow} cross join lateral (
      ${latestResponses(me, isLearner(person(learnerId), sql<string>`p.learner_id`))}) t join piece p on p.id = t.piece_id
    where a.id = ${activityId} and ${seesActivity(me)} and ${mayAddFromPaper(me)}`.execute(db)
  return found.rows[0]?.id
}

/** How many of these files the viewer brought and may be pages; what has not arrived yet may still be one. */
export async function countPages({ db, viewer }: Context, ids: string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m where m.id = any(${ids}::uuid[])
      and m.uploaded_by = ${viewer.personId}::uuid and coalesce(m.kind, 'picture') not in ('audio', 'video')`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}

/** Whether an attempt that has this id already is this one, brought by the same person. */
export async function isKeptAttempt(
  { db, viewer }: Context,
  { id, pieceId }: { id: string; pieceId: string },
): Promise<boolean> {
  const kept = await db
    .selectFrom('iteration')
    .select(['piece_id as pieceId', 'made_by as madeBy'])
    .where('id', '=', id)
    .executeTakeFirst()
  return kept?.pieceId === pieceId && kept.madeBy === viewer.personId
}
