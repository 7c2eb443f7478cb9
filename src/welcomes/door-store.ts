import type { Context } from '../platform/context.ts'
import { type Database, sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { comesByLink } from './policy.ts'
import { mostWrongPins } from './welcome.ts'

export async function districtOfWelcome(db: Database, id: string): Promise<string | undefined> {
  const found = await sql<{ id: string | null }>`select district_of_welcome(${id}::uuid) as id`.execute(db)
  return found.rows[0]?.id ?? undefined
}

export type Behind = {
  guardianId: string
  districtId: string
  children: string[]
  isOpen: boolean
  rests: boolean
  /** chose a password meanwhile, or is more here than a guardian */
  signsIn: boolean
}

/** Whose family a link is for: undefined when it was taken back, or when no child is theirs any more. */
export async function lookBehind(db: Transaction, id: string): Promise<Behind | undefined> {
  const found = await sql<Behind>`
    select w.guardian_id as "guardianId", w.district_id as "districtId", f.children, w.ends_at > cairn_now() as "isOpen",
      w.wrong_pins >= ${mostWrongPins} as rests, not ${comesByLink(sql<string>`w.guardian_id`)} as "signsIn"
    from welcome w cross join lateral (select array_agg(k.given_name order by k.given_name) as children
      from guards g join person k on k.id = g.learner_id where g.guardian_id = w.guardian_id) f
    where w.id = ${id} and w.withdrawn_at is null and f.children is not null`.execute(db)
  return found.rows[0]
}

/** Counted before the PIN is looked at, so that guesses sent all at once are counted too. False when it rests. */
export async function countPin(db: Transaction, id: string): Promise<boolean> {
  const result = await sql`
    update welcome set wrong_pins = wrong_pins + 1
    where id = ${id} and wrong_pins < ${mostWrongPins} and withdrawn_at is null and ends_at > cairn_now()`.execute(
    db,
  )
  return (result.numAffectedRows ?? 0n) > 0n
}

/** False when it was taken back meanwhile; whoever takes it back from now on waits, and ends what comes in here. */
export async function forgetPins(db: Transaction, id: string): Promise<boolean> {
  const result = await db
    .updateTable('welcome')
    .set({ wrong_pins: 0 })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The account of a guardian, made the first time: without a name and without a password. */
export async function accountOfGuardian(
  db: Transaction,
  { guardianId, districtId }: Pick<Behind, 'guardianId' | 'districtId'>,
  now: Date,
): Promise<string> {
  await db
    .insertInto('account')
    .values({ id: newId(), district_id: districtId, person_id: guardianId, created_at: now })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', guardianId)
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertUse(
  db: Transaction,
  use: { sessionId: string; welcomeId: string; districtId: string; usedAt: Date },
): Promise<void> {
  await db
    .insertInto('welcome_use')
    .values({
      session_id: use.sessionId,
      welcome_id: use.welcomeId,
      district_id: use.districtId,
      used_at: use.usedAt,
    })
    .execute()
}

/** What came in by a link goes with it; the link first, so that nobody comes in while it is taken back. */
export async function withdrawWelcomes({ db, viewer, now }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const which = [...ids]
  await sql`
    update welcome set withdrawn_at = ${now}::timestamptz, withdrawn_by = ${viewer.personId}::uuid
    where id = any(${which}::uuid[]) and withdrawn_at is null`.execute(db)
  await sql`
    update session s set ended_at = ${now}::timestamptz from welcome_use u
    where u.session_id = s.id and u.welcome_id = any(${which}::uuid[]) and s.ended_at is null`.execute(db)
}

/** Two who invite the same guardian at once wait for each other. */
export async function lockWelcomes({ db, viewer }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`welcomes ${viewer.districtId}`}, 0))`.execute(db)
}

export async function openWelcomesOf({ db }: Context, guardianIds: readonly string[]) {
  return db
    .selectFrom('welcome')
    .select(['id', 'guardian_id as guardianId'])
    .where('guardian_id', 'in', [...guardianIds])
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Those whose id is known here already: sent again, or somebody else's. */
export async function knownWelcomes({ db }: Context, ids: readonly string[]) {
  return db
    .selectFrom('welcome')
    .select(['id', 'guardian_id as guardianId', 'made_by as madeBy'])
    .where('id', 'in', [...ids])
    .execute()
}

/** False when the id is taken. */
export async function insertWelcome(
  { db, viewer, now }: Context,
  welcome: { id: string; guardianId: string; endsAt: Date },
): Promise<boolean> {
  const result = await db
    .insertInto('welcome')
    .values({
      id: welcome.id,
      district_id: viewer.districtId,
      guardian_id: welcome.guardianId,
      made_by: viewer.personId,
      made_at: now,
      ends_at: welcome.endsAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
