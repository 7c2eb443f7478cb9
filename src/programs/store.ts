import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type Database, type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListPrograms } from './contract.ts'
import { mayLetIn } from './policy.ts'
import type { Reading } from './program.ts'

export async function mayLetInHere({ db, viewer }: Context): Promise<boolean> {
  const found = await sql<{ may: boolean }>`select ${mayLetIn(person(viewer.personId))} as may`.execute(db)
  return found.rows[0]?.may ?? false
}

/** Some addresses open whatever they lead to, so support reads only which machine it is. */
const addressFor = ({ supportGrantId }: Context['viewer']) =>
  supportGrantId ? sql`substring(h.address from '^https?://[^/?#]*')` : sql`h.address`

export function readPrograms({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListPrograms>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('keys', coalesce((
        select json_agg(json_build_object('id', k.id, 'name', k.name, 'reads', k.reads, 'by', usual_name(n),
          'at', k.created_at, 'expiresAt', k.expires_at, 'expired', k.expires_at <= cairn_now(),
          'lastUsedAt', k.last_used_at) order by k.name, k.id)
        from standing_program_key k join person n on n.id = k.created_by), '[]'),
      'hooks', coalesce((
        select json_agg(json_build_object('id', h.id, 'address', ${addressFor(viewer)}, 'events', h.events, 'by', usual_name(n),
          'at', h.created_at, 'restsSince', h.rests_since, 'waiting', (select count(*) from program_call c where c.hook_id = h.id
            and c.taken_at is null and c.given_up_at is null and c.event <> 'hook.tried'), 'calls', coalesce((
            select json_agg(json_build_object('id', c.id, 'event', c.event, 'happenedAt', c.happened_at,
              'state', case when c.taken_at is not null then 'taken' when c.given_up_at is not null then 'given_up'
                else 'waiting' end, 'tries', c.tries, 'trouble', c.trouble) order by c.happened_at desc, c.id desc)
            from (select * from program_call c where c.hook_id = h.id order by c.happened_at desc, c.id desc limit 10) c
          ), '[]')) order by h.created_at, h.id)
        from standing_program_hook h join person n on n.id = h.created_by), '[]'))::text as json
      where ${mayLetIn(person(viewer.personId))}`,
  )
}

type NewKey = { id: string; name: string; reads: readonly Reading[]; hash: Buffer; expiresAt: Date }

/** False when the id is somebody else's. A key whose answer was lost is made anew under its id. */
export async function putKey({ db, viewer, now }: Context, key: NewKey): Promise<boolean> {
  const kept = { name: key.name, reads: [...key.reads], token_hash: key.hash, expires_at: key.expiresAt }
  const result = await db
    .insertInto('program_key')
    .values({
      id: key.id,
      district_id: viewer.districtId,
      created_by: viewer.personId,
      created_at: now,
      ...kept,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(kept)
        .where('program_key.created_by', '=', viewer.personId)
        .where('program_key.last_used_at', 'is', null),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Answers with its name; undefined when there is none. */
export async function endKey({ db, viewer, now }: Context, id: string): Promise<string | undefined> {
  const known = await db.selectFrom('program_key').select('name').where('id', '=', id).executeTakeFirst()
  if (!known) return undefined
  await db
    .insertInto('program_key_end')
    .values({ key_id: id, district_id: viewer.districtId, ended_by: viewer.personId, ended_at: now })
    .onConflict((conflict) => conflict.column('key_id').doNothing())
    .execute()
  return known.name
}

export type OpenKey = { id: string; districtId: string; reads: Reading[]; lastUsedAt: Date | null }

export async function openKey(database: Database, hash: Buffer, now: Date): Promise<OpenKey | undefined> {
  const found = await sql<OpenKey>`
    select id, district_id as "districtId", reads, last_used_at as "lastUsedAt"
    from open_program_key(${hash}, ${now}::timestamptz)`.execute(database)
  return found.rows[0]
}

/** Once an hour is enough to see that a key is in use. */
export async function noteUse(db: Transaction, key: OpenKey, now: Date): Promise<void> {
  if (key.lastUsedAt !== null && now.getTime() - key.lastUsedAt.getTime() < 3_600_000) return
  await db.updateTable('program_key').set({ last_used_at: now }).where('id', '=', key.id).execute()
}
