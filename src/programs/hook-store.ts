import type { Context, Tell } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
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
    .select('id')
    .where(sql<boolean>`${event} = any (events)`)
    .execute()
  for (const { id } of listening) {
    await tell('hook.called', {
      districtId,
      id: await insertCall(db, { districtId, hookId: String(id), event, subject }, now),
    })
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

export type WaitingCall = {
  address: string
  sealed: Buffer
  hookId: string
  event: string
  subject: Record<string, string>
  happenedAt: Date
}

export async function waitingCall(db: Transaction, id: string): Promise<WaitingCall | undefined> {
  const found = await sql<WaitingCall>`
    select h.address, h.secret as sealed, h.id as "hookId", c.event, c.subject, c.happened_at as "happenedAt"
    from program_call c join standing_program_hook h on h.id = c.hook_id
    where c.id = ${id} and c.taken_at is null and c.given_up_at is null`.execute(db)
  return found.rows[0]
}

/** What came of a try: nothing wrong, or the trouble in a word that holds nothing the other side said. */
export async function noteCall(
  db: Transaction,
  { id, trouble, now }: { id: string; trouble: string | undefined; now: Date },
): Promise<void> {
  await db
    .updateTable('program_call')
    .set((is) => ({
      tries: is('tries', '+', 1),
      tried_at: now,
      trouble: trouble ?? null,
      ...(trouble === undefined ? { taken_at: now } : {}),
    }))
    .where('id', '=', id)
    .execute()
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

export async function callsWaiting(db: Transaction) {
  const found = await sql<{ id: string; tries: number; triedAt: Date | null; happenedAt: Date }>`
    select c.id, c.tries, c.tried_at as "triedAt", c.happened_at as "happenedAt" from program_call c
    where c.taken_at is null and c.given_up_at is null order by c.happened_at limit 500`.execute(db)
  return found.rows
}

/** Calls of an ended hook are told to nobody; old ones are of use to nobody. */
export async function forgetOldCalls(db: Transaction): Promise<void> {
  await sql`delete from program_call c where c.happened_at < cairn_now() - interval '30 days'
    or (c.taken_at is null and exists (select 1 from program_hook_end e where e.hook_id = c.hook_id))`.execute(
    db,
  )
}
