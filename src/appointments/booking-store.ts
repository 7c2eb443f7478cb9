import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { AskForTime, AssignSlot } from './contract.ts'
import { isHeld, isOfHousehold, mayAssignTo, mayTakeTimeFor, seesBooking, seesTimes } from './policy.ts'

/** What is asked for: a slot, for a learner, on behalf of a guardian. */
export type Asked = InputOf<typeof AssignSlot>

const slotRow = sql`conference_slot o join conference_rounds r on r.id = o.round_id join space s on s.class_id = r.class_id`

/** Finds a slot somebody wants: undefined when they see nothing of its round. */
export async function slotFor({ db, viewer }: Context, asked: Asked, as: 'guardian' | 'teacher') {
  const me = person(viewer.personId)
  const learner = person(asked.learnerId)
  const rule =
    as === 'guardian'
      ? mayTakeTimeFor(me, learner)
      : mayAssignTo(me, learner, sql<string>`${asked.guardianId}::uuid`)
  const found = await sql<{ allowed: boolean; roundId: string }>`
    select ${rule} as allowed, r.id as "roundId" from ${slotRow} where o.id = ${asked.slotId} and ${seesTimes(me)}`.execute(
    db,
  )
  return found.rows[0]
}

/** The same booking sent again at once waits for itself; otherwise every place could look taken by its own twin. */
export async function lockBooking({ db }: Context, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db)
}

/** The booking that bears an id already, and whether it is of the time and the words that are being sent. */
export async function keptBooking({ db }: Context, asked: Asked) {
  const found = await sql<{ bookedBy: string; same: boolean }>`
    select q.booked_by as "bookedBy", q.learner_id = ${asked.learnerId}::uuid
      and q.guardian_id is not distinct from ${asked.guardianId}::uuid and q.language = ${asked.language}
      and q.interpreter = ${asked.interpreter} and q.comes = ${asked.comes} and q.phone = ${asked.phone}
      and exists (select 1 from conference_slot had join conference_slot wanted
          on wanted.day_id = had.day_id and wanted.starts_at = had.starts_at
        where had.id = q.slot_id and wanted.id = ${asked.slotId}) as same
    from conference_booking q where q.id = ${asked.id}`.execute(db)
  return found.rows[0]
}

export type Ending = 'changed' | 'given_back' | 'cancelled'

/** Ends the booking a household had, if it is still the one that was looked at. */
export async function endReplaced(
  { db, viewer, now }: Context,
  asked: Asked,
  roundId: string,
): Promise<boolean> {
  const result = await db
    .updateTable('conference_booking')
    .set({ ended_at: now, ended_by: viewer.personId, ended_how: 'changed' })
    .where('id', '=', asked.replaces ?? '')
    .where('round_id', '=', roundId)
    .where('learner_id', '=', asked.learnerId)
    .where((where) =>
      where.or([where('guardian_id', 'is', null), where('guardian_id', '=', asked.guardianId)]),
    )
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Frees the stations of a time that are held by somebody who has no part in the round any more. */
export async function releaseGone({ db, now }: Context, slotId: string): Promise<void> {
  await sql`
    update conference_booking gone set ended_at = ${now}, ended_how = 'gone'
    from conference_booking q join conference_slot o on o.id = q.slot_id
      join conference_slot wanted on wanted.day_id = o.day_id and wanted.starts_at = o.starts_at
      join conference_rounds r on r.id = o.round_id join space s on s.class_id = r.class_id
    where wanted.id = ${slotId} and gone.id = q.id and q.ended_at is null and not ${isHeld}`.execute(db)
}

/**
 * Takes a station of the time that was asked for. Two who reach for the last one meet at the unique index: one has
 * it, the other is told so (false), and never both.
 */
export async function insertBooking({ db, viewer, now }: Context, asked: Asked): Promise<boolean> {
  const result = await sql`
    insert into conference_booking (id, district_id, round_id, slot_id, learner_id, guardian_id, language,
      interpreter, comes, phone, booked_by, booked_at)
    select ${asked.id}, ${viewer.districtId}, free.round_id, free.id, ${asked.learnerId}, ${asked.guardianId}::uuid,
      ${asked.language}, ${asked.interpreter}, ${asked.comes}, ${asked.phone}, ${viewer.personId}, ${now}
    from (
      select o.id, o.round_id from conference_slot wanted
        join conference_slot o on o.day_id = wanted.day_id and o.starts_at = wanted.starts_at
      where wanted.id = ${asked.slotId} and o.cancelled_at is null and o.starts_at > cairn_now()
        and not exists (select 1 from conference_booking q where q.slot_id = o.id and q.ended_at is null)
      order by o.id <> wanted.id, o.station limit 1 for update of o skip locked) free
    on conflict do nothing`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

/** Whether a household has a time for the learner already, which a second one would double. */
export async function hasTime({ db }: Context, asked: Asked, roundId: string): Promise<boolean> {
  const found = await sql`
    select 1 from conference_booking q where q.round_id = ${roundId} and q.learner_id = ${asked.learnerId}
      and q.guardian_id is not distinct from ${asked.guardianId}::uuid and q.ended_at is null`.execute(db)
  return found.rows.length > 0
}

/** Finds a booking to be given back: undefined for whoever it is none of their business. */
export async function bookingFor({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; mine: boolean }>`
    select true as allowed, ${isOfHousehold(me)} as mine from conference_booking q
      join conference_rounds r on r.id = q.round_id join space s on s.class_id = r.class_id
    where q.id = ${id} and ${seesBooking(me)}`.execute(db)
  return found.rows[0]
}

export async function endBooking({ db, viewer, now }: Context, id: string, how: Ending): Promise<void> {
  await db
    .updateTable('conference_booking')
    .set({ ended_at: now, ended_by: viewer.personId, ended_how: how })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Whether the viewer may say something about the times of a round for a learner. */
export async function roundFor({ db, viewer }: Context, roundId: string, learnerId: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${mayTakeTimeFor(me, person(learnerId))} as allowed
    from conference_rounds r join space s on s.class_id = r.class_id where r.id = ${roundId} and ${seesTimes(me)}`.execute(
    db,
  )
  return found.rows[0]
}

/** False when the id is taken already. */
export async function insertWish(
  { db, viewer, now }: Context,
  wish: InputOf<typeof AskForTime>,
): Promise<boolean> {
  const result = await db
    .insertInto('conference_wish')
    .values({
      id: wish.id,
      district_id: viewer.districtId,
      round_id: wish.roundId,
      learner_id: wish.learnerId,
      guardian_id: viewer.personId,
      words: wish.words,
      said_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptWish({ db, viewer }: Context, id: string) {
  return db
    .selectFrom('conference_wish')
    .select(['round_id as roundId', 'learner_id as learnerId', 'words'])
    .where('id', '=', id)
    .where('guardian_id', '=', viewer.personId)
    .executeTakeFirst()
}
