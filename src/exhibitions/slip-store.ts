import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { isReadable, ownsStand, readsForThem, seesCard, seesSlip } from './policy.ts'

export async function slipFor({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; releases: boolean | null; isReadable: boolean }>`
    select ${readsForThem(me)} as allowed, e.releases, ${isReadable} as "isReadable"
    from slip g join stand t on t.id = g.stand_id left join slip_decision e on e.slip_id = g.id
      left join media m on m.id = g.media_id
    where g.id = ${id} and ${seesSlip(me)}`.execute(db)
  return found.rows[0]
}

/** False when somebody decided before: what a child has read is not put aside behind their back. */
export async function insertDecision(
  { db, viewer, now }: Context,
  { id, releases, reason }: { id: string; releases: boolean; reason: string },
): Promise<boolean> {
  const made = await sql`
    insert into slip_decision (slip_id, district_id, releases, reason, decided_by, decided_at)
    values (${id}, ${viewer.districtId}, ${releases}, ${reason}, ${viewer.personId}, ${now}::timestamptz)
    on conflict (slip_id) do update set releases = true, reason = excluded.reason, decided_by = excluded.decided_by,
      decided_at = excluded.decided_at
      where not slip_decision.releases and excluded.releases returning slip_id`.execute(db)
  return made.rows.length > 0
}

/** The viewer's own stand at an event, while they stand there. */
export async function ownStand({ db, viewer }: Context, exhibitionId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select t.id from stand_standing t where t.exhibition_id = ${exhibitionId} and ${ownsStand(person(viewer.personId))}`.execute(
    db,
  )
  return found.rows[0]?.id
}

/** Whether it is kept now, by this learner and with these words. */
export async function insertCard(
  { db, viewer, now }: Context,
  { id, standId, words }: { id: string; standId: string; words: string },
): Promise<boolean> {
  await sql`
    insert into thanks (id, district_id, stand_id, words, written_at)
    values (${id}, ${viewer.districtId}, ${standId}, ${words}, ${now}::timestamptz) on conflict (id) do nothing`.execute(
    db,
  )
  const found = await sql`
    select 1 from thanks where id = ${id} and stand_id = ${standId} and words = ${words}`.execute(db)
  return found.rows.length > 0
}

export async function cardFor({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${readsForThem(me)} as allowed from thanks w join stand t on t.id = w.stand_id
    where w.id = ${id} and ${seesCard(me)}`.execute(db)
  return found.rows[0]
}

export async function markReleased({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    insert into thanks_release (thanks_id, district_id, released_by, released_at)
    values (${id}, ${viewer.districtId}, ${viewer.personId}, ${now}::timestamptz) on conflict do nothing`.execute(
    db,
  )
}

/** With what stood there before: thanks said anew took its place, and it does not come back with them. */
export async function markCardWithdrawn({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    insert into thanks_withdrawal (thanks_id, district_id, withdrawn_by, withdrawn_at)
    select o.id, o.district_id, ${viewer.personId}::uuid, ${now}::timestamptz from thanks w
    join thanks o on o.stand_id = w.stand_id and o.written_at <= w.written_at
    where w.id = ${id} on conflict do nothing`.execute(db)
}

/** A stand and its title as it is now, and whether the viewer reads it for guests. */
export async function titleFor({ db, viewer }: Context, standId: string) {
  const found = await sql<{ exhibitionId: string; title: string; reads: boolean }>`
    select t.exhibition_id as "exhibitionId", t.title, ${readsForThem(person(viewer.personId))} as reads
    from stand_standing t where t.id = ${standId}`.execute(db)
  return found.rows[0]
}

export async function markTitleReleased(
  { db, viewer, now }: Context,
  standId: string,
  title: string,
): Promise<void> {
  await sql`
    insert into stand_title_release (stand_id, district_id, title, released_by, released_at)
    values (${standId}, ${viewer.districtId}, ${title}, ${viewer.personId}, ${now}::timestamptz)
    on conflict do nothing`.execute(db)
}
