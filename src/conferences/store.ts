import { may } from '../access/may.ts'
import { person, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type {
  GetConferenceRound,
  ListConferenceRounds,
  OpenConferenceRound,
  ReviseConferenceRound,
} from './contract.ts'
import { roundActs, seesRound } from './policy.ts'

/** A round and the space of its class, as the rules speak of them. */
export const roundRow = sql`conference_rounds r join space s on s.class_id = r.class_id`

export const roundJson = (
  me: RawBuilder<string>,
): RawBuilder<string> => sql<string>`json_build_object('id', r.id,
  'class', (select json_build_object('id', c.id, 'name', c.name) from class c where c.id = r.class_id),
  'name', r.name, 'startsOn', r.starts_on, 'endsOn', r.ends_on, 'place', r.place, 'asks', r.asks, 'revision', r.revision,
  'openedBy', ${personJson(sql<string>`r.opened_by`)}, 'openedAt', r.opened_at, 'withdrawnAt', r.withdrawn_at,
  'may', ${may(roundActs(me))})`

const mostRounds = 50

export function readRounds(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListConferenceRounds>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(${roundJson(me)} order by r.starts_on desc, r.id desc), '[]')::text as json
      from (select r.* from ${roundRow} where r.class_id = ${classId} and ${seesRound(me)}
        order by r.starts_on desc limit ${mostRounds}) r join space s on s.class_id = r.class_id`,
  )
}

export function readRound(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetConferenceRound>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{
      json: string
    }>`select ${roundJson(me)}::text as json from ${roundRow} where r.id = ${id} and ${seesRound(me)}`,
  )
}

/** Finds a round for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function roundFor({ db, viewer }: Context, id: string, act: keyof ReturnType<typeof roundActs>) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; classId: string; revision: number }>`
    select ${roundActs(me)[act]} as allowed, r.class_id as "classId", r.revision
    from ${roundRow} where r.id = ${id} and ${seesRound(me)}`.execute(db)
  return found.rows[0]
}

export async function teachesClass({ db, viewer }: Context, classId: string): Promise<boolean> {
  const found = await sql`
    select 1 from space s
    where s.class_id = ${classId} and ${teachesIn(person(viewer.personId), sql<string>`s.id`)}`.execute(db)
  return found.rows.length > 0
}

/** False when the id is taken already. */
export async function insertRound(
  { db, viewer, now }: Context,
  { id, classId, name, startsOn, endsOn, place, asks }: InputOf<typeof OpenConferenceRound>,
): Promise<boolean> {
  const result = await db
    .insertInto('conference_rounds')
    .values({
      id,
      district_id: viewer.districtId,
      class_id: classId,
      name,
      starts_on: startsOn,
      ends_on: endsOn,
      place,
      asks,
      opened_by: viewer.personId,
      opened_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertRoundRevision(
  { db, viewer, now }: Context,
  { id, revision, name, startsOn, endsOn, place, asks }: InputOf<typeof ReviseConferenceRound>,
): Promise<void> {
  await db
    .insertInto('conference_round_revision')
    .values({
      round_id: id,
      district_id: viewer.districtId,
      revision,
      name,
      starts_on: startsOn,
      ends_on: endsOn,
      place,
      asks,
      written_by: viewer.personId,
      written_at: now,
    })
    .execute()
}

/** Moves the round on to its new revision, if it still stands where the writer saw it. */
export async function advanceRound(
  { db }: Context,
  { id, revision, name, startsOn, endsOn, place, asks }: InputOf<typeof ReviseConferenceRound>,
): Promise<boolean> {
  const result = await db
    .updateTable('conference_rounds')
    .set({ revision, name, starts_on: startsOn, ends_on: endsOn, place, asks })
    .where('id', '=', id)
    .where('revision', '=', revision - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether a revision that is there already is the one being sent again, by the same person. */
export async function isSameRound(
  { db, viewer }: Context,
  sent: InputOf<typeof ReviseConferenceRound> & { classId?: string },
): Promise<boolean> {
  const found = await sql<{ same: boolean }>`
    select true as same from conference_round_revision v join conference_rounds r on r.id = v.round_id
    where v.round_id = ${sent.id} and v.revision = ${sent.revision} and v.written_by = ${viewer.personId}
      and v.name = ${sent.name} and v.starts_on = ${sent.startsOn}::date and v.ends_on = ${sent.endsOn}::date
      and v.place = ${sent.place} and v.asks = ${sent.asks}::text[]
      and r.class_id = coalesce(${sent.classId ?? null}::uuid, r.class_id)`.execute(db)
  return found.rows.length > 0
}

export async function openedByMe({ db, viewer }: Context, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('conference_rounds')
    .select('id')
    .where('id', '=', id)
    .where('opened_by', '=', viewer.personId)
    .executeTakeFirst()
  return found !== undefined
}

export async function markRoundWithdrawn({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('conference_rounds')
    .set({ withdrawn_by: viewer.personId, withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}
