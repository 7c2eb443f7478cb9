import { person, type Someone } from '../access/relations.ts'
import { seesGoal } from '../goals/policy.ts'
import { mediaJson } from '../media/store.ts'
import { type RawBuilder, sql } from '../platform/database.ts'
import { pointedJson } from '../self-assessment/pointed-store.ts'
import { personJson } from '../work/tile-store.ts'
import { seesPiece } from '../work/policy.ts'
import { seesEntry } from './policy.ts'

const shownWords = 240

/** Around the first of the words looked for, where they do not stand at the beginning anyway. */
const excerpt = (token: string | undefined) =>
  token === undefined
    ? sql<string>`(select left(t.said, ${shownWords}) from timeline_entry t where t.id = e.id and t.kind = e.kind)`
    : sql<string>`(
  select case when hit.place > 100 then '… ' || substr(t.said, hit.place - 60, ${shownWords}) else left(t.said, ${shownWords}) end
  from timeline_entry t, lateral (select strpos(plain_words(t.said), ${token}::text) as place) hit
  where t.id = e.id and t.kind = e.kind)`

const coverJson = sql`(
  select ${mediaJson} from (
    select t.media_id, t.position from part t join iteration i on i.id = t.iteration_id and i.revision = t.revision
      where t.iteration_id = e.iteration_id and t.media_id is not null
    union all select t.media_id, t.position from reflection_part t join reflection r on r.id = t.reflection_id and r.revision = t.revision
      where t.reflection_id = e.reflection_id
    union all select t.media_id, t.position from goal_part t join goal g on g.id = t.goal_id and g.revision = t.revision
      where t.goal_id = e.goal_id
    union all select t.media_id, t.position from claim_part t join claim k on k.id = t.claim_id and k.revision = t.revision
      where t.claim_id = e.claim_id) held
  join media m on m.id = held.media_id order by m.kind = 'picture' desc nulls last, held.position limit 1)`

/**
 * A row of the timeline, aliased `e`, as it is shown to somebody who sees it. Whoever reads what is said about a
 * collection sees that too.
 */
export const entryJson = (me: Someone, token?: string): RawBuilder<string> => sql<string>`json_build_object(
  'id', e.id, 'kind', e.kind, 'madeAt', e.made_at, 'learner', ${personJson(sql<string>`e.learner_id`)},
  'mediums', e.mediums, 'words', ${excerpt(token)},
  'scribe', (select ${personJson(sql<string>`v.written_by`)} from (
      select v.written_by from reflection r join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision
        where r.id = e.reflection_id
      union all select v.written_by from goal g join goal_revision v on v.goal_id = g.id and v.revision = g.revision
        where g.id = e.goal_id
      union all select v.written_by from claim k join claim_revision v on v.claim_id = k.id and v.revision = k.revision
        where k.id = e.claim_id) v where v.written_by <> e.learner_id),
  'piece', (select json_build_object('id', p.id, 'title', p.title) from piece p where p.id in (
      select i.piece_id from iteration i where i.id = e.iteration_id
      union all select r.piece_id from reflection r where r.id = e.reflection_id) and ${seesPiece(me)}),
  'collection', (select json_build_object('id', o.id, 'title', w.said ->> 'title') from standing_collection o
    join collection_revision w on w.collection_id = o.id and w.revision = o.revision
    where o.id = (select r.collection_id from reflection r where r.id = e.reflection_id)),
  'term', (select json_build_object('id', k.id, 'name', k.name) from term k
    where k.id = (select r.term_id from reflection r where r.id = e.reflection_id)),
  'number', (select i.number from iteration i where i.id = e.iteration_id),
  'cover', ${coverJson},
  'prompt', coalesce((select r.prompt_words from reflection r where r.id = e.reflection_id), ''),
  'goal', (select json_build_object('id', g.id, 'form', g.form, 'words', v.words) from goal g
    join goal_revision v on v.goal_id = g.id and v.revision = g.revision where g.id in (
      select e.goal_id union all select k.goal_id from goal_check k where k.id = e.goal_check_id
      union all select g.id from standing_goal g where ${seesGoal(me)}
        and g.id = (select r.goal_id from reflection r where r.id = e.reflection_id))),
  'standing', (select k.standing from goal_check k where k.id = e.goal_check_id),
  'competency', (select ${pointedJson(sql<string>`k.competency_id`)} from claim k where k.id = e.claim_id),
  'sealedAt', (select l.sealed_at from letter l where l.id = e.letter_id))`

/** Attempts of somebody's own between two days, a few. */
export const attemptsBetween = (
  me: string,
  days: { from: RawBuilder<Date>; to: RawBuilder<Date>; most: number },
) => sql`(
  select coalesce(json_agg(${entryJson(person(me))} order by e.made_at desc), '[]') from (
    select * from timeline_entry e where e.learner_id = ${person(me)} and e.kind = 'attempt'
      and e.made_at >= ${days.from} and e.made_at < ${days.to} and ${seesEntry(person(me))}
    order by e.made_at desc limit ${days.most}) e)`
