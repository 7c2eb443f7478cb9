import { sql, type Transaction } from '../platform/database.ts'
import { answersWalkthrough } from '../walkthroughs/policy.ts'
import { remindedAfterDays } from '../walkthroughs/walkthrough.ts'
import { comesByLink } from '../welcomes/policy.ts'
import type { DigestWay } from './digest.ts'
import { latestChoice, tellsOf, usualWay } from './store.ts'

export type TellingKind = 'waits' | 'reminder'

export type DueTelling = {
  conferenceId: string
  personId: string
  kind: TellingKind
  way: Exclude<DigestWay, 'none'>
}

/** What a letter says of a recording that waits. */
export type Waiting = {
  conferenceId: string
  personId: string
  districtId: string
  kind: TellingKind
  givenName: string
  sentAt: Date
  timeZone: string
  locale: string | null
  /** the link with which somebody without a password comes in, while it opens */
  welcomeId: string | null
}

const guardian = sql<string>`who.person_id`

/**
 * A recording and whom it waits for: those it was made for who guard the learner today. Where a school lets no letter
 * leave, it waits for nobody.
 */
const waitings = sql`walkthrough k join conference c on c.id = k.conference_id
  join conference_learner l on l.round_id = c.round_id and l.learner_id = c.learner_id
  join conference_attendee who on who.conference_id = c.id and who.role = 'guardian'
    and ${answersWalkthrough(guardian)} and ${tellsOf(sql<string>`c.learner_id`)} <> 'nothing'
    and not exists (select 1 from conference_closing z where z.conference_id = c.id)`

/** So long a recording is still told of: one that travelled for weeks in a tablet, or a family whose address came late. */
const toldWithinDays = 28

/** A reminder for a family that was told long ago would remind them of something else. */
const remindedWithinDays = 10

/** Who has a recording waiting and was not told, or was told and has not answered; by the way they chose. */
export async function dueTellings(
  db: Transaction,
  { ways, most }: { ways: readonly DigestWay[]; most: number },
): Promise<DueTelling[]> {
  const found = await sql<DueTelling>`
    with waiting as (
      select distinct c.id, who.person_id, k.sent_at,
        (select g.told_at from walkthrough_telling g
          where g.conference_id = c.id and g.guardian_id = who.person_id and g.kind = 'waits') as told_at
      from ${waitings}),
    due as (
      select w.*, ${usualWay} as way, t.email, t.phone, case when w.told_at is null then 'waits' else 'reminder' end as kind
      from waiting w join contact t on t.person_id = w.person_id
        left join lateral ${latestChoice(sql<string>`w.person_id`)} c on true
      where case when w.told_at is null then w.sent_at > cairn_now() - make_interval(days => ${toldWithinDays})
        else cairn_now() between w.told_at + make_interval(days => ${remindedAfterDays})
          and w.told_at + make_interval(days => ${remindedWithinDays}) end)
    select u.id as "conferenceId", u.person_id as "personId", u.kind, u.way from due u
    where u.way = any(${[...ways]}::text[]) and case u.way when 'mail' then u.email else u.phone end is not null
      and not exists (select 1 from walkthrough_telling g
        where g.conference_id = u.id and g.guardian_id = u.person_id and g.kind = u.kind)
    order by u.sent_at, u.person_id limit ${most}`.execute(db)
  return found.rows
}

/** What is to be told while it still waits for this very person, and they still want it in this way. */
export async function readWaiting(
  db: Transaction,
  tellingId: string,
  way: DigestWay,
): Promise<Waiting | undefined> {
  const found = await sql<Waiting>`
    with waiting as (
      select c.id, c.learner_id, who.person_id, c.district_id, k.sent_at, g.kind
      from ${waitings}
        join walkthrough_telling g on g.conference_id = c.id and g.guardian_id = who.person_id and g.id = ${tellingId})
    select u.id as "conferenceId", u.person_id as "personId", u.district_id as "districtId", u.kind,
      n.given_name as "givenName", u.sent_at as "sentAt", d.time_zone as "timeZone", f.locale,
      (select w.id from welcome w where w.guardian_id = u.person_id and w.withdrawn_at is null
        and w.ends_at > cairn_now() and ${comesByLink(sql<string>`u.person_id`)}) as "welcomeId"
    from waiting u join person n on n.id = u.learner_id join district d on d.id = u.district_id
      join contact t on t.person_id = u.person_id
      left join preference f on f.person_id = u.person_id
      left join lateral ${latestChoice(sql<string>`u.person_id`)} c on true
    where ${usualWay} = ${way} limit 1`.execute(db)
  return found.rows[0]
}

/** False when another process was faster. */
export async function insertTelling(
  db: Transaction,
  telling: { id: string; due: DueTelling; districtId: string; messageId: string },
  now: Date,
): Promise<boolean> {
  const { id, due, districtId, messageId } = telling
  const result = await db
    .insertInto('walkthrough_telling')
    .values({
      id,
      conference_id: due.conferenceId,
      district_id: districtId,
      guardian_id: due.personId,
      kind: due.kind,
      told_at: now,
      message_id: messageId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
