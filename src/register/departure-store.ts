import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'

export async function departureOf({ db }: Context, id: string) {
  const found = await sql<{ personId: string; isReturned: boolean }>`
    select d.person_id as "personId", d.returned_at is not null as "isReturned" from departure d
    where d.id = ${id} for update`.execute(db)
  return found.rows[0]
}

export async function hasLeft({ db }: Context, personId: string): Promise<boolean> {
  const found = await sql`
    select 1 from departure d where d.person_id = ${personId} and d.returned_at is null`.execute(db)
  return found.rows.length > 0
}

/** Whether nobody else would run the district's office. */
export async function runsAlone({ db }: Context, personId: string): Promise<boolean> {
  const found = await sql<{ alone: boolean }>`
    select exists (select 1 from serves s where s.person_id = ${personId} and s.kind = 'office' and s.school_id is null)
      and not exists (select 1 from serves s where s.person_id <> ${personId} and s.kind = 'office'
        and s.school_id is null) as alone`.execute(db)
  return found.rows[0]?.alone === true
}

/** Closes every tie that stands today, and keeps which, and until when those were meant that had a last day. False when the id is another's. */
export async function insertDeparture(
  { db, viewer, now }: Context,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  const kept = await sql`
    with enrolled_no_more as (
      update enrollment e set closed_on = greatest(e.opened_on, cairn_today()) from enrollment was
      where was.id = e.id and e.person_id = ${personId} and (e.closed_on is null or e.closed_on > cairn_today())
        and exists (select 1 from class c where c.id = e.class_id and c.closes_on >= cairn_today()) returning e.id, was.closed_on as until),
    guarding_no_more as (
      update guardianship g set closed_on = greatest(g.opened_on, cairn_today()) from guardianship was
      where was.id = g.id and g.guardian_id = ${personId} and (g.closed_on is null or g.closed_on > cairn_today()) returning g.id, was.closed_on as until),
    serving_no_more as (
      update duty u set closed_on = greatest(u.opened_on, cairn_today()) from duty was
      where was.id = u.id and u.person_id = ${personId} and (u.closed_on is null or u.closed_on > cairn_today()) returning u.id, was.closed_on as until)
    insert into departure (id, district_id, person_id, closed, left_by, left_at)
    values (${id}, ${viewer.districtId}, ${personId}, jsonb_build_object(
      'enrollment', coalesce((select jsonb_agg(id) from enrolled_no_more), '[]'),
      'guardianship', coalesce((select jsonb_agg(id) from guarding_no_more), '[]'),
      'duty', coalesce((select jsonb_agg(id) from serving_no_more), '[]'),
      'until', coalesce((select jsonb_object_agg(w.id, w.until) from (select * from enrolled_no_more
        union all select * from guarding_no_more union all select * from serving_no_more) w
        where w.until is not null), '{}')), ${viewer.personId}, ${now}::timestamptz)
    returning id`.execute(db)
  return kept.rows.length > 0
}

/** Opens again what closed with the leaving, where nothing ended it otherwise since. */
export async function putBackTies({ db, viewer, now }: Context, id: string): Promise<void> {
  for (const kind of ['enrollment', 'guardianship', 'duty'] as const) {
    const fits =
      kind === 'enrollment'
        ? sql`exists (select 1 from class c where c.id = t.class_id and c.closes_on >= cairn_today())`
        : kind === 'guardianship'
          ? sql`not exists (select 1 from guardianship_ending x where x.guardianship_id = t.id)`
          : sql`true`
    await sql`
      update ${sql.table(kind)} t set closed_on = (d.closed->'until'->>t.id::text)::date
      from departure d where d.id = ${id} and d.closed->${sql.lit(kind)} ? t.id::text
        and t.closed_on = greatest(t.opened_on, (d.left_at at time zone (select z.time_zone from district z))::date)
        and coalesce((d.closed->'until'->>t.id::text)::date, 'infinity') > cairn_today() and ${fits}`.execute(
      db,
    )
  }
  await db
    .updateTable('departure')
    .set({ returned_by: viewer.personId, returned_at: now })
    .where('id', '=', id)
    .execute()
}
