import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListSuspected, TellApart } from './contract.ts'
import { keepsRegister } from './policy.ts'
import { aboutPerson, numbersOf } from './store.ts'

const born = (someone: RawBuilder<unknown>) => sql`(select k.facts->>'born' from roster_key k
  where k.kind = 'person' and k.subject_id = ${someone} and k.facts->>'born' <> '' limit 1)`

/**
 * Pairs of records of one usual name that may be of one human: they guard the same child, are reached at the same
 * address, were born on the same day, or at least one of them is in no roster. A learner and an adult never are.
 */
export const suspectedPairs = sql`(
  with named as materialized (
    select n.id, plain_name(usual_name(n)) as name,
      exists (select 1 from enrollment e where e.person_id = n.id and e.role = 'student') as learns,
      exists (select 1 from roster_key k where k.kind = 'person' and k.subject_id = n.id) as listed
    from person n
    where not exists (select 1 from person_merge m where m.gone_id = n.id and m.undone_at is null)
      and not exists (select 1 from departure d where d.person_id = n.id and d.returned_at is null)),
  alike as (
    select a.id as one, b.id as other, a.listed >= b.listed as one_goes_on, case
      when exists (select 1 from guards f join guards g on g.learner_id = f.learner_id
        where f.guardian_id = a.id and g.guardian_id = b.id) then 'child'
      when exists (select 1 from contact c join contact o on lower(o.email) = lower(c.email) or o.phone = c.phone
        where c.person_id = a.id and o.person_id = b.id) then 'contact'
      when ${born(sql`a.id`)} = ${born(sql`b.id`)} then 'born'
      when not (a.listed and b.listed) then 'by-hand' end as why
    from named a join named b on b.name = a.name and b.learns = a.learns and a.id < b.id
    where not exists (select 1 from person_apart t
      where (t.one_id, t.other_id) in ((a.id, b.id), (b.id, a.id))))
  select case when one_goes_on then one else other end as kept, case when one_goes_on then other else one end as gone, why
  from alike where why is not null)`

const look = sql`json_build_object('id', n.id, 'name', usual_name(n), 'about', ${aboutPerson}, 'numbers', ${numbersOf})`

export function readSuspected({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListSuspected>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('why', w.why,
          'kept', (select ${look} from person n where n.id = w.kept),
          'gone', (select ${look} from person n where n.id = w.gone)) order by w.kept, w.gone)
        from (select * from ${suspectedPairs} s order by s.kept, s.gone limit 200) w), '[]')::text as json
      where ${keepsRegister(person(viewer.personId))}`,
  )
}

/** Undefined for whoever keeps no register, or where one of them is not there. */
export async function insertApart(
  { db, viewer, now }: Context,
  { id, oneId, otherId }: InputOf<typeof TellApart>,
): Promise<{ isNew: boolean } | undefined> {
  const found = await sql<{ isNew: boolean }>`
    with both_here as (select 1 where ${keepsRegister(person(viewer.personId))}
      and (select count(*) from person n where n.id in (${oneId}, ${otherId})) = 2),
    kept as (insert into person_apart (id, district_id, one_id, other_id, told_by, told_at)
      select ${id}::uuid, ${viewer.districtId}::uuid, ${oneId}::uuid, ${otherId}::uuid, ${viewer.personId}::uuid, ${now}::timestamptz
      from both_here on conflict (id) do nothing returning id)
    select exists (select 1 from kept) as "isNew" from both_here`.execute(db)
  return found.rows[0]
}
