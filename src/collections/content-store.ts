import { isLearner, person, type Someone } from '../access/relations.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { iterationJson } from '../work/piece-store.ts'
import type { ListBeside } from './contract.ts'

const mediaOf = (column: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`(select ${mediaJson} from media m where m.id = ${column})`

const nameIn = (wording: RawBuilder<unknown>) =>
  sql`coalesce(nullif(${wording} ->> 'short', ''), ${wording} ->> 'statement')`

/**
 * Words that come along: a row of reflection `r` with its revision `y`, of feedback `f`, or of a tag `g` at its
 * competency `q`; the others are null.
 */
const besideJson = sql`json_build_object('id', coalesce(r.id, f.id, g.id),
  'kind', case when r.id is not null then 'reflection' when f.id is not null then 'feedback' else 'tag' end,
  'revision', coalesce(r.revision, f.revision, 1),
  'words', coalesce(y.body, f.body, nullif(q.short, ''), q.statement),
  'translated', coalesce((select json_object_agg(a.key, ${nameIn(sql`a.value`)}) from jsonb_each(q.translations) a), '{}'),
  'prompt', coalesce(r.prompt_words, ''),
  'media', coalesce((select json_agg(${mediaJson} order by t.position) from reflection_part t join media m on m.id = t.media_id
      where t.reflection_id = r.id and t.revision = r.revision),
    (select json_agg(${mediaJson}) from media m where m.id = f.media_id), '[]'),
  'by', (select usual_name(n) from person n where n.id = f.given_by))`

const comeAlong = sql`
  left join reflection r on r.id = b.reflection_id
  left join reflection_revision y on y.reflection_id = r.id and y.revision = r.revision
  left join feedback f on f.id = b.feedback_id
  left join tag g on g.id = b.tag_id
  left join competency q on q.id = g.competency_id`

const order = sql`(g.id is null), coalesce(r.made_at, f.given_at, g.tagged_at)`

const choiceJson = sql`json_build_object('id', x.choice_id,
  'piece', (select json_build_object('id', p.id, 'title', p.title) from piece p where p.id = x.piece_id),
  'scope', x.scope, 'iterationId', x.iteration_id, 'secondId', x.second_id,
  'why', coalesce(c.value ->> 'why', ''), 'whyMedia', ${mediaOf(sql`x.why_media_id`)},
  'highlight', coalesce((c.value ->> 'highlight')::boolean, false), 'growth', x.growth,
  'iterations', (select coalesce(json_agg(${iterationJson} order by i.number), '[]')
    from chosen_iteration h join iteration i on i.id = h.iteration_id
    join iteration_revision r on r.iteration_id = i.id and r.revision = i.revision
    where h.collection_id = x.collection_id and h.choice_id = x.choice_id),
  'beside', (select coalesce(json_agg(${besideJson} order by ${order}), '[]')
    from chosen_beside b ${comeAlong} where b.collection_id = x.collection_id and b.choice_id = x.choice_id),
  'rests', x.rests)`

const sectionsJson = (viewer: Someone) => sql`(
  select coalesce(json_agg(json_build_object('id', e.value ->> 'id', 'title', e.value ->> 'title',
    'from', (e.value ->> 'from')::integer,
    'belongs', coalesce((select q.sections -> (e.value ->> 'from')::integer ->> 'belongs' from collection_template_revision q
      where q.template_id = o.template_id and q.revision = o.template_revision), ''),
    'choices', (select coalesce(json_agg(${choiceJson} order by c.place), '[]')
      from jsonb_array_elements(e.value -> 'choices') with ordinality c(value, place)
      join present_choice x on x.collection_id = o.id and x.choice_id = (c.value ->> 'id')::uuid
      where x.rests is null or ${isLearner(viewer, sql<string>`o.learner_id`)})) order by e.place), '[]')
  from jsonb_array_elements(v.said -> 'sections') with ordinality e(value, place))`

/** All that a collection `o` with its present revision `v` shows to somebody. */
export const contentJson = (viewer: Someone): RawBuilder<string> => sql<string>`json_build_object(
  'title', v.said ->> 'title', 'about', v.said ->> 'about', 'aboutMedia', ${mediaOf(sql`v.about_media_id`)},
  'look', v.said ->> 'look', 'cover', v.said ->> 'cover', 'sections', ${sectionsJson(viewer)})`

export const present = sql`join collection_revision v on v.collection_id = o.id and v.revision = o.revision`

/** What a learner could let come along with a piece of theirs. */
export function readBeside(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListBeside>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(${besideJson} order by ${order}) from (
          select r.id as reflection_id, null::uuid as feedback_id, null::uuid as tag_id from standing_reflection r where r.piece_id = p.id
          union all
          select null, f.id, null from feedback f join iteration i on i.id = f.iteration_id where i.piece_id = p.id
            and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)
            and not exists (select 1 from retraction t where t.feedback_id = f.id)
          union all
          select null, null, g.id from tag g where g.piece_id = p.id and g.removed_at is null) b ${comeAlong}), '[]')::text as json
      from piece p where p.id = ${pieceId} and ${isLearner(person(viewer.personId), sql<string>`p.learner_id`)}`,
  )
}
