import { may } from '../access/may.ts'
import { both, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { CountCompleteness, GetClassCompleteness, GetSchoolCompleteness } from './contract.ts'
import { plansYear, remindable, seesClassCompleteness, seesSchoolCompleteness } from './policy.ts'
import {
  countsJson,
  isAsked,
  isAskedOrOfThisYear,
  isChosen,
  mostPressing,
  remindedOn,
  saidBy,
  saidJson,
  windowJson,
} from './window-store.ts'

/** The windows of one school this year, and the chosen one as `w`. */
const windowsOf = (school: RawBuilder<string>, communicationId: string | undefined) => sql`
  windows as (select w.* from standing_window w where w.school_id = ${school} and ${isAskedOrOfThisYear(communicationId)}),
  chosen as (select w.* from windows w where ${isChosen(communicationId)} order by ${mostPressing} limit 1)`

const communicationsJson = sql`coalesce((select json_agg(${windowJson} order by w.closes_on, w.position) from windows w), '[]')`
const chosenId = sql`(select w.communication_id from chosen w)`

/** Everybody asked in the chosen window, with what they have done, once for each of their classes there. */
const asked = (where: RawBuilder<boolean>) => sql`
  asked as (
    select e.person_id, c.id as class_id, c.name as class_name, w.asks, said.said, w.asks <@ said.said as complete,
      case when came.first_on > greatest(w.opens_on, c.opens_on) then came.first_on end as joined_on,
      ${remindedOn(sql<string>`e.person_id`)} as reminded_on
    from chosen w join class c on c.school_id = w.school_id join enrollment e on e.class_id = c.id
    cross join lateral (select ${saidBy(sql<string>`e.person_id`)} as said) said
    cross join lateral (select min(a.opened_on) as first_on from enrollment a
      where a.class_id = c.id and a.person_id = e.person_id and a.role = 'student') came
    where ${where} and ${isAsked})`

const standingJson = sql`'learner', json_build_object('id', n.id, 'name', usual_name(n)), 'joinedOn', l.joined_on,
  'said', l.said, 'remindedOn', l.reminded_on`
const byName = sql`n.given_name, n.family_name, n.id`

export function readClassCompleteness(
  { db, viewer }: Context,
  { id, communicationId }: { id: string; communicationId?: string | undefined },
): Promise<JsonText<OutputOf<typeof GetClassCompleteness>>> {
  const me = person(viewer.personId)
  const sees = seesClassCompleteness(me, sql<string>`o.id`)
  return readJson(
    db,
    sql<{ json: string }>`
      with here as (select c.id, c.name, c.school_id, o.id as space_id from class c join space o on o.class_id = c.id
          where c.id = ${id} and ${sees}),
        ${windowsOf(sql<string>`(select school_id from here)`, communicationId)},
        ${asked(sql<boolean>`c.id = (select id from here)`)}
      select json_build_object('class', json_build_object('id', h.id, 'name', h.name),
        'communications', ${communicationsJson}, 'chosen', ${chosenId},
        'learners', coalesce((select json_agg(json_build_object(${standingJson}, 'complete', l.complete) order by ${byName})
          from asked l join person n on n.id = l.person_id), '[]'),
        'may', ${may({ remind: sql<boolean>`exists (select 1 from chosen w where ${remindable})` })})::text as json
      from here h`,
  )
}

export function readSchoolCompleteness(
  { db, viewer }: Context,
  { id, communicationId }: { id: string; communicationId?: string | undefined },
): Promise<JsonText<OutputOf<typeof GetSchoolCompleteness>>> {
  const sees = seesSchoolCompleteness(person(viewer.personId), sql<string>`s.id`)
  return readJson(
    db,
    sql<{ json: string }>`
      with here as (select s.id, s.name from school s where s.id = ${id} and ${sees}),
        ${windowsOf(sql<string>`(select id from here)`, communicationId)},
        ${asked(sql<boolean>`true`)},
        once as (select distinct on (person_id) * from asked)
      select json_build_object('school', json_build_object('id', h.id, 'name', h.name),
        'communications', ${communicationsJson}, 'chosen', ${chosenId},
        ${everybody(sql`once`)},
        'classes', coalesce((select json_agg(by_class.json order by by_class.name, by_class.id) from (
          select l.class_id as id, l.class_name as name, json_build_object('id', l.class_id, 'name', l.class_name, ${countsJson},
            'missing', coalesce(json_agg(json_build_object(${standingJson}) order by ${byName}) filter (where not l.complete), '[]')) as json
          from asked l join person n on n.id = l.person_id group by l.class_id, l.class_name) by_class), '[]'),
        'may', ${may({ remind: sql<boolean>`exists (select 1 from chosen w where ${remindable})` })})::text as json
      from here h`,
  )
}

const everybody = (rows: RawBuilder<unknown>) => sql`
  'learners', (select count(*) from ${rows} l),
  'said', (select ${saidJson} from ${rows} l),
  'complete', (select count(*) from ${rows} l where l.complete),
  'reminded', (select count(*) from ${rows} l where not l.complete and l.reminded_on is not null)`

/** By school, each learner once in it: a district of thousands in one statement. */
export function countCompleteness(
  { db, viewer }: Context,
  { communicationId }: { communicationId?: string | undefined },
): Promise<JsonText<OutputOf<typeof CountCompleteness>>> {
  const me = person(viewer.personId)
  const led = seesSchoolCompleteness(me, sql<string>`w.school_id`)
  return readJson(
    db,
    sql<{ json: string }>`
      with led as (select w.* from standing_window w where ${both(led, isAskedOrOfThisYear(communicationId))}),
        windows as (select distinct on (w.communication_id) w.* from led w order by w.communication_id, w.opens_on, w.school_id),
        looked as (select w.communication_id from led w where ${isChosen(communicationId)} order by ${mostPressing} limit 1),
        chosen as (select w.* from led w join looked k on k.communication_id = w.communication_id)
      select json_build_object('communications', ${communicationsJson}, 'chosen', (select communication_id from looked),
        'schools', coalesce((select json_agg(by_school.json order by s.name, s.id) from chosen w join school s on s.id = w.school_id
          cross join lateral (
            select json_build_object('id', s.id, 'name', s.name, 'opensOn', w.opens_on, 'closesOn', w.closes_on, ${countsJson}) as json
            from (select one.person_id, said.said, w.asks <@ said.said as complete
              from (select distinct e.person_id from class c join enrollment e on e.class_id = c.id
                where c.school_id = w.school_id and ${isAsked}) one
              cross join lateral (select ${saidBy(sql<string>`one.person_id`)} as said) said) l) by_school), '[]'),
        'may', ${may({ plan: plansYear(me) })})::text as json
      where ${sql<boolean>`exists (select 1 from school s where ${seesSchoolCompleteness(me, sql<string>`s.id`)})`}`,
  )
}
