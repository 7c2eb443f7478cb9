import { may } from '../access/may.ts'
import { hasPortfolio, isLearner, person } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { knowsLearner, seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type {
  ListDeletedReflections,
  ListPieceReflections,
  ListReflectionRevisions,
  ListReflections,
} from './contract.ts'
import { mayScribe, reflectionActs, seesReflection } from './policy.ts'

const partsJson = (revision: RawBuilder<number>) => sql`(
  select coalesce(json_agg(json_build_object('caption', t.caption, 'alt', t.alt,
    'media', (select ${mediaJson} from media m where m.id = t.media_id)) order by t.position), '[]')
  from reflection_part t where t.reflection_id = r.id and t.revision = ${revision})`

const answersJson = sql`(
  select json_build_object('id', e.id, 'words', left(w.body, 240), 'at', e.made_at)
  from standing_reflection e join reflection_revision w on w.reflection_id = e.id and w.revision = e.revision
  where e.id = r.answers_id)`

/**
 * A row of reflection `r` with its present revision `v`. The piece is named only where the viewer sees it; the
 * earlier answer is quoted only to the learner, who may have kept it to themselves.
 */
const reflectionJson = (me: RawBuilder<string>): RawBuilder<string> => sql<string>`json_build_object(
  'id', r.id, 'learner', ${personJson(sql<string>`r.learner_id`)},
  'scribe', case when v.written_by <> r.learner_id then ${personJson(sql<string>`v.written_by`)} end,
  'stage', r.stage, 'promptWords', r.prompt_words,
  'answers', case when ${isLearner(me, sql<string>`r.learner_id`)} then ${answersJson} end,
  'piece', (select json_build_object('id', p.id, 'title', p.title) from piece p where p.id = r.piece_id and ${seesPiece(me)}),
  'iteration', (select json_build_object('id', i.id, 'number', i.number) from iteration i where i.id = r.iteration_id),
  'term', (select json_build_object('id', k.id, 'name', k.name) from term k where k.id = r.term_id),
  'goal', case when ${isLearner(me, sql<string>`r.learner_id`)} then (select json_build_object('id', g.id, 'words', coalesce(
      w.words ->> 'wish', w.words ->> 'step', w.words ->> 'specific', ''))
    from standing_goal g join goal_revision w on w.goal_id = g.id and w.revision = g.revision where g.id = r.goal_id) end,
  'collection', case when ${isLearner(me, sql<string>`r.learner_id`)} then (
    select json_build_object('id', o.id, 'title', w.said ->> 'title') from standing_collection o
      join collection_revision w on w.collection_id = o.id and w.revision = o.revision where o.id = r.collection_id) end,
  'madeAt', r.made_at, 'revision', r.revision, 'body', v.body, 'parts', ${partsJson(sql<number>`r.revision`)},
  'audiences', (select coalesce(json_agg(distinct a.audience), '[]') from reflection_share a
    where a.reflection_id = r.id and a.withdrawn_at is null),
  'may', ${may(reflectionActs(me))})`

const present = sql`join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision`
const pageOfReflections = 40

export function readReflections(
  { db, viewer }: Context,
  input: {
    id: string
    before?: string | undefined
    goal?: string | undefined
    collection?: string | undefined
  },
): Promise<JsonText<OutputOf<typeof ListReflections>>> {
  const me = person(viewer.personId)
  const learner = person(input.id)
  return readJson(
    db,
    sql<{ json: string }>`
      with page as materialized (
        select r.* from standing_reflection r
        where r.learner_id = ${learner} and r.made_at < coalesce(${input.before ?? null}::timestamptz, 'infinity')
          and (${input.goal ?? null}::uuid is null or r.goal_id = ${input.goal ?? null})
          and (${input.collection ?? null}::uuid is null or r.collection_id = ${input.collection ?? null}) and ${seesReflection(me)}
        order by r.made_at desc limit ${pageOfReflections})
      select json_build_object('learner', ${personJson(learner)},
        'reflections', coalesce((select json_agg(${reflectionJson(me)} order by r.made_at desc, r.id desc) from page r ${present}), '[]'),
        'next', (select case when count(*) = ${pageOfReflections} then min(made_at) end from page),
        'may', ${may({ scribe: mayScribe(me, learner) })})::text as json
      from person x where x.id = ${learner} and ${knowsLearner(me, learner)}`,
  )
}

export function readPieceReflections(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListPieceReflections>>> {
  const me = person(viewer.personId)
  const learner = sql<string>`p.learner_id`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('reflections', coalesce((
          select json_agg(${reflectionJson(me)} order by r.made_at, r.id)
          from standing_reflection r ${present} where r.piece_id = ${pieceId} and ${seesReflection(me)}), '[]'),
        'may', ${may({ reflect: isLearner(me, learner), scribe: mayScribe(me, learner) })})::text as json
      from piece p where p.id = ${pieceId} and ${seesPiece(me)}`,
  )
}

export function readDeletedReflections({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListDeletedReflections>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object(
        'erasedOn', (d.deleted_at + ${restorableDays} * interval '1 day')::date,
        'reflection', ${reflectionJson(me)}) order by d.deleted_at desc), '[]')::text as json
      from reflection_deletion d join reflection r on r.id = d.reflection_id ${present}
      where d.restored_at is null and ${isLearner(me, sql<string>`r.learner_id`)}`,
  )
}

export function readEarlierReflections(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListReflectionRevisions>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select (select json_agg(json_build_object('revision', v.revision, 'writtenAt', v.written_at,
          'writtenBy', ${personJson(sql<string>`v.written_by`)}, 'body', v.body,
          'parts', ${partsJson(sql<number>`v.revision`)}) order by v.revision desc)
        from reflection_revision v where v.reflection_id = r.id)::text as json
      from standing_reflection r where r.id = ${id} and ${isLearner(me, sql<string>`r.learner_id`)}`,
  )
}

type ReflectionAct = keyof ReturnType<typeof reflectionActs>

export type FoundReflection = { allowed: boolean; learnerId: string; revision: number }

/** Finds a reflection for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function reflectionFor(
  { db, viewer }: Context,
  id: string,
  act: ReflectionAct,
): Promise<FoundReflection | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundReflection>`
    select ${reflectionActs(me)[act]} as allowed, r.learner_id as "learnerId", r.revision
    from reflection r where r.id = ${id} and ${seesReflection(me)}`.execute(db)
  return found.rows[0]
}

/** Whether the viewer may speak for this portfolio: as its learner, or as the scribe of a child. */
export async function speakerOf(
  { db, viewer }: Context,
  learnerId: string,
): Promise<{ allowed: boolean; scribes: 'teachers' | 'family' | null } | undefined> {
  const me = person(viewer.personId)
  const learner = person(learnerId)
  const found = await sql<{ allowed: boolean; scribes: 'teachers' | 'family' | null }>`
    select case when ${isLearner(me, learner)} then ${hasPortfolio(me)} else ${mayScribe(me, learner)} end as allowed,
      case when ${isLearner(me, learner)} then null
        when exists (select 1 from teaches t where t.teacher_id = ${me} and t.learner_id = ${learner}) then 'teachers'
        else 'family' end as scribes
    where ${knowsLearner(me, learner)}`.execute(db)
  return found.rows[0]
}
