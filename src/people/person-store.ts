import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'

export type NewPerson = { id: string; districtId: string; givenName: string; familyName: string }

export async function insertPerson(db: Transaction, person: NewPerson, now: Date): Promise<void> {
  await db
    .insertInto('person')
    .values({
      id: person.id,
      district_id: person.districtId,
      given_name: person.givenName,
      family_name: person.familyName,
      created_at: now,
    })
    .execute()
}

/** False when somebody, perhaps in another district, signs in with that name already. */
export async function insertAccount(
  db: Transaction,
  account: { id: string; districtId: string; personId: string; username: string; passwordHash: string },
  now: Date,
): Promise<boolean> {
  const result = await db
    .insertInto('account')
    .values({
      id: account.id,
      district_id: account.districtId,
      person_id: account.personId,
      username: account.username,
      password_hash: account.passwordHash,
      password_changed_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function keepPreference(
  context: Context,
  preference: { locale: string | null; appearance: string | null; voice: string | null },
): Promise<void> {
  await context.db
    .insertInto('preference')
    .values({ person_id: context.viewer.personId, district_id: context.viewer.districtId, ...preference })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(preference))
    .execute()
}

/** The records that are this one today, and those that were theirs: undone, a merge hands nothing on. */
export async function mergedInto(db: Transaction, personId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive gone as (
      select m.gone_id as id from person_merge m where m.kept_id = ${personId} and m.undone_at is null
      union select m.gone_id from gone g join person_merge m on m.kept_id = g.id and m.undone_at is null)
    select g.id from gone g`.execute(db)
  return found.rows.map(({ id }) => id)
}
