import { person, type Rule } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListReminders } from './contract.ts'
import { remindable, seesClassCompleteness, seesSchoolCompleteness } from './policy.ts'
import { isAsked, saidBy } from './window-store.ts'

type Place = { classId: string } | { schoolId: string }

/** Whether the viewer may remind there now: undefined where the place or the communication is not theirs to know. */
export async function remindsAt(
  { db, viewer }: Context,
  place: Place,
  communicationId: string,
): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${remindable} as allowed from standing_window w
    where w.communication_id = ${communicationId} and ${ledThere(me, place)}`.execute(db)
  return found.rows[0]
}

const ledThere = (me: RawBuilder<string>, place: Place): Rule =>
  'classId' in place
    ? sql<boolean>`exists (select 1 from class c join space o on o.class_id = c.id where c.id = ${place.classId}
        and c.school_id = w.school_id and ${seesClassCompleteness(me, sql<string>`o.id`)})`
    : sql<boolean>`w.school_id = ${place.schoolId} and ${seesSchoolCompleteness(me, sql<string>`w.school_id`)}`

/** Everybody missing there who was not told before. */
export async function remindMissing(
  { db, viewer, now }: Context,
  place: Place,
  communicationId: string,
): Promise<void> {
  const there =
    'classId' in place ? sql<boolean>`c.id = ${place.classId}` : sql<boolean>`c.school_id = ${place.schoolId}`
  await sql`
    insert into reminder (communication_id, district_id, learner_id, reminded_by, reminded_at)
    select distinct w.communication_id, ${viewer.districtId}::uuid, e.person_id, ${viewer.personId}::uuid, ${now}::timestamptz
    from standing_window w join class c on c.school_id = w.school_id join enrollment e on e.class_id = c.id
    where w.communication_id = ${communicationId} and ${there} and ${isAsked}
      and not (w.asks <@ ${saidBy(sql<string>`e.person_id`)})
    on conflict do nothing`.execute(db)
}

/**
 * While there is time, and gone by itself once all is said. Whoever moved in mid-term is asked by the days of
 * the school they are at now; at two schools, by the later.
 */
export function readReminders({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListReminders>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with mine as (
        select distinct on (w.communication_id) w.*, d.reminded_by,
          array(select unnest(w.asks) except select unnest(${saidBy(me)})) as missing
        from reminder d join standing_window w on w.communication_id = d.communication_id
        where d.learner_id = ${me} and d.put_away_at is null and ${remindable}
          and exists (select 1 from open_enrollment b where b.person_id = ${me} and b.role = 'student' and b.school_id = w.school_id)
        order by w.communication_id, w.closes_on desc)
      select coalesce(json_agg(json_build_object('communicationId', w.communication_id, 'name', w.name, 'closesOn', w.closes_on,
        'missing', array(select k from unnest(w.missing) k order by array_position(w.asks, k)),
        'remindedBy', ${personJson(sql<string>`w.reminded_by`)}) order by w.closes_on), '[]')::text as json
      from mine w where w.missing <> '{}'`,
  )
}

/** False when there is none of the viewer's. */
export async function markPutAway({ db, viewer, now }: Context, communicationId: string): Promise<boolean> {
  const marked = await sql`
    update reminder set put_away_at = coalesce(put_away_at, ${now}::timestamptz)
    where communication_id = ${communicationId} and learner_id = ${viewer.personId}`.execute(db)
  return (marked.numAffectedRows ?? 0n) > 0n
}
