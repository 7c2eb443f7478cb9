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
  await db.updateTable('session').set({ asks_password: false }).where('account_id', '=', accountId).execute()
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
