import { may } from '../access/may.ts'
import { person, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { iterationJson } from '../work/piece-store.ts'
import { personJson } from '../work/tile-store.ts'
import type { GetBringing, GetCritiqueRound } from './contract.ts'
import { critiqueJson } from './critique-store.ts'
import {
  bringingActs,
  isTurnOf,
  roundActs,
  roundRuns,
  runsRound,
  seesBringing,
  seesCritique,
  seesRound,
} from './policy.ts'
import { roundLine } from './round-store.ts'

/** An attempt of the viewer's own that stands; only such a one can be brought. */
export async function ownIteration({ db, viewer }: Context, iterationId: string): Promise<boolean> {
  const found = await sql`
    select 1 from iteration i join piece p on p.id = i.piece_id
    where i.id = ${iterationId} and p.learner_id = ${viewer.personId}
      and not exists (select 1 from standing_deletion d where d.iteration_id = i.id
        or (d.piece_id = p.id and d.iteration_id is null))`.execute(db)
  return found.rows.length > 0
}

/** False when the id is taken already. What was brought before is taken back by bringing something else. */
export async function insertBringing(
  context: Context,
  bringing: { id: string; roundId: string; iterationId: string; question: string },
): Promise<boolean> {
  const { db, viewer, now } = context
  const result = await db
    .insertInto('bringing')
    .values({
      id: bringing.id,
      district_id: viewer.districtId,
      round_id: bringing.roundId,
      learner_id: viewer.personId,
      iteration_id: bringing.iterationId,
      question: bringing.question,
      brought_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await sql`
    insert into bringing_withdrawal (bringing_id, district_id, withdrawn_by, withdrawn_at)
    select g.id, g.district_id, ${viewer.personId}::uuid, ${now}::timestamptz from standing_bringing g
    where g.round_id = ${bringing.roundId} and g.learner_id = ${viewer.personId} and g.id <> ${bringing.id}`.execute(
    db,
  )
  return true
}

export function keptBringing({ db }: Context, id: string) {
  return db
    .selectFrom('bringing')
    .select(['learner_id as learnerId', 'round_id as roundId', 'iteration_id as iterationId', 'question'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One learner's bringings to one round happen one after the other. */
export async function lockRoundFor({ db, viewer }: Context, roundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${roundId} ${viewer.personId}`}, 0))`.execute(db)
}

/** Finds what was brought, for an act. */
export async function bringingFor(
  { db, viewer }: Context,
  id: string,
  act: keyof ReturnType<typeof bringingActs>,
) {
  const me = person(viewer.personId)
  const found = await sql<{
    allowed: boolean
    question: string
    protocol: string
    protocolVersion: string
    takenBack: boolean
  }>`
    select ${bringingActs(me)[act]} as allowed, g.question, o.protocol, o.protocol_version as "protocolVersion",
      not exists (select 1 from standing_bringing b where b.id = g.id) as "takenBack"
    from bringing g join critique_round o on o.id = g.round_id join iteration i on i.id = g.iteration_id
      join piece p on p.id = i.piece_id
    where g.id = ${id} and ${seesBringing(me)}`.execute(db)
  return found.rows[0]
}

export async function insertBringingWithdrawal(
  { db, viewer, now }: Context,
  bringingId: string,
): Promise<void> {
  await db
    .insertInto('bringing_withdrawal')
    .values({
      bringing_id: bringingId,
      district_id: viewer.districtId,
      withdrawn_by: viewer.personId,
      withdrawn_at: now,
    })
    .onConflict((conflict) => conflict.column('bringing_id').doNothing())
    .execute()
}

const broughtBy = (learner: ReturnType<typeof person>, me: ReturnType<typeof person>) => sql`(
  select json_build_object('id', g.id, 'title', p.title, 'number', i.number, 'broughtAt', g.brought_at)
  from standing_bringing g join iteration i on i.id = g.iteration_id join piece p on p.id = i.piece_id
  where g.round_id = o.id and g.learner_id = ${learner} and ${seesBringing(me)}
  order by g.brought_at desc limit 1)`

/** A round with its tables: all for its teachers, for a learner the one they sit at. */
export function readRound(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetCritiqueRound>>> {
  const me = person(viewer.personId)
  const seated = sql<string>`t.learner_id`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(${roundLine(me)},
        'class', (select json_build_object('id', k.id, 'name', k.name, 'spaceId', c.id)
          from space c join class k on k.id = c.class_id where c.id = o.space_id),
        'gives', o.gives, 'openedBy', ${personJson(sql<string>`o.opened_by`)}, 'arrangement', o.arrangement,
        'tables', coalesce((select json_agg(json_build_object('number', w.table_number, 'seats', w.seats) order by w.table_number)
          from (select t.table_number, json_agg(json_build_object('learner', ${personJson(seated)},
              'brought', ${broughtBy(seated, me)},
              'turns', coalesce((select json_agg(json_build_object('maker', ${personJson(sql<string>`z.learner_id`)},
                  'bringingId', ${broughtBy(sql<string>`z.learner_id`, me)} -> 'id',
                  'done', exists (select 1 from standing_bringing g join critique q on q.bringing_id = g.id
                    where g.round_id = o.id and g.learner_id = z.learner_id and q.given_by = t.learner_id))
                  order by mod(z.place - t.place + t.seats, t.seats))
                from critique_table z where z.round_id = o.id and z.table_number = t.table_number
                  and mod(z.place - t.place + t.seats, t.seats) between 1 and o.gives), '[]'))
              order by t.place) as seats
            from critique_table t where t.round_id = o.id and (${runsRound(me)} or exists (
              select 1 from critique_table mine where mine.round_id = o.id and mine.table_number = t.table_number
                and mine.learner_id = ${me}))
            group by t.table_number) w), '[]'),
        'teachers', coalesce((select json_agg(distinct jsonb_build_object('id', n.id, 'name', usual_name(n)))
          from person n where ${teachesIn(sql<string>`n.id`, sql<string>`o.space_id`)}
            and n.id in (select b.person_id from belongs b where b.space_id = o.space_id)), '[]'),
        'said', coalesce((select json_agg(json_build_object('maker', ${personJson(sql<string>`g.learner_id`)},
            'critique', ${critiqueJson(me)}) order by q.given_at)
          from bringing g join critique q on q.bringing_id = g.id join iteration i on i.id = g.iteration_id
            join piece p on p.id = i.piece_id
          where g.round_id = o.id and (q.given_by = ${me} or ${runsRound(me)}) and ${seesCritique(me)}), '[]'),
        'may', ${may(roundActs(me))})::text as json
      from critique_round o where o.id = ${id} and ${seesRound(me)}`,
  )
}

/** Everybody who may see what lies on the table: its learners and the teachers of the class. */
const facesJson = sql`(
  select json_agg(json_build_object('id', n.id, 'name', usual_name(n)) order by n.id = g.learner_id desc, n.given_name)
  from person n where n.id in (select b.person_id from belongs b where b.space_id = o.space_id) and ${seesBringing(sql<string>`n.id`)})`

export function readBringing(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetBringing>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', g.id,
        'round', json_build_object('id', o.id, 'title', o.title, 'protocol', o.protocol, 'protocolVersion', o.protocol_version,
          'closesOn', o.closes_on, 'running', ${roundRuns}),
        'learner', ${personJson(sql<string>`g.learner_id`)},
        'pieceId', case when g.learner_id = ${me} then p.id end,
        'title', p.title, 'question', g.question, 'iteration', ${iterationJson},
        'critiques', coalesce((select json_agg(${critiqueJson(me)} order by q.given_at)
          from critique q where q.bringing_id = g.id and ${seesCritique(me)}), '[]'),
        'faces', coalesce(${facesJson}, '[]'),
        'asked', ${isTurnOf(me, sql<string>`g.learner_id`)},
        'may', ${may(bringingActs(me))})::text as json
      from bringing g join critique_round o on o.id = g.round_id join iteration i on i.id = g.iteration_id
        join iteration_revision r on r.iteration_id = i.id and r.revision = i.revision
        join piece p on p.id = i.piece_id
      where g.id = ${id} and ${seesBringing(me)}`,
  )
}
