import { person } from '../access/relations.ts'
import type { Context, Tell } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { AnomalyCode } from './anomalies.ts'
import type { GetRosterImport, ListRosterImports } from './contract.ts'
import { keepsRosters } from './policy.ts'
import type { RosterFormat } from './roster.ts'
import type { RosterStory } from './roster-story.ts'
import type { Piece } from './seal-draft.ts'

/** Who does it: nobody when it is the command line or a folder. */
export type Doer = { db: Transaction; districtId: string; personId: string | null; now: Date; tell: Tell }

export const doerOf = ({ db, viewer, now, tell }: Context): Doer => ({
  db,
  now,
  tell,
  districtId: viewer.districtId,
  personId: viewer.personId,
})

/** Without a row nothing here is there: who may not keep rosters does not learn that there are any. */
export async function mayKeepRosters({ db, viewer }: Context): Promise<{ allowed: boolean } | undefined> {
  const found = await sql<{ allowed: boolean }>`
    select true as allowed where ${keepsRosters(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}

/** One import after the other, in each district. */
export async function lockRosters({ db, districtId }: Doer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('roster import'), hashtext(${districtId}))`.execute(db)
}

export type NewImport = {
  id: string
  source: string
  name: string
  format: RosterFormat
  digest: string
  story: RosterStory
}

/** False when the id is taken already. */
export async function insertImport(doer: Doer, one: NewImport): Promise<boolean> {
  const result = await doer.db
    .insertInto('roster_import')
    .values({
      ...one,
      story: JSON.stringify(one.story),
      district_id: doer.districtId,
      brought_by: doer.personId,
      brought_at: doer.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The day on which this very file was applied, when others were applied since: yesterday's file, brought again. */
export async function dayBroughtBefore({ db }: Doer, digest: string): Promise<string | undefined> {
  const found = await sql<{ day: string }>`
    select m.applied_at::date::text as day from roster_import m
    where m.digest = ${digest} and m.applied_at is not null and m.undone_at is null and not ${isLatest}
    order by m.applied_at desc limit 1`.execute(db)
  return found.rows[0]?.day
}

const timeKept = 7 * 24 * 3_600_000

export async function keepDraft(doer: Doer, importId: string, pieces: Iterable<Piece>): Promise<void> {
  const until = new Date(doer.now.getTime() + timeKept)
  let place = 0
  for (const { part, bytes } of pieces) {
    const sealed = Buffer.from(bytes)
    await doer.db
      .insertInto('roster_draft')
      .values({
        import_id: importId,
        district_id: doer.districtId,
        place: place++,
        part,
        sealed,
        kept_until: until,
      })
      .execute()
  }
}

const piecesAtOnce = 20

export async function* readDraft(db: Transaction, importId: string): AsyncGenerator<Piece> {
  for (let place = 0; ; place += piecesAtOnce) {
    const { rows } = await sql<Piece>`
      select part, sealed as bytes from roster_draft
      where import_id = ${importId} and place >= ${place} and place < ${place + piecesAtOnce} order by place`.execute(
      db,
    )
    yield* rows
    if (rows.length < piecesAtOnce) return
  }
}

export async function forgetDrafts(db: Transaction, now: Date): Promise<void> {
  await db.deleteFrom('roster_draft').where('kept_until', '<', now).execute()
  // that one broke off is no news after that either, and its draft is gone
  await db
    .deleteFrom('roster_progress')
    .where('began_at', '<', new Date(now.getTime() - timeKept))
    .execute()
}

/** Not where one that was brought later changed something since: what was told of it is no longer what it would do. */
const isKept = sql<boolean>`(exists (select 1 from roster_draft d where d.import_id = m.id) and not exists (
  select 1 from roster_import o where o.source = m.source and o.applied_at is not null and o.undone_at is null
    and (o.brought_at, o.id) > (m.brought_at, m.id) and not (o.story->>'changesNothing')::boolean))`

export type KeptImport = {
  id: string
  source: string
  name: string
  digest: string
  appliedAt: Date | null
  undoneAt: Date | null
  /** its draft is there still, and not overtaken */
  isKept: boolean
  /** nothing was applied after it that still stands */
  isLatest: boolean
}

export async function findImport(db: Transaction, id: string): Promise<KeptImport | undefined> {
  const found = await sql<KeptImport>`
    select m.id, m.source, m.name, m.digest, m.applied_at as "appliedAt", m.undone_at as "undoneAt",
      ${isKept} as "isKept", ${isLatest} as "isLatest"
    from roster_import m where m.id = ${id}`.execute(db)
  return found.rows[0]
}

/** A night on which nothing changed stands in nobody's way. */
const isLatest = sql<boolean>`not exists (select 1 from roster_import o where o.district_id = m.district_id
  and o.undone_at is null and (o.applied_at, o.id) > (m.applied_at, m.id)
  and not (o.story->>'changesNothing')::boolean)`

export async function noteApplied(
  doer: Doer,
  id: string,
  said: { story: RosterStory; accepted: readonly AnomalyCode[] },
): Promise<void> {
  await doer.db
    .updateTable('roster_import')
    .set({
      story: JSON.stringify(said.story),
      accepted: [...said.accepted],
      applied_by: doer.personId,
      applied_at: doer.now,
    })
    .where('id', '=', id)
    .execute()
  await doer.db.deleteFrom('roster_draft').where('import_id', '=', id).execute()
}

export async function noteUndone(doer: Doer, id: string, keptByHand: number): Promise<void> {
  await doer.db
    .updateTable('roster_import')
    .set({ undone_by: doer.personId, undone_at: doer.now, kept_by_hand: keptByHand })
    .where('id', '=', id)
    .execute()
}

const facts = sql`
  'id', m.id, 'name', m.name, 'format', m.format, 'broughtAt', m.brought_at, 'broughtBy', usual_name(b),
  'appliedAt', m.applied_at, 'appliedBy', usual_name(a), 'undoneAt', m.undone_at, 'undoneBy', usual_name(u), 'keptByHand', m.kept_by_hand,
  'people', (m.story->'holds'->>'people')::integer, 'changesNothing', (m.story->>'changesNothing')::boolean`

const withPeople = sql`
  left join person b on b.id = m.brought_by left join person a on a.id = m.applied_by
  left join person u on u.id = m.undone_by`

export function readImports({ db }: Context): Promise<JsonText<OutputOf<typeof ListRosterImports>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object(${facts}) order by m.brought_at desc, m.id desc), '[]')::text as json
      from (select * from roster_import order by brought_at desc, id desc limit 100) m ${withPeople}`,
  )
}

export function readImport({ db }: Context, id: string): Promise<JsonText<OutputOf<typeof GetRosterImport>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(${facts}, 'story', m.story, 'may', json_build_object(
        'apply', m.applied_at is null and ${isKept},
        'undo', m.applied_at is not null and m.undone_at is null and ${isLatest}))::text as json
      from roster_import m ${withPeople} where m.id = ${id}`,
  )
}
