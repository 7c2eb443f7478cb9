import type { Subject } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import type { MediaKind, Remark, RenditionName } from './media.ts'

export type Arriving = {
  /** nobody, when a guest brought it */
  uploadedBy: string | null
  bytes: number
  state: string
  name: string
  /** its first renditions are there, whether or not it is ready */
  cleaned: boolean
  hasDownload: boolean
}

export async function readArriving(db: Transaction, id: string): Promise<Arriving | undefined> {
  const found = await sql<Omit<Arriving, 'bytes'> & { bytes: string }>`
    select m.uploaded_by as "uploadedBy", m.byte_size as bytes, m.state, m.original_name as name,
      exists (select 1 from rendition r where r.media_id = m.id) as cleaned,
      exists (select 1 from rendition r where r.media_id = m.id and r.name = 'download') as "hasDownload"
    from media m where m.id = ${id}`.execute(db)
  const row = found.rows[0]
  return row && { ...row, bytes: Number(row.bytes) }
}

/** A file without an account behind it, which lies on the disk already. */
export async function insertArrived(
  db: Transaction,
  { id, districtId }: Subject,
  { name, bytes, now }: { name: string; bytes: number; now: Date },
): Promise<void> {
  const row = { id, district_id: districtId, original_name: name, byte_size: String(bytes), state: 'waiting' }
  await db
    .insertInto('media')
    .values({ ...row, created_at: now })
    .execute()
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
  remarks: Remark[]
  renditions: ReadyRendition[]
}

export type ReadyRendition = {
  name: RenditionName
  type: string
  width: number | null
  height: number | null
  bytes: number
}

/** `whole` is false while there is nothing yet that every browser plays: then it stays in the works. */
export async function noteReady(
  db: Transaction,
  subject: Subject,
  media: ReadyMedia,
  now: Date,
  whole = true,
): Promise<void> {
  const { renditions, durationSeconds, ...facts } = media
  await db.deleteFrom('rendition').where('media_id', '=', subject.id).execute()
  await insertRenditions(db, subject, renditions)
  const settled = whole ? { state: 'ready', progress: 100, settled_at: now } : { state: 'working' }
  await db
    .updateTable('media')
    .set({ ...facts, duration_seconds: durationSeconds, failure: null, attempts: 0, ...settled })
    .where('id', '=', subject.id)
    .execute()
}

/** What came later joins what was there. */
export async function noteSizes(
  db: Transaction,
  subject: Subject,
  renditions: ReadyRendition[],
  now: Date,
  remark?: Remark,
): Promise<void> {
  const names = renditions.map(({ name }) => name)
  if (names.length > 0) {
    await db.deleteFrom('rendition').where('media_id', '=', subject.id).where('name', 'in', names).execute()
    await insertRenditions(db, subject, renditions)
  }
  await sql`
    update media set state = 'ready', progress = 100, settled_at = coalesce(settled_at, ${now}::timestamptz),
      remarks = remarks || ${remark ? [remark] : []}::text[]
    where id = ${subject.id}`.execute(db)
}

async function insertRenditions(db: Transaction, subject: Subject, renditions: ReadyRendition[]) {
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
}

/** Counts another try, and answers how many there were: a machine that falls over says nothing else. */
export async function noteAttempt(db: Transaction, { id }: Subject): Promise<number> {
  const found = await sql<{ attempts: number }>`
    update media set attempts = attempts + 1 where id = ${id} returning attempts`.execute(db)
  return found.rows[0]?.attempts ?? 0
}

/** Nobody tries any more: what is not ready has failed, and whoever brought it is told. What was there stays there. */
export async function giveUpFiles(
  { db, now }: { db: Transaction; now: Date },
  ids: readonly string[],
): Promise<void> {
  await sql`
    update media set state = 'failed', failure = 'gave_up', settled_at = ${now}::timestamptz
    where id = any(${[...ids]}::uuid[]) and state in ('waiting', 'working')`.execute(db)
}
