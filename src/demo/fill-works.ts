import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareMedia } from '../files/prepare.ts'
import type { PreparedMedia } from '../files/prepared-media.ts'
import type { Storage } from '../files/storage.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { type WorkRows, rowsOfWork } from './work-rows.ts'
import type { DemoFile } from './studio.ts'
import type { DemoWork } from './works-shape.ts'

type Prepared = { id: string; file: DemoFile; media: PreparedMedia }

/**
 * Puts one piece into a learner's portfolio. Its files take the very way an upload takes, so that a demo
 * photo is turned, cleaned and sized like any other.
 */
export async function fillWork(
  ground: Ground,
  storage: Storage,
  cast: DemoCast,
  district: DemoDistrict,
  work: DemoWork,
): Promise<void> {
  const rows = rowsOfWork(cast, district, work)
  const prepared: Prepared[] = []
  for (const { id, file } of rows.files) prepared.push(await prepare(storage, id, await file()))
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async ({ db }) => {
    if (prepared.length > 0) {
      await db
        .insertInto('media')
        .values(prepared.map((one) => mediaRow(one, rows, district.id)))
        .execute()
      await db
        .insertInto('rendition')
        .values(prepared.flatMap((one) => renditionRows(one, district.id)))
        .execute()
    }
    await db.insertInto('piece').values(rows.piece).execute()
    await db.insertInto('iteration').values(rows.iterations).execute()
    await db.insertInto('iteration_revision').values(rows.revisions).execute()
    await db.insertInto('part').values(rows.parts).execute()
    if (rows.shares.length > 0) await db.insertInto('share').values(rows.shares).execute()
    if (rows.feedback.length > 0) await db.insertInto('feedback').values(rows.feedback).execute()
    if (rows.replies.length > 0) await db.insertInto('reply').values(rows.replies).execute()
  })
}

async function prepare(storage: Storage, id: string, file: DemoFile): Promise<Prepared> {
  const outputFolder = await storage.workFolder(id)
  const source = join(outputFolder, 'source')
  await writeFile(source, file.bytes)
  const media = await prepareMedia({ source, originalName: file.name, outputFolder, onProgress: () => {} })
  await storage.keep(id, media.renditions)
  return { id, file, media }
}

function mediaRow({ id, file, media }: Prepared, rows: WorkRows, districtId: string) {
  return {
    id,
    district_id: districtId,
    uploaded_by: rows.piece.learner_id,
    original_name: file.name,
    byte_size: String(file.bytes.length),
    state: 'ready',
    progress: 100,
    kind: media.kind,
    type: media.type,
    width: media.width ?? null,
    height: media.height ?? null,
    duration_seconds: media.durationSeconds ?? null,
    placeholder: media.placeholder ?? null,
    created_at: rows.piece.created_at,
    settled_at: rows.piece.created_at,
  }
}

const renditionRows = ({ id, media }: Prepared, districtId: string) =>
  media.renditions.map((one) => ({
    media_id: id,
    district_id: districtId,
    name: one.name,
    type: one.type,
    width: one.width ?? null,
    height: one.height ?? null,
    byte_size: String(one.bytes),
  }))
