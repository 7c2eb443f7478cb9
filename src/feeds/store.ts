import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ExtractMapping, GetRosterFeeds } from './contract.ts'
import type { Readings, ServerVersion, Signing } from './feed.ts'

export function readFeeds({ db }: Context): Promise<JsonText<OutputOf<typeof GetRosterFeeds>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('columns', c.columns, 'columnsKeptAt', c.kept_at, 'server', case when s.id is not null
        then json_build_object('id', s.id, 'address', s.address, 'tokenAddress', s.token_address, 'version', s.version,
          'clientId', s.client_id, 'signing', s.signing, 'askedAt', s.asked_at, 'wholeAt', s.whole_at,
          'changesAt', s.changes_at, 'givesChanges', s.gives_changes, 'trouble', s.trouble) end)::text as json
      from (select 1) one
      left join lateral (select * from roster_columns order by kept_at desc, id desc limit 1) c on true
      left join lateral (select * from roster_server where closed_at is null
        order by kept_at desc, id desc limit 1) s on true`,
  )
}

/** What the district says of its columns; nothing where it said nothing. */
export async function columnsOfDistrict(db: Transaction): Promise<ExtractMapping> {
  const found = await sql<{ columns: ExtractMapping }>`
    select columns from roster_columns order by kept_at desc, id desc limit 1`.execute(db)
  return found.rows[0]?.columns ?? {}
}

/** False when the id is taken by something else that was said. */
export async function insertColumns(
  { db, viewer, now }: Context,
  { id, columns }: { id: string; columns: ExtractMapping },
): Promise<boolean> {
  const text = JSON.stringify(columns)
  const kept = await sql`
    insert into roster_columns (id, district_id, columns, kept_by, kept_at)
    values (${id}, ${viewer.districtId}, ${text}::jsonb, ${viewer.personId}, ${now}::timestamptz)
    on conflict (id) do update set columns = roster_columns.columns where roster_columns.columns = ${text}::jsonb
      and roster_columns.kept_by = ${viewer.personId} returning id`.execute(db)
  return kept.rows.length > 0
}

export type NewServer = {
  id: string
  address: string
  tokenAddress: string
  version: ServerVersion
  signing: Signing
  clientId: string
  clientSecret: Buffer
}
export type RosterServer = NewServer & Readings & { askedAt: Date | null }

export async function serverOfDistrict(db: Transaction): Promise<RosterServer | undefined> {
  const found = await sql<RosterServer>`
    select id, address, token_address as "tokenAddress", version, signing, client_id as "clientId",
      client_secret as "clientSecret", asked_at as "askedAt", whole_at as "wholeAt", changes_at as "changesAt",
      gives_changes as "givesChanges", trouble,
      exists (select 1 from roster_import m where m.source = 'oneroster'
        and greatest(m.applied_at, m.undone_at) > greatest(s.whole_at, s.changes_at)) as "isDisturbed"
    from roster_server s where closed_at is null order by kept_at desc, id desc limit 1`.execute(db)
  return found.rows[0]
}

/** Nobody when it is the command line. */
export type Keeper = { db: Transaction; districtId: string; personId: string | null; now: Date }

export async function insertServer(keeper: Keeper, server: NewServer): Promise<boolean> {
  const { id, address, tokenAddress, version, signing, clientId, clientSecret } = server
  const kept = await sql`
    insert into roster_server
      (id, district_id, address, token_address, version, signing, client_id, client_secret, kept_by, kept_at)
    values (${id}, ${keeper.districtId}, ${address}, ${tokenAddress}, ${version}, ${signing}, ${clientId},
      ${clientSecret}, ${keeper.personId}, ${keeper.now}::timestamptz)
    on conflict (id) do nothing returning id`.execute(keeper.db)
  return kept.rows.length > 0
}

export async function wasKept({ db, viewer }: Context, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from roster_server where id = ${id} and kept_by = ${viewer.personId}`.execute(db)
  return found.rows.length > 0
}

/** None is asked any more, or none but this one. */
export async function closeServers({ db, now }: Pick<Keeper, 'db' | 'now'>, but?: string): Promise<void> {
  await sql`update roster_server set closed_at = ${now}::timestamptz
    where closed_at is null and id is distinct from ${but ?? null}::uuid`.execute(db)
}

export async function noteAsked(db: Transaction, id: string, now: Date, trouble: string): Promise<void> {
  await sql`update roster_server set asked_at = ${now}::timestamptz, trouble = ${trouble} where id = ${id}`.execute(
    db,
  )
}

/** What was read of it, and came in or changed nothing. */
export async function noteRead(
  db: Transaction,
  id: string,
  now: Date,
  column: 'whole_at' | 'changes_at',
): Promise<void> {
  await sql`update roster_server set ${sql.ref(column)} = ${now}::timestamptz,
      gives_changes = case when ${column} = 'whole_at' then gives_changes else true end
    where id = ${id}`.execute(db)
}

export async function noteNoChanges(db: Transaction, id: string): Promise<void> {
  await sql`update roster_server set gives_changes = false where id = ${id}`.execute(db)
}
