import { type Database, sql, type Transaction } from '../platform/database.ts'

/** Later than any password before it, whatever the clock says; whoever had to choose one has done so. */
export async function keepOwnPassword(
  db: Transaction,
  accountId: string,
  hash: string,
  now: Date,
): Promise<void> {
  await sql`update account set password_hash = ${hash}, password_changed_at =
    greatest(${now}::timestamptz, password_changed_at + interval '1 millisecond') where id = ${accountId}`.execute(
    db,
  )
  // one that only waited for this lasts as long as any other from now on
  await sql`update session set asks_password = false, expires_at = ${now}::timestamptz + lasts_seconds * interval '1 second'
    where account_id = ${accountId} and asks_password and ended_at is null and expires_at > ${now}::timestamptz`.execute(
    db,
  )
}

/** Somebody else knows it: its owner chooses another at the next sign-in. */
export async function noteGivenPassword(
  db: Transaction,
  given: { accountId: string; districtId: string; givenBy: string | null },
  now: Date,
): Promise<void> {
  await sql`
    insert into given_password (account_id, district_id, given_by, given_at)
    values (${given.accountId}, ${given.districtId}, ${given.givenBy}::uuid, ${now}::timestamptz)
    on conflict (account_id) do update set given_by = excluded.given_by, given_at = excluded.given_at`.execute(
    db,
  )
}

export async function asksPasswordHere(db: Transaction, sessionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('asks_password')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  return row.asks_password
}

export async function isOwnPasswordWanted(db: Database, accountId: string, now: Date): Promise<boolean> {
  const found = await sql<{ wanted: boolean }>`
    select own_password_wanted(${accountId}::uuid, ${now}::timestamptz) as wanted`.execute(db)
  return found.rows[0]?.wanted ?? false
}
