import { person } from '../access/relations.ts'
import { noLongerSo } from '../mail/message.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListErrands } from './contract.ts'
import { type ErrandKind, errandKinds, eventOf, type Trouble } from './errand.ts'
import { seesWholeHouse } from './policy.ts'

/** Of a row of the queue, `j`: what it is, in our own word. */
const kindOf = sql`case j.name ${sql.join(
  errandKinds.map((kind) => sql`when ${sql.lit(eventOf[kind])} then ${sql.lit(kind)}`),
  sql` `,
)} end`

/** Why it failed, as far as anybody may read it. */
const troubleOf = sql<Trouble>`case
  when coalesce(j.output->>'message', '') like 'the % was not taken yet' then 'not-taken'
  when coalesce(j.output->>'message', j.output->'value'->>'message', '') in ('job timed out', 'job heartbeat timeout') then 'fell-silent'
  else 'broke' end`

/** The queue stands beside the district's wall, so each question says itself whose it is. */
const ofDistrict = (districtId: string): RawBuilder<boolean> =>
  sql<boolean>`j.data->>'districtId' = ${districtId} and ${kindOf} is not null`

const about = sql`(j.data->>'id')::uuid`

/** Failed and still undone: what a later try brought about, or what nobody wants any more, is no failure. */
const isUndone = sql<boolean>`(j.state = 'failed' and case j.name
  when ${sql.lit(eventOf.message)} then exists (select 1 from message m
    where m.id = ${about} and m.sent_at is null and m.given_up_at is null)
  when ${sql.lit(eventOf.call)} then exists (select 1 from program_call c
    where c.id = ${about} and c.taken_at is null and c.given_up_at is null)
  when ${sql.lit(eventOf.night)} then not exists (select 1 from pgboss.job o where o.name = j.name and o.state = 'completed'
    and o.data->>'districtId' = j.data->>'districtId' and o.completed_on > j.completed_on)
  when ${sql.lit(eventOf.link)} then true
  else exists (select 1 from media m where m.id = ${about} and m.state <> 'failed') end)`

/** How many things failed; one that was tried on several nights is one. */
export const failedCount = (districtId: string): RawBuilder<number> => sql<number>`(
  select count(distinct (j.name, ${about})) from pgboss.job j where ${isUndone} and ${ofDistrict(districtId)})`

export function readErrands({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListErrands>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      with mine as (select ${kindOf} as kind, ${about} as about, j.state, j.created_on, j.completed_on, ${troubleOf} as trouble
        from pgboss.job j
        where (j.state in ('created', 'retry', 'active') or ${isUndone}) and ${ofDistrict(viewer.districtId)})
      select json_build_object(
        'kinds', coalesce((select json_agg(json_build_object('kind', k.kind, 'waiting', k.waiting, 'running', k.running,
            'since', k.since) order by k.kind)
          from (select m.kind, count(*) filter (where m.state <> 'active') as waiting,
            count(*) filter (where m.state = 'active') as running, min(m.created_on) filter (where m.state <> 'active') as since
            from mine m where m.state <> 'failed' group by m.kind) k), '[]'),
        'failures', coalesce((select json_agg(json_build_object('kind', f.kind, 'trouble', f.trouble, 'count', f.count,
            'firstAt', f.first_at, 'lastAt', f.last_at) order by f.last_at desc)
          from (select m.kind, m.trouble, count(distinct m.about) as count, min(m.completed_on) as first_at, max(m.completed_on) as last_at
            from mine m where m.state = 'failed' group by m.kind, m.trouble) f), '[]'),
        'filesRefused', (select count(*) from media m
          where m.state = 'failed' and m.settled_at > cairn_now() - interval '30 days'),
        'messagesGivenUp', (select count(*) from message m
          where m.given_up_at > cairn_now() - interval '30 days' and m.trouble is distinct from ${noLongerSo}))::text as json
      where ${seesWholeHouse(person(viewer.personId))}`,
  )
}

export type Failures = { kind: ErrandKind; trouble: Trouble; until: string }

const these = (districtId: string, { kind, trouble, until }: Failures): RawBuilder<boolean> =>
  sql<boolean>`${isUndone} and j.name = ${eventOf[kind]} and ${ofDistrict(districtId)} and ${troubleOf} = ${trouble}
    and j.completed_on <= ${until}::timestamptz`

export async function maySeeHouse({ db, viewer }: Context): Promise<{ allowed: boolean } | undefined> {
  const found = await sql<{ allowed: boolean }>`
    select true as allowed where ${seesWholeHouse(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}

/** As the queue itself tries again: once more, and at once. */
export async function retryFailed({ db, viewer }: Context, failures: Failures): Promise<number> {
  const tried = await sql`
    update pgboss.job j set state = 'retry', retry_limit = j.retry_limit + 1, completed_on = null, start_after = now()
    where ${these(viewer.districtId, failures)}`.execute(db)
  return Number(tried.numAffectedRows ?? 0)
}

/** Takes them out of the queue and says what each was about. */
export async function forgetFailed({ db, viewer }: Context, failures: Failures): Promise<string[]> {
  const gone = await sql<{ id: string }>`
    delete from pgboss.job j where ${these(viewer.districtId, failures)} returning j.data->>'id' as id`.execute(
    db,
  )
  return gone.rows.map(({ id }) => id)
}
