import { isClosed, leads, person } from '../access/relations.ts'
import { isOnlyLearner } from '../cards/policy.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { CountFirstPasswords, ListFirstPasswords } from './contract.ts'
import type { OwnPasswordRule, Unnamed } from './first-password.ts'
import {
  answersNowhereElse,
  makesPasswords,
  mayGetPassword,
  mayRenewPassword,
  staffWithoutWay,
  teachesClass,
  worksAt,
} from './policy.ts'

/** Enrolled as a student in the class `c`, today or from its first day on. */
const inClass = sql<boolean>`n.id in (select e.person_id from enrollment e where e.class_id = c.id
  and e.role = 'student' and (e.closed_on is null or e.closed_on > cairn_today()))`

/** Of the made `p` and the account `a`: nobody came in by it yet, and nobody chose another password. */
const waits = sql<boolean>`(p.id is not null and a.password_changed_at <= p.made_at and not exists (
  select 1 from session z where z.account_id = a.id and z.created_at >= p.made_at and z.card_id is null))`

/** The same for those who do not teach them: they print nothing of somebody who was ever in. */
const neverIn = sql<boolean>`(a.created_at >= p.made_at and not exists (
  select 1 from session z where z.account_id = a.id))`

const here = sql`from person n left join account a on a.person_id = n.id left join first_password p on p.person_id = n.id`

export function readFirstPasswords(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListFirstPasswords>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('class', json_build_object('id', c.id, 'name', c.name), 'teaches', ${teachesClass(me)},
        'learners', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n),
            'grade', (select e.grade from enrollment e where e.class_id = c.id and e.person_id = n.id
              and e.role = 'student' order by e.opened_on desc limit 1),
            'username', a.username, 'mayGet', ${mayGetPassword(me)}, 'mayRenew', ${mayRenewPassword(me)},
            'state', case when not ${isOnlyLearner(sql<string>`n.id`)} then 'other' when a.id is null then 'none'
              when ${waits} then 'waiting' when a.password_hash is null and ${teachesClass(me)} then 'none'
              else 'in' end,
            'made', case when p.id is not null then json_build_object('id', p.id, 'madeAt', p.made_at) end)
            order by n.given_name, n.family_name)
          ${here} where ${inClass}), '[]'))::text as json
      from class c where c.id = ${classId} and ${makesPasswords(me)}`,
  )
}

export type Lacking = Unnamed & { personId: string }

const roster = sql`(select k.facts->>'username' from roster_key k where k.subject_id = n.id and k.kind = 'person'
  and k.left_on is null order by k.source, k.sourced_id limit 1)`
const lacking = sql`json_build_object('personId', n.id, 'given', n.given_name, 'family', n.family_name,
  'said', ${roster}) order by n.given_name, n.family_name, n.id`

/** Who of a class needs one; undefined where the viewer makes none. */
export async function lackingInClass(
  { db, viewer }: Context,
  classId: string,
): Promise<Lacking[] | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ people: Lacking[] }>`
    select coalesce((select json_agg(${lacking}) ${here} where ${inClass} and ${mayGetPassword(me)}), '[]') as people
    from class c where c.id = ${classId} and ${makesPasswords(me)}`.execute(db)
  return found.rows[0]?.people
}

export async function lackingInSchool(
  { db, viewer }: Context,
  schoolId: string,
): Promise<Lacking[] | undefined> {
  const found = await sql<{ people: Lacking[] }>`
    select coalesce((select json_agg(${lacking}) ${here} where ${staffWithoutWay(person(viewer.personId))}), '[]') as people
    from school s where s.id = ${schoolId} and ${leads(person(viewer.personId), sql<string>`s.id`)}`.execute(
    db,
  )
  return found.rows[0]?.people
}

/** Of the school `s`. */
const ruleHere = sql<OwnPasswordRule>`coalesce((select u.who from own_password_rule u where u.school_id = s.id
  order by u.decided_at desc, u.id desc limit 1), 'grade-4')`

/** What was in force until now; undefined where the viewer does not answer for the school. */
export async function ruleToSet(
  { db, viewer }: Context,
  schoolId: string,
): Promise<OwnPasswordRule | undefined> {
  const found = await sql<{ who: OwnPasswordRule }>`
    select ${ruleHere} as who from school s
    where s.id = ${schoolId} and ${leads(person(viewer.personId), sql<string>`s.id`)}`.execute(db)
  return found.rows[0]?.who
}

export function countFirstPasswords({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof CountFirstPasswords>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with counted as (
        select c.school_id, c.id, c.name, count(n.id) as learners, count(n.id) filter (where a.id is null) as without,
          count(n.id) filter (where ${waits}) as waiting
        from class c left join enrollment e on e.class_id = c.id and e.role = 'student'
          and (e.closed_on is null or e.closed_on > cairn_today())
        left join person n on n.id = e.person_id left join account a on a.person_id = n.id
        left join first_password p on p.person_id = n.id
        where c.closes_on >= cairn_today() and ${leads(me, sql<string>`c.school_id`)} group by c.id)
      select coalesce(json_agg(json_build_object('school', json_build_object('id', s.id, 'name', s.name), 'ownPasswords', ${ruleHere},
        'without', (select count(*) from person n where ${staffWithoutWay(me)}),
        'waiting', (select count(*) ${here} where p.id is not null and ${waits} and ${worksAt}),
        'classes', coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name, 'learners', n.learners,
          'without', n.without, 'waiting', n.waiting) order by n.name) from counted n where n.school_id = s.id), '[]'))
        order by s.name), '[]')::text as json
      from school s where ${leads(me, sql<string>`s.id`)} and not ${isClosed(sql<string>`s.id`)}`,
  )
}

/** The made of a learner of mine, to make another in its place. */
export async function passwordToRenew({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; personId: string; accountId: string }>`
    select p.person_id as "personId", a.id as "accountId", ${isOnlyLearner(sql<string>`n.id`)} as allowed
    from first_password p join person n on n.id = p.person_id join account a on a.person_id = n.id
    where p.id = ${id} and exists (select 1 from class c join open_enrollment e on e.class_id = c.id
      where e.person_id = n.id and e.role = 'student' and ${teachesClass(me)})`.execute(db)
  return found.rows[0]
}

export type Printed = { id: string; name: string; username: string }
export type PrintedPlace = { name: string; school: string; passwords: Printed[] }

const printed = sql`coalesce((select json_agg(json_build_object('id', p.id, 'name', usual_name(n),
  'username', a.username) order by n.given_name, n.family_name)`

/** What is printed: only what nobody came in by yet, so that no paper opens what somebody uses. */
export async function printedOfClass(
  { db, viewer }: Context,
  classId: string,
): Promise<PrintedPlace | undefined> {
  const me = person(viewer.personId)
  const found = await sql<PrintedPlace>`
    select c.name, s.name as school, ${printed} ${here} where ${inClass} and ${waits}
      and ${isOnlyLearner(sql<string>`n.id`)} and (${teachesClass(me)} or ${neverIn})), '[]') as passwords
    from class c join school s on s.id = c.school_id where c.id = ${classId} and ${makesPasswords(me)}`.execute(
    db,
  )
  return found.rows[0]
}

export async function printedOfStaff(
  { db, viewer }: Context,
  schoolId: string,
): Promise<PrintedPlace | undefined> {
  const found = await sql<PrintedPlace>`
    select s.name, s.name as school, ${printed} ${here} where ${worksAt} and ${waits} and ${neverIn}
      and ${answersNowhereElse(person(viewer.personId))}), '[]') as passwords
    from school s where s.id = ${schoolId} and ${leads(person(viewer.personId), sql<string>`s.id`)}`.execute(
    db,
  )
  return found.rows[0]
}
