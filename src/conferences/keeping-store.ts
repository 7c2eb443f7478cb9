import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { insertShare } from '../work/share-store.ts'
import type { PrepareConference } from './contract.ts'

type Prepared = InputOf<typeof PrepareConference>

/** False when the id is taken already. */
export async function insertPreparation(
  { db, viewer, made }: Context,
  { id, roundId, welcomeCue, goalId, goalCue, choices }: Prepared,
): Promise<boolean> {
  const result = await db
    .insertInto('conference_preparation')
    .values({
      id,
      district_id: viewer.districtId,
      round_id: roundId,
      learner_id: viewer.personId,
      welcome_cue: welcomeCue,
      goal_id: goalId ?? null,
      goal_cue: goalCue,
      written_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  if (choices.length === 0) return true
  const rows = choices.map(({ kind, pieceId, why, cue }, position) => ({
    preparation_id: id,
    district_id: viewer.districtId,
    position,
    kind,
    piece_id: pieceId,
    why,
    cue,
  }))
  await db.insertInto('conference_choice').values(rows).execute()
  return true
}

/** Whether what has this id is the very thing being sent again; undefined when it is somebody else's. */
export async function isSamePreparation(
  { db, viewer }: Context,
  sent: Prepared,
): Promise<boolean | undefined> {
  const found = await sql<{ json: unknown }>`
    select json_build_object('roundId', p.round_id, 'goalId', p.goal_id, 'welcomeCue', p.welcome_cue, 'goalCue', p.goal_cue,
      'choices', (select coalesce(json_agg(json_build_array(x.kind, x.piece_id, x.why, x.cue) order by x.position), '[]')
        from conference_choice x where x.preparation_id = p.id)) as json
    from conference_preparation p where p.id = ${sent.id} and p.learner_id = ${viewer.personId}`.execute(db)
  const { roundId, goalId = null, welcomeCue, goalCue } = sent
  const choices = sent.choices.map(({ kind, pieceId, why, cue }) => [kind, pieceId, why, cue])
  const row = found.rows[0]
  return row && isDeepStrictEqual(row.json, { roundId, goalId, welcomeCue, goalCue, choices })
}

/** Whether all of it is the learner's own; what was deleted meanwhile is, and rests. */
export async function isOwn({ db, viewer }: Context, { choices, goalId }: Prepared): Promise<boolean> {
  const found = await sql<{ own: boolean }>`
    select not exists (select 1 from unnest(${choices.map((one) => one.pieceId)}::uuid[]) as one(id)
        where not exists (select 1 from piece p where p.id = one.id and p.learner_id = ${viewer.personId}))
      and (${goalId ?? null}::uuid is null or exists (
        select 1 from goal g where g.id = ${goalId ?? null}::uuid and g.learner_id = ${viewer.personId})) as own`.execute(
    db,
  )
  return found.rows[0]?.own ?? false
}

/** Whatever arrives first, what was said last stands. True when the learner is ready now and was not before. */
export async function keepReadiness(
  { db, viewer, made }: Context,
  { roundId, ready }: { roundId: string; ready: boolean },
): Promise<boolean> {
  const stands = sql<boolean>`exists (
    select 1 from standing_readiness y where y.round_id = ${roundId} and y.learner_id = ${viewer.personId})`
  const before = await sql<{ ready: boolean }>`select ${stands} as ready`.execute(db)
  await sql`
    insert into conference_readiness (round_id, district_id, learner_id, said_at, ready)
    values (${roundId}::uuid, ${viewer.districtId}::uuid, ${viewer.personId}::uuid, ${made.at}::timestamptz, ${ready})
    on conflict (round_id, learner_id, said_at, ready) do update set arrived_at = clock_timestamp()`.execute(
    db,
  )
  const now = await sql<{ ready: boolean }>`select ${stands} as ready`.execute(db)
  return now.rows[0]?.ready === true && before.rows[0]?.ready === false
}

/**
 * Shows what stands to family and teachers, as its learner said by being ready. With `addedIn`, only what that
 * preparation added: what they took back from everybody on purpose is not shown anew by editing something else.
 */
export async function shareChosen(
  context: Context,
  { roundId, addedIn }: { roundId: string; addedIn?: string },
): Promise<void> {
  const { db, viewer, now } = context
  const found = await sql<{ pieceId: string; audience: 'teachers' | 'family' }>`
    select distinct x.piece_id as "pieceId", a.audience from present_conference_choice x
    join standing_readiness y on y.round_id = x.round_id and y.learner_id = x.learner_id
    cross join (values ('teachers'), ('family')) as a(audience)
    where x.round_id = ${roundId} and x.learner_id = ${viewer.personId} and x.rests is distinct from 'deleted'
      and not exists (select 1 from live_share s where s.piece_id = x.piece_id and s.audience = a.audience and s.space_id is null)
      and (${addedIn ?? null}::uuid is null or (x.preparation_id = ${addedIn ?? null}::uuid and not exists (
        select 1 from conference_choice b join conference_preparation p on p.id = b.preparation_id
        where p.round_id = x.round_id and p.learner_id = x.learner_id and p.id <> x.preparation_id
          and b.piece_id = x.piece_id)))`.execute(db)
  for (const { pieceId, audience } of found.rows)
    await insertShare(context, { id: newId(), pieceId, audience, at: now })
}
