import { isLearner, person, runsDistrict } from '../access/relations.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type Database, JsonText, sql, type Transaction } from '../platform/database.ts'
import type { GetMe, ListSessions } from './contract.ts'

export type FoundAccount = {
  accountId: string
  personId: string
  districtId: string
  passwordHash: string | undefined
}

export async function accountNamed(db: Database, username: string): Promise<FoundAccount | undefined> {
  const found = await sql<FoundAccount>`
    select account_id as "accountId", person_id as "personId", district_id as "districtId",
      password_hash as "passwordHash" from account_named(${username})`.execute(db)
  const account = found.rows[0]
  return account && { ...account, passwordHash: account.passwordHash ?? undefined }
}

export async function failuresOf(db: Database, nameHash: Buffer, since: Date): Promise<number> {
  const found = await sql<{ failures: number }>`
    select sign_in_failures(${nameHash}, ${since}::timestamptz) as failures`.execute(db)
  return found.rows[0]?.failures ?? 0
}

/** Counts a try against a name and answers how many there are now; success forgets them. */
export async function noteFailure(
  db: Database | Transaction,
  nameHash: Buffer,
  now: Date,
  since: Date,
): Promise<number> {
  const found = await sql<{ failures: number }>`
    select sign_in_failed(${nameHash}, ${now}::timestamptz, ${since}::timestamptz) as failures`.execute(db)
  return found.rows[0]?.failures ?? 0
}

export async function forgetFailures(db: Database | Transaction, nameHash: Buffer): Promise<void> {
  await sql`select sign_in_succeeded(${nameHash})`.execute(db)
}

/** One try alone is no longer counted, because it was right: wrong ones of others stay. */
export async function takeFailureBack(db: Database | Transaction, nameHash: Buffer): Promise<void> {
  await sql`select sign_in_failure_taken_back(${nameHash})`.execute(db)
}

export async function insertSession(
  db: Transaction,
  session: {
    id: string
    account: Pick<FoundAccount, 'accountId' | 'personId' | 'districtId'>
    tokenHash: Buffer
    device: string
    now: Date
    expiresAt: Date
    /** whoever vouched for them */
    providerId?: string
    /** one that a card opened on a class's device: over as soon as either is */
    byCard?: { cardId: string; classDeviceId: string; lastsSeconds: number }
    /** with a password that somebody else knows */
    asksPassword?: boolean
  },
): Promise<void> {
  const { account, byCard } = session
  await db
    .insertInto('session')
    .values({
      id: session.id,
      district_id: account.districtId,
      account_id: account.accountId,
      person_id: account.personId,
      token_hash: session.tokenHash,
      device: session.device,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      asks_password: session.asksPassword ?? false,
      ...(session.providerId === undefined ? {} : { provider_id: session.providerId }),
      ...(byCard === undefined
        ? {}
        : {
            card_id: byCard.cardId,
            class_device_id: byCard.classDeviceId,
            lasts_seconds: byCard.lastsSeconds,
          }),
    })
    .execute()
}

/** Whoever signs in over somebody else leaves no open session of theirs behind. */
export async function endSessionBefore(
  db: Transaction,
  tokenHash: Buffer | undefined,
  now: Date,
): Promise<void> {
  if (tokenHash) await sql`select end_session_before(${tokenHash}, ${now}::timestamptz)`.execute(db)
}

/** Ends one session of an account, all of them, or all but one. */
export async function endSessions(
  db: Transaction,
  accountId: string,
  now: Date,
  which: { only?: string; except?: string } = {},
): Promise<void> {
  let ending = db
    .updateTable('session')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (which.only !== undefined) ending = ending.where('id', '=', which.only)
  if (which.except !== undefined) ending = ending.where('id', '<>', which.except)
  await ending.execute()
}

/** The provider that opened a session, where it can be asked to end its own as well. */
export async function providerToLeave(db: Transaction, sessionId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select p.id from provider_session v join standing_provider p on p.id = v.provider_id
    where v.session_id = ${sessionId} and (p.sign_out_at is not null or p.offers_sign_out)`.execute(db)
  return found.rows[0]?.id
}

/** Undefined for somebody who comes in by link and never chose one. */
export async function passwordHashOf(db: Transaction, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return row.password_hash ?? undefined
}

export async function replacePassword(
  db: Transaction,
  accountId: string,
  hash: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: hash, password_changed_at: now })
    .where('id', '=', accountId)
    .execute()
}

/**
 * One row, one query: who I am here, from the ties that stand today. The voice follows the grade band (K-3,
 * 4-7, 8-12 and adults) until the person chooses another.
 */
export async function readMe({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof GetMe>>> {
  const me = person(viewer.personId)
  const found = await sql<{ json: string }>`
    select json_build_object(
      'id', p.id, 'name', usual_name(p), 'givenName', p.given_name,
      'hats', to_json(array_remove(array[
        case when exists (select 1 from enrollment e where e.person_id = p.id and e.role = 'student') then 'learner' end,
        case when exists (select 1 from works_at w where w.person_id = p.id) then 'teacher' end,
        case when exists (select 1 from guards g where g.guardian_id = p.id) then 'guardian' end,
        case when exists (select 1 from serves s where s.person_id = p.id) then 'office' end], null)),
      'grade', latest.grade,
      'voice', coalesce(f.voice, voice_of(latest.grade)),
      'district', d.name, 'runsDistrict', ${runsDistrict(me)},
      'isSupport', ${viewer.supportGrantId ?? null}::uuid is not null,
      'schools', coalesce((select json_agg(distinct s.name) from school s where s.id in (
        select e.school_id from open_enrollment e where e.person_id = p.id union select w.school_id from works_at w where w.person_id = p.id
        union select v.school_id from serves v where v.person_id = p.id)), '[]'),
      'preference', json_build_object('locale', f.locale, 'appearance', f.appearance, 'voice', f.voice),
      'choosesPassword', (select z.asks_password from session z where z.id = ${viewer.sessionId}),
      'handover', (select json_build_object('id', h.id, 'classId', h.class_id) from open_handover h
        where h.session_id = ${viewer.sessionId})
    )::text as json
    from person p
    join district d on d.id = p.district_id
    left join preference f on f.person_id = p.id
    left join lateral (select e.grade from enrollment e where e.person_id = p.id and e.role = 'student'
      and e.opened_on <= cairn_today() order by e.opened_on desc limit 1) latest on true
    where ${isLearner(me, sql<string>`p.id`)}`.execute(db)
  return new JsonText(found.rows[0]?.json ?? 'null')
}

export async function listSessions({ db, viewer, now }: Context): Promise<OutputOf<typeof ListSessions>> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'device', 'created_at', 'last_seen_at'])
    .where('account_id', '=', viewer.accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    here: row.id === viewer.sessionId,
  }))
}
