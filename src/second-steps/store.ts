import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListSecondSteps } from './contract.ts'
import { mayDemandSteps } from './policy.ts'
import { mostDaysAhead } from './second-step.ts'

const standing = sql`select d.* from second_step_demand d
  where not exists (select 1 from second_step_demand_ending e where e.demand_id = d.id)
  order by d.demanded_at desc, d.id desc limit 1`

export function readSecondSteps({
  db,
  viewer,
  now,
}: Context): Promise<JsonText<OutputOf<typeof ListSecondSteps>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'demand', (select json_build_object('id', d.id, 'fromOn', d.from_on, 'demandedBy', usual_name(n),
            'demandedAt', d.demanded_at)
          from (${standing}) d join person n on n.id = d.demanded_by),
        'staff', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'has', s.has,
            'me', s.id = ${viewer.personId}::uuid) order by s.has, s.name, s.id)
          from (select n.id, usual_name(n) as name, has_second_step(n.id) as has from person n where n.id in (
              select e.person_id from enrollment e where e.role = 'teacher' union select y.person_id from duty y)
            and is_staff_on(n.id, cairn_today()) limit 2000) s), '[]'),
        'helped', coalesce((select json_agg(json_build_object('id', h.id, 'name', usual_name(n),
            'givenBy', coalesce(usual_name(g), 'Cairn'), 'givenAt', h.given_at, 'lastsUntil', h.lasts_until) order by h.given_at desc, h.id)
          from second_step_help h join person n on n.id = h.person_id left join person g on g.id = h.given_by
          where h.given_at > ${now}::timestamptz - interval '90 days'), '[]'))::text as json
      where ${mayDemandSteps(person(viewer.personId))}`,
  )
}

/**
 * False where the viewer decides nothing here, or the day cannot be meant: from today on, by somebody who would be
 * shut out by it at once.
 */
export async function insertDemand(
  { db, viewer, now }: Context,
  { id, fromOn }: { id: string; fromOn: string },
): Promise<boolean> {
  const kept = await sql`
    insert into second_step_demand (id, district_id, from_on, demanded_by, demanded_at)
    select ${id}, ${viewer.districtId}, ${fromOn}::date, ${viewer.personId}::uuid, ${now}::timestamptz
    where ${mayDemandSteps(person(viewer.personId))}
      and ${fromOn}::date between cairn_today() and cairn_today() + ${mostDaysAhead}::integer
      and (${fromOn}::date > cairn_today() or has_second_step(${viewer.personId}::uuid))
    on conflict (id) do update set id = excluded.id
      where second_step_demand.demanded_by = excluded.demanded_by and second_step_demand.from_on = excluded.from_on
    returning id`.execute(db)
  return kept.rows.length > 0
}

/** Whoever ends the demand ends every earlier one with it: none of them comes back to life. */
export async function insertDemandEnding({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const ended = await sql`
    insert into second_step_demand_ending (demand_id, district_id, ended_by, ended_at)
    select d.id, d.district_id, ${viewer.personId}::uuid, ${now}::timestamptz from second_step_demand d
    where ${mayDemandSteps(person(viewer.personId))}
      and exists (select 1 from second_step_demand asked where asked.id = ${id})
    on conflict (demand_id) do update set demand_id = excluded.demand_id returning demand_id`.execute(db)
  return ended.rows.length > 0
}

type Helped = { accountId: string | null; isMe: boolean }

export async function whomToHelp({ db, viewer }: Context, personId: string): Promise<Helped | undefined> {
  const found = await sql<Helped>`
    select a.id as "accountId", n.id = ${viewer.personId}::uuid as "isMe"
    from person n left join account a on a.person_id = n.id
    where n.id = ${personId} and ${mayDemandSteps(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}

/** False for an id that was used already. */
export async function insertHelp(
  { db, viewer, now }: Context,
  { id, personId, lastsUntil }: { id: string; personId: string; lastsUntil: Date },
): Promise<boolean> {
  const kept = await sql`
    insert into second_step_help (id, district_id, person_id, given_by, given_at, lasts_until)
    values (${id}, ${viewer.districtId}, ${personId}, ${viewer.personId}, ${now}::timestamptz,
      ${lastsUntil}::timestamptz)
    on conflict (id) do nothing returning id`.execute(db)
  return kept.rows.length > 0
}

/** From the command line: by nobody of the district. */
export async function insertHelpOf(
  db: Transaction,
  help: { personId: string; districtId: string; givenAt: Date; lastsUntil: Date },
): Promise<void> {
  await sql`
    insert into second_step_help (id, district_id, person_id, given_at, lasts_until)
    values (${newId()}, ${help.districtId}, ${help.personId}, ${help.givenAt}::timestamptz,
      ${help.lastsUntil}::timestamptz)`.execute(db)
}
