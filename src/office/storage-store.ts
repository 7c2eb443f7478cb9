import { leads, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { SystemContext } from '../platform/transaction.ts'
import type { CountStorage } from './contract.ts'
import { seesOffice, seesWholeHouse } from './policy.ts'

export type CountedStorage = {
  schools: OutputOf<typeof CountStorage>['schools']
  countedAt: string
  seesHouse: boolean
  lastBackupAt: string | null
}

/** A file counts where whoever brought it is enrolled today, or was last. */
const homes = sql`select distinct on (e.person_id) e.person_id, c.school_id from enrollment e join class c on c.id = e.class_id
  order by e.person_id, e.closed_on desc nulls first, e.opened_on desc, e.id`

const leaving = sql`select distinct t.media_id from deletion d join iteration i on i.piece_id = d.piece_id
    and (d.iteration_id is null or d.iteration_id = i.id)
  join part t on t.iteration_id = i.id
  where t.media_id is not null and not exists (select 1 from restoration r where r.deletion_id = d.id)`

/** Until a file is prepared it lies as it came. */
const counted = sql`(
  with homes as materialized (${homes}), leaving as materialized (${leaving}),
  made as (select r.media_id, sum(r.byte_size) as bytes from rendition r group by r.media_id),
  weights as (select m.id, m.uploaded_by, coalesce(r.bytes, m.byte_size) as bytes from media m
    left join made r on r.media_id = m.id where m.state <> 'arriving'),
  stored as (
    select h.school_id, count(*) as files, sum(w.bytes) as bytes, count(l.media_id) as leaving_files,
      coalesce(sum(w.bytes) filter (where l.media_id is not null), 0) as leaving_bytes
    from weights w left join homes h on h.person_id = w.uploaded_by
    left join leaving l on l.media_id = w.id group by h.school_id)
  select coalesce(jsonb_agg(jsonb_build_object('school', o.school_id, 'files', o.files, 'bytes', o.bytes,
    'leavingFiles', o.leaving_files, 'leavingBytes', o.leaving_bytes)), '[]') from stored o)`

export async function keepCount({ db, now }: SystemContext, districtId: string): Promise<void> {
  await sql`
    insert into storage_count (district_id, counted_at, schools) values (${districtId}, ${now}::timestamptz, ${counted})
    on conflict (district_id) do update set counted_at = excluded.counted_at, schools = excluded.schools`.execute(
    db,
  )
}

/** As of the last night; before the first one it is counted now. Undefined for whoever has no office. */
export async function countStored({ db, viewer, now }: Context): Promise<CountedStorage | undefined> {
  const me = person(viewer.personId)
  const found = await sql<CountedStorage>`
    with house as materialized (select ${seesWholeHouse(me)} as sees)
    select coalesce((select json_agg(json_build_object('id', t.school, 'name', s.name, 'files', t.files, 'bytes', t.bytes,
        'leavingFiles', t."leavingFiles", 'leavingBytes', t."leavingBytes") order by s.name nulls last)
      from jsonb_to_recordset(coalesce((select k.schools from storage_count k), ${counted}))
        as t(school uuid, files bigint, bytes numeric, "leavingFiles" bigint, "leavingBytes" numeric)
      left join school s on s.id = t.school
      where case when t.school is null then o.sees else ${leads(me, sql<string>`t.school`)} end), '[]') as schools,
      to_json(coalesce((select k.counted_at from storage_count k), ${now}::timestamptz)) as "countedAt",
      o.sees as "seesHouse", to_json((select max(b.made_at) from backup_made b where o.sees)) as "lastBackupAt"
    from house o where ${seesOffice(me)}`.execute(db)
  return found.rows[0]
}
