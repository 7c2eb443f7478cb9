import type { Context, Tell } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { bothSecretsFor, keptDays } from './hook.ts'
import type { Happening } from './program.ts'

export type NewHook = { id: string; address: string; events: readonly Happening[]; sealed: Buffer }

/** False when the id is somebody else's. One whose answer was lost gets a new secret under its id. */
export async function putHook({ db, viewer, now }: Context, hook: NewHook): Promise<boolean> {
  const kept = { address: hook.address, events: [...hook.events], secret: hook.sealed }
  const result = await db
    .insertInto('program_hook')
    .values({
      id: hook.id,
      district_id: viewer.districtId,
      created_by: viewer.personId,
      created_at: now,
      ...kept,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(kept)
        .where('program_hook.created_by', '=', viewer.personId)
        .where((is) =>
          is.not(
            is.exists(is.selectFrom('program_call').select('id').whereRef('hook_id', '=', 'program_hook.id')),
          ),
        ),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Answers with its address; undefined when there is none. */
export async function endHook({ db, viewer, now }: Context, id: string): Promise<string | undefined> {
  const known = await db.selectFrom('program_hook').select('address').where('id', '=', id).executeTakeFirst()
  if (!known) return undefined
  await db
    .insertInto('program_hook_end')
    .values({ hook_id: id, district_id: viewer.districtId, ended_by: viewer.personId, ended_at: now })
    .onConflict((conflict) => conflict.column('hook_id').doNothing())
    .execute()
  return known.address
}

export async function standingHook(db: Transaction, id: string): Promise<boolean> {
  const found = await db.selectFrom('standing_program_hook').select('id').where('id', '=', id).execute()
  return found.length > 0
}

type Happened = { districtId: string; event: Happening; subject: Record<string, string> }

/**
 * Keeps, in the transaction in which something happens, that the district's programs are to be told of it. The
 * subject is ids and nothing else: what a child made or wrote never leaves this way.
 */
export async function tellPrograms(
  { db, now, tell }: { db: Transaction; now: Date; tell: Tell },
  { districtId, event, subject }: Happened,
): Promise<void> {
  const listening = await db
    .selectFrom('standing_program_hook')
    .select(['id', 'rests_since'])
    .where(sql<boolean>`${event} = any (events)`)
    .execute()
  for (const hook of listening) {
    const id = await insertCall(db, { districtId, hookId: String(hook.id), event, subject }, now)
    if (hook.rests_since === null) await tell('hook.called', { districtId, id })
  }
}

export async function insertCall(
  db: Transaction,
  call: Happened & { hookId: string },
  now: Date,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('program_call')
    .values({
      id,
      district_id: call.districtId,
      hook_id: call.hookId,
      event: call.event,
      subject: JSON.stringify(call.subject),
      happened_at: now,
    })
    .execute()
  return id
}

export async function giveUpCall(db: Transaction, id: string, now: Date): Promise<void> {
  await db.updateTable('program_call').set({ given_up_at: now }).where('id', '=', id).execute()
}

export async function giveUpCalls(
  { db, now }: { db: Transaction; now: Date },
  ids: readonly string[],
): Promise<void> {
  await sql`
    update program_call set given_up_at = ${now}::timestamptz
    where id = any(${[...ids]}::uuid[]) and taken_at is null and given_up_at is null`.execute(db)
}

/** Signs with a new secret, and for a day with the one that its reader knows beside it. Answers with the address. */
export async function replaceSecret(
  { db, now }: Context,
  { id, sealed }: { id: string; sealed: Buffer },
): Promise<string | undefined> {
  const found = await sql<{ address: string }>`
    update program_hook h set secret = ${sealed},
      earlier_secret = case when h.earlier_until > ${now}::timestamptz then h.earlier_secret else h.secret end,
      earlier_until = ${new Date(now.getTime() + bothSecretsFor)}::timestamptz
    where h.id = ${id} and exists (select 1 from standing_program_hook s where s.id = h.id) returning h.address`.execute(
    db,
  )
  return found.rows[0]?.address
}

/** Calls of an ended hook are told to nobody; old ones are of use to nobody. */
export async function forgetOldCalls(db: Transaction): Promise<void> {
  await sql`delete from program_call c where c.happened_at < cairn_now() - ${keptDays} * interval '1 day'
    or (c.taken_at is null and exists (select 1 from program_hook_end e where e.hook_id = c.hook_id))`.execute(
    db,
  )
}
