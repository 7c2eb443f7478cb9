import { isLocale, type Locale } from '../platform/locales.ts'
import type { Context } from '../platform/context.ts'

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
