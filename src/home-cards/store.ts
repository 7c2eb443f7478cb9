import { person } from '../access/relations.ts'
import { isOnlyLearner, mayHandCards } from '../cards/policy.ts'
import type { Picture } from '../cards/card.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListHomeCards } from './contract.ts'
import { mostDays } from './home-card.ts'

const learnersHere = sql`person n where n.id in (
  select e.person_id from open_enrollment e where e.class_id = c.id and e.role = 'student')`

export function readHomeCards(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof ListHomeCards>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('class', json_build_object('id', c.id, 'name', c.name),
        'learners', coalesce((select json_agg(json_build_object('id', n.id, 'name', usual_name(n),
          'mayHaveCard', ${isOnlyLearner(sql<string>`n.id`)},
          'card', (select json_build_object('id', k.id, 'picture', k.picture, 'issuedAt', k.issued_at,
            'lastDay', ((k.ends_at - interval '1 second') at time zone d.time_zone)::date)
            from standing_home_card k where k.class_id = c.id and k.learner_id = n.id limit 1))
          order by n.given_name, n.family_name) from ${learnersHere}), '[]'))::text as json
      from class c join space s on s.class_id = c.id join district d on d.id = c.district_id
      where c.id = ${classId} and ${mayHandCards(person(viewer.personId))}`,
  )
}

export type Lacking = { learnerId: string; picture: Picture | null; place: number }

/**
 * Of these learners of a class, who has no card at home and may have one, with the picture they know from their
 * class card; undefined where the viewer hands out none. Two teachers who ask at once wait for each other.
 */
export async function learnersWithout(
  { db, viewer }: Context,
  { classId, learnerIds }: { classId: string; learnerIds: readonly string[] },
): Promise<Lacking[] | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`home cards ${classId}`}, 0))`.execute(db)
  const found = await sql<{ lacking: Lacking[] }>`
    select coalesce((select json_agg(json_build_object('learnerId', n.id, 'place', n.place, 'picture',
        (select k.picture from standing_card k where k.learner_id = n.id order by k.issued_at desc limit 1)))
      from (select n.id, row_number() over (order by n.given_name, n.family_name)::integer as place from ${learnersHere}) n
      where n.id = any(${[...learnerIds]}::uuid[]) and ${isOnlyLearner(sql<string>`n.id`)}
        and not exists (select 1 from standing_home_card k where k.class_id = c.id and k.learner_id = n.id)), '[]') as lacking
    from class c join space s on s.class_id = c.id
    where c.id = ${classId} and ${mayHandCards(person(viewer.personId))}`.execute(db)
  return found.rows[0]?.lacking
}

export type NewHomeCard = { id: string; learnerId: string; picture: Picture }

/** Good until the last day of the class, and a year at most. */
export async function insertHomeCards(
  { db, viewer, now }: Context,
  classId: string,
  cards: readonly NewHomeCard[],
): Promise<void> {
  await sql`
    insert into home_card (id, district_id, class_id, learner_id, picture, issued_by, issued_at, ends_at)
    select r.id, c.district_id, c.id, r."learnerId", r.picture, ${viewer.personId}::uuid, ${now}::timestamptz,
      least((c.closes_on + 1)::timestamp at time zone d.time_zone, ${now}::timestamptz + make_interval(days => ${mostDays}))
    from class c join district d on d.id = c.district_id,
      jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) as r(id uuid, "learnerId" uuid, picture text)
    where c.id = ${classId}`.execute(db)
}

/** False when it is none of a class the viewer teaches. Withdrawn twice, it was withdrawn once. */
export async function insertHomeCardEnding({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const ended = await sql`
    insert into home_card_ending (home_card_id, district_id, ended_by, ended_at)
    select k.id, k.district_id, ${viewer.personId}::uuid, ${now}::timestamptz
    from home_card k join space s on s.class_id = k.class_id
    where k.id = ${id} and ${mayHandCards(person(viewer.personId))}
    on conflict (home_card_id) do update set home_card_id = excluded.home_card_id
    returning home_card_id`.execute(db)
  return ended.rows.length > 0
}

export type Sheet = {
  class: string
  school: string
  timeZone: string
  cards: { id: string; givenName: string; endsAt: string }[]
}

export async function readSheet({ db, viewer }: Context, classId: string): Promise<Sheet | undefined> {
  const found = await sql<Sheet>`
    select c.name as class, o.name as school, d.time_zone as "timeZone",
      coalesce((select json_agg(json_build_object('id', k.id, 'givenName', n.given_name, 'endsAt', k.ends_at)
        order by n.given_name, n.family_name) from standing_home_card k join person n on n.id = k.learner_id
        where k.class_id = c.id and exists (select 1 from open_enrollment e
          where e.class_id = c.id and e.person_id = n.id and e.role = 'student')), '[]') as cards
    from class c join space s on s.class_id = c.id join school o on o.id = c.school_id
      join district d on d.id = c.district_id
    where c.id = ${classId} and ${mayHandCards(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}
