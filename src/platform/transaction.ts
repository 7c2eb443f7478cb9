import type { Context, Viewer } from './context.ts'
import { type Database, sql, type Transaction } from './database.ts'
import { isId } from './id-form.ts'
import type { Queue } from './jobs.ts'
import { madeNow } from './made.ts'
import { mediaWindow } from './media-key.ts'
import { Refusal } from './refusal.ts'

/** What every process of Cairn holds: the database, the queue, the secret and the clock. */
export type Ground = {
  database: Database
  queue: Queue
  secret: string
  now: () => Date
  log: Log
  /** whether it may ask machines of the network it stands in (src/platform/outside.ts) */
  localAddresses?: boolean
}

export type Log = {
  info: (facts: Record<string, unknown>, sentence: string) => void
  error: (facts: Record<string, unknown>, sentence: string) => void
}

type FoundSession = Omit<Viewer, never> & {
  lastSeenAt: Date
  handedOver: boolean
  asksPassword: boolean
  lastsSeconds: number
}

/** What is known of the session itself: when it was last used, and how long it lasts unused. */
export type Session = { lastSeenAt: Date; lastsSeconds: number; asksPassword: boolean }

/** The token a browser holds; the person its page was made for and the earlier record it kept this under, where it says so. */
export type Asker = { tokenHash: Buffer; meant?: string | undefined; keptAs?: string | undefined }

/** What may be done on a device that is in the hands of a class, before a password is chosen, and by support. */
export type Reach = {
  whileHandedOver?: boolean | undefined
  whileChoosing?: boolean | undefined
  forSupport?: boolean | undefined
}

/**
 * One transaction through the eyes of whoever holds the token: behind their district's wall, at one moment.
 * Everything `work` writes is kept together or not at all. A session that was handed to a class
 * (docs/decisions/0032) opens nothing, except for the little that says it works while handed over.
 */
export function asViewer<T>(
  ground: Ground,
  { tokenHash, meant, keptAs }: Asker,
  work: (context: Context, session: Session) => Promise<T>,
  reach: Reach = {},
): Promise<T> {
  const now = ground.now()
  const window = mediaWindow(ground.secret, now)
  return ground.database.transaction().execute(async (db) => {
    const found = await sql<FoundSession>`
      select person_id as "personId", district_id as "districtId", account_id as "accountId",
        session_id as "sessionId", last_seen_at as "lastSeenAt", handed_over as "handedOver",
        lasts_seconds as "lastsSeconds", asks_password as "asksPassword", support_grant_id as "supportGrantId"
      from open_session(${tokenHash}, ${now}::timestamptz, ${window.key}, ${window.until})`.execute(db)
    const session = found.rows[0]
    // what a shared tablet keeps or sends must never be another person's
    if (!session || (meant !== undefined && meant !== session.personId)) throw new Refusal('not_signed_in')
    const { lastSeenAt, handedOver, asksPassword, lastsSeconds, ...viewer } = session
    if (handedOver && !reach.whileHandedOver) throw new Refusal('handed_over')
    if (asksPassword && !reach.whileChoosing) throw new Refusal('password_first')
    if (viewer.supportGrantId && !reach.forSupport) throw new Refusal('support_looks_only')
    if (keptAs !== undefined && !(await isNow(db, keptAs, viewer.personId))) throw new Refusal('merge_undone')
    return work(
      { viewer, db, now, tell: ground.queue.tellIn(db), made: madeNow(now) },
      { lastSeenAt, lastsSeconds, asksPassword },
    )
  })
}

/** What a device kept under a record that was merged is this person’s only while the merge stands. */
async function isNow(db: Transaction, earlier: string, today: string): Promise<boolean> {
  if (!isId(earlier)) return false
  const found = await sql<{ same: boolean }>`select is_now(${earlier}::uuid, ${today}::uuid) as same`.execute(
    db,
  )
  return found.rows[0]?.same === true
}

export type SystemContext = Omit<Context, 'viewer' | 'made'>

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * One transaction of the program itself, still behind one district's wall. Rare, and always logged with its
 * reason: nobody's rights are asked here.
 */
export function asTheSystem<T>(
  ground: Ground,
  why: { reason: string; districtId: string },
  work: (context: SystemContext) => Promise<T>,
): Promise<T> {
  const now = ground.now()
  ground.log.info({ reason: why.reason, district: why.districtId }, 'as the system')
  return ground.database.transaction().execute(async (db) => {
    await sql`select open_transaction(${why.districtId}::uuid, ${nobody}::uuid, ${now}::timestamptz, '00', '0')`.execute(
      db,
    )
    return work({ db, now, tell: ground.queue.tellIn(db) })
  })
}
