import { isLearner, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted } from '../work/policy.ts'
import type { FindEarlierWork } from './contract.ts'

/** Words that stand in most descriptions and tell nothing about a piece. */
const saysLittle =
  'other others thing things someone something people make work part self autre autres chose choses quelque soi'
const mostFound = 6

type Language = 'english' | 'french'

/** All that a learner said in and about piece `p`, and nothing that anybody said to them. */
const ownWords = sql`concat_ws(' ', p.title,
  (select string_agg(concat_ws(' ', r.what_changed, t.words), ' ') from iteration i
    join iteration_revision r on r.iteration_id = i.id and r.revision = i.revision
    cross join lateral (select string_agg(concat_ws(' ', part.body, part.caption, part.alt), ' ') as words from part
      where part.iteration_id = i.id and part.revision = i.revision) t
    where i.piece_id = p.id and not exists (select 1 from standing_deletion d where d.iteration_id = i.id)),
  (select string_agg(v.body, ' ') from standing_reflection r
    join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision where r.piece_id = p.id))`

/**
 * Any of the words that tell something, in one language: a question to a text of which few words may be there.
 * What says nothing in the other language is left out as well ("a", "but"), for nobody knows in which a text is.
 */
const anyOf = (language: Language, words: ReturnType<typeof sql>) => sql`coalesce((
  select string_agg(quote_literal(said.lexeme), ' | ')::tsquery from unnest(to_tsvector(${sql.lit(language)}, ${words})) said
  where said.lexeme <> all(tsvector_to_array(to_tsvector(${sql.lit(language)}, ${sql.lit(saysLittle)})))
    and to_tsvector(${sql.lit(language === 'french' ? 'english' : 'french')}, said.lexeme) <> ''), ''::tsquery)`

/** A plain search over the learner's own words: it proposes, and weighs nothing but words. */
export function findEarlierWork(
  { db, viewer }: Context,
  asked: InputOf<typeof FindEarlierWork>,
): Promise<JsonText<OutputOf<typeof FindEarlierWork>>> {
  const me = person(viewer.personId)
  const typed = asked.words?.trim() ?? ''
  const english = sql`${typed} || case when ${typed} = '' then concat_ws(' ', c.statement, c.notes) else '' end`
  const french = sql`${typed} || case when ${typed} = '' then concat_ws(' ', c.translations #>> '{fr,statement}',
    c.translations #>> '{fr,notes}') else '' end`
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((
        with asked as materialized (select ${anyOf('english', english)} as en, ${anyOf('french', french)} as fr),
        mine as materialized (
          select p.id, p.title, p.grown_at, ${ownWords} as words from piece p
          where ${isLearner(me, sql<string>`p.learner_id`)} and not ${isDeleted} and not exists (
            select 1 from tag y where y.piece_id = p.id and y.competency_id = c.id and y.removed_at is null)),
        found as (
          select mine.*, en, fr, greatest(ts_rank(to_tsvector('english', words), en), ts_rank(to_tsvector('french', words), fr)) as near
          from mine, asked where to_tsvector('english', words) @@ en or to_tsvector('french', words) @@ fr)
        select json_agg(json_build_object('piece', json_build_object('id', b.id, 'title', b.title, 'grownAt', b.grown_at),
          'excerpt', case when to_tsvector('english', b.words) @@ b.en
            then ts_headline('english', b.words, b.en, 'StartSel=⁅, StopSel=⁆, MaxWords=22, MinWords=10')
            else ts_headline('french', b.words, b.fr, 'StartSel=⁅, StopSel=⁆, MaxWords=22, MinWords=10') end)
          order by b.near desc, b.grown_at desc)
        from (select * from found order by near desc, grown_at desc limit ${mostFound}) b), '[]')::text as json
      from competency c where c.id = ${asked.id}`,
  )
}
