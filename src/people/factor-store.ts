import { type Database, sql, type Transaction } from '../platform/database.ts'

type Account = { accountId: string; districtId: string }
export type Factor = { id: string; sealed: Buffer }

/** The one that counts now. */
export async function standingFactor(db: Transaction, accountId: string): Promise<Factor | undefined> {
  return db
    .selectFrom('second_factor')
    .select(['id', 'sealed'])
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export async function begunFactor(
  db: Transaction,
  accountId: string,
  id: string,
): Promise<Factor | undefined> {
  return db
    .selectFrom('second_factor')
    .select(['id', 'sealed'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** One that was confirmed since, with the step of the digits that were used last. */
export async function freshFactor(
  db: Transaction,
  accountId: string,
  { id, since }: { id: string; since: Date },
): Promise<(Factor & { lastStep: number }) | undefined> {
  const row = await db
    .selectFrom('second_factor')
    .select(['id', 'sealed', 'last_step'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('confirmed_at', '>', since)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, sealed: row.sealed, lastStep: Number(row.last_step) }
}

export async function insertFactor(
  db: Transaction,
  { accountId, districtId }: Account,
  factor: Factor,
  now: Date,
): Promise<boolean> {
  const result = await db
    .insertInto('second_factor')
    .values({ ...factor, account_id: accountId, district_id: districtId, begun_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when digits of that step, or of a later one, were used already. */
export async function useStep(db: Transaction, id: string, step: number): Promise<boolean> {
  const result = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('id', '=', id)
    .where('last_step', '<', String(step))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function confirmFactor(
  db: Transaction,
  { districtId }: Account,
  factor: { id: string; codes: readonly { id: string; hash: Buffer }[] },
  now: Date,
): Promise<void> {
  await db.updateTable('second_factor').set({ confirmed_at: now }).where('id', '=', factor.id).execute()
  const rows = factor.codes.map(({ id, hash }) => ({
    id,
    district_id: districtId,
    second_factor_id: factor.id,
    code_hash: hash,
  }))
  await db.insertInto('recovery_code').values(rows).execute()
}

export async function endFactors(db: Transaction, accountId: string, now: Date): Promise<void> {
  await db
    .updateTable('second_factor')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Each opens once. */
export async function useRecoveryCode(
  db: Transaction,
  factorId: string,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('second_factor_id', '=', factorId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function recoveryCodesLeft(db: Transaction, factorId: string): Promise<number> {
  const row = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<string>().as('left'))
    .where('second_factor_id', '=', factorId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.left)
}

type Someone = { personId: string; districtId: string }

/** Whether their district demands a second step of them by now, and they have none. */
export async function isStepMissing(db: Database, someone: Someone, now: Date): Promise<boolean> {
  const found = await sql<{ missing: boolean }>`
    select second_step_missing(${someone.personId}::uuid, ${someone.districtId}::uuid, ${now}::timestamptz)
      as missing`.execute(db)
  return found.rows[0]?.missing ?? false
}

/** The day from which they must have one, while they have none. */
export async function askedFrom(db: Transaction, someone: Someone, now: Date): Promise<string | null> {
  const found = await sql<{ day: string | null }>`
    select second_step_asked_from(${someone.personId}::uuid, ${someone.districtId}::uuid, ${now}::timestamptz)::text
      as day`.execute(db)
  return found.rows[0]?.day ?? null
}

export async function hasPasskey(db: Database, accountId: string): Promise<boolean> {
  const found = await sql<{ has: boolean }>`select has_passkey(${accountId}::uuid) as has`.execute(db)
  return found.rows[0]?.has ?? false
}

/** Whatever somebody shows beside their password is over: digits and passkeys, for whoever lost them. */
export async function endSecondSteps(db: Transaction, accountId: string, now: Date): Promise<void> {
  await endFactors(db, accountId, now)
  // by a function of the database, because passkeys are a later module
  await sql`select end_passkeys(${accountId}::uuid, ${now}::timestamptz)`.execute(db)
}
