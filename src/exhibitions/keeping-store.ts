import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { PlaceStand, WriteExhibition } from './contract.ts'
import { invitesClass } from './policy.ts'

export type SaidExhibition = InputOf<typeof WriteExhibition>

/** The school of these classes, when they are of one school and all may be invited. */
export async function schoolOf(
  { db, viewer }: Context,
  classIds: readonly string[],
): Promise<string | undefined> {
  const found = await sql<{ id: string; invited: number; schools: number }>`
    select min(c.school_id::text) as id, count(*)::integer as invited, count(distinct c.school_id)::integer as schools
    from class c where c.id = any(${classIds}::uuid[]) and ${invitesClass(person(viewer.personId))}`.execute(
    db,
  )
  const row = found.rows[0]
  return row?.schools === 1 && row.invited === new Set(classIds).size ? row.id : undefined
}

export async function todayHere({ db }: Context): Promise<string> {
  const found = await sql<{ today: string }>`select cairn_today()::text as today`.execute(db)
  return found.rows[0]?.today ?? ''
}

export async function insertExhibition(
  context: Context,
  schoolId: string,
  said: SaidExhibition,
): Promise<boolean> {
  const { db, viewer, now } = context
  const made = await sql`
    insert into exhibition (id, district_id, school_id, opened_by, opened_at)
    values (${said.id}, ${viewer.districtId}, ${schoolId}, ${viewer.personId}, ${now}::timestamptz)
    on conflict (id) do nothing returning id`.execute(db)
  if (made.rows.length === 0) return false
  await insertExhibitionRevision(context, said, 1)
  return true
}

export async function advanceExhibition({ db }: Context, id: string, to: number): Promise<boolean> {
  const moved = await sql`
    update exhibition set revision = ${to} where id = ${id} and revision = ${to - 1} returning id`.execute(db)
  return moved.rows.length > 0
}

export async function insertExhibitionRevision(
  { db, viewer, now }: Context,
  said: SaidExhibition,
  revision: number,
): Promise<void> {
  await sql`
    insert into exhibition_revision (exhibition_id, district_id, revision, title, words, held_on, from_minute, to_minute,
      guests_from, places, written_by, written_at)
    values (${said.id}, ${viewer.districtId}, ${revision}, ${said.title}, ${said.words}, ${said.heldOn}, ${said.fromMinute},
      ${said.toMinute}, ${said.guestsFrom ?? said.heldOn}, ${JSON.stringify(said.places)}::jsonb, ${viewer.personId},
      ${now}::timestamptz)`.execute(db)
  await sql`
    insert into exhibition_class (exhibition_id, district_id, class_id)
    select ${said.id}, ${viewer.districtId}::uuid, unnest(${said.classIds}::uuid[]) on conflict do nothing`.execute(
    db,
  )
}

/** Whether the revision that is there is the one being sent again by the same person, in all it says. */
export async function isSameExhibition(
  { db, viewer }: Context,
  said: SaidExhibition,
  revision: number,
): Promise<boolean> {
  const found = await sql`
    select 1 from exhibition_revision v where v.exhibition_id = ${said.id} and v.revision = ${revision}
      and v.written_by = ${viewer.personId} and v.title = ${said.title} and v.words = ${said.words}
      and v.held_on = ${said.heldOn}::date and v.from_minute = ${said.fromMinute} and v.to_minute = ${said.toMinute}
      and v.guests_from = ${said.guestsFrom ?? said.heldOn}::date and v.places = ${JSON.stringify(said.places)}::jsonb
      and not exists (select 1 from unnest(${said.classIds}::uuid[]) one(id) where not exists (
        select 1 from exhibition_class k where k.exhibition_id = v.exhibition_id and k.class_id = one.id))`.execute(
    db,
  )
  return found.rows.length > 0
}

export async function markEnded({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    insert into exhibition_ending (exhibition_id, district_id, ended_by, ended_at)
    values (${id}, ${viewer.districtId}, ${viewer.personId}, ${now}::timestamptz) on conflict do nothing`.execute(
    db,
  )
}

export async function hasEnded({ db, viewer }: Context, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from exhibition_ending where exhibition_id = ${id} and ended_by = ${viewer.personId}`.execute(db)
  return found.rows.length > 0
}

/** Whose a stand is, before anybody's rights are asked: an id of another is not there for us. */
export async function whoseStand({ db }: Context, id: string) {
  const found = await sql<{ learnerId: string; exhibitionId: string }>`
    select learner_id as "learnerId", exhibition_id as "exhibitionId" from stand where id = ${id}`.execute(db)
  return found.rows[0]
}

/** The learner's one stand at an event, whichever device began it; none when the id is taken out of our sight. */
export async function standAt(
  { db, viewer, now }: Context,
  exhibitionId: string,
  id: string,
): Promise<string | undefined> {
  await sql`
    insert into stand (id, district_id, exhibition_id, learner_id)
    select ${id}, ${viewer.districtId}::uuid, ${exhibitionId}::uuid, ${viewer.personId}::uuid
    where ${now}::timestamptz is not null on conflict do nothing`.execute(db)
  const found = await sql<{ id: string }>`
    select id from stand where exhibition_id = ${exhibitionId} and learner_id = ${viewer.personId}`.execute(
    db,
  )
  return found.rows[0]?.id
}

type Choice = { stays: boolean; title: string; showcaseId: string | null }

export async function latestChoice({ db }: Context, standId: string): Promise<Choice | undefined> {
  const found = await sql<Choice>`
    select stays, title, showcase_id as "showcaseId" from stand_choice where stand_id = ${standId}
    order by chosen_at desc limit 1`.execute(db)
  return found.rows[0]
}

export async function insertChoice(
  { db, viewer, now }: Context,
  standId: string,
  { stays, title, showcaseId }: Choice,
): Promise<void> {
  await sql`
    insert into stand_choice (stand_id, district_id, chosen_at, stays, title, showcase_id)
    values (${standId}, ${viewer.districtId}, ${now}::timestamptz, ${stays}, ${title}, ${showcaseId})
    on conflict (stand_id, chosen_at) do update set stays = excluded.stays, title = excluded.title,
      showcase_id = excluded.showcase_id`.execute(db)
}

/** A showcase of the learner's own that lasts and asks guests for nothing. */
export async function isShowable({ db, viewer }: Context, showcaseId: string) {
  const found = await sql<{ hasPasscode: boolean }>`
    select s.passcode_hash is not null as "hasPasscode" from showcase_standing s
    where s.id = ${showcaseId} and s.learner_id = ${viewer.personId} and s.state in ('waiting', 'declined', 'open')`.execute(
    db,
  )
  return found.rows[0]
}

export async function insertPlacing(
  { db, viewer, now }: Context,
  { id, placeId, fromMinute, toMinute }: InputOf<typeof PlaceStand>,
): Promise<void> {
  await sql`
    insert into stand_placing (stand_id, district_id, placed_at, placed_by, place_id, from_minute, to_minute)
    values (${id}, ${viewer.districtId}, ${now}::timestamptz, ${viewer.personId}, ${placeId ?? null}, ${fromMinute ?? null},
      ${toMinute ?? null})
    on conflict (stand_id, placed_at) do update set placed_by = excluded.placed_by, place_id = excluded.place_id,
      from_minute = excluded.from_minute, to_minute = excluded.to_minute`.execute(db)
}
