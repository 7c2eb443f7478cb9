import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { takesDuties } from './policy.ts'

export type WayIn = {
  accountId: string | null
  username: string | null
  isMerged: boolean
  takesDuties: boolean
}

/** Undefined where there is nobody of that id in the district. */
export async function wayInOf({ db }: Context, personId: string): Promise<WayIn | undefined> {
  const found = await sql<WayIn>`
    select a.id as "accountId", a.username, exists (select 1 from person_merge m
      where m.gone_id = n.id and m.undone_at is null) as "isMerged", ${takesDuties} as "takesDuties"
    from person n left join account a on a.person_id = n.id where n.id = ${personId}`.execute(db)
  return found.rows[0]
}

/** False when somebody, perhaps in another district, signs in with that name already. */
export async function giveUsername({ db }: Context, accountId: string, username: string, hash: string) {
  const given = await sql`
    update account a set username = ${username}, password_hash = ${hash}
    where a.id = ${accountId} and not is_username_taken(${username})`.execute(db)
  return (given.numAffectedRows ?? 0n) > 0n
}

export async function countSessions({ db, now }: Context, personId: string): Promise<number> {
  const found = await sql<{ open: number }>`
    select count(*)::integer as open from session s
    where s.person_id = ${personId} and s.ended_at is null and s.expires_at > ${now}::timestamptz`.execute(db)
  return found.rows[0]?.open ?? 0
}
