import { either, leads, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListInterpreterTimes } from './contract.ts'
import { isHeld, runsTimes } from './policy.ts'

const mostListed = 500

/**
 * When and where somebody is needed who speaks two languages. Whoever answers for the school plans by it without
 * knowing which family it is (product rule 9); the teachers of the class know.
 */
export function readInterpreterTimes({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListInterpreterTimes>>> {
  const me = person(viewer.personId)
  const named = runsTimes(me)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(x.json order by x.starts_at, x.station), '[]')::text as json from (
        select o.starts_at, o.station, json_build_object('id', q.id, 'heldOn', d.held_on, 'fromMinute', o.from_minute,
          'toMinute', o.to_minute, 'way', d.way, 'station', o.station, 'stations', d.stations, 'language', q.language,
          'place', case when d.way = 'in_person' or ${named} then d.place else '' end,
          'school', h.name, 'class', y.name, 'family', case when ${named} then json_build_object(
            'learner', ${personJson(sql<string>`q.learner_id`)}, 'guardian', ${personJson(sql<string>`q.guardian_id`)}) end) as json
        from conference_booking q join conference_slot o on o.id = q.slot_id join conference_day d on d.id = o.day_id
          join conference_rounds r on r.id = q.round_id join space s on s.class_id = r.class_id
          join class y on y.id = r.class_id join school h on h.id = y.school_id
        where q.interpreter and o.ends_at > cairn_now() and r.withdrawn_at is null and ${isHeld}
          and ${either(named, leads(me, sql<string>`y.school_id`))}
        order by o.starts_at limit ${mostListed}) x`,
  )
}
