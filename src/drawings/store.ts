import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import type { Drawing } from './drawing.ts'

/** False when this picture has its marks already. */
export async function insertDrawing(
  { db, viewer, now }: Context,
  mediaId: string,
  drawing: Drawing,
): Promise<boolean> {
  const result = await db
    .insertInto('drawing')
    .values({
      media_id: mediaId,
      district_id: viewer.districtId,
      drawing: JSON.stringify(drawing),
      kept_at: now,
    })
    .onConflict((conflict) => conflict.column('media_id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Only who drew a picture draws on it, so only they get its marks. */
export async function findDrawing({ db, viewer }: Context, mediaId: string): Promise<Drawing | undefined> {
  const found = await sql<{ drawing: Drawing }>`
    select d.drawing from drawing d join media m on m.id = d.media_id
    where d.media_id = ${mediaId} and m.uploaded_by = ${viewer.personId}`.execute(db)
  return found.rows[0]?.drawing
}

export async function isSameDrawing(context: Context, mediaId: string, drawing: Drawing): Promise<boolean> {
  return isDeepStrictEqual(await findDrawing(context, mediaId), drawing)
}
