import { person } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListTranscripts } from './contract.ts'
import { carriersOf } from './store.ts'
import { type Carrier, reachesMedia, writesTranscript } from './policy.ts'

export type Transcript = { id: string; revision: number; locale: string; words: string; captions: string }

/** Finds a file for writing down what is said in it: undefined when it cannot be seen. */
export async function mediaToTranscribe(
  context: Context,
  id: string,
  carriers: Carrier[],
): Promise<{ allowed: boolean } | undefined> {
  const me = person(context.viewer.personId)
  const held = await carriersOf(context, id, carriers)
  const found = await sql<{ allowed: boolean }>`
    select ${writesTranscript(me, held)} as allowed from media m
    where m.id = ${id} and ${reachesMedia(me, held)} for update of m`.execute(context.db)
  return found.rows[0]
}

/** False when this revision is there already, or does not follow the latest. */
export async function insertTranscript(
  { db, viewer, now }: Context,
  { id, revision, locale, words, captions }: Transcript,
): Promise<boolean> {
  const result = await sql`
    insert into transcript (media_id, district_id, revision, locale, body, captions, written_by, written_at)
    select ${id}::uuid, ${viewer.districtId}::uuid, ${revision}::int, ${locale}, ${words}, ${captions},
      ${viewer.personId}::uuid, ${now}::timestamptz
    where ${revision}::int = 1 + coalesce((select max(revision) from transcript where media_id = ${id}), 0)`.execute(
    db,
  )
  return (result.numAffectedRows ?? 0n) > 0n
}

/** Whether the revision that is there is the one being sent again. */
export async function isSameTranscript(
  { db, viewer }: Context,
  { id, revision, locale, words, captions }: Transcript,
): Promise<boolean> {
  const row = await db
    .selectFrom('transcript')
    .select(['locale', 'body', 'captions'])
    .where('media_id', '=', id)
    .where('revision', '=', revision)
    .where('written_by', '=', viewer.personId)
    .executeTakeFirst()
  return row?.locale === locale && row.body === words && row.captions === captions
}

export function readTranscripts(
  { db }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListTranscripts>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('revision', t.revision, 'locale', t.locale, 'words', t.body,
        'captions', t.captions, 'writtenAt', t.written_at,
        'writtenBy', (select json_build_object('id', n.id, 'name', usual_name(n)) from person n where n.id = t.written_by))
        order by t.revision desc), '[]')::text as json
      from transcript t where t.media_id = ${id}`,
  )
}

/** What was last written down, if the viewer may reach what carries the file today. */
export async function findTranscript(
  context: Context,
  mediaId: string,
  carriers: Carrier[],
): Promise<{ words: string; captions: string } | undefined> {
  const held = await carriersOf(context, mediaId, carriers)
  const found = await sql<{ words: string; captions: string }>`
    select t.body as words, t.captions
    from transcript t join media m on m.id = t.media_id
    where m.id = ${mediaId} and ${reachesMedia(person(context.viewer.personId), held)}
    order by t.revision desc limit 1`.execute(context.db)
  return found.rows[0]
}
