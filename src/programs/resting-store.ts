import type { Context, Tell } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { patience } from './hook.ts'

type Night = { db: Transaction; now: Date }

/** Of a hook `h`: since when nobody took what waits, if anything does. A time of rest is not held against it. */
const waitsSince = sql`(select greatest(min(c.happened_at),
    (select max(r.resumed_at) from program_hook_rest r where r.hook_id = h.id)) from program_call c
  where c.hook_id = h.id and c.taken_at is null and c.given_up_at is null and c.event <> 'hook.tried')`

/** Who took nothing for days rests; who takes other things will not take these. */
export async function restHooks({ db, now }: Night): Promise<void> {
  const earliest = new Date(now.getTime() - patience)
  const tired = await sql<{ id: string; districtId: string; took: boolean }>`
    select h.id, h.district_id as "districtId", exists (select 1 from program_call t
      where t.hook_id = h.id and t.event <> 'hook.tried' and t.taken_at > ${earliest}::timestamptz) as took
    from standing_program_hook h
    where h.rests_since is null and ${waitsSince} < ${earliest}::timestamptz`.execute(db)
  for (const { id, districtId, took } of tired.rows) {
    if (took) await giveUpOld(db, { id, earliest, now })
    else
      await sql`insert into program_hook_rest (id, district_id, hook_id, began_at)
        values (${newId()}, ${districtId}, ${id}, ${now}::timestamptz)`.execute(db)
  }
}

async function giveUpOld(db: Transaction, { id, earliest, now }: { id: string; earliest: Date; now: Date }) {
  await sql`update program_call set given_up_at = ${now}::timestamptz
    where hook_id = ${id} and taken_at is null and given_up_at is null and happened_at < ${earliest}::timestamptz`.execute(
    db,
  )
}

/** Each hook that something waits for, by its oldest call; it says itself whether it is due. */
export async function tellWaiting({
  db,
  tell,
  districtId,
}: {
  db: Transaction
  tell: Tell
  districtId: string
}): Promise<void> {
  const found = await sql<{ id: string }>`
    select distinct on (h.id) c.id from standing_program_hook h join program_call c on c.hook_id = h.id
    where h.rests_since is null and c.taken_at is null and c.given_up_at is null and c.event <> 'hook.tried'
    order by h.id, c.happened_at, c.id`.execute(db)
  for (const { id } of found.rows) await tell('hook.called', { districtId, id })
}

/** Answers with the address; undefined when it does not rest. What was missed counts as never tried. */
export async function endRest({ db, viewer, now }: Context, hookId: string): Promise<string | undefined> {
  const ended = await sql<{ address: string }>`
    update program_hook_rest r set resumed_at = ${now}::timestamptz, resumed_by = ${viewer.personId}
    from standing_program_hook h where h.id = ${hookId} and r.hook_id = h.id and r.resumed_at is null
    returning h.address`.execute(db)
  await sql`update program_hook set failures = 0, waits_until = null where id = ${hookId} and ${ended.rows.length > 0}`.execute(
    db,
  )
  await sql`update program_call set tries = 0, tried_at = null
    where hook_id = ${hookId} and taken_at is null and given_up_at is null and ${ended.rows.length > 0}`.execute(
    db,
  )
  return ended.rows[0]?.address
}
