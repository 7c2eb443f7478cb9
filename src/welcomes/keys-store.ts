import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { GetOwnKeys } from './contract.ts'
import { comesByLink } from './policy.ts'

export async function readOwnKeys({ db, viewer }: Context): Promise<OutputOf<typeof GetOwnKeys>> {
  const found = await sql<{ hasPassword: boolean; choose: boolean }>`
    select a.password_hash is not null as "hasPassword",
      ${comesByLink(person(viewer.personId))} and s.card_id is null as choose
    from account a join session s on s.id = ${viewer.sessionId} where a.id = ${viewer.accountId}`.execute(db)
  const row = found.rows[0]
  return { hasPassword: row?.hasPassword === true, may: { choose: row?.choose === true } }
}

/** False when somebody chose one meanwhile, or the name was taken. */
export async function nameAccount(
  { db, viewer, now }: Context,
  username: string,
  passwordHash: string,
): Promise<boolean> {
  const result = await sql`
    update account set username = ${username}, password_hash = ${passwordHash}, password_changed_at = ${now}::timestamptz
    where id = ${viewer.accountId} and password_hash is null
      and not is_username_taken(${username})`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}
