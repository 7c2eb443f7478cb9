import type { Storage } from '../files/storage.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { insertPrepared, type Prepared, prepareFile } from './fill-media.ts'
import { rowsOfWork } from './work-rows.ts'
import type { DemoWork } from './works-shape.ts'

/**
 * Puts one piece into a learner's portfolio. with its files, feedback and replies.
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
  for (const { id, file } of rows.files) prepared.push(await prepareFile(storage, id, await file()))
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async ({ db }) => {
    const by = { personId: rows.piece.learner_id, districtId: district.id, at: rows.piece.created_at }
    await insertPrepared(db, prepared, by)
    await db.insertInto('piece').values(rows.piece).execute()
    await db.insertInto('iteration').values(rows.iterations).execute()
    await db.insertInto('iteration_revision').values(rows.revisions).execute()
    await db.insertInto('part').values(rows.parts).execute()
    if (rows.shares.length > 0) await db.insertInto('share').values(rows.shares).execute()
    if (rows.feedback.length > 0) await db.insertInto('feedback').values(rows.feedback).execute()
    if (rows.pins.length > 0) await db.insertInto('pin').values(rows.pins).execute()
    if (rows.replies.length > 0) await db.insertInto('reply').values(rows.replies).execute()
  })
}
