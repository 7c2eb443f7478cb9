import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { FindPeople, GetPerson } from './contract.ts'
import { keepsRegister, takesDuties } from './policy.ts'
import { type PersonKind, peopleFound } from './registered.ts'

/** Without a row there is no register: who may not keep it does not learn who is in it. */
export async function mayKeepRegister({ db, viewer }: Context): Promise<{ allowed: boolean } | undefined> {
  const found = await sql<{ allowed: boolean }>`
    select true as allowed where ${keepsRegister(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}

/** What somebody aliased `n` is here, from the ties that stand today; a learner is one for life. */
const kinds = sql`to_json(array_remove(array[
  case when exists (select 1 from enrollment e where e.person_id = n.id and e.role = 'student') then 'learner' end,
  case when exists (select 1 from open_enrollment e where e.person_id = n.id and e.role = 'teacher') then 'teacher' end,
  case when exists (select 1 from staffs s where s.person_id = n.id) then 'staff' end,
  case when exists (select 1 from guards g where g.guardian_id = n.id) then 'guardian' end,
  case when exists (select 1 from serves s where s.person_id = n.id) then 'office' end], null))`

const legalName = sql`case when coalesce(n.legal_given_name, n.legal_family_name) is not null then
  trim(coalesce(n.legal_given_name, n.given_name) || ' ' || coalesce(n.legal_family_name, n.family_name)) end`

/** The numbers of somebody aliased `n`, in any roster. */
export const numbersOf = sql`coalesce((select json_agg(distinct r.value) from roster_identifier r where r.person_id = n.id), '[]')`

/** Where they are today in a few words. */
export const aboutPerson = sql`coalesce(
  (select string_agg(distinct c.name || ' · ' || s.name, ', ') from open_enrollment e join class c on c.id = e.class_id
    join school s on s.id = c.school_id where e.person_id = n.id),
  (select string_agg(distinct usual_name(l), ', ') from guards g join person l on l.id = g.learner_id
    where g.guardian_id = n.id),
  (select string_agg(distinct coalesce(s.name, d.name), ', ') from serves v join district d on true
    left join school s on s.id = v.school_id where v.person_id = n.id),
  (select string_agg(distinct s.name, ', ') from staffs v join school s on s.id = v.school_id where v.person_id = n.id), '')`

const lastSeen = sql`(select max(s.last_seen_at) from session s where s.person_id = n.id)`
const username = sql`(select a.username from account a where a.person_id = n.id)`

/** The facts of somebody aliased `n` that a merge is decided by. */
export const sideJson = sql`json_build_object('id', n.id, 'name', usual_name(n), 'legalName', ${legalName},
  'numbers', ${numbersOf}, 'about', ${aboutPerson}, 'username', ${username}, 'lastAt', ${lastSeen})`

export function findPeople(
  { db, viewer }: Context,
  { words, kind }: InputOf<typeof FindPeople>,
): Promise<JsonText<OutputOf<typeof FindPeople>>> {
  // numbers find people of any kind, and those are few
  const most = kind === undefined ? peopleFound : peopleFound * 20
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name, 'legalName', w.legal,
          'kinds', w.kinds, 'about', w.about, 'numbers', w.numbers, 'left', w.left) order by w.place)
        from (select n.id, usual_name(n) as name, ${legalName} as legal, k.kinds, ${aboutPerson} as about,
            ${numbersOf} as numbers, f.place,
            exists (select 1 from departure d where d.person_id = n.id and d.returned_at is null) as left
          from find_people(${words}, ${most}, ${kind ?? null}) f join person n on n.id = f.id
          cross join lateral (select ${kinds}::jsonb as kinds) k
          where ${kind === undefined ? sql`true` : sql`k.kinds ? ${kind}`}
          order by f.place limit ${peopleFound}) w), '[]')::text as json
      where ${keepsRegister(person(viewer.personId))}`,
  )
}

export type ListedPerson = {
  id: string
  name: string
  username: string | null
  kinds: PersonKind[]
  about: string
  left: boolean
}

/** For whoever runs the machine: everybody, or those whom the words find. */
export async function listPeople(
  db: Transaction,
  { words, kind }: { words: string | undefined; kind: PersonKind | undefined },
): Promise<ListedPerson[]> {
  const found = await sql<ListedPerson>`
    select n.id, usual_name(n) as name, ${username} as username, k.kinds, ${aboutPerson} as about,
      exists (select 1 from departure d where d.person_id = n.id and d.returned_at is null) as left
    from person n cross join lateral (select ${kinds}::jsonb as kinds) k
    where ${words === undefined ? sql`true` : sql`n.id in (select f.id from find_people(${words}, 1000) f)`}
      and ${kind === undefined ? sql`true` : sql`k.kinds ? ${kind}`}
    order by name, n.id`.execute(db)
  return found.rows
}

/** Opening, closing and where a tie aliased so comes from. */
const tie = (alias: string): RawBuilder<unknown> => {
  const t = sql.ref(alias)
  return sql`'openedOn', ${t}.opened_on, 'closedOn', ${t}.closed_on, 'fromRoster', ${t}.roster_source is not null,
    'isOpen', ${t}.opened_on <= cairn_today() and (${t}.closed_on is null or ${t}.closed_on > cairn_today())`
}

const guardianships = (mine: RawBuilder<unknown>, theirs: RawBuilder<unknown>) => sql`coalesce((
  select json_agg(json_build_object('id', g.id, 'personId', o.id, 'name', usual_name(o),
    'relationship', g.relationship, 'ended', (select x.kind from guardianship_ending x where x.guardianship_id = g.id),
    'awaitsReturn', exists (select 1 from departure d where d.person_id = g.guardian_id and d.returned_at is null
      and d.closed->'guardianship' ? g.id::text)
      and not exists (select 1 from guardianship_ending x where x.guardianship_id = g.id),
    ${tie('g')}) order by g.closed_on is not null, usual_name(o), g.id)
  from guardianship g join person o on o.id = ${theirs} where ${mine} = n.id), '[]')`

const signIn = sql`json_build_object('username', ${username}, 'lastAt', ${lastSeen},
  'sessions', (select count(*) from session s where s.person_id = n.id and s.ended_at is null and s.expires_at > cairn_now()),
  'secondFactor', has_second_step(n.id),
  'providers', coalesce((select json_agg(distinct p.name) from identity i join standing_provider p on p.id = i.provider_id
    where i.person_id = n.id), '[]'),
  'cards', (select count(*) from standing_card k where k.learner_id = n.id),
  'familyLink', exists (select 1 from welcome w where w.guardian_id = n.id and w.withdrawn_at is null
    and w.ends_at > cairn_now()))`

export function readPerson(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetPerson>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', n.id, 'name', usual_name(n), 'given', n.given_name, 'family', n.family_name,
        'legalGiven', n.legal_given_name, 'legalFamily', n.legal_family_name, 'kinds', ${kinds}, 'numbers', ${numbersOf},
        'rosters', coalesce((select json_agg(json_build_object('source', k.source, 'leftOn', k.left_on) order by k.source)
          from roster_key k where k.kind = 'person' and k.subject_id = n.id), '[]'),
        'classes', coalesce((select json_agg(json_build_object('id', e.id, 'classId', c.id, 'name', c.name,
            'school', s.name, 'role', e.role, 'grade', e.grade, 'openedOn', e.opened_on,
            'closedOn', least(e.closed_on, c.closes_on + 1), 'fromRoster', e.roster_source is not null,
            'isOpen', exists (select 1 from open_enrollment o where o.id = e.id)) order by e.opened_on desc, c.name)
          from enrollment e join class c on c.id = e.class_id join school s on s.id = c.school_id
          where e.person_id = n.id and e.closed_on is distinct from e.opened_on), '[]'),
        'guardians', ${guardianships(sql`g.learner_id`, sql`g.guardian_id`)},
        'children', ${guardianships(sql`g.guardian_id`, sql`g.learner_id`)},
        'duties', coalesce((select json_agg(json_build_object('id', u.id, 'kind', u.kind, 'school', s.name, ${tie('u')})
          order by u.closed_on is not null, u.kind, s.name) from duty u left join school s on s.id = u.school_id
          where u.person_id = n.id), '[]'),
        'mayTakeDuties', ${takesDuties},
        'signIn', ${signIn},
        'mergedInto', (select json_build_object('id', o.id, 'name', usual_name(o)) from person_merge m
          join person o on o.id = m.kept_id where m.gone_id = n.id and m.undone_at is null),
        'merges', coalesce((select json_agg(json_build_object('id', m.id, 'name', usual_name(o), 'at', m.merged_at)
          order by m.merged_at desc) from person_merge m join person o on o.id = m.gone_id
          where m.kept_id = n.id and m.undone_at is null), '[]'),
        'departure', (select json_build_object('id', d.id, 'at', d.left_at) from departure d
          where d.person_id = n.id and d.returned_at is null))::text as json
      from person n where n.id = ${id} and ${keepsRegister(person(viewer.personId))}`,
  )
}
