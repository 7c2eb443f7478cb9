import { sql, type Transaction } from '../platform/database.ts'

/**
 * The numbers by which a sign-in provider may find somebody, read anew out of what every feed says of those who are
 * in it. A number that two people have finds nobody, and neither does an address: addresses are handed on.
 */
export async function writeIdentifiers(db: Transaction, districtId: string): Promise<void> {
  // `{Type:Id}` is how OneRoster writes an identifier of another system
  await sql`
    with said as materialized (
      select k.subject_id as person_id, o.role, btrim(regexp_replace(n.value, '^\\{[^:{}]*:(.*)\\}$', '\\1')) as value
      from roster_key k, jsonb_array_elements_text(k.facts->'identifiers') n(value),
        lateral (select distinct case when r = 'student' then 'student_number' else 'staff_number' end as role
          from jsonb_array_elements_text(k.facts->'roles') r where r <> 'guardian') o
      where k.kind = 'person' and k.left_on is null
    ), wanted as materialized (
      select role as kind, value, (array_agg(person_id))[1] as person_id from said
      where value <> '' and value !~ '@' and length(value) <= 200
      group by role, value having count(distinct person_id) = 1
    ), gone as (
      delete from roster_identifier i where not exists (
        select 1 from wanted w where w.kind = i.kind and w.value = i.value)
    )
    insert into roster_identifier (id, district_id, person_id, kind, value)
    select gen_random_uuid(), ${districtId}, w.person_id, w.kind, w.value from wanted w
    where not exists (select 1 from roster_identifier i where i.kind = w.kind and i.value = w.value
      and i.person_id = w.person_id)
    on conflict (district_id, kind, value) do update set person_id = excluded.person_id`.execute(db)
}
