import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readJson } from '../platform/read-json.ts'
import type { GetYearPlan, SetWindow } from './contract.ts'
import { offeredPlans, type PlannedCommunication } from './plan-pack.ts'
import { plansYear } from './policy.ts'
import { thisYear } from './window-store.ts'

const ownWindows = sql`coalesce((select json_agg(json_build_object('schoolId', own.school_id, 'opensOn', own.opens_on,
    'closesOn', own.closes_on, 'asks', own.asks)) from (
  select distinct on (o.school_id) o.* from communication_window o
  where o.communication_id = c.id and o.school_id is not null order by o.school_id, o.set_at desc, o.id desc) own
  where own.opens_on is not null), '[]')`

export function readYearPlan({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof GetYearPlan>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('packs', ${JSON.stringify(offeredPlans)}::json,
        'adopted', (select json_build_object('pack', k.pack, 'version', k.pack_version) from communication_plan k),
        'schools', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name) from school s), '[]'),
        'communications', coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'name', c.name,
            'opensOn', v.opens_on, 'closesOn', v.closes_on, 'asks', v.asks, 'own', ${ownWindows}) order by v.closes_on, c.position)
          from communication c cross join lateral (select o.* from communication_window o
            where o.communication_id = c.id and o.school_id is null order by o.set_at desc, o.id desc limit 1) v
          where c.year = ${thisYear}), '[]'))::text as json
      where ${plansYear(person(viewer.personId))}`,
  )
}

/** The year's plan is there for the office alone; nobody else learns that it exists. */
export async function mayPlan({ db, viewer }: Context): Promise<{ allowed: boolean } | undefined> {
  const found = await sql`select 1 where ${plansYear(person(viewer.personId))}`.execute(db)
  return found.rows.length > 0 ? { allowed: true } : undefined
}

export async function keepPlan(
  { db, viewer, now }: Context,
  plan: { pack: string; version: string },
): Promise<void> {
  const adopted = {
    pack: plan.pack,
    pack_version: plan.version,
    adopted_by: viewer.personId,
    adopted_at: now,
  }
  await db
    .insertInto('communication_plan')
    .values({ district_id: viewer.districtId, ...adopted })
    .onConflict((conflict) => conflict.column('district_id').doUpdateSet(adopted))
    .execute()
}

/** The pack this district follows, and the school years that need their communications: this one and the next. */
export async function readYearsToPlan(db: Transaction): Promise<{ pack: string | null; years: number[] }> {
  const found = await sql<{ pack: string | null; year: number; coming: number }>`
    select (select pack from communication_plan) as pack, ${thisYear}::int as year,
      (extract(year from cairn_today() + 60) - (extract(month from cairn_today() + 60) < 8)::int)::int as coming`.execute(
    db,
  )
  const row = found.rows[0]
  return { pack: row?.pack ?? null, years: row ? [...new Set([row.year, row.coming])] : [] }
}

/** What is there already stays as it is, with the days the district has set. */
export async function addCommunications(
  db: Transaction,
  { districtId, now }: { districtId: string; now: Date },
  planned: readonly PlannedCommunication[],
): Promise<void> {
  for (const { pack, version, year, position, key, kind, name, asks, opensOn, closesOn } of planned) {
    const id = newId()
    const added = await db
      .insertInto('communication')
      .values({
        id,
        district_id: districtId,
        pack,
        pack_version: version,
        key,
        year,
        position,
        kind,
        name: JSON.stringify(name),
        added_at: now,
      })
      .onConflict((conflict) => conflict.columns(['district_id', 'year', 'key']).doNothing())
      .executeTakeFirst()
    if ((added.numInsertedOrUpdatedRows ?? 0n) === 0n) continue
    await db
      .insertInto('communication_window')
      .values({
        id: newId(),
        district_id: districtId,
        communication_id: id,
        opens_on: opensOn,
        closes_on: closesOn,
        asks,
        set_at: now,
      })
      .execute()
  }
}

/** Whether both stand in this district; row-level security hides the others. */
export async function isPlanned(
  { db }: Context,
  communicationId: string,
  schoolId?: string,
): Promise<boolean> {
  const found = await sql`
    select 1 from communication c where c.id = ${communicationId}
      and (${schoolId ?? null}::uuid is null or exists (select 1 from school s where s.id = ${schoolId ?? null}::uuid))`.execute(
    db,
  )
  return found.rows.length > 0
}

/** False when the id is taken already. */
export async function insertWindow(
  { db, viewer, now }: Context,
  { id, communicationId, schoolId, days, asks }: InputOf<typeof SetWindow>,
): Promise<boolean> {
  const result = await db
    .insertInto('communication_window')
    .values({
      id,
      district_id: viewer.districtId,
      communication_id: communicationId,
      school_id: schoolId ?? null,
      opens_on: days?.opensOn ?? null,
      closes_on: days?.closesOn ?? null,
      asks,
      set_by: viewer.personId,
      set_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSameWindow(
  { db, viewer }: Context,
  { id, communicationId, schoolId, days, asks }: InputOf<typeof SetWindow>,
): Promise<boolean | undefined> {
  const found = await sql<{ same: boolean; mine: boolean }>`
    select o.set_by = ${viewer.personId} as mine, (o.communication_id = ${communicationId}
      and o.school_id is not distinct from ${schoolId ?? null}::uuid and o.opens_on is not distinct from ${days?.opensOn ?? null}::date
      and o.closes_on is not distinct from ${days?.closesOn ?? null}::date and o.asks = ${asks}::text[]) as same
    from communication_window o where o.id = ${id}`.execute(db)
  const row = found.rows[0]
  return row?.mine ? row.same : undefined
}
