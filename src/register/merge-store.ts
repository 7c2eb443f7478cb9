import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import type { Doubt, Impossible } from './merge.ts'
import { keepsRegister } from './policy.ts'
import { sideJson } from './store.ts'

type Pair = { keptId: string; goneId: string }

/**
 * One merge after the other in each district, so that none is built on what another is just moving, and none while a
 * roster is applied: it has read who is who, and would go on writing to the record that is gone.
 */
export async function lockMerges({ db, viewer }: Context): Promise<void> {
  for (const what of ['people merge', 'roster import'])
    await sql`select pg_advisory_xact_lock(hashtext(${what}), hashtext(${viewer.districtId}))`.execute(db)
}

/** Whatever is being written of either is finished first, so that it goes over too. */
export async function holdPair({ db }: Context, { keptId, goneId }: Pair): Promise<void> {
  await sql`select n.id from person n where n.id in (${keptId}, ${goneId}) order by n.id for update`.execute(
    db,
  )
}

export type SideFacts = {
  id: string
  name: string
  legalName: string | null
  numbers: string[]
  about: string
  username: string | null
  lastAt: string | null
}
export type MergeFacts = { kept: SideFacts; gone: SideFacts } & Record<Impossible | Doubt, boolean>

const everTied = (id: string) => sql`exists (
  select 1 from enrollment e where e.person_id = ${id} and e.role = 'teacher'
  union all select 1 from guardianship g where g.guardian_id = ${id} and g.closed_on is distinct from g.opened_on
  union all select 1 from duty u where u.person_id = ${id})`
const everLearned = (id: string) =>
  sql`exists (select 1 from enrollment e where e.person_id = ${id} and e.role = 'student')`
const hasAccount = (id: string) =>
  sql`exists (select 1 from account a where a.person_id = ${id} and a.username is not null)`

/** Everything a merge is decided by, read at one moment; undefined where one of them is not here. */
export async function mergeFacts(
  { db, viewer }: Context,
  { keptId, goneId }: Pair,
): Promise<MergeFacts | undefined> {
  const found = await sql<MergeFacts>`
    select (select ${sideJson} from person n where n.id = ${keptId}) as kept,
      (select ${sideJson} from person n where n.id = ${goneId}) as gone,
      ${keptId}::uuid = ${goneId}::uuid as same_person, ${viewer.personId}::uuid in (${keptId}, ${goneId}) as is_you,
      exists (select 1 from person_merge m where m.undone_at is null and m.gone_id in (${keptId}, ${goneId})) as merged_already,
      exists (select 1 from guardianship g where g.closed_on is distinct from g.opened_on
        and ((g.learner_id = ${keptId} and g.guardian_id = ${goneId})
          or (g.learner_id = ${goneId} and g.guardian_id = ${keptId}))) as guards_the_other,
      (${everLearned(keptId)} and ${everTied(goneId)}) or (${everLearned(goneId)} and ${everTied(keptId)}) as child_and_adult,
      (select k.search_words <> g.search_words from person k, person g where k.id = ${keptId} and g.id = ${goneId}) as other_names,
      exists (select 1 from roster_identifier k join roster_identifier g on g.kind = k.kind and g.value <> k.value
        where k.person_id = ${keptId} and g.person_id = ${goneId}) as two_numbers,
      exists (select 1 from roster_key k join roster_key g on g.source = k.source and g.kind = 'person' and g.left_on is null
        where k.kind = 'person' and k.left_on is null and k.subject_id = ${keptId} and g.subject_id = ${goneId}) as roster_says_two,
      exists (select 1 from open_enrollment k join open_enrollment g on g.class_id = k.class_id and g.role = k.role
        where k.person_id = ${keptId} and g.person_id = ${goneId}) as same_class,
      ${hasAccount(keptId)} and ${hasAccount(goneId)} as two_ways_in,
      exists (select 1 from serves s where s.person_id in (${keptId}, ${goneId})) as has_office
    where ${keepsRegister(person(viewer.personId))}
      and exists (select 1 from person n where n.id = ${keptId}) and exists (select 1 from person n where n.id = ${goneId})`.execute(
    db,
  )
  return found.rows[0]
}

export async function countsFor(
  { db }: Context,
  personId: string,
): Promise<{ table: string; rows: number }[]> {
  const found = await sql<{ table: string; rows: number }>`
    select c.table_name as "table", c.there::integer as rows from count_person(${personId}) c`.execute(db)
  return found.rows
}

export async function findMerge({ db }: Context, id: string) {
  const found = await sql<Pair & { isUndone: boolean; isLatest: boolean }>`
    select m.kept_id as "keptId", m.gone_id as "goneId", m.undone_at is not null as "isUndone",
      not exists (select 1 from person_merge o where o.undone_at is null and o.id <> m.id
        and (o.merged_at, o.id) > (m.merged_at, m.id) and (o.gone_id = m.kept_id or o.kept_id = m.kept_id)) as "isLatest"
    from person_merge m where m.id = ${id} for update of m`.execute(db)
  return found.rows[0]
}

export async function insertMerge({ db, viewer, now }: Context, one: Pair & { id: string }): Promise<void> {
  await db
    .insertInto('person_merge')
    .values({
      id: one.id,
      district_id: viewer.districtId,
      kept_id: one.keptId,
      gone_id: one.goneId,
      merged_by: viewer.personId,
      merged_at: now,
    })
    .execute()
}

/** A tie that both have today: the second record's ends with the merge, or they would stand in a class twice. */
export async function closeTiesOfBoth(
  { db, viewer }: Context,
  { id, keptId, goneId }: Pair & { id: string },
) {
  const both = [
    { kind: 'enrollment', column: 'person_id', alike: sql`k.class_id = t.class_id and k.role = t.role` },
    {
      kind: 'duty',
      column: 'person_id',
      alike: sql`k.kind = t.kind and k.school_id is not distinct from t.school_id`,
    },
    { kind: 'guardianship', column: 'guardian_id', alike: sql`k.learner_id = t.learner_id` },
    { kind: 'guardianship', column: 'learner_id', alike: sql`k.guardian_id = t.guardian_id` },
  ] as const
  for (const { kind, column, alike } of both) {
    const [mine, theirs] = [sql.ref(`t.${column}`), sql.ref(`k.${column}`)]
    await sql`
      with twice as (
        select t.id, t.closed_on from ${sql.table(kind)} t
        where ${mine} = ${goneId} and (t.closed_on is null or t.closed_on > cairn_today()) and exists (
          select 1 from ${sql.table(kind)} k where ${theirs} = ${keptId} and k.opened_on <= cairn_today()
            and (k.closed_on is null or k.closed_on > cairn_today()) and ${alike})),
      noted as (
        insert into person_merge_tie (merge_id, district_id, kind, tie_id, closed_before)
        select ${id}, ${viewer.districtId}, ${kind}, w.id, w.closed_on from twice w on conflict do nothing)
      update ${sql.table(kind)} t set closed_on = greatest(t.opened_on, cairn_today())
      from twice w where w.id = t.id`.execute(db)
  }
}

/** The letter with the second record's link is worth nothing where the first has one of their own. */
export async function withdrawSecondLink(
  { db, viewer, now }: Context,
  { keptId, goneId }: Pair,
): Promise<void> {
  await sql`
    update welcome w set withdrawn_by = ${viewer.personId}, withdrawn_at = ${now}::timestamptz
    where w.guardian_id = ${goneId} and w.withdrawn_at is null
      and exists (select 1 from welcome o where o.guardian_id = ${keptId} and o.withdrawn_at is null)`.execute(
    db,
  )
}

export async function endSessionsOfPerson({ db, now }: Context, personId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

export async function movePerson(
  { db }: Context,
  { id, keptId, goneId }: Pair & { id: string },
): Promise<void> {
  await sql`select move_person(${id}::uuid, ${goneId}::uuid, ${keptId}::uuid)`.execute(db)
}

/** What the office ended while both were one is over for both: a tie closed as the second is ended with the first. */
async function endWhatWasEnded({ db }: Context, id: string): Promise<void> {
  await sql`
    insert into guardianship_ending (guardianship_id, district_id, kind, ended_by, ended_at)
    select distinct on (t.id) t.id, t.district_id, 'over', x.ended_by, x.ended_at
    from person_merge m join person_merge_tie w on w.merge_id = m.id and w.kind = 'guardianship'
      join guardianship t on t.id = w.tie_id
      join guardianship k on (k.learner_id, k.guardian_id) in ((t.learner_id, m.kept_id), (m.kept_id, t.guardian_id))
      join guardianship_ending x on x.guardianship_id = k.id and x.ended_at >= m.merged_at
    where m.id = ${id} order by t.id, x.ended_at desc on conflict do nothing`.execute(db)
}

export async function moveBack(context: Context, id: string): Promise<void> {
  const { db, viewer, now } = context
  await sql`select move_person_back(${id}::uuid)`.execute(db)
  await endWhatWasEnded(context, id)
  for (const kind of ['enrollment', 'guardianship', 'duty'] as const)
    await sql`
      update ${sql.table(kind)} t set closed_on = w.closed_before from person_merge_tie w
      where w.merge_id = ${id} and w.kind = ${kind} and w.tie_id = t.id
        and not exists (select 1 from guardianship_ending x where x.guardianship_id = t.id)`.execute(db)
  await db
    .updateTable('person_merge')
    .set({ undone_by: viewer.personId, undone_at: now })
    .where('id', '=', id)
    .execute()
}
