import { createHash } from 'node:crypto'
import { guards, person } from '../access/relations.ts'
import { isRetracted, iterationStands, readsFeedback } from '../feedback/policy.ts'
import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { seesReflection } from '../reflections/policy.ts'
import { seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { Source, Wording } from './translation.ts'

/** What a family's page must know of its reader. */
export type Reading = {
  /** into which languages the district has words translated; none where it runs no server */
  offered: string[]
  /** the one they chose, while it is offered */
  language: string | null
  locale: string | null
  timeZone: string
}

export async function readReading({ db, viewer }: Pick<Context, 'db' | 'viewer'>): Promise<Reading> {
  const found = await sql<Reading>`
    select x.offered, f.locale, d.time_zone as "timeZone",
      case when f.reading_language = any(x.offered) then f.reading_language end as language
    from district d cross join lateral (select coalesce((
        select r.languages from translator r order by r.set_at desc, r.id desc limit 1), '{}') as offered) x
      left join preference f on f.person_id = ${viewer.personId}
    where d.id = ${viewer.districtId}`.execute(db)
  return found.rows[0] ?? { offered: [], language: null, locale: null, timeZone: 'UTC' }
}

export async function chooseReading({ db, viewer }: Context, language: string | null): Promise<void> {
  await db
    .insertInto('preference')
    .values({ person_id: viewer.personId, district_id: viewer.districtId, reading_language: language })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ reading_language: language }))
    .execute()
}

const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex')
const keyOf = ({ id, words }: Wording): string => `${id} ${hashOf(words)}`

/** What is kept of these words in a language; changed words have none until they are translated anew. */
export async function knownTranslations(
  db: Transaction,
  language: string,
  wordings: readonly Wording[],
): Promise<(wording: Wording) => string | undefined> {
  if (wordings.length === 0) return () => undefined
  const ids = [...new Set(wordings.map(({ id }) => id))]
  const found = await sql<{ id: string; hash: string; words: string }>`
    select s.id, t.original_hash as hash, t.words from unnest(${ids}::uuid[]) s(id)
      join translation t on coalesce(t.asking_id, t.piece_id, t.iteration_id, t.reflection_id, t.feedback_id) = s.id
    where t.language = ${language}`.execute(db)
  const known = new Map(found.rows.map(({ id, hash, words }) => [`${id} ${hash}`, words]))
  return (wording) => known.get(keyOf(wording))
}

/** What went meanwhile is not brought back by its translation. */
export async function keepTranslations(
  { db, viewer, now }: Context,
  language: string,
  made: readonly (Wording & { translated: string })[],
): Promise<void> {
  const rows = made.map(({ source, id, words, translated }) => ({
    id: newId(),
    [source]: id,
    hash: hashOf(words),
    words: translated,
  }))
  await sql`
    insert into translation (id, district_id, asking_id, piece_id, iteration_id, reflection_id, feedback_id,
      original_hash, language, words, made_at)
    select r.id, ${viewer.districtId}::uuid, a.id, p.id, i.id, e.id, f.id, r.hash, ${language}, r.words, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, asking uuid, piece uuid, iteration uuid,
        reflection uuid, feedback uuid, hash text, words text)
      left join asking a on a.id = r.asking left join piece p on p.id = r.piece
      left join iteration i on i.id = r.iteration left join reflection e on e.id = r.reflection
      left join feedback f on f.id = r.feedback
    where num_nonnulls(a.id, p.id, i.id, e.id, f.id) = 1
    on conflict do nothing`.execute(db)
}

export type PieceWords = {
  id: string
  title: string
  learner: { id: string; name: string }
  said: { source: Source; id: string; words: string; at: string; attempt: number | null; by: string }[]
}

/** All that is written in and about a piece, as far as this guardian reads it; undefined where they do not. */
export async function readPieceWords({ db, viewer }: Context, pieceId: string) {
  const me = person(viewer.personId)
  const found = await sql<{ piece: PieceWords }>`
    with seen as materialized (
      select p.* from piece p where p.id = ${pieceId} and ${seesPiece(me)} and ${guards(me, sql<string>`p.learner_id`)}),
    said as (
      select 'iteration' as source, i.id, w.words, i.made_at as at, i.number as attempt, p.learner_id as by_id, w.place
        from seen p join iteration i on i.piece_id = p.id and ${iterationStands}
        join lateral (
          select t.body as words, t.position as place from part t where t.iteration_id = i.id and t.revision = i.revision and t.kind = 'text'
          union all select t.caption, t.position from part t where t.iteration_id = i.id and t.revision = i.revision
          union all select v.what_changed, 1000 from iteration_revision v where v.iteration_id = i.id and v.revision = i.revision
        ) w on w.words <> ''
      union all
      select 'reflection', r.id, v.body, r.made_at, null, r.learner_id, 0
        from standing_reflection r join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision
        where r.piece_id in (select s.id from seen s) and v.body <> '' and ${seesReflection(me)}
      union all
      select 'feedback', f.id, f.body, f.given_at, i.number, f.given_by, 0
        from seen p join iteration i on i.piece_id = p.id and ${iterationStands} join feedback f on f.iteration_id = i.id
        where f.body <> '' and not ${isRetracted} and ${readsFeedback(me)})
    select json_build_object('id', p.id, 'title', p.title, 'learner', ${personJson(sql<string>`p.learner_id`)},
      'said', coalesce((select json_agg(json_build_object('source', s.source, 'id', s.id, 'words', s.words, 'at', s.at,
        'attempt', s.attempt, 'by', (select usual_name(k) from person k where k.id = s.by_id)) order by s.at, s.place) from said s), '[]')) as piece
    from seen p`.execute(db)
  return found.rows[0]?.piece
}
