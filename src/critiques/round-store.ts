import { may } from '../access/may.ts'
import { person, seesSpace, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListClassRounds, OpenCritiqueRound } from './contract.ts'
import type { Tables } from './grouping.ts'
import { roundActs, roundRuns, runsRound, seesRound } from './policy.ts'

/** How many of these learn in the space today. */
export async function countLearners(
  { db }: Context,
  spaceId: string,
  ids: readonly string[],
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(distinct n.person_id)::int as count from belongs n
    where n.space_id = ${spaceId} and n.role = 'student' and n.person_id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}

export type NewRound = InputOf<typeof OpenCritiqueRound> & { spaceId: string; protocolVersion: string }

export async function insertRound({ db, viewer, now }: Context, round: NewRound): Promise<boolean> {
  const result = await db
    .insertInto('critique_round')
    .values({
      id: round.id,
      district_id: viewer.districtId,
      space_id: round.spaceId,
      title: round.title,
      protocol: round.protocol,
      protocol_version: round.protocolVersion,
      gives: round.gives,
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      opened_by: viewer.personId,
      opened_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whether the round that holds an id is the very one being sent again. */
export async function isSameRound(context: Context, round: NewRound): Promise<boolean | undefined> {
  const found = await sql<{ mine: boolean; same: boolean }>`
    select opened_by = ${context.viewer.personId}::uuid as mine, (space_id = ${round.spaceId}::uuid and title = ${round.title}
      and protocol = ${round.protocol} and gives = ${round.gives} and opens_on = ${round.opensOn}::date
      and closes_on = ${round.closesOn}::date) as same
    from critique_round where id = ${round.id}`.execute(context.db)
  const kept = found.rows[0]
  if (!kept?.mine) return undefined
  return kept.same && (await isSameArrangement(context, round.id, 1, round.tables))
}

export async function insertArrangement(
  { db, viewer, now }: Context,
  roundId: string,
  arrangement: number,
  tables: Tables,
): Promise<void> {
  const ids = { round_id: roundId, district_id: viewer.districtId, arrangement }
  await db
    .insertInto('critique_arrangement')
    .values({ ...ids, arranged_by: viewer.personId, arranged_at: now })
    .execute()
  const seats = tables.flatMap((table, number) =>
    table.map((learner, place) => ({ ...ids, table_number: number + 1, place, learner_id: learner })),
  )
  await db.insertInto('critique_seat').values(seats).execute()
}

export async function isSameArrangement(
  { db, viewer }: Context,
  roundId: string,
  arrangement: number,
  tables: Tables,
): Promise<boolean> {
  const kept = await db
    .selectFrom('critique_seat')
    .innerJoin('critique_arrangement', (join) =>
      join
        .onRef('critique_arrangement.round_id', '=', 'critique_seat.round_id')
        .onRef('critique_arrangement.arrangement', '=', 'critique_seat.arrangement'),
    )
    .select(['table_number', 'place', 'learner_id'])
    .where('critique_seat.round_id', '=', roundId)
    .where('critique_seat.arrangement', '=', arrangement)
    .where('arranged_by', '=', viewer.personId)
    .execute()
  const wanted = tables.flatMap((table, number) =>
    table.map((learner, place) => `${number + 1} ${place} ${learner}`),
  )
  const found = kept.map((seat) => `${seat.table_number} ${seat.place} ${seat.learner_id}`)
  return wanted.length === found.length && wanted.every((seat) => found.includes(seat))
}

/** Moves on to a further arrangement, if the round still stands where its teacher saw it. */
export async function advanceArrangement({ db }: Context, roundId: string, to: number): Promise<boolean> {
  const result = await db
    .updateTable('critique_round')
    .set({ arrangement: to })
    .where('id', '=', roundId)
    .where('arrangement', '=', to - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Finds a round for an act: undefined when the viewer has no part in it. */
export async function roundFor({ db, viewer }: Context, id: string, act: keyof ReturnType<typeof roundActs>) {
  const me = person(viewer.personId)
  const found = await sql<{
    allowed: boolean
    spaceId: string
    gives: number
    protocol: string
    protocolVersion: string
  }>`
    select ${roundActs(me)[act]} as allowed, o.space_id as "spaceId", o.gives, o.protocol, o.protocol_version as "protocolVersion"
    from critique_round o where o.id = ${id} and ${seesRound(me)}`.execute(db)
  return found.rows[0]
}

export async function insertEnding({ db, viewer, now }: Context, roundId: string): Promise<void> {
  await db
    .insertInto('critique_round_ending')
    .values({ round_id: roundId, district_id: viewer.districtId, ended_by: viewer.personId, ended_at: now })
    .onConflict((conflict) => conflict.column('round_id').doNothing())
    .execute()
}

/** A row of critique_round, aliased `o`, as it stands in a list; reports are the teachers' business. */
export const roundLine = (me: ReturnType<typeof person>) => sql`
  'id', o.id, 'title', o.title, 'protocol', o.protocol, 'protocolVersion', o.protocol_version,
  'opensOn', o.opens_on, 'closesOn', o.closes_on, 'running', ${roundRuns},
  'endedAt', (select x.ended_at from critique_round_ending x where x.round_id = o.id),
  'reports', case when ${runsRound(me)} then (
    select count(distinct r.critique_id) from bringing g join critique q on q.bringing_id = g.id
      join open_critique_report r on r.critique_id = q.id where g.round_id = o.id) else 0 end`

const roundsShown = 40

export function readClassRounds(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListClassRounds>>> {
  const me = person(viewer.personId)
  const space = sql<string>`c.id`
  const teaches = teachesIn(me, space)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'class', json_build_object('id', k.id, 'name', k.name, 'spaceId', c.id),
        'setting', case when ${teaches} then (select json_build_object('allowed', s.allowed, 'setBy', ${personJson(sql<string>`s.set_by`)},
          'setAt', s.set_at) from peer_setting s where s.space_id = c.id order by s.set_at desc, s.id desc limit 1) end,
        'allowed', coalesce((select s.allowed from peer_setting s where s.space_id = c.id
          order by s.set_at desc, s.id desc limit 1), false),
        'rounds', coalesce((select json_agg(json_build_object(${roundLine(me)}) order by o.opens_on desc, o.opened_at desc)
          from (select * from critique_round r where r.space_id = c.id order by r.opens_on desc limit ${roundsShown}) o
          where ${seesRound(me)}), '[]'),
        'met', case when ${teaches} then coalesce((select json_agg(distinct jsonb_build_array(a.learner_id, z.learner_id))
          from (select r.id from critique_round r where r.space_id = c.id order by r.opens_on desc limit 3) lately
          join critique_table a on a.round_id = lately.id
          join critique_table z on z.round_id = a.round_id and z.table_number = a.table_number and z.learner_id > a.learner_id),
          '[]') else '[]' end,
        'may', ${may({ open: teaches, set: teaches })})::text as json
      from class k join space c on c.class_id = k.id where k.id = ${classId} and ${seesSpace(me, space)}`,
  )
}
