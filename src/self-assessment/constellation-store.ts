import { hasPortfolio, learnsIn, person, teachesIn } from '../access/relations.ts'
import { childOf } from '../competencies/framework.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import type { GetClassEvidence, GetConstellation, ListInForce } from './contract.ts'
import { isWaiting, suggestionJson } from './tag-store.ts'

/** Of a framework with more items than this only those are drawn that something lights. */
const mostStars = 120

const starFields = sql`'id', c.id, 'identifier', c.identifier, 'code', c.code, 'statement', c.statement, 'short', c.short,
  'notes', c.notes, 'translations', c.translations,
  'parents', coalesce((select json_agg(t.destination_id order by t.sequence) from competency_tie t
    where t.origin_id = c.id and t.kind = ${sql.lit(childOf)} and t.destination_id is not null and t.retired_at is null), '[]')`

const inForce = sql`(select * from framework w where not exists (
  select 1 from framework_closure l where l.framework_id = w.id and l.reopened_at is null))`

const isDrawn = (lit: RawBuilder<unknown>) => sql<boolean>`(${lit} or (c.retired_at is null
  and (select count(*) from competency i where i.framework_id = w.id and i.retired_at is null) <= ${sql.lit(mostStars)}))`

/** More than this is searched on the server. */
const mostAtHand = 600

export function readInForce({ db }: Context): Promise<JsonText<OutputOf<typeof ListInForce>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', w.id, 'title', w.title, 'translations', w.translations,
          'more', (select count(*) > ${mostAtHand} from competency i where i.framework_id = w.id and i.retired_at is null),
          'stars', coalesce((select json_agg(json_build_object(${starFields}) order by c.position, c.id)
            from (select * from competency i where i.framework_id = w.id and i.retired_at is null
              order by i.position, i.id limit ${mostAtHand}) c), '[]')) order by w.title), '[]')::text as json
      from ${inForce} w`,
  )
}

/** What lights the learner's competencies: work they tagged, and what they say they can do. */
const lightsOf = (me: RawBuilder<string>) => sql`
  select y.competency_id, 'tag' as kind, y.id, p.created_at as at, json_build_object('id', p.id, 'title', p.title) as piece, '' as words
  from tag y join piece p on p.id = y.piece_id
  where y.learner_id = ${me} and y.removed_at is null and not ${isDeleted}
  union all
  select k.competency_id, 'claim', k.id, k.made_at, null, coalesce(nullif(v.words, ''), v.profile_words)
  from standing_claim k join claim_revision v on v.claim_id = k.id and v.revision = k.revision
  where k.learner_id = ${me}`

export function readConstellation({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof GetConstellation>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with light as materialized (${lightsOf(me)})
      select json_build_object('frameworks', coalesce((
          select json_agg(json_build_object('id', w.id, 'title', w.title, 'translations', w.translations,
            'stars', coalesce((select json_agg(json_build_object(${starFields},
                'lights', coalesce((select json_agg(json_build_object('kind', h.kind, 'id', h.id, 'at', h.at,
                    'piece', h.piece, 'words', h.words) order by h.at, h.id)
                  from light h where h.competency_id = c.id), '[]')) order by c.position, c.id)
              from competency c where c.framework_id = w.id
                and ${isDrawn(sql`c.id in (select h.competency_id from light h)`)}), '[]')) order by w.title)
          from ${inForce} w), '[]'),
        'suggestions', coalesce((select json_agg(${suggestionJson(me)} order by g.suggested_at, g.id)
          from tag_suggestion g join piece p on p.id = g.piece_id
          where g.learner_id = ${me} and ${isWaiting} and not ${isDeleted}), '[]'))::text as json
      where ${hasPortfolio(me)}`,
  )
}

/** Pieces by competency, of all who learn in the class today and as far as the teacher may see them; nobody is named. */
export function readClassEvidence(
  { db, viewer }: Context,
  classId: string,
): Promise<JsonText<OutputOf<typeof GetClassEvidence>>> {
  const me = person(viewer.personId)
  const space = sql<string>`o.id`
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('id', q.id, 'name', q.name, 'frameworks', coalesce((
          with counted as materialized (
            select y.competency_id, count(distinct p.id)::int as pieces from tag y join piece p on p.id = y.piece_id
            where y.removed_at is null and ${learnsIn(sql<string>`p.learner_id`, space)} and ${seesPiece(me)} and not ${isDeleted}
            group by y.competency_id)
          select json_agg(json_build_object('id', w.id, 'title', w.title, 'translations', w.translations,
            'items', coalesce((select json_agg(json_build_object(${starFields},
                'pieces', coalesce((select h.pieces from counted h where h.competency_id = c.id), 0)) order by c.position, c.id)
              from competency c where c.framework_id = w.id
                and ${isDrawn(sql`c.id in (select h.competency_id from counted h)`)}), '[]')) order by w.title)
          from ${inForce} w), '[]'))::text as json
      from class q join space o on o.class_id = q.id where q.id = ${classId} and ${teachesIn(me, space)}`,
  )
}
