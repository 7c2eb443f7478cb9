import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import type { Duty, Ending } from './registered.ts'

export type KeptGuardianship = {
  learnerId: string
  guardianId: string
  relationship: string
  isOpen: boolean
  fromRoster: boolean
  ended: Ending | null
}

export async function findGuardianship({ db }: Context, id: string): Promise<KeptGuardianship | undefined> {
  const found = await sql<KeptGuardianship>`
    select g.learner_id as "learnerId", g.guardian_id as "guardianId", g.relationship,
      g.closed_on is null or g.closed_on > cairn_today() as "isOpen", g.roster_source is not null as "fromRoster",
      (select e.kind from guardianship_ending e where e.guardianship_id = g.id) as ended
    from guardianship g where g.id = ${id} for update of g`.execute(db)
  return found.rows[0]
}

export type Pair = { learnerId: string; guardianId: string }

/** Of two people: whether both are here and were made one with nobody, whether one is a learner, and what ties them. */
export async function pairStands({ db }: Context, { learnerId, guardianId }: Pair) {
  const found = await sql<{ here: number; isLearner: boolean; guardsToo: boolean; isOpen: boolean }>`
    select (select count(*)::integer from person n where n.id in (${learnerId}, ${guardianId}) and not exists (
        select 1 from person_merge m where m.gone_id = n.id and m.undone_at is null)) as here,
      exists (select 1 from enrollment e where e.person_id = ${learnerId} and e.role = 'student') as "isLearner",
      exists (select 1 from enrollment e where e.person_id = ${guardianId} and e.role = 'student'
        and (e.closed_on is null or e.closed_on > cairn_today())) as "guardsToo",
      exists (select 1 from guards g where g.learner_id = ${learnerId} and g.guardian_id = ${guardianId}) as "isOpen"`.execute(
    db,
  )
  return found.rows[0]
}

export async function insertGuardianshipByHand(
  { db, viewer }: Context,
  one: Pair & { id: string; relationship: string },
): Promise<boolean> {
  const kept = await sql`
    insert into guardianship (id, district_id, learner_id, guardian_id, relationship, opened_on)
    values (${one.id}, ${viewer.districtId}, ${one.learnerId}, ${one.guardianId}, ${one.relationship}, cairn_today())
    on conflict (id) do nothing returning id`.execute(db)
  return kept.rows.length > 0
}

export async function setRelationship({ db }: Context, id: string, relationship: string): Promise<void> {
  await db.updateTable('guardianship').set({ relationship }).where('id', '=', id).execute()
}

/** A mistake never held: it ends on the day it began, so that no later question finds it open on any day. */
export async function closeGuardianship({ db, viewer, now }: Context, id: string, kind: Ending) {
  await sql`
    update guardianship g set closed_on = case when ${kind} = 'mistake' then g.opened_on
      else least(coalesce(g.closed_on, 'infinity'), greatest(g.opened_on, cairn_today())) end where g.id = ${id}`.execute(
    db,
  )
  await db
    .insertInto('guardianship_ending')
    .values({
      guardianship_id: id,
      district_id: viewer.districtId,
      kind,
      ended_by: viewer.personId,
      ended_at: now,
    })
    .onConflict((conflict) => conflict.column('guardianship_id').doNothing())
    .execute()
}

/** Of two who end each other's duties, or the same tie brought twice, the second sees what the first did. */
export async function lockOffice({ db }: Context): Promise<void> {
  await sql`select u.id from duty u where u.kind = 'office' and u.school_id is null
    and (u.closed_on is null or u.closed_on > cairn_today()) order by u.id for update`.execute(db)
}

export async function lockPeople({ db }: Pick<Context, 'db'>, ids: readonly string[]): Promise<void> {
  await sql`select n.id from person n where n.id = any (${[...ids]}::uuid[]) order by n.id for no key update`.execute(
    db,
  )
}

export type KeptDuty = {
  personId: string
  kind: Duty
  schoolId: string | null
  isOpen: boolean
  isLast: boolean
}

export async function findDuty({ db }: Context, id: string): Promise<KeptDuty | undefined> {
  const found = await sql<KeptDuty>`
    select u.person_id as "personId", u.kind, u.school_id as "schoolId",
      u.closed_on is null or u.closed_on > cairn_today() as "isOpen",
      u.kind = 'office' and u.school_id is null and not exists (select 1 from duty o where o.id <> u.id
        and o.kind = 'office' and o.school_id is null and o.opened_on <= cairn_today()
        and (o.closed_on is null or o.closed_on > cairn_today())) as "isLast"
    from duty u where u.id = ${id} for update of u`.execute(db)
  return found.rows[0]
}

export async function insertDutyByHand(
  { db, viewer }: Context,
  one: { id: string; personId: string; kind: Duty; schoolId: string | null },
): Promise<boolean> {
  const kept = await sql`
    insert into duty (id, district_id, school_id, person_id, kind, opened_on)
    values (${one.id}, ${viewer.districtId}, ${one.schoolId}::uuid, ${one.personId}, ${one.kind}, cairn_today())
    on conflict (id) do nothing returning id`.execute(db)
  return kept.rows.length > 0
}

export async function closeDuty({ db }: Context, id: string): Promise<void> {
  await sql`update duty u set closed_on = greatest(u.opened_on, cairn_today()) where u.id = ${id}`.execute(db)
}
