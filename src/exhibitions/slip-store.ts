import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { ownsStand, readsForThem, seesCard, seesSlip } from './policy.ts'

export type Slip = { id: string; standId: string; words: string; signed: string }

/** Kept once, however often a form is sent. False when other words have this id. */
export async function insertSlip(
  db: Transaction,
  { id, standId, words, signed }: Slip,
  { districtId, now }: { districtId: string; now: Date },
): Promise<boolean> {
  await sql`
    insert into slip (id, district_id, stand_id, words, signed, written_at)
    values (${id}, ${districtId}, ${standId}, ${words}, ${signed}, ${now}::timestamptz) on conflict (id) do nothing`.execute(
    db,
  )
  const found = await sql`
    select 1 from slip where id = ${id} and stand_id = ${standId} and words = ${words} and signed = ${signed}`.execute(
    db,
  )
  return found.rows.length > 0
}

/** How many slips came lately, to this learner and at the whole event. */
export async function countLately(db: Transaction, standId: string, since: Date) {
  const found = await sql<{ stand: number; exhibition: number }>`
    select count(*) filter (where g.stand_id = ${standId})::integer as stand, count(*)::integer as exhibition
    from slip g join stand t on t.id = g.stand_id
    where g.written_at > ${since}::timestamptz
      and t.exhibition_id = (select o.exhibition_id from stand o where o.id = ${standId})`.execute(db)
  return found.rows[0] ?? { stand: 0, exhibition: 0 }
}

export async function slipFor({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; decidedBy: string | null; releases: boolean | null }>`
    select ${readsForThem(me)} as allowed, e.decided_by as "decidedBy", e.releases
    from slip g join stand t on t.id = g.stand_id left join slip_decision e on e.slip_id = g.id
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
