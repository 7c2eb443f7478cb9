import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import type { SystemContext } from '../platform/transaction.ts'
import {
  dayBegins,
  dayEnds,
  type Delivery,
  type MessageAbout,
  type MessageWay,
  type Told,
} from './message.ts'
import { invitesGuardian } from './policy.ts'

export async function mayNoteContact({ db, viewer }: Context, personId: string) {
  const found = await sql<{ allowed: boolean }>`
    select true as allowed from person n
    where n.id = ${personId} and ${invitesGuardian(person(viewer.personId), sql<string>`n.id`)}`.execute(db)
  return found.rows[0]
}

export async function putContact(
  { db, viewer, now }: Context,
  { id, email, phone }: { id: string; email: string; phone: string },
): Promise<void> {
  const noted = { email: email || null, phone: phone || null, noted_by: viewer.personId, noted_at: now }
  await db
    .insertInto('contact')
    .values({ person_id: id, district_id: viewer.districtId, ...noted })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(noted))
    .execute()
}

export type NewMessage = {
  id: string
  districtId: string
  personId: string
  way: MessageWay
  /** waits for the morning, where it is night */
  byDay?: boolean
} & ({ about: MessageAbout; aboutId: string } | Told)

/** False when it is on its way already. */
export async function insertMessage(db: Transaction, message: NewMessage, now: Date): Promise<boolean> {
  const says =
    'about' in message
      ? { about: message.about, about_id: message.aboutId }
      : {
          subject: message.subject,
          body: message.body,
          html: message.html ?? null,
          ends_at_address: message.endsAt ?? null,
        }
  const result = await db
    .insertInto('message')
    .values({
      id: message.id,
      district_id: message.districtId,
      person_id: message.personId,
      way: message.way,
      by_day: message.byDay ?? false,
      queued_at: now,
      ...says,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type Waiting = {
  way: MessageWay
  to: string | null
  about: MessageAbout | null
  aboutId: string
  subject: string
  body: string
  html: string | null
  endsAt: string | null
}

export type About = { aboutId: string; way: MessageWay }

/** Says what a message is to say at the moment it leaves; undefined when it is not to leave any more. */
export type Writer = (context: SystemContext, message: About) => Promise<Told | undefined>
export type Writers = Readonly<Record<MessageAbout, Writer>>

/** Of a row of message. */
const isNight = sql<boolean>`(select extract(hour from cairn_now() at time zone d.time_zone)
  not between ${dayBegins} and ${dayEnds - 1} from district d where d.id = district_id)`

const claimSeconds = 120

/** Claimed for whoever asks, until its delivery is noted: undefined while another process has it in hand. */
export async function claimMessage(db: Transaction, id: string): Promise<Waiting | undefined> {
  const found = await sql<Waiting>`
    with claimed as (
      update message set claimed_until = cairn_now() + make_interval(secs => ${claimSeconds})
      where id = ${id} and sent_at is null and given_up_at is null and coalesce(claimed_until, '-infinity') <= cairn_now()
        and not (by_day and ${isNight}) returning *)
    select m.way, case m.way when 'mail' then c.email else c.phone end as "to", m.subject, m.body,
      m.html, m.ends_at_address as "endsAt", m.about, m.about_id as "aboutId"
    from claimed m left join contact c on c.person_id = m.person_id`.execute(db)
  return found.rows[0]
}

/** What it said is forgotten when it was taken, or when it never will be. */
export async function noteDelivery(
  db: Transaction,
  { id, delivery, now }: { id: string; delivery: Delivery; now: Date },
): Promise<void> {
  const { outcome } = delivery
  const isOver = outcome !== 'later'
  await db
    .updateTable('message')
    .set((is) => ({
      tries: is('tries', '+', 1),
      claimed_until: null,
      tried_at: now,
      trouble: delivery.outcome === 'sent' ? null : delivery.code,
      ...(outcome === 'sent' ? { sent_at: now } : {}),
      ...(outcome === 'never' ? { given_up_at: now } : {}),
      ...(isOver ? { subject: null, body: null, html: null, ends_at_address: null } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** The office let them go: they are tried no more, and what they said is forgotten. */
export async function giveUpMessages(
  { db, now }: { db: Transaction; now: Date },
  ids: readonly string[],
): Promise<void> {
  await sql`
    update message set given_up_at = ${now}::timestamptz, trouble = 'let go', subject = null, body = null, html = null,
      ends_at_address = null
    where id = any(${[...ids]}::uuid[]) and sent_at is null and given_up_at is null`.execute(db)
}

export async function waitingLong(db: Transaction) {
  const found = await sql<{ id: string; tries: number; triedAt: Date | null; queuedAt: Date }>`
    select m.id, m.tries, m.tried_at as "triedAt", m.queued_at as "queuedAt" from message m
    where m.sent_at is null and m.given_up_at is null order by m.queued_at limit 500`.execute(db)
  return found.rows
}
