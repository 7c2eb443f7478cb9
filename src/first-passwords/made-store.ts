import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'

/** Of two who make them for one class at once, the second finds them made. */
export async function lockPasswords({ db, viewer }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('first passwords'), hashtext(${viewer.districtId}))`.execute(
    db,
  )
}

/** Those of these names with which somebody, perhaps in another district, signs in already. */
export async function namesTaken(db: Transaction, names: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ name: string }>`
    select u as name from unnest(${[...new Set(names)]}::text[]) u where is_username_taken(u)`.execute(db)
  return new Set(found.rows.map(({ name }) => name))
}

export type NewPassword = { id: string; personId: string; username: string; hash: string }

/** Answers how many were made: one whose name was taken at this very moment is made the next time. */
export async function insertPasswords(
  { db, viewer, now }: Context,
  passwords: readonly NewPassword[],
): Promise<number> {
  const rows = JSON.stringify(passwords.map((one) => ({ ...one, accountId: newId() })))
  const { districtId, personId } = viewer
  await sql`
    update account a set username = r.username, password_hash = r.hash, password_changed_at = ${now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r("personId" uuid, username text, hash text)
    where a.person_id = r."personId" and a.password_hash is null and a.username is null`.execute(db)
  await sql`
    insert into account (id, district_id, person_id, username, password_hash, password_changed_at, created_at)
    select r."accountId", ${districtId}, r."personId", r.username, r.hash, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r("accountId" uuid, "personId" uuid, username text, hash text)
    where not exists (select 1 from account a where a.person_id = r."personId")
    on conflict (username) do nothing`.execute(db)
  const made = await sql`
    insert into first_password (id, district_id, person_id, made_by, made_at)
    select r.id, ${districtId}, r."personId", ${personId}, ${now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "personId" uuid, hash text)
    join account a on a.person_id = r."personId" and a.password_hash = r.hash
    on conflict (person_id) do update set id = excluded.id, made_by = excluded.made_by, made_at = excluded.made_at`.execute(
    db,
  )
  return Number(made.numAffectedRows ?? 0n)
}

export async function replaceMade(
  { db, viewer, now }: Context,
  { oldId, newId: id }: { oldId: string; newId: string },
): Promise<void> {
  await sql`update first_password set id = ${id}, made_by = ${viewer.personId}, made_at = ${now}::timestamptz
    where id = ${oldId}`.execute(db)
}

export async function insertRule(
  { db, viewer, now }: Context,
  rule: { schoolId: string; who: string },
): Promise<void> {
  await db
    .insertInto('own_password_rule')
    .values({
      id: newId(),
      district_id: viewer.districtId,
      school_id: rule.schoolId,
      who: rule.who,
      decided_by: viewer.personId,
      decided_at: now,
    })
    .execute()
}
