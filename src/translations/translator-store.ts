import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readsTranslated, setsTranslator } from './policy.ts'

export type KeptTranslator = {
  id: string
  address: string | null
  sealed: Buffer | null
  languages: string[]
  setBy: string
  setAt: Date
}

export async function latestTranslator(db: Transaction): Promise<KeptTranslator | undefined> {
  const found = await sql<KeptTranslator>`
    select r.id, r.address, r.sealed_key as sealed, r.languages, r.set_at as "setAt",
      (select usual_name(n) from person n where n.id = r.set_by) as "setBy"
    from translator r order by r.set_at desc, r.id desc limit 1`.execute(db)
  return found.rows[0]
}

export async function maySetTranslator({ db, viewer }: Context): Promise<boolean> {
  const found = await sql<{ allowed: boolean }>`
    select ${setsTranslator(person(viewer.personId))} as allowed`.execute(db)
  return found.rows[0]?.allowed === true
}

export async function mayReadTranslated({ db, viewer }: Context): Promise<boolean> {
  const found = await sql<{ allowed: boolean }>`
    select ${readsTranslated(person(viewer.personId))} as allowed`.execute(db)
  return found.rows[0]?.allowed === true
}

type NewTranslator = { address: string; sealed: Buffer | null; languages: string[] }

export async function insertTranslator(
  { db, viewer, now }: Context,
  setting: NewTranslator | undefined,
): Promise<void> {
  await db
    .insertInto('translator')
    .values({
      id: newId(),
      district_id: viewer.districtId,
      address: setting?.address ?? null,
      sealed_key: setting?.sealed ?? null,
      languages: setting?.languages ?? [],
      set_by: viewer.personId,
      set_at: now,
    })
    .execute()
}

/** Off forgets the keys of before, not only hides them. */
export async function forgetKeys({ db }: Context): Promise<void> {
  await db.updateTable('translator').set({ sealed_key: null }).where('sealed_key', 'is not', null).execute()
}
