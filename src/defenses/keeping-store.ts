import { person, teaches } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { ArrangeAttempt, CallAttempt, ReviseDefense, SetDefense } from './contract.ts'
import type { Panelist } from './defense.ts'
import { isAtTheirSchool } from './policy.ts'

type SaidDefense = InputOf<typeof SetDefense>
export type SaidArrangement = Pick<
  InputOf<typeof ArrangeAttempt>,
  'heldOn' | 'fromMinute' | 'place' | 'panel'
>

export async function teachesLearner({ db, viewer }: Context, learnerId: string): Promise<boolean> {
  const found = await sql<{ teaches: boolean }>`
    select ${teaches(person(viewer.personId), person(learnerId))} as teaches`.execute(db)
  return found.rows[0]?.teaches === true
}

/** How many of these can be asked onto a panel. */
export async function countStaff(
  { db }: Context,
  learnerId: string,
  panel: readonly Panelist[],
): Promise<number> {
  const ids = panel.flatMap(({ personId }) => personId ?? [])
  const found = await sql<{ count: number }>`
    select count(*)::integer as count from unnest(${ids}::uuid[]) asked (id)
    where ${isAtTheirSchool(sql<string>`asked.id`, person(learnerId))}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Whether it is kept now as it is said; false when something else has one of its ids. */
export async function insertDefense(context: Context, said: SaidDefense): Promise<boolean> {
  const { db, viewer, now } = context
  const { id, learnerId, title } = said
  await sql`
    insert into defense (id, district_id, learner_id, title, set_by, set_at)
    values (${id}, ${viewer.districtId}, ${learnerId}, ${title}, ${viewer.personId}, ${now}::timestamptz)
    on conflict (id) do nothing`.execute(db)
  const found = await sql`
    select 1 from defense where id = ${id} and learner_id = ${learnerId} and set_by = ${viewer.personId}
      and title = ${title}`.execute(db)
  return found.rows.length > 0 && insertRevision(context, { ...said, revision: 1 })
}

/** Whether this revision is now as it is said; false when another was sent in its place. */
export async function insertRevision(
  { db, viewer, now }: Context,
  { id, revision, criteria, protocol }: InputOf<typeof ReviseDefense>,
): Promise<boolean> {
  const [wanted, order] = [JSON.stringify(criteria), JSON.stringify(protocol)]
  await sql`
    insert into defense_revision (defense_id, district_id, revision, criteria, protocol, revised_by, revised_at)
    values (${id}, ${viewer.districtId}, ${revision}, ${wanted}::jsonb, ${order}::jsonb, ${viewer.personId},
      ${now}::timestamptz) on conflict do nothing`.execute(db)
  return isSameRevision({ db, viewer }, { id, revision, criteria, protocol })
}

export async function isSameRevision(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  { id, revision, criteria, protocol }: InputOf<typeof ReviseDefense>,
): Promise<boolean> {
  const found = await sql`
    select 1 from defense_revision where defense_id = ${id} and revision = ${revision}
      and revised_by = ${viewer.personId} and criteria = ${JSON.stringify(criteria)}::jsonb
      and protocol = ${JSON.stringify(protocol)}::jsonb`.execute(db)
  return found.rows.length > 0
}

/** The attempt after the last one; false when that id, or that place in the row, is taken by something else. */
export async function insertAttempt(
  context: Context,
  { id, defenseId }: Pick<InputOf<typeof CallAttempt>, 'id' | 'defenseId'>,
): Promise<boolean> {
  const { db, viewer, now } = context
  await sql`
    insert into defense_attempt (id, district_id, defense_id, number, called_by, called_at)
    select ${id}::uuid, ${viewer.districtId}::uuid, ${defenseId}::uuid,
      (select count(*)::integer + 1 from defense_attempt a where a.defense_id = ${defenseId}), ${viewer.personId}::uuid,
      ${now}::timestamptz
    on conflict do nothing`.execute(db)
  return isCalledAlready(context, id, defenseId)
}

export async function isCalledAlready({ db, viewer }: Context, id: string, defenseId: string) {
  const found = await sql`
    select 1 from defense_attempt where id = ${id} and defense_id = ${defenseId} and called_by = ${viewer.personId}`.execute(
    db,
  )
  return found.rows.length > 0
}

export async function insertArrangement(
  { db, viewer, now }: Context,
  attemptId: string,
  { heldOn, fromMinute, place, panel }: SaidArrangement,
): Promise<void> {
  await sql`
    insert into defense_arrangement (attempt_id, district_id, arranged_at, arranged_by, held_on, from_minute, place, panel)
    select ${attemptId}::uuid, ${viewer.districtId}::uuid, ${now}::timestamptz, ${viewer.personId}::uuid, ${heldOn}::date,
      ${fromMinute ?? null}::integer, ${place}, ${JSON.stringify(panel)}::jsonb
    where not exists (select 1 from defense_standing_attempt a where a.id = ${attemptId}::uuid and a.held_on = ${heldOn}::date
      and a.from_minute is not distinct from ${fromMinute ?? null}::integer and a.place = ${place}
      and a.panel = ${JSON.stringify(panel)}::jsonb)
    on conflict (attempt_id, arranged_at) do update set arranged_by = excluded.arranged_by, held_on = excluded.held_on,
      from_minute = excluded.from_minute, place = excluded.place, panel = excluded.panel`.execute(db)
}

export async function markCalledOff({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    insert into defense_calling_off (defense_id, district_id, called_off_by, called_off_at)
    values (${id}, ${viewer.districtId}, ${viewer.personId}, ${now}::timestamptz) on conflict do nothing`.execute(
    db,
  )
}
