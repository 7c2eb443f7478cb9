import type { Context } from '../platform/context.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

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

/**
 * Closes every tie that stands today, and keeps which, and the day each was to end on. False when the id is another's.
 */
export async function insertDeparture(
  { db, viewer, now }: Context,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  const kept = await sql`
    with standing_places as (
      select e.id, e.closed_on from enrollment e
      where e.person_id = ${personId} and (e.closed_on is null or e.closed_on > cairn_today())
        and exists (select 1 from class c where c.id = e.class_id and c.closes_on >= cairn_today()) for update),
    enrolled_no_more as (
      update enrollment e set closed_on = greatest(e.opened_on, cairn_today())
      from standing_places s where s.id = e.id returning s.*),
    standing_guarding as (
      select g.id, g.closed_on from guardianship g
      where g.guardian_id = ${personId} and (g.closed_on is null or g.closed_on > cairn_today()) for update),
    guarding_no_more as (
      update guardianship g set closed_on = greatest(g.opened_on, cairn_today())
      from standing_guarding s where s.id = g.id returning s.*),
    standing_duties as (
      select u.id, u.closed_on from duty u
      where u.person_id = ${personId} and (u.closed_on is null or u.closed_on > cairn_today()) for update),
    serving_no_more as (
      update duty u set closed_on = greatest(u.opened_on, cairn_today())
      from standing_duties s where s.id = u.id returning s.*)
    insert into departure (id, district_id, person_id, closed, left_by, left_at)
    values (${id}, ${viewer.districtId}, ${personId}, jsonb_build_object(
      'enrollment', coalesce((select jsonb_object_agg(id, closed_on) from enrolled_no_more), '{}'),
      'guardianship', coalesce((select jsonb_object_agg(id, closed_on) from guarding_no_more), '{}'),
      'duty', coalesce((select jsonb_object_agg(id, closed_on) from serving_no_more), '{}')), ${viewer.personId}, ${now}::timestamptz)
    returning id`.execute(db)
  return kept.rows.length > 0
}

/** The same tie stands already: by a roster, say, that knew of the return first. */
const again = (kind: string, alike: RawBuilder<unknown>) => sql`exists (select 1 from ${sql.table(kind)} o
  where o.id <> t.id and (o.closed_on is null or o.closed_on > cairn_today()) and ${alike})`

/** Opens again what closed with the leaving, where nothing ended it otherwise since. */
export async function putBackTies({ db, viewer, now }: Context, id: string): Promise<void> {
  for (const kind of ['enrollment', 'guardianship', 'duty'] as const) {
    const fits =
      kind === 'enrollment'
        ? sql`exists (select 1 from class c where c.id = t.class_id and c.closes_on >= cairn_today())
            and not ${again(kind, sql`o.person_id = t.person_id and o.class_id = t.class_id and o.role = t.role`)}`
        : kind === 'guardianship'
          ? sql`not exists (select 1 from guardianship_ending x where x.guardianship_id = t.id)
              and not ${again(kind, sql`o.guardian_id = t.guardian_id and o.learner_id = t.learner_id`)}`
          : sql`not ${again(
              kind,
              sql`o.person_id = t.person_id and o.kind = t.kind
              and o.school_id is not distinct from t.school_id`,
            )}`
    await sql`
      update ${sql.table(kind)} t set closed_on = (d.closed->${sql.lit(kind)}->>t.id::text)::date
      from departure d where d.id = ${id} and d.closed->${sql.lit(kind)} ? t.id::text
        and t.closed_on = greatest(t.opened_on, (d.left_at at time zone (select z.time_zone from district z))::date)
        and coalesce((d.closed->${sql.lit(kind)}->>t.id::text)::date, 'infinity') > cairn_today() and ${fits}`.execute(
      db,
    )
  }
  await db
    .updateTable('departure')
    .set({ returned_by: viewer.personId, returned_at: now })
    .where('id', '=', id)
    .execute()
}
