import { sql, type Transaction } from '../platform/database.ts'
import { isAway, longestCall, waitAfterTries } from './hook.ts'

export type WaitingCall = {
  id: string
  address: string
  sealed: Buffer
  /** what signed before, while it still does */
  earlier: Buffer | null
  hookId: string
  event: string
  subject: Record<string, string>
  happenedAt: Date
}

const callRow = sql`
  select c.id, h.address, h.secret as sealed, case when h.earlier_until > cairn_now() then h.earlier_secret end as earlier,
    h.id as "hookId", c.event, c.subject, c.happened_at as "happenedAt"
  from program_call c join standing_program_hook h on h.id = c.hook_id and c.taken_at is null and c.given_up_at is null`

export async function waitingCall(db: Transaction, id: string): Promise<WaitingCall | undefined> {
  const found = await sql<WaitingCall>`${callRow} where c.id = ${id}`.execute(db)
  return found.rows[0]
}

/** The hook of a call, for this worker alone; undefined while another tells it, and while it waits or rests. */
export async function claimHook(db: Transaction, callId: string, now: Date): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    update program_hook h set waits_until = ${until(now, longestCall)}::timestamptz
    where h.id = (select c.hook_id from program_call c where c.id = ${callId})
      and (h.waits_until is null or h.waits_until <= ${now}::timestamptz)
      and exists (select 1 from standing_program_hook s where s.id = h.id and s.rests_since is null)
    returning h.id`.execute(db)
  return found.rows[0]?.id
}

export async function releaseHook(db: Transaction, hookId: string): Promise<void> {
  await sql`update program_hook set waits_until = null where id = ${hookId}`.execute(db)
}

const until = (now: Date, wait: number) => new Date(now.getTime() + wait)

/** How long a call waits after so many tries, as PostgreSQL reads it. */
const waits = sql`(array[${sql.join(Array.from({ length: 16 }, (_, tries) => sql`${waitAfterTries(tries)}::int`))}])[least(c.tries, 15) + 1] * interval '1 ms'`

/** The oldest that is due and was not tried in this turn; those that were never refused come first. */
export async function dueCall(
  db: Transaction,
  { hookId, now, began }: { hookId: string; now: Date; began: Date },
): Promise<WaitingCall | undefined> {
  const found = await sql<WaitingCall>`
    ${callRow} where h.id = ${hookId} and h.rests_since is null and c.event <> 'hook.tried'
      and (c.tried_at is null or c.tried_at < ${began}::timestamptz and c.tried_at + ${waits} <= ${now}::timestamptz)
    order by c.tries, c.happened_at, c.id limit 1`.execute(db)
  return found.rows[0]
}

type Noted = { id: string; trouble: string | undefined; now: Date; hookId?: string }

/** What came of a try. With its hook, that one waits: for the next call no longer than one may take, or as one who is away. */
export async function noteCall(db: Transaction, { id, trouble, now, hookId }: Noted): Promise<void> {
  await sql`
    update program_call set tries = tries + 1, tried_at = ${now}::timestamptz, trouble = ${trouble ?? null},
      taken_at = ${trouble === undefined ? now : null}::timestamptz where id = ${id}`.execute(db)
  if (hookId === undefined) return
  const away = trouble !== undefined && isAway(trouble)
  const found = await sql<{ failures: number }>`
    update program_hook set failures = ${away ? sql`failures + 1` : sql`0`} where id = ${hookId} returning failures`.execute(
    db,
  )
  const wait = away ? waitAfterTries(found.rows[0]?.failures ?? 1) : longestCall
  await sql`update program_hook set waits_until = ${until(now, wait)}::timestamptz where id = ${hookId}`.execute(
    db,
  )
}
