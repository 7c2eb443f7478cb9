import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { GetYearAgo } from './contract.ts'
import { attemptsBetween } from './entry-store.ts'
import { daysAround } from './timeline.ts'

const mostShown = 3

const dayAt = (shift: number) =>
  sql<Date>`((cairn_today() - interval '1 year' + ${shift} * interval '1 day')::timestamp
    at time zone (select d.time_zone from district d))`

/** Nothing is even looked up for somebody who did not wish it. */
export function readYearAgo({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof GetYearAgo>>> {
  const days = { from: dayAt(-daysAround), to: dayAt(daysAround + 1), most: mostShown }
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('wished', w.wished,
        'entries', case when w.wished then ${attemptsBetween(viewer.personId, days)} else '[]'::json end)::text as json
      from (select exists (select 1 from year_ago_wish y
        where y.learner_id = ${person(viewer.personId)} and y.ended_at is null) as wished) w`,
  )
}

export async function keepWish({ db, viewer, now }: Context, wished: boolean): Promise<void> {
  if (!wished) {
    await sql`update year_ago_wish set ended_at = ${now}::timestamptz
      where learner_id = ${viewer.personId} and ended_at is null`.execute(db)
    return
  }
  await sql`
    insert into year_ago_wish (learner_id, district_id, wished_at)
    select ${viewer.personId}::uuid, ${viewer.districtId}::uuid, ${now}::timestamptz
    where not exists (select 1 from year_ago_wish y where y.learner_id = ${viewer.personId} and y.ended_at is null)
    on conflict (learner_id, wished_at) do update set ended_at = null`.execute(db)
}
