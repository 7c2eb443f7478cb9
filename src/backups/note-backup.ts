import pg from 'pg'
import type { PostgresConnection } from '../postgres/embedded-postgres.ts'

/**
 * Tells every district that a whole backup was made. False where this database is of an earlier version, which a
 * backup before an upgrade must not stumble over.
 */
export async function noteBackup(owner: PostgresConnection, madeAt: Date): Promise<boolean> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const known = await client.query<{ known: boolean }>(
      `select to_regclass('public.backup_made') is not null as known`,
    )
    if (known.rows[0]?.known !== true) return false
    await client.query(
      'insert into backup_made (id, district_id, made_at) select gen_random_uuid(), id, $1 from district',
      [madeAt],
    )
    return true
  } finally {
    await client.end()
  }
}
