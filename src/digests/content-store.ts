import { person } from '../access/relations.ts'
import { seesAsking } from '../askings/policy.ts'
import { type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import { seesShowcase } from '../showcases/policy.ts'
import { comesByLink } from '../welcomes/policy.ts'
import { isDeleted, isReachedBy, seesPiece } from '../work/policy.ts'
import {
  type DigestWay,
  lateDays,
  longestLookBackDays,
  mostWords,
  type News,
  usualDay,
  usualHour,
  weekDays,
} from './digest.ts'
import { getsDigests } from './policy.ts'
import { latestChoice, tellsOf, usualWay } from './store.ts'

export type Due = {
  personId: string
  way: Exclude<DigestWay, 'none'>
  /** the day it is for, on the district's calendar */
  dueOn: string
  since: Date
}

/** On the district's clock: the last time it was this hour on this day of the week. */
const slot = sql`(select case when at > here then at - interval '7 days' else at end from (
  select here, date_trunc('day', here) - make_interval(days => (extract(isodow from here)::integer - w.weekday + 7) % 7)
    + make_interval(hours => w.hour) as at from (select cairn_now() at time zone w.time_zone as here) h) a)`

/**
 * Whose day has come and who was not told yet. A day before they chose, or one long gone, is not made up for. The
 * named set is the guardians of the district who can be reached.
 */
export async function dueGuardians(
  db: Transaction,
  { ways, most }: { ways: readonly DigestWay[]; most: number },
): Promise<Due[]> {
  const found = await sql<Due>`
    with wish as (
      select t.person_id, ${usualWay} as way, coalesce(c.weekday, ${usualDay}::smallint)::integer as weekday,
        coalesce(c.hour, ${usualHour}::smallint)::integer as hour, c.chosen_at, d.time_zone, t.email, t.phone
      from contact t join district d on d.id = t.district_id
        left join lateral ${latestChoice(sql<string>`t.person_id`)} c on true
      where exists (select 1 from guards g where g.guardian_id = t.person_id)),
    slotted as (select w.*, ${slot} as slot from wish w)
    select s.person_id as "personId", s.way, s.slot::date::text as "dueOn",
      greatest(coalesce(b.made_at, s.slot at time zone s.time_zone - make_interval(days => ${weekDays})),
        cairn_now() - make_interval(days => ${longestLookBackDays})) as since
    from slotted s left join lateral (select g.made_at from digest g where g.person_id = s.person_id order by g.made_at desc limit 1) b on true
    where s.way = any(${[...ways]}::text[]) and case s.way when 'mail' then s.email else s.phone end is not null
      and s.slot at time zone s.time_zone > greatest(coalesce(s.chosen_at, '-infinity'), cairn_now() - make_interval(days => ${lateDays}))
      and not exists (select 1 from digest g where g.person_id = s.person_id and g.due_on = s.slot::date)
    order by s.person_id limit ${most}`.execute(db)
  return found.rows
}

/** False when another process was faster. */
export async function insertDigest(
  db: Transaction,
  digest: { id: string; due: Due; districtId: string; messageId: string | null },
  now: Date,
): Promise<boolean> {
  const { id, due, districtId, messageId } = digest
  const result = await sql`
    insert into digest (id, district_id, person_id, due_on, since, made_at, message_id)
    values (${id}::uuid, ${districtId}::uuid, ${due.personId}::uuid, ${due.dueOn}::date,
      ${due.since}::timestamptz, ${now}::timestamptz, ${messageId}::uuid)
    on conflict (person_id, due_on) do nothing`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

export type Telling = {
  personId: string
  districtId: string
  since: Date
  until: Date
  locale: string | null
  /** the link with which somebody without a password comes in, while it opens */
  welcomeId: string | null
}

/** Whom a letter is for, while they are still a guardian here and want it in this way. */
export async function readTelling(
  db: Transaction,
  digestId: string,
  way: DigestWay,
): Promise<Telling | undefined> {
  const found = await sql<Telling>`
    select r.person_id as "personId", r.district_id as "districtId", r.since, r.made_at as until, f.locale,
      (select w.id from welcome w where w.guardian_id = r.person_id and w.withdrawn_at is null
        and w.ends_at > cairn_now() and ${comesByLink(sql<string>`r.person_id`)}) as "welcomeId"
    from digest r join contact t on t.person_id = r.person_id
      left join preference f on f.person_id = r.person_id
      left join lateral ${latestChoice(sql<string>`r.person_id`)} c on true
    where r.id = ${digestId} and ${usualWay} = ${way} and ${getsDigests(sql<string>`r.person_id`)}`.execute(
    db,
  )
  return found.rows[0]
}

/** Without capitals and accents, as names are searched: a child leaves them out. */
const asWords = (text: RawBuilder<string>) =>
  sql`' ' || regexp_replace(plain_name(${text}), '[^[:alnum:]]+', ' ', 'g') || ' '`

/** Another learner of the child's schools is called so, who is not a child of the reader's. */
const namesAnother = (text: RawBuilder<string>, reader: RawBuilder<string>) => sql<boolean>`exists (
  select 1 from open_enrollment mine join open_enrollment e on e.school_id = mine.school_id and e.role = 'student'
    join person o on o.id = e.person_id
  where mine.person_id = n.id and mine.role = 'student'
    and not exists (select 1 from guards k where k.guardian_id = ${reader} and k.learner_id = o.id)
    and (${asWords(text)}) like '%' || (${asWords(sql<string>`o.given_name`)}) || '%')`

/**
 * What is new of each child of a guardian's, through that guardian's eyes, no more of it than the school lets leave.
 */
export async function readNews(
  db: Transaction,
  { personId, since, until }: { personId: string; since: Date; until: Date },
): Promise<News[]> {
  const me = person(personId)
  const inTime = (moment: RawBuilder<Date>) =>
    sql<boolean>`(${moment} > ${since}::timestamptz and ${moment} <= ${until}::timestamptz)`
  const askings = sql`(select coalesce(json_agg(json_build_object('spoken', q.media_id is not null, 'words',
      case when c.tells = 'words' and q.body <> '' and not ${namesAnother(sql<string>`q.body`, me)} then q.body end)
      order by q.said_at), '[]')
    from (select q.* from asking q where q.learner_id = n.id and q.taken_back_at is null
      and ${inTime(sql<Date>`q.said_at`)} and ${seesAsking(me)} order by q.said_at desc limit ${mostWords}) q)`
  const pieces = sql`(select count(*)::integer from piece p where p.learner_id = n.id and not ${isDeleted} and ${seesPiece(me)}
    and exists (select 1 from live_share s where s.piece_id = p.id and ${isReachedBy(me)} and ${inTime(sql<Date>`s.shared_at`)}))`
  const opened = sql`(select coalesce(sum(u.times), 0)::integer from showcase_standing s join showcase_use u on u.showcase_id = s.id
    where s.learner_id = n.id and u.used_on > (${since}::timestamptz)::date and ${seesShowcase(me)})`
  const found = await sql<{ news: News[] }>`
    select coalesce(json_agg(json_build_object('givenName', n.given_name, 'tells', c.tells, 'askings', ${askings},
      'pieces', ${pieces}, 'opened', ${opened}) order by n.given_name), '[]') as news
    from guards g join person n on n.id = g.learner_id cross join lateral (select ${tellsOf(sql<string>`n.id`)} as tells) c
    where g.guardian_id = ${me} and c.tells <> 'nothing'`.execute(db)
  return found.rows[0]?.news ?? []
}
