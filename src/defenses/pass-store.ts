import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { HandPass } from './contract.ts'
import { handsPass, seesDefense } from './policy.ts'

/** Whether this pass is theirs now; an earlier one to the same seat ends with it. */
export async function insertPass(
  { db, viewer, now }: Context,
  { id, attemptId, panelistId }: InputOf<typeof HandPass>,
  guest: string,
): Promise<boolean> {
  await sql`
    update defense_pass set withdrawn_at = ${now}::timestamptz, withdrawn_by = ${viewer.personId}
    where attempt_id = ${attemptId} and panelist_id = ${panelistId} and withdrawn_at is null and id <> ${id}`.execute(
    db,
  )
  await sql`
    insert into defense_pass (id, district_id, attempt_id, panelist_id, guest, made_by, made_at)
    values (${id}, ${viewer.districtId}, ${attemptId}, ${panelistId}, ${guest}, ${viewer.personId}, ${now}::timestamptz)
    on conflict do nothing`.execute(db)
  const found = await sql`
    select 1 from defense_pass where id = ${id} and attempt_id = ${attemptId} and panelist_id = ${panelistId}`.execute(
    db,
  )
  return found.rows.length > 0
}

export async function isHandedAlready(
  { db, viewer }: Context,
  { id, attemptId, panelistId }: InputOf<typeof HandPass>,
): Promise<boolean> {
  const found = await sql`
    select 1 from defense_pass where id = ${id} and attempt_id = ${attemptId} and panelist_id = ${panelistId}
      and made_by = ${viewer.personId}`.execute(db)
  return found.rows.length > 0
}

export async function passFor({ db, viewer }: Context, id: string) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; isWithdrawn: boolean }>`
    select ${handsPass(me)} as allowed, p.withdrawn_at is not null as "isWithdrawn"
    from defense_pass p join defense_attempt t on t.id = p.attempt_id join defense d on d.id = t.defense_id
    where p.id = ${id} and ${seesDefense(me)}`.execute(db)
  return found.rows[0]
}

export async function markPassWithdrawn({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    update defense_pass set withdrawn_at = ${now}::timestamptz, withdrawn_by = ${viewer.personId}
    where id = ${id} and withdrawn_at is null`.execute(db)
}
