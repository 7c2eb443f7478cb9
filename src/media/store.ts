import { either, person } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { JsonText, type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import type { GetMedia } from './contract.ts'
import { type Carrier, isTheirsAgain, reachesMedia } from './policy.ts'

/** A row of media, aliased `m`, as the API shows it, with addresses for the person of the transaction. */
export const mediaJson: RawBuilder<string> = sql<string>`json_build_object(
  'id', m.id, 'state', m.state, 'progress', m.progress, 'failure', m.failure, 'name', m.original_name,
  'kind', m.kind, 'type', m.type, 'width', m.width, 'height', m.height, 'seconds', m.duration_seconds,
  'placeholder', m.placeholder, 'remarks', m.remarks,
  'renditions', coalesce((select json_agg(json_build_object(
      'name', r.name, 'type', r.type, 'width', r.width, 'height', r.height, 'bytes', r.byte_size,
      'address', media_address(m.id, r.name)) order by r.byte_size)
    from rendition r where r.media_id = m.id), '[]'),
  'transcript', (select json_build_object('revision', t.revision, 'locale', t.locale,
      'words', media_address(m.id, 'words') || '&revision=' || t.revision,
      'captions', case when t.captions <> '' then media_address(m.id, 'captions') || '&revision=' || t.revision end)
    from transcript t where t.media_id = m.id and (t.body <> '' or t.captions <> '')
      and t.revision = (select max(l.revision) from transcript l where l.media_id = m.id)))`

export async function announceMedia(
  { db, viewer, now }: Context,
  media: { id: string; name: string; bytes: number },
): Promise<{ uploadedBy: string | null } | undefined> {
  await db
    .insertInto('media')
    .values({
      id: media.id,
      district_id: viewer.districtId,
      uploaded_by: viewer.personId,
      original_name: media.name,
      byte_size: String(media.bytes),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return db
    .selectFrom('media')
    .select('uploaded_by as uploadedBy')
    .where('id', '=', media.id)
    .executeTakeFirst()
}

export async function takeOver({ db, viewer }: Context, id: string, carriers: Carrier[]): Promise<boolean> {
  const taken = await sql`
    update media m set uploaded_by = ${viewer.personId}::uuid
    where m.id = ${id} and ${isTheirsAgain(person(viewer.personId), carriers)}`.execute(db)
  return (taken.numAffectedRows ?? 0n) > 0n
}

export async function readOwnMedia(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetMedia>> | undefined> {
  const found = await sql<{ json: string }>`
    select ${mediaJson}::text as json from media m where m.id = ${id} and m.uploaded_by = ${viewer.personId}`.execute(
    db,
  )
  const row = found.rows[0]
  return row && new JsonText(row.json)
}

/**
 * What carries a file or shows it, asked first: each rule of who reaches it costs PostgreSQL many times as long to
 * plan as to answer, and only one or two of them can say yes.
 */
export async function carriersOf(
  { db }: Pick<Context, 'db'>,
  mediaId: string,
  carriers: Carrier[],
): Promise<Carrier[]> {
  const found = await sql<{ held: boolean[] }>`
    select array[${sql.join(carriers.map(({ carries, shows }) => (shows ? either(carries, shows) : carries)))}] as held from media m where m.id = ${mediaId}`.execute(
    db,
  )
  const held = found.rows[0]?.held ?? []
  return carriers.filter((_, place) => held[place])
}

/** A rendition as the file server needs it, if the viewer may reach what carries it today. */
export async function findRendition(
  context: Context,
  media: { id: string; rendition: string },
  carriers: Carrier[],
): Promise<{ type: string; bytes: number; kind: string; name: string } | undefined> {
  const { db, viewer } = context
  const held = await carriersOf(context, media.id, carriers)
  const found = await sql<{ type: string; bytes: string; kind: string; name: string }>`
    select r.type, r.byte_size as bytes, m.kind, m.original_name as name
    from rendition r join media m on m.id = r.media_id
    where m.id = ${media.id} and r.name = ${media.rendition} and ${reachesMedia(person(viewer.personId), held)}`.execute(
    db,
  )
  const row = found.rows[0]
  return row && { ...row, bytes: Number(row.bytes) }
}

/** Forgets the files brought before `before` that nothing carries, and says which, so that their bytes go too. */
export async function deleteUncarried(db: Transaction, before: Date, carriers: Carrier[]): Promise<string[]> {
  const held = either(...carriers.map(({ carries }) => carries))
  const gone = await sql<{ id: string }>`
    delete from media m where m.created_at < ${before}::timestamptz and not ${held} returning m.id`.execute(
    db,
  )
  return gone.rows.map((row) => row.id)
}

/** Whether the viewer brought this file, and may therefore put it somewhere. */
export async function broughtMedia({ db, viewer }: Context, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('media')
    .select('id')
    .where('id', '=', id)
    .where('uploaded_by', '=', viewer.personId)
    .executeTakeFirst()
  return row !== undefined
}
