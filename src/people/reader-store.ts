import { isLocale, type Locale } from '../platform/locales.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'

export async function timeZoneHere({ db, viewer }: Pick<Context, 'db' | 'viewer'>): Promise<string> {
  const found = await sql<{
    zone: string
  }>`select time_zone as zone from district where id = ${viewer.districtId}`.execute(db)
  return found.rows[0]?.zone ?? 'UTC'
}

/** Somebody signed in, or whoever is known by the link that they hold. */
export type Reader = Pick<Context, 'db'> & { viewer: { personId: string } }

/** How the reader chose to be spoken to, if they did. */
export async function ownLocale({ db, viewer }: Reader): Promise<Locale | undefined> {
  const row = await db
    .selectFrom('preference')
    .select('locale')
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst()
  return isLocale(row?.locale) ? row.locale : undefined
}
