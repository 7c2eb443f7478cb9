import { either, person } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context, Subject } from '../platform/context.ts'
import { JsonText, type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import type { GetMedia } from './contract.ts'
import type { MediaKind, RenditionName } from './media.ts'
import { type Carrier, reachesMedia } from './policy.ts'

/** A row of media, aliased `m`, as the API shows it, with addresses for the person of the transaction. */
export const mediaJson: RawBuilder<string> = sql<string>`json_build_object(
  'id', m.id, 'state', m.state, 'progress', m.progress, 'failure', m.failure, 'name', m.original_name,
  'kind', m.kind, 'type', m.type, 'width', m.width, 'height', m.height, 'placeholder', m.placeholder,
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
): Promise<{ uploadedBy: string } | undefined> {
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

export type Arriving = { uploadedBy: string; bytes: number; state: string; name: string }

export async function readArriving(db: Transaction, id: string): Promise<Arriving | undefined> {
  const row = await db
    .selectFrom('media')
    .select(['uploaded_by', 'byte_size', 'state', 'original_name'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      uploadedBy: row.uploaded_by,
      bytes: Number(row.byte_size),
      state: row.state,
      name: row.original_name,
    }
  )
}

/** True when this call is the one that saw the file complete. */
export async function noteArrived(db: Transaction, id: string): Promise<boolean> {
  const result = await db
    .updateTable('media')
    .set({ state: 'waiting' })
    .where('id', '=', id)
    .where('state', '=', 'arriving')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** A word about progress may come late: what is settled stays settled. */
export async function noteProgress(db: Transaction, { id }: Subject, progress: number): Promise<void> {
  await db
    .updateTable('media')
    .set({ state: 'working', progress })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .execute()
}

export async function noteFailed(
  db: Transaction,
  { id }: Subject,
  failure: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('media')
    .set({ state: 'failed', failure, settled_at: now })
    .where('id', '=', id)
    .execute()
}

export type ReadyMedia = {
  kind: MediaKind
  type: string
  width: number | null
  height: number | null
  durationSeconds: number | null
  placeholder: string | null
  renditions: {
    name: RenditionName
    type: string
    width: number | null
    height: number | null
    bytes: number
  }[]
}

export async function noteReady(
  db: Transaction,
  subject: Subject,
  media: ReadyMedia,
  now: Date,
): Promise<void> {
  const { renditions, durationSeconds, ...facts } = media
  await db.deleteFrom('rendition').where('media_id', '=', subject.id).execute()
  await db
    .insertInto('rendition')
    .values(
      renditions.map(({ bytes, ...rendition }) => ({
        ...rendition,
        media_id: subject.id,
        district_id: subject.districtId,
        byte_size: String(bytes),
      })),
    )
    .execute()
  await db
    .updateTable('media')
    .set({
      ...facts,
      duration_seconds: durationSeconds,
      state: 'ready',
      progress: 100,
      failure: null,
      settled_at: now,
    })
    .where('id', '=', subject.id)
    .execute()
}

/** A rendition as the file server needs it, if the viewer may reach what carries it today. */
export async function findRendition(
  { db, viewer }: Context,
  media: { id: string; rendition: string },
  carriers: Carrier[],
): Promise<{ type: string; bytes: number; kind: string; name: string } | undefined> {
  const found = await sql<{ type: string; bytes: string; kind: string; name: string }>`
    select r.type, r.byte_size as bytes, m.kind, m.original_name as name
    from rendition r join media m on m.id = r.media_id
    where m.id = ${media.id} and r.name = ${media.rendition} and ${reachesMedia(person(viewer.personId), carriers)}`.execute(
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
