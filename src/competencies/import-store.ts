import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListFrameworkImports } from './contract.ts'
import type { Difference } from './edition-store.ts'
import type { FrameworkDraft } from './framework.ts'

/** A file that was brought, as it was read. */
export type KeptImport = {
  id: string
  name: string
  broughtAt: Date
  broughtBy: string
  frameworkId: string | null
  appliedAt: Date | null
  outcome: Difference | null
  draft: FrameworkDraft
}

/** False when the id is taken already. */
export async function insertImport(
  { db, viewer, now }: Context,
  brought: { id: string; name: string; draft: FrameworkDraft },
): Promise<boolean> {
  const result = await db
    .insertInto('framework_import')
    .values({
      id: brought.id,
      district_id: viewer.districtId,
      name: brought.name,
      draft: JSON.stringify(brought.draft),
      brought_by: viewer.personId,
      brought_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findImport({ db }: Context, id: string): Promise<KeptImport | undefined> {
  const found = await sql<Omit<KeptImport, 'draft'> & { draft: string }>`
    select m.id, m.name, m.brought_at as "broughtAt", usual_name(n) as "broughtBy", m.framework_id as "frameworkId",
      m.applied_at as "appliedAt", m.outcome, m.draft
    from framework_import m join person n on n.id = m.brought_by where m.id = ${id}`.execute(db)
  const row = found.rows[0]
  return row && { ...row, draft: JSON.parse(row.draft) as FrameworkDraft }
}

/** Imports are applied one after the other, so that two people never take over two editions at once. */
export async function lockImports({ db, viewer }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('framework import'), hashtext(${viewer.districtId}))`.execute(
    db,
  )
}

export async function noteApplied(
  { db, viewer, now }: Context,
  applied: { id: string; frameworkId: string; outcome: Difference },
): Promise<void> {
  await db
    .updateTable('framework_import')
    .set({
      framework_id: applied.frameworkId,
      applied_by: viewer.personId,
      applied_at: now,
      outcome: JSON.stringify(applied.outcome),
    })
    .where('id', '=', applied.id)
    .execute()
}

export function readImports({ db }: Context): Promise<JsonText<OutputOf<typeof ListFrameworkImports>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'broughtAt', m.brought_at,
        'broughtBy', usual_name(n), 'frameworkId', m.framework_id, 'appliedAt', m.applied_at) order by m.brought_at desc, m.id desc), '[]')::text as json
      from (select * from framework_import order by brought_at desc, id desc limit 50) m join person n on n.id = m.brought_by`,
  )
}
