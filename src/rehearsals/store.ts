import { person } from '../access/relations.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type Transaction, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { KeepRehearsal, ListRehearsals } from './contract.ts'
import { seesRehearsal } from './policy.ts'

const mostListed = 30
const keptDeletedDays = 30

/** Its learner’s own work, as it is called today. */
const pagesJson = sql`(
  select coalesce(json_agg(json_build_object('kind', g.kind, 'seconds', g.seconds,
    'title', (select p.title from piece p where p.id = g.piece_id and p.learner_id = h.learner_id)) order by g.position), '[]')
  from rehearsal_page g where g.rehearsal_id = h.id)`

export function readRehearsals(
  { db, viewer }: Context,
  roundId: string,
): Promise<JsonText<OutputOf<typeof ListRehearsals>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', h.id, 'seconds', h.seconds, 'rehearsedAt', h.rehearsed_at,
        'media', (select ${mediaJson} from media m where m.id = h.media_id), 'pages', ${pagesJson}) order by h.rehearsed_at desc), '[]')::text as json
      from (select h.* from rehearsal h where h.round_id = ${roundId} and ${seesRehearsal(me)}
        order by h.rehearsed_at desc limit ${mostListed}) h`,
  )
}

/** True when it is there, now or already; false when the id is another's or the recording is not this learner's. */
export async function insertRehearsal(
  { db, viewer, made }: Context,
  { id, roundId, seconds, pages, ...more }: InputOf<typeof KeepRehearsal>,
): Promise<boolean> {
  const mediaId = more.mediaId ?? null
  const result = await sql`
    insert into rehearsal (id, district_id, round_id, learner_id, media_id, seconds, rehearsed_at)
    select ${id}::uuid, ${viewer.districtId}::uuid, ${roundId}::uuid, ${viewer.personId}::uuid, ${mediaId}::uuid,
      ${seconds}, ${made.at}::timestamptz
    where ${mediaId}::uuid is null or exists (
      select 1 from media m where m.id = ${mediaId}::uuid and m.uploaded_by = ${viewer.personId})
    on conflict do nothing`.execute(db)
  if ((result.numAffectedRows ?? 0n) > 0n && pages.length > 0)
    await sql`
      insert into rehearsal_page (rehearsal_id, district_id, position, kind, piece_id, seconds)
      select ${id}::uuid, ${viewer.districtId}::uuid, x.at, x.kind, p.id, x.seconds
      from unnest(${pages.map(({ kind }) => kind)}::text[], ${pages.map(({ pieceId }) => pieceId)}::uuid[],
        ${pages.map((page) => page.seconds)}::int[]) with ordinality as x(kind, piece_id, seconds, at)
      left join piece p on p.id = x.piece_id and p.learner_id = ${viewer.personId}`.execute(db)
  const kept = await db
    .selectFrom('rehearsal')
    .select(['round_id', 'media_id'])
    .where('id', '=', id)
    .where('learner_id', '=', viewer.personId)
    .executeTakeFirst()
  return kept?.round_id === roundId && kept.media_id === mediaId
}

/** False when it is not the viewer's. Deleted already, it stays so. */
export async function markRehearsalDeleted({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const result = await sql`
    update rehearsal h set deleted_at = coalesce(h.deleted_at, ${now}::timestamptz)
    where h.id = ${id} and h.learner_id = ${viewer.personId}`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

/** Their recordings are then held by nothing, and erased like every such file. */
export async function eraseRehearsals(db: Transaction, now: Date): Promise<void> {
  await sql`delete from rehearsal h
    where h.deleted_at < ${now}::timestamptz - ${keptDeletedDays} * interval '1 day'`.execute(db)
}
