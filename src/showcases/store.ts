import { may } from '../access/may.ts'
import { person } from '../access/relations.ts'
import { collectionActs } from '../collections/policy.ts'
import type { CopyContent } from '../collections/copy-store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { GetShowcaseRule, ListShowcaseRequests, ListShowcases } from './contract.ts'
import { readsAnswer, seesShowcase, setsShowcaseRule, showcaseActs } from './policy.ts'

const answersJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object('person', ${personJson(sql<string>`a.person_id`)}, 'role', a.role,
    'agrees', a.agrees, 'words', a.words, 'answeredAt', a.answered_at, 'mine', a.person_id = ${me})
    order by a.answered_at, a.role), '[]')
  from showcase_answer a where a.showcase_id = s.id and a.taken_back_at is null and ${readsAnswer(me)})`

/** To a household that cannot read why, another's "not yet" is an answer that is still to come. */
const stateFor = (me: RawBuilder<string>) => sql`case
  when s.state = 'declined' and not exists (select 1 from showcase_answer a where a.showcase_id = s.id
    and a.taken_back_at is null and not a.agrees and ${readsAnswer(me)}) then 'waiting' else s.state end`

/** On the school's clock. */
const closes = sql`(s.closes_at at time zone (select d.time_zone from district d where d.id = s.district_id))`

const showcaseJson = (
  me: RawBuilder<string>,
) => sql`json_build_object('id', s.id, 'collectionId', s.collection_id,
  'title', coalesce((select k.content ->> 'title' from collection_copy k where k.id = s.copy_id), ''),
  'learner', ${personJson(sql<string>`s.learner_id`)}, 'state', ${stateFor(me)}, 'closesOn', (${closes} - interval '1 minute')::date,
  'closesAtMinute', extract(epoch from ${closes} - (${closes} - interval '1 minute')::date)::integer / 60,
  'hasPasscode', s.passcode_hash is not null, 'needsGuardian', s.needs_guardian, 'proposedAt', s.proposed_at,
  'answers', ${answersJson(me)},
  'uses', (select coalesce(json_agg(json_build_object('on', u.used_on, 'times', u.times) order by u.used_on desc), '[]')
    from showcase_use u where u.showcase_id = s.id),
  'may', ${may(showcaseActs(me))})`

const mostShowcases = 50

export function readShowcases(
  { db, viewer }: Context,
  collectionId: string,
): Promise<JsonText<OutputOf<typeof ListShowcases>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(${showcaseJson(me)} order by s.proposed_at desc) from (
        select s.* from showcase_standing s where s.collection_id = o.id
        order by s.proposed_at desc limit ${mostShowcases}) s), '[]')::text as json
      from collection o where o.id = ${collectionId} and ${collectionActs(me).open}`,
  )
}

/** The named set is the showcases of those I teach or guard that have not ended. */
export function readShowcaseRequests({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListShowcaseRequests>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with mine as materialized (
        select t.learner_id as id from teaches t where t.teacher_id = ${me}
        union select g.learner_id from guards g where g.guardian_id = ${me})
      select coalesce(json_agg(${showcaseJson(me)} order by s.state = 'open', s.proposed_at), '[]')::text as json
      from mine join showcase_standing s on s.learner_id = mine.id and s.closes_at > cairn_now()
      where s.state in ('waiting', 'declined', 'open') and ${seesShowcase(me)}`,
  )
}

export function readRule({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof GetShowcaseRule>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'guardianThroughGrade', coalesce((select r.guardian_through_grade from showcase_rule r), ${throughGrade}::integer),
        'may', ${may({ change: setsShowcaseRule(person(viewer.personId)) })})::text as json`,
  )
}

/** Where the district decided nothing: about the age of thirteen. */
const throughGrade = 7

export const guardianThroughGrade = sql<number>`coalesce(
  (select r.guardian_through_grade from showcase_rule r), ${throughGrade}::integer)`

export async function readGuardianGrade({ db }: Context): Promise<number> {
  const found = await sql<{ grade: number }>`select ${guardianThroughGrade} as grade`.execute(db)
  return found.rows[0]?.grade ?? throughGrade
}

type ShowcaseAct = keyof ReturnType<typeof showcaseActs>
export type FoundShowcase = { allowed: boolean; learnerId: string; closesAt: Date }

/** Finds a showcase for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function showcaseFor(
  { db, viewer }: Context,
  id: string,
  act: ShowcaseAct,
): Promise<FoundShowcase | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundShowcase>`
    select ${showcaseActs(me)[act]} as allowed, s.learner_id as "learnerId", s.closes_at as "closesAt"
    from showcase_standing s where s.id = ${id} and ${seesShowcase(me)}`.execute(db)
  return found.rows[0]
}

export async function maySetRule({ db, viewer }: Context): Promise<{ allowed: boolean }> {
  const found = await sql<{ allowed: boolean }>`
    select ${setsShowcaseRule(person(viewer.personId))} as allowed`.execute(db)
  return { allowed: found.rows[0]?.allowed === true }
}

export type Previewed = {
  content: CopyContent
  givenName: string
  familyName: string
  closesAt: Date | null
  timeZone: string
  resting: string[]
}

/** What a showcase shows, for those who are asked about it. */
export async function readPreview({ db, viewer }: Context, id: string): Promise<Previewed | undefined> {
  const found = await sql<Previewed>`
    select k.content, n.given_name as "givenName", n.family_name as "familyName", s.closes_at as "closesAt",
      d.time_zone as "timeZone",
      coalesce((select array_agg(r.rests) from showcase_resting r where r.showcase_id = s.id), '{}') as resting
    from showcase_standing s join collection_copy k on k.id = s.copy_id join person n on n.id = s.learner_id
    join district d on d.id = s.district_id
    where s.id = ${id} and ${seesShowcase(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}

/** Who is shown, for a collection or a year's copy of the viewer's own. */
export async function readOwnName({ db, viewer }: Context) {
  const found = await sql<{ givenName: string; familyName: string; timeZone: string }>`
    select n.given_name as "givenName", n.family_name as "familyName", d.time_zone as "timeZone"
    from person n join district d on d.id = n.district_id where n.id = ${viewer.personId}`.execute(db)
  return found.rows[0]
}
