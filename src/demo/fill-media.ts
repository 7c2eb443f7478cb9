import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareMedia } from '../files/prepare.ts'
import type { PreparedMedia } from '../files/prepared-media.ts'
import type { Storage } from '../files/storage.ts'
import type { Transaction } from '../platform/database.ts'
import type { DemoFile } from './studio.ts'

export type Prepared = { id: string; file: DemoFile; media: PreparedMedia }

/** A demo file takes the very way an upload takes, so that it is turned, cleaned and sized like any other. */
export async function prepareFile(storage: Storage, id: string, file: DemoFile): Promise<Prepared> {
  const outputFolder = await storage.workFolder(id)
  const source = join(outputFolder, 'source')
  await writeFile(source, file.bytes)
  const media = await prepareMedia({ source, originalName: file.name, outputFolder, onProgress: () => {} })
  await storage.keep(id, media.renditions)
  return { id, file, media }
}

export async function insertPrepared(
  db: Transaction,
  prepared: readonly Prepared[],
  by: { personId: string; districtId: string; at: Date },
): Promise<void> {
  if (prepared.length === 0) return
  await db
    .insertInto('media')
    .values(prepared.map((one) => mediaRow(one, by)))
    .execute()
  await db
    .insertInto('rendition')
    .values(prepared.flatMap((one) => renditionRows(one, by.districtId)))
    .execute()
}

function mediaRow({ id, file, media }: Prepared, by: { personId: string; districtId: string; at: Date }) {
  return {
    id,
    district_id: by.districtId,
    uploaded_by: by.personId,
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
    created_at: by.at,
    settled_at: by.at,
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
