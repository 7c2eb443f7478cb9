import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { type RawBuilder, sql } from '../platform/database.ts'
import type { PlannedSlot } from './appointment.ts'
import type { PlanConferenceDay } from './contract.ts'
import { planActs, seesTimes } from './policy.ts'

export type NewDay = InputOf<typeof PlanConferenceDay>

const round = sql`conference_rounds r join space s on s.class_id = r.class_id`

/** Finds a round whose times are to be planned: undefined when it cannot be seen. */
export async function planFor({ db, viewer }: Context, id: string, act: keyof ReturnType<typeof planActs>) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; startsOn: string; endsOn: string }>`
    select ${planActs(me)[act]} as allowed, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn"
    from ${round} where r.id = ${id} and ${seesTimes(me)}`.execute(db)
  return found.rows[0]
}

/** False when the id is taken already. */
export async function insertDay({ db, viewer, now }: Context, day: NewDay): Promise<boolean> {
  const result = await db
    .insertInto('conference_day')
    .values({
      id: day.id,
      district_id: viewer.districtId,
      round_id: day.roundId,
      held_on: day.heldOn,
      from_minute: day.fromMinute,
      to_minute: day.toMinute,
      length_minutes: day.lengthMinutes,
      break_minutes: day.breakMinutes,
      stations: day.stations,
      way: day.way,
      place: day.place,
      languages: [...day.languages],
      interpreter: day.interpreter,
      planned_by: viewer.personId,
      planned_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The school's clock is turned into moments here, by the one who knows its zone. */
export async function insertSlots(
  { db, viewer }: Context,
  day: NewDay,
  slots: readonly PlannedSlot[],
): Promise<void> {
  await sql`
    insert into conference_slot (id, district_id, round_id, day_id, from_minute, to_minute, starts_at, ends_at, station)
    select gen_random_uuid(), x.id, ${day.roundId}, ${day.id}, f, t,
      (${day.heldOn}::date + make_interval(mins => f)) at time zone x.time_zone,
      (${day.heldOn}::date + make_interval(mins => t)) at time zone x.time_zone, z
    from district x, unnest(${slots.map((one) => one.fromMinute)}::int[], ${slots.map((one) => one.toMinute)}::int[],
      ${slots.map((one) => one.station)}::int[]) as slots(f, t, z)
    where x.id = ${viewer.districtId}`.execute(db)
}

/** Whether the day that bears an id is the very one being sent again, by the same person. */
export async function isSameDay({ db, viewer }: Context, day: NewDay): Promise<boolean | undefined> {
  const found = await sql<{ mine: boolean; same: boolean }>`
    select d.planned_by = ${viewer.personId}::uuid as mine, (d.round_id = ${day.roundId}::uuid
      and d.held_on = ${day.heldOn}::date and d.from_minute = ${day.fromMinute} and d.to_minute = ${day.toMinute}
      and d.length_minutes = ${day.lengthMinutes} and d.break_minutes = ${day.breakMinutes}
      and d.stations = ${day.stations} and d.way = ${day.way} and d.place = ${day.place}
      and d.languages = ${[...day.languages]}::text[] and d.interpreter = ${day.interpreter}) as same
    from conference_day d where d.id = ${day.id}`.execute(db)
  const kept = found.rows[0]
  return kept?.mine ? kept.same : undefined
}

const slotsIn = (of: 'day' | 'slot', id: string): RawBuilder<boolean> =>
  of === 'day' ? sql<boolean>`o.day_id = ${id}` : sql<boolean>`o.id = ${id}`

/** The round of what is to be cancelled, with whether it is the viewer's to cancel. */
export async function roundOf({ db, viewer }: Context, of: 'day' | 'slot', id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${planActs(me).cancel} as allowed from ${round}
    where ${seesTimes(me)} and exists (select 1 from conference_slot o where o.round_id = r.id and ${slotsIn(of, id)})`.execute(
    db,
  )
  return found.rows[0]
}

export async function cancelSlotsOf(
  { db, viewer, now }: Context,
  of: 'day' | 'slot',
  id: string,
): Promise<void> {
  await sql`update conference_slot o set cancelled_by = ${viewer.personId}, cancelled_at = ${now}
    where ${slotsIn(of, id)} and o.cancelled_at is null`.execute(db)
}

export async function endBookingsOfCancelled(
  { db, viewer, now }: Context,
  of: 'day' | 'slot',
  id: string,
): Promise<void> {
  await sql`update conference_booking q set ended_by = ${viewer.personId}, ended_at = ${now}, ended_how = 'cancelled'
    from conference_slot o where o.id = q.slot_id and ${slotsIn(of, id)} and q.ended_at is null`.execute(db)
}
