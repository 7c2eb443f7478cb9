import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import { mostSlots } from './appointment.ts'
import type {
  CountAgreedTimes,
  GetConferencePlan,
  ListAgreedTimes,
  ListConferenceTimes,
  ListOwnConferences,
} from './contract.ts'
import { countsTimes, isHeld, isOfHousehold, mayTakeTimeFor, runsTimes } from './policy.ts'

/** A slot `o` on its day `d`. */
const span = sql`'startsAt', o.starts_at, 'endsAt', o.ends_at, 'heldOn', d.held_on, 'fromMinute', o.from_minute, 'toMinute', o.to_minute`
const terms = sql`'way', d.way, 'languages', to_json(d.languages), 'interpreter', d.interpreter`
const said = sql`'language', q.language, 'interpreter', q.interpreter, 'comes', q.comes, 'phone', q.phone,
  'bookedBy', ${personJson(sql<string>`q.booked_by`)}, 'bookedAt', q.booked_at`

const learnerJson = (
  id: RawBuilder<string>,
) => sql`(select json_build_object('id', n.id, 'name', usual_name(n),
  'givenName', n.given_name) from person n where n.id = ${id})`
const timeZone = sql`(select x.time_zone from district x limit 1)`
const teachers = sql`coalesce((select json_agg(usual_name(n) order by n.family_name, n.id) from belongs x
  join person n on n.id = x.person_id where x.space_id = s.id and x.role = 'teacher'), '[]')`

/** Asked for each slot by the index that knows at most one: joined, every booking of the district would be looked at. */
const held = sql`coalesce((select ${isHeld} from conference_booking q where q.slot_id = o.id and q.ended_at is null), false)`

/** For each child and each round that is not over: what I have, and what is free. */
export function readTimes({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListConferenceTimes>>> {
  const me = person(viewer.personId)
  const child = sql<string>`g.learner_id`
  const mine = sql`q.round_id = r.id and q.learner_id = g.learner_id and ${isOfHousehold(me)}`
  return readJson(
    db,
    // from my children to their classes, in this order: a planner without statistics begins with all rounds there are
    sql<{ json: string }>`
      with child as materialized (select learner_id from guards where guardian_id = ${me}),
        place as materialized (select c.learner_id, l.space_id, l.class_id from child c
          join belongs l on l.person_id = c.learner_id and l.role = 'student')
      select json_build_object('timeZone', ${timeZone}, 'children', coalesce(json_agg(json_build_object(
        'learner', ${learnerJson(child)},
        'round', json_build_object('id', r.id, 'name', r.name, 'teachers', ${teachers},
          'className', (select c.name from class c where c.id = r.class_id)),
        'booking', (select json_build_object('id', q.id, 'slotId', o.id, ${span}, 'way', d.way, 'place', d.place,
            'languages', to_json(d.languages), 'station', o.station, 'stations', d.stations, ${said})
          from conference_booking q join conference_slot o on o.id = q.slot_id join conference_day d on d.id = o.day_id
          where ${mine} and q.ended_at is null order by q.guardian_id is null limit 1),
        'calledOff', r.withdrawn_at is not null,
        'lost', (select json_build_object('heldOn', d.held_on, 'fromMinute', o.from_minute, 'at', q.ended_at,
            'by', ${personJson(sql<string>`q.ended_by`)})
          from (select * from conference_booking q where ${mine} order by q.booked_at desc, q.ended_at desc nulls first limit 1) q
            join conference_slot o on o.id = q.slot_id join conference_day d on d.id = o.day_id
          where q.ended_how = 'cancelled'),
        'wish', (select json_build_object('words', w.words, 'saidAt', w.said_at) from conference_wish w
          where w.round_id = r.id and w.learner_id = g.learner_id and w.guardian_id = ${me}
          order by w.said_at desc limit 1),
        'times', coalesce((select json_agg(json_build_object('slotId', o.id, ${span}, ${terms},
            'place', case when d.way = 'video' then '' else d.place end) order by o.starts_at, d.way, o.id)
          from (select distinct on (o.starts_at, o.day_id) o.* from conference_slot o
            where o.round_id = r.id and ${mayTakeTimeFor(me, child)} and o.cancelled_at is null and o.starts_at > cairn_now() and not ${held}
            order by o.starts_at, o.day_id, o.station limit ${mostSlots}) o join conference_day d on d.id = o.day_id), '[]'))
        order by ${child}, r.starts_on), '[]'))::text as json
      from place g join space s on s.id = g.space_id join conference_rounds r on r.class_id = g.class_id
      where r.ends_on >= cairn_today()
        and (${mayTakeTimeFor(me, child)} or exists (select 1 from conference_booking q where ${mine} and q.ended_at is null))
        and exists (select 1 from conference_day d where d.round_id = r.id)`,
  )
}

/** Everything a teacher has to know of a round's times. */
export function readPlan(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetConferencePlan>>> {
  const me = person(viewer.personId)
  const wishOf = sql`(select json_build_object('words', w.words, 'saidAt', w.said_at) from conference_wish w
    where w.round_id = r.id and w.learner_id = l.person_id and w.guardian_id = g.guardian_id order by w.said_at desc limit 1)`
  const hasTime = (guardian: RawBuilder<unknown>) => sql`exists (select 1 from conference_booking q
    where q.round_id = r.id and q.learner_id = l.person_id and ${isHeld} ${guardian})`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('timeZone', ${timeZone},
        'round', json_build_object('id', r.id, 'name', r.name, 'startsOn', r.starts_on, 'endsOn', r.ends_on,
          'withdrawnAt', r.withdrawn_at, 'teachers', ${teachers}, 'class', (select json_build_object('id', c.id, 'name', c.name,
            'school', h.name) from class c join school h on h.id = c.school_id where c.id = r.class_id)),
        'days', coalesce((select json_agg(json_build_object('id', d.id, 'heldOn', d.held_on, 'fromMinute', d.from_minute,
            'toMinute', d.to_minute, 'stations', d.stations, ${terms}, 'place', d.place,
            'slots', (select coalesce(json_agg(json_build_object('id', o.id, ${span}, 'station', o.station, 'past', o.starts_at <= cairn_now(),
                'cancelled', case when o.cancelled_at is not null then json_build_object('at', o.cancelled_at,
                  'by', ${personJson(sql<string>`o.cancelled_by`)}) end,
                'booking', (select json_build_object('id', q.id, 'learner', ${personJson(sql<string>`q.learner_id`)},
                  'guardian', ${personJson(sql<string>`q.guardian_id`)}, ${said})
                  from conference_booking q where q.slot_id = o.id and ${isHeld} limit 1))
                order by o.starts_at, o.station), '[]') from conference_slot o where o.day_id = d.id))
            order by d.held_on, d.from_minute, d.id) from conference_day d where d.round_id = r.id), '[]'),
        'families', coalesce((select json_agg(json_build_object('learner', ${learnerJson(sql<string>`l.person_id`)},
            'hasTime', ${hasTime(sql``)},
            'guardians', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'locale', f.locale,
                'hasTime', ${hasTime(sql`and (q.guardian_id = g.guardian_id or q.guardian_id is null)`)}, 'wish', ${wishOf})
                order by n.family_name, n.id)
              from guards g join person n on n.id = g.guardian_id left join preference f on f.person_id = g.guardian_id
              where g.learner_id = l.person_id), '[]')) order by who.given_name, who.family_name, who.id)
          from belongs l join person who on who.id = l.person_id
          where l.space_id = s.id and l.role = 'student'), '[]'))::text as json
      from conference_rounds r join space s on s.class_id = r.class_id where r.id = ${id} and ${runsTimes(me)}`,
  )
}

/** A learner's own conferences to come; with whom somebody comes is not said, and neither is a video's address. */
export function readOwn({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListOwnConferences>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', q.id, 'roundId', q.round_id, ${span}, 'way', d.way,
        'place', case when d.way = 'in_person' then d.place else '' end) order by o.starts_at), '[]')::text as json
      from conference_booking q join conference_slot o on o.id = q.slot_id join conference_day d on d.id = o.day_id
        join conference_rounds r on r.id = q.round_id join space s on s.class_id = r.class_id
      where q.learner_id = ${me} and r.withdrawn_at is null and o.ends_at > cairn_now() and ${isHeld}`,
  )
}

/** Held bookings of what is to come. */
const ahead = sql`conference_booking q join conference_slot o on o.id = q.slot_id
  join conference_rounds r on r.id = q.round_id join space s on s.class_id = r.class_id
  where r.withdrawn_at is null and o.ends_at > cairn_now() and ${isHeld}`

export function countAgreedTimes(
  { db, viewer }: Context,
  spaceId: string,
): Promise<JsonText<OutputOf<typeof CountAgreedTimes>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('times', (select count(*) from ${ahead} and s.id = ${spaceId}))::text as json
      from space s where s.id = ${spaceId} and ${runsTimes(person(viewer.personId))}`,
  )
}

export function listAgreedTimes({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListAgreedTimes>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('classId', c.id, 'schoolId', c.school_id, 'times', n.times)), '[]')::text as json
      from (select r.class_id, count(*) as times from ${ahead} group by r.class_id) n join class c on c.id = n.class_id
      where ${countsTimes(person(viewer.personId))}`,
  )
}
