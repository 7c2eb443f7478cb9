import { person } from '../access/relations.ts'
import { noLongerSo } from '../mail/message.ts'
import { invitesGuardian } from '../mail/policy.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { CountFamilies, ListFamilies } from './contract.ts'
import { comesByLink, guardsInClass, seesFamilies } from './policy.ts'
import { mostWrongPins } from './welcome.ts'

/** A row of welcome `w`. */
export const stateOf = sql<string>`case when w.wrong_pins >= ${mostWrongPins} then 'resting'
  when w.ends_at <= cairn_now() then 'lapsed'
  when exists (select 1 from welcome_use u where u.welcome_id = w.id) then 'opened' else 'waiting' end`

const welcomeJson = sql`(select json_build_object('id', w.id, 'state', ${stateOf}, 'madeAt', w.made_at, 'endsAt', w.ends_at,
  'lastUsedAt', (select max(u.used_at) from welcome_use u where u.welcome_id = w.id),
  'uses', (select count(*) from welcome_use u where u.welcome_id = w.id))
  from welcome w where w.guardian_id = n.id and w.withdrawn_at is null)`

/** How the last link travelled, or that something else could not be delivered. */
const toldJson = sql`(select json_build_object('way', m.way, 'at', coalesce(m.sent_at, m.given_up_at, m.queued_at),
    'state', case when m.sent_at is not null then 'sent' when m.given_up_at is not null then 'failed'
      when m.tries > 0 then 'late' else 'waiting' end)
  from message m where m.person_id = n.id and (m.about = 'welcome' or m.trouble is not null)
    and m.trouble is distinct from ${noLongerSo} order by m.queued_at desc limit 1)`

const childrenJson = sql`(select json_agg(json_build_object('id', k.id, 'name', usual_name(k)) order by k.given_name)
  from person k where k.id in (select g.learner_id from guards g join open_enrollment e on e.person_id = g.learner_id
    where g.guardian_id = n.id and e.class_id = c.id and e.role = 'student'))`

export function readFamilies(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListFamilies>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('class', json_build_object('id', c.id, 'name', c.name), 'guardians', coalesce((
        select json_agg(json_build_object('id', n.id, 'name', usual_name(n), 'children', ${childrenJson},
          'email', t.email, 'phone', t.phone, 'signsIn', not ${comesByLink(sql<string>`n.id`)}, 'welcome', ${welcomeJson},
          'told', ${toldJson})
          order by n.family_name, n.given_name)
        from person n left join contact t on t.person_id = n.id where n.id in (
          select g.guardian_id from guards g join open_enrollment e on e.person_id = g.learner_id and e.role = 'student'
          where e.class_id = c.id)), '[]'))::text as json
      from class c where c.id = ${classId} and ${seesFamilies(person(viewer.personId))}`,
  )
}

export function countFamilies({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof CountFamilies>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      with counted as (
        select c.id, c.name, c.school_id, count(distinct g.guardian_id) as guardians,
          count(distinct g.guardian_id) filter (where s.state = 'opened' or not ${comesByLink(sql<string>`g.guardian_id`)}) as opened,
          count(distinct g.guardian_id) filter (where s.state = 'waiting') as waiting,
          count(distinct g.guardian_id) filter (where s.state in ('resting', 'lapsed')) as stuck
        from class c join open_enrollment e on e.class_id = c.id and e.role = 'student'
        join guards g on g.learner_id = e.person_id
        left join lateral (select ${stateOf} as state from welcome w
          where w.guardian_id = g.guardian_id and w.withdrawn_at is null) s on true
        where ${seesFamilies(person(viewer.personId))} and exists (select 1 from serves v where v.person_id = ${viewer.personId})
        group by c.id)
      select coalesce(json_agg(json_build_object('school', json_build_object('id', s.id, 'name', s.name), 'classes', (
        select json_agg(json_build_object('id', n.id, 'name', n.name, 'guardians', n.guardians, 'opened', n.opened,
          'waiting', n.waiting, 'stuck', n.stuck) order by n.name) from counted n where n.school_id = s.id))
        order by s.name), '[]')::text as json
      from school s where exists (select 1 from counted n where n.school_id = s.id)`,
  )
}

export type Invited = {
  id: string
  comesByLink: boolean
  email: string | null
  phone: string | null
}

/** Those of these guardians who belong to the class, for somebody who may invite them; undefined where they may not. */
export async function guardiansToInvite(
  { db, viewer }: Context,
  classId: string,
  guardianIds: readonly string[],
): Promise<Invited[] | undefined> {
  const found = await sql<{ guardians: Invited[] }>`
    select coalesce((select json_agg(json_build_object('id', n.id, 'comesByLink', ${comesByLink(sql<string>`n.id`)},
        'email', t.email, 'phone', t.phone))
      from person n left join contact t on t.person_id = n.id
      where n.id = any(${[...guardianIds]}::uuid[]) and ${guardsInClass(sql<string>`n.id`)}), '[]') as guardians
    from class c where c.id = ${classId} and ${seesFamilies(person(viewer.personId))}`.execute(db)
  return found.rows[0]?.guardians
}

/** Whom a link invites: undefined once it opens nothing for them any more. */
export async function invitationOf(
  db: Transaction,
  welcomeId: string,
): Promise<{ locale: string | null; children: string[] } | undefined> {
  const found = await sql<{ locale: string | null; children: string[] }>`
    select f.locale, k.children from welcome w left join preference f on f.person_id = w.guardian_id
      cross join lateral (select array_agg(k.given_name order by k.given_name) as children
        from guards g join person k on k.id = g.learner_id where g.guardian_id = w.guardian_id) k
    where w.id = ${welcomeId} and w.withdrawn_at is null and w.ends_at > cairn_now()
      and ${comesByLink(sql<string>`w.guardian_id`)}`.execute(db)
  return found.rows[0]
}

export async function welcomeFor({ db, viewer }: Context, id: string) {
  const found = await sql<{ allowed: boolean; guardianId: string }>`
    select true as allowed, w.guardian_id as "guardianId" from welcome w
    where w.id = ${id} and ${invitesGuardian(person(viewer.personId), sql<string>`w.guardian_id`)}`.execute(
    db,
  )
  return found.rows[0]
}

export type Letter = {
  id: string
  guardian: string
  locale: string | null
  children: string[]
  school: string
  endsAt: Date
  timeZone: string
}

/** What is printed for a class: only what nobody came in by yet, so that a link in use is never handed out twice. */
export async function readLetters(
  { db, viewer }: Context,
  classId: string,
): Promise<{ name: string; letters: Letter[] } | undefined> {
  const found = await sql<{ name: string; letters: (Omit<Letter, 'endsAt'> & { endsAt: string })[] }>`
    select c.name, coalesce((select json_agg(json_build_object('id', w.id, 'guardian', usual_name(n), 'locale', f.locale,
        'children', (select json_agg(k.given_name order by k.given_name) from guards g join person k on k.id = g.learner_id
          where g.guardian_id = n.id), 'school', s.name, 'endsAt', w.ends_at, 'timeZone', d.time_zone) order by n.family_name, n.given_name)
      from welcome w join person n on n.id = w.guardian_id left join preference f on f.person_id = n.id
      where w.withdrawn_at is null and ${stateOf} = 'waiting' and ${guardsInClass(sql<string>`n.id`)}), '[]') as letters
    from class c join school s on s.id = c.school_id join district d on d.id = c.district_id
    where c.id = ${classId} and ${seesFamilies(person(viewer.personId))}`.execute(db)
  const row = found.rows[0]
  return row && { ...row, letters: row.letters.map((one) => ({ ...one, endsAt: new Date(one.endsAt) })) }
}
