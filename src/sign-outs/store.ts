import { sql } from '../platform/database.ts'
import type { SystemContext } from '../platform/transaction.ts'

type There = { providerId: string; nameId: string | undefined }

/**
 * Those visits that a provider names, or all that this name has from there; of nobody and nothing, none. One that it
 * gave no name when it began may be the one that is over.
 */
export async function endSessionsFrom(
  { db, now }: SystemContext,
  { providerId, nameId }: There,
  indexes: readonly string[],
): Promise<void> {
  await sql`
    update session s set ended_at = ${now}::timestamptz from provider_session v
    where v.session_id = s.id and v.provider_id = ${providerId} and s.ended_at is null
      and (${nameId ?? null}::text is null or v.name_id = ${nameId ?? null}::text)
      and (${nameId !== undefined} and (${indexes.length === 0} or v.session_index is null)
        or v.session_index = any(${[...indexes]}::text[]))`.execute(db)
}

export type SessionLeft = {
  nameId: string
  format: string | null
  qualifier: string | null
  qualifierHere: string | null
  index: string | null
  idToken: Buffer | null
}

/** Where a browser goes on to, and by what it will know the answer. */
export type WayOn = { address: string; state: string; relay: string }

/** By what a provider knows a session that has ended here. */
export async function sessionLeft(
  { db }: SystemContext,
  { providerId, sessionId }: { providerId: string; sessionId: string },
): Promise<SessionLeft | undefined> {
  const found = await sql<SessionLeft>`
    select v.name_id as "nameId", v.name_format as format, v.name_qualifier as qualifier,
      v.name_qualifier_here as "qualifierHere", v.session_index as index,
      v.id_token as "idToken"
    from provider_session v join session s on s.id = v.session_id
    where v.session_id = ${sessionId} and v.provider_id = ${providerId} and s.ended_at is not null`.execute(
    db,
  )
  return found.rows[0]
}

/** They are kept to be shown where their person leaves; a way out is open for minutes. */
export async function forgetIdTokens({ db, now }: SystemContext): Promise<void> {
  await sql`
    update provider_session v set id_token = null from session s
    where s.id = v.session_id and v.id_token is not null
      and least(s.ended_at, s.expires_at) < ${now}::timestamptz - interval '1 hour'`.execute(db)
}
