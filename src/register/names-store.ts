import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import type { Names } from './registered.ts'

/** Locked, so that two who change one person come one after the other. */
export async function namesOf({ db }: Context, personId: string): Promise<Names | undefined> {
  const found = await sql<Names>`
    select n.given_name as given, n.family_name as family, n.legal_given_name as "legalGiven",
      n.legal_family_name as "legalFamily"
    from person n where n.id = ${personId} for update`.execute(db)
  return found.rows[0]
}

/** False when the id is somebody's already. */
export async function insertByHand(
  { db, viewer, now }: Context,
  { id, given, family, legalGiven, legalFamily }: Names & { id: string },
): Promise<boolean> {
  const result = await db
    .insertInto('person')
    .values({
      id,
      district_id: viewer.districtId,
      given_name: given,
      family_name: family,
      legal_given_name: legalGiven,
      legal_family_name: legalFamily,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isRenamedSo({ db }: Context, id: string, personId: string, names: Names) {
  const found = await sql<{ same: boolean }>`
    select r.person_id = ${personId} and r.given_name = ${names.given} and r.family_name = ${names.family}
      and r.legal_given_name is not distinct from ${names.legalGiven}
      and r.legal_family_name is not distinct from ${names.legalFamily} as same
    from person_renaming r where r.id = ${id}`.execute(db)
  return found.rows[0]?.same
}

export async function keepRenaming(
  { db, viewer, now }: Context,
  { id, personId, was, names }: { id: string; personId: string; was: Names; names: Names },
): Promise<boolean> {
  const said = {
    given_name: names.given,
    family_name: names.family,
    legal_given_name: names.legalGiven,
    legal_family_name: names.legalFamily,
  }
  const result = await db
    .insertInto('person_renaming')
    .values({
      id,
      district_id: viewer.districtId,
      person_id: personId,
      ...said,
      was: JSON.stringify(was),
      renamed_by: viewer.personId,
      renamed_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await db.updateTable('person').set(said).where('id', '=', personId).execute()
  return true
}
