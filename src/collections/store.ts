import { may } from '../access/may.ts'
import { hasPortfolio, isLearner, person, type Someone } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import { contentJson, present } from './content-store.ts'
import type { GetCollection, ListCollections, ListDeletedCollections, ListShownToMe } from './contract.ts'
import { collectionActs, seesCollection } from './policy.ts'

const learner = sql<string>`o.learner_id`

/** The learner's grade today, or the last one they had. */
export const gradeOf = (someone: Someone): RawBuilder<string | null> => sql<string | null>`(
  select e.grade from enrollment e where e.person_id = ${someone} and e.role = 'student' and e.opened_on <= cairn_today()
  order by (e.closed_on is null or e.closed_on > cairn_today()) desc, e.opened_on desc limit 1)`

const audiencesJson = sql`(select coalesce(json_agg(json_build_object('audience', a.audience, 'spaceId', a.space_id,
  'opensOn', a.opens_on) order by a.audience, a.space_id), '[]')
  from collection_share a where a.collection_id = o.id and a.withdrawn_at is null)`

/** The picture of the choice that is the cover, or of the first that has one. */
const coverJson = sql`(select ${mediaJson}
  from present_choice x join chosen_iteration h on h.collection_id = x.collection_id and h.choice_id = x.choice_id
    join iteration i on i.id = h.iteration_id
    join part t on t.iteration_id = i.id and t.revision = i.revision
    join media m on m.id = t.media_id and m.kind = 'picture'
  where x.collection_id = o.id
  order by (x.choice_id::text = v.said ->> 'cover') desc nulls last, x.chosen_at, x.choice_id, i.number desc, t.position limit 1)`

const collectionTileJson = sql`json_build_object('id', o.id, 'title', v.said ->> 'title', 'learner', ${personJson(learner)},
  'look', v.said ->> 'look', 'writtenAt', v.written_at, 'cover', ${coverJson},
  'choices', (select count(*) from present_choice x where x.collection_id = o.id and x.rests is null),
  'audiences', (select coalesce(json_agg(distinct a.audience), '[]')
    from collection_share a where a.collection_id = o.id and a.withdrawn_at is null))`

const mostCollections = 200

export function readCollections(
  { db, viewer }: Context,
  learnerId: string,
): Promise<JsonText<OutputOf<typeof ListCollections>>> {
  const me = person(viewer.personId)
  const whose = person(learnerId)
  return readJson(
    db,
    sql<{ json: string }>`
      with seen as materialized (
        select o.* from standing_collection o where o.learner_id = ${whose} and ${seesCollection(me)}
        order by o.begun_at desc limit ${mostCollections})
      select json_build_object(
        'collections', coalesce((select json_agg(${collectionTileJson} order by v.written_at desc) from seen o ${present}), '[]'),
        'copies', coalesce((select json_agg(json_build_object('id', k.id, 'title', k.content ->> 'title', 'year', k.year,
            'copiedAt', k.copied_at,
            'erasedOn', (select (d.deleted_at + ${restorableDays} * interval '1 day')::date from collection_copy_deletion d
              where d.copy_id = k.id and d.restored_at is null)) order by k.year desc, k.copied_at desc)
          from collection_copy k where k.learner_id = ${whose} and k.kind = 'year' and ${isLearner(me, whose)}), '[]'))::text as json
      where (${isLearner(me, whose)} and ${hasPortfolio(me)}) or exists (select 1 from seen)`,
  )
}

/** The named set is the collections of those I teach, will teach or guard; the rule filters it. */
export function readShownToMe({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListShownToMe>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with mine as materialized (
        select t.learner_id as id from teaches t where t.teacher_id = ${me}
        union select w.learner_id from will_teach w where w.teacher_id = ${me}
        union select g.learner_id from guards g where g.guardian_id = ${me}
        union select l.person_id from belongs b join belongs l on l.space_id = b.space_id where b.person_id = ${me})
      select coalesce(json_agg(${collectionTileJson} order by v.written_at desc), '[]')::text as json
      from (select o.* from mine join standing_collection o on o.learner_id = mine.id and o.learner_id <> ${me}
        where ${seesCollection(me)} order by o.begun_at desc limit ${mostCollections}) o ${present}`,
  )
}

export function readCollection(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof GetCollection>>> {
  const me = person(viewer.personId)
  const isMine = isLearner(me, learner)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', o.id, 'learner', ${personJson(learner)}, 'revision', o.revision,
        'writtenAt', v.written_at, 'content', ${contentJson(me)},
        'template', (select json_build_object('title', q.title, 'words', q.words) from collection_template_revision q
          where q.template_id = o.template_id and q.revision = o.template_revision),
        'grade', case when o.template_id is not null then ${gradeOf(learner)} end,
        'audiences', case when ${isMine} then ${audiencesJson} else '[]'::json end,
        'may', ${may(collectionActs(me))})::text as json
      from collection o ${present} where o.id = ${id} and ${seesCollection(me)}`,
  )
}

export function readDeletedCollections({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListDeletedCollections>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', o.id, 'title', v.said ->> 'title',
        'erasedOn', (d.deleted_at + ${restorableDays} * interval '1 day')::date) order by d.deleted_at desc), '[]')::text as json
      from collection_deletion d join collection o on o.id = d.collection_id ${present}
      where d.restored_at is null and ${isLearner(person(viewer.personId), learner)}`,
  )
}

/** Keeps that somebody other than the learner looked: once a person and day. */
export async function noteLook({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    insert into collection_look (collection_id, district_id, person_id, looked_on, first_at)
    select o.id, o.district_id, ${viewer.personId}::uuid, cairn_today(), ${now}::timestamptz
    from collection o where o.id = ${id} and o.learner_id <> ${viewer.personId}::uuid
    on conflict do nothing`.execute(db)
}

export type FoundCollection = { allowed: boolean; learnerId: string; revision: number }

/** Finds a collection for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function collectionFor(
  { db, viewer }: Context,
  id: string,
  act: keyof ReturnType<typeof collectionActs>,
): Promise<FoundCollection | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundCollection>`
    select ${collectionActs(me)[act]} as allowed, o.learner_id as "learnerId", o.revision
    from collection o where o.id = ${id} and ${seesCollection(me)}`.execute(db)
  return found.rows[0]
}
