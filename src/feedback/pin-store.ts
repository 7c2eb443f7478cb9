import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../platform/context.ts'
import { type RawBuilder, sql } from '../platform/database.ts'
import type { Pin, PointedAt } from '../pins/pin.ts'

const areaJson = sql`case when n.area_x is not null then json_build_object(
  'x', n.area_x, 'y', n.area_y, 'width', n.area_width, 'height', n.area_height) end`

/** The pin of a row of feedback aliased `f`, or null. */
export const pinJson: RawBuilder<string> = sql<string>`(
  select case n.kind
    when 'words' then json_build_object('kind', n.kind, 'revision', n.revision, 'position', n.position,
      'quote', n.quote, 'start', n.quote_start)
    when 'moment' then json_build_object('kind', n.kind, 'revision', n.revision, 'position', n.position,
      'mediaId', t.media_id, 'from', n.from_second, 'to', n.to_second)
    when 'page' then json_build_object('kind', n.kind, 'revision', n.revision, 'position', n.position,
      'mediaId', t.media_id, 'page', n.page, 'area', ${areaJson})
    else json_build_object('kind', n.kind, 'revision', n.revision, 'position', n.position,
      'mediaId', t.media_id, 'area', ${areaJson}) end
  from pin n join part t on t.iteration_id = n.iteration_id and t.revision = n.revision and t.position = n.position
  where n.feedback_id = f.id)`

/** What stands at the place a pin names. */
export async function pointedAt(
  { db }: Context,
  iterationId: string,
  pin: Pin,
): Promise<PointedAt | undefined> {
  return db
    .selectFrom('part')
    .leftJoin('media', 'media.id', 'part.media_id')
    .select(['part.kind', 'part.media_id as mediaId', 'media.kind as mediaKind', 'part.body as text'])
    .where('part.iteration_id', '=', iterationId)
    .where('part.revision', '=', pin.revision)
    .where('part.position', '=', pin.position)
    .executeTakeFirst()
}

export async function insertPin(
  { db, viewer }: Context,
  to: { feedbackId: string; iterationId: string; pin: Pin },
): Promise<void> {
  const { pin } = to
  const area = 'area' in pin ? pin.area : null
  await db
    .insertInto('pin')
    .values({
      feedback_id: to.feedbackId,
      district_id: viewer.districtId,
      iteration_id: to.iterationId,
      revision: pin.revision,
      position: pin.position,
      kind: pin.kind,
      area_x: area?.x ?? null,
      area_y: area?.y ?? null,
      area_width: area?.width ?? null,
      area_height: area?.height ?? null,
      from_second: pin.kind === 'moment' ? pin.from : null,
      to_second: pin.kind === 'moment' ? pin.to : null,
      page: pin.kind === 'page' ? pin.page : null,
      quote: pin.kind === 'words' ? pin.quote : null,
      quote_start: pin.kind === 'words' ? pin.start : null,
    })
    .execute()
}

/** Whether the pin that is kept is the one being sent again. */
export async function isSamePin(
  { db }: Context,
  feedbackId: string,
  sent: Pin | undefined,
): Promise<boolean> {
  const found = await sql<{ pin: Pin | null }>`
    select ${pinJson} as pin from feedback f where f.id = ${feedbackId}`.execute(db)
  return isDeepStrictEqual(found.rows[0]?.pin ?? undefined, sent)
}
