import { may } from '../access/may.ts'
import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readJson } from '../platform/read-json.ts'
import type { GetLinkRule } from './contract.ts'
import type { LinkPreview } from './link.ts'
import { setsLinkRule } from './policy.ts'

const previewsAllowed = sql<boolean>`coalesce((
  select r.previews from link_rule r order by r.set_at desc, r.id desc limit 1), false)`

/** What is known of the page an address leads to, while the district lets it be shown; null otherwise. */
export const previewJson = (url: RawBuilder<string>): RawBuilder<string> => sql<string>`(
  select json_build_object('title', w.title, 'description', w.description, 'site', w.site) from link_preview w
  where w.url_md5 = md5(${url}) and w.url = ${url} and w.title <> '' and ${previewsAllowed})`

export async function asksPages({ db }: { db: Transaction }): Promise<boolean> {
  const found = await sql<{ previews: boolean }>`select ${previewsAllowed} as previews`.execute(db)
  return found.rows[0]?.previews === true
}

export function readLinkRule({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof GetLinkRule>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('previews', ${previewsAllowed},
        'may', ${may({ change: setsLinkRule(person(viewer.personId)) })})::text as json`,
  )
}

export async function maySetLinkRule({ db, viewer }: Context): Promise<{ allowed: boolean }> {
  const found = await sql<{ allowed: boolean }>`
    select ${setsLinkRule(person(viewer.personId))} as allowed`.execute(db)
  return { allowed: found.rows[0]?.allowed === true }
}

export async function insertLinkRule({ db, viewer, now }: Context, previews: boolean): Promise<void> {
  const { districtId: district_id, personId: set_by } = viewer
  await db
    .insertInto('link_rule')
    .values({ id: newId(), district_id, previews, set_by, set_at: now })
    .execute()
}

/** The addresses in an attempt that nobody was asked about yet. */
export async function unaskedLinks(db: Transaction, iterationId: string): Promise<string[]> {
  const found = await sql<{ url: string }>`
    select distinct t.url from part t
    where t.iteration_id = ${iterationId} and t.url ~* '^https?:'
      and not exists (select 1 from link_preview w where w.url_md5 = md5(t.url))
    limit 20`.execute(db)
  return found.rows.map(({ url }) => url)
}

export async function keepPreview(
  { db, now }: { db: Transaction; now: Date },
  districtId: string,
  url: string,
  preview: LinkPreview,
): Promise<void> {
  await sql`
    insert into link_preview (district_id, url_md5, url, title, description, site, asked_at)
    values (${districtId}::uuid, md5(${url}), ${url}, ${preview.title}, ${preview.description}, ${preview.site},
      ${now}::timestamptz)
    on conflict do nothing`.execute(db)
}

/** What no work links to any more is forgotten. */
export async function forgetUnheldPreviews(db: Transaction): Promise<void> {
  await sql`delete from link_preview w
    where not exists (select 1 from part t where md5(t.url) = w.url_md5 and t.url is not null)`.execute(db)
}
