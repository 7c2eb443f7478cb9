import { newId } from '../platform/new-id.ts'
import { type Database, sql, type Transaction } from '../platform/database.ts'

type Someone = { personId: string; districtId: string }

/** The account of somebody who signs in otherwise than by a name and a password: made when there is none yet. */
export async function accountOf(
  db: Transaction,
  { personId, districtId }: Someone,
  now: Date,
): Promise<string> {
  const kept = await sql<{ id: string }>`
    insert into account (id, district_id, person_id, password_changed_at, created_at)
    values (${newId()}, ${districtId}, ${personId}, ${now}::timestamptz, ${now}::timestamptz)
    on conflict (person_id) do update set person_id = excluded.person_id returning id`.execute(db)
  const id = kept.rows[0]?.id
  if (id === undefined) throw new Error('an account was neither there nor made')
  return id
}

/** Also by somebody who does not come in by it any more. */
export async function isUsernameTaken(db: Database, username: string): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`select is_username_taken(${username}) as taken`.execute(db)
  return found.rows[0]?.taken ?? false
}
