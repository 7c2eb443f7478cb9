import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type Database, sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import type { ListPasskeys } from './contract.ts'
import { mostPasskeys } from './passkey.ts'

export type FoundPasskey = {
  passkeyId: string
  accountId: string
  personId: string
  districtId: string
  publicKey: Buffer
  counter: number
}

export async function passkeyCalled(db: Database, credential: string): Promise<FoundPasskey | undefined> {
  const found = await sql<Omit<FoundPasskey, 'counter'> & { counter: string }>`
    select passkey_id as "passkeyId", account_id as "accountId", person_id as "personId",
      district_id as "districtId", public_key as "publicKey", counter
    from passkey_called(${credential})`.execute(db)
  const row = found.rows[0]
  return row && { ...row, counter: Number(row.counter) }
}

export async function readPasskeys({ db, viewer }: Context): Promise<OutputOf<typeof ListPasskeys>> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'made_at', 'last_used_at'])
    .where('account_id', '=', viewer.accountId)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    madeAt: row.made_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }))
}

export async function credentialsOf(db: Transaction, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('passkey')
    .select('credential_id')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => row.credential_id)
}

type Made = {
  id: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: readonly string[]
  name: string
}

/** False when it is somebody's already, or there are too many; true again for the very same one sent twice. */
export async function insertPasskey({ db, viewer, now }: Context, made: Made): Promise<boolean> {
  const kept = await sql`
    insert into passkey (id, district_id, account_id, credential_id, public_key, counter, transports, name, made_at)
    select ${made.id}, ${viewer.districtId}, ${viewer.accountId}, ${made.credentialId}, ${made.publicKey},
      ${made.counter}, ${[...made.transports]}::text[], ${made.name}, ${now}::timestamptz
    where (select count(*) from passkey k where k.account_id = ${viewer.accountId} and k.ended_at is null)
      < ${mostPasskeys}::integer
    on conflict do nothing returning id`.execute(db)
  if (kept.rows.length > 0) return true
  const same = await sql`
    select 1 from passkey k where k.id = ${made.id} and k.account_id = ${viewer.accountId}
      and k.credential_id = ${made.credentialId} and k.ended_at is null`.execute(db)
  return same.rows.length > 0
}

export async function endPasskeyOf({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const ended = await sql`
    update passkey set ended_at = coalesce(ended_at, ${now}::timestamptz)
    where id = ${id} and account_id = ${viewer.accountId} returning id`.execute(db)
  return ended.rows.length > 0
}

/** False when that question was answered before, or the device counts backwards: then it is a copy. */
export async function noteUse(
  db: Transaction,
  used: { passkey: FoundPasskey; counter: number; challenge: string; runsOutAt: Date; now: Date },
): Promise<boolean> {
  const { passkey, challenge } = used
  await sql`delete from used_challenge u where u.runs_out_at < ${used.now}::timestamptz`.execute(db)
  const first = await sql`
    insert into used_challenge (id, district_id, challenge, runs_out_at)
    values (${newId()}, ${passkey.districtId}, ${challenge}, ${used.runsOutAt}::timestamptz)
    on conflict (challenge) do nothing returning id`.execute(db)
  if (first.rows.length === 0) return false
  const counted = await sql`
    update passkey set counter = ${used.counter}, last_used_at = ${used.now}::timestamptz
    where id = ${passkey.passkeyId} and ended_at is null and (counter < ${used.counter} or ${used.counter} = 0)
    returning id`.execute(db)
  return counted.rows.length > 0
}
