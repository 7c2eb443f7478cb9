import { may } from '../access/may.ts'
import { isLearner, person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import { type Answer, suggestionDays } from './claim.ts'
import type { ListPieceTags, SuggestTag, TagPiece } from './contract.ts'
import { isInForce, pointedJson } from './pointed-store.ts'
import { seesSuggestion, seesTags, suggestionActs, tagActs } from './policy.ts'

/** A suggestion `g` that still waits for its learner: not answered, taken back, faded, or tagged meanwhile. */
export const isWaiting = sql<boolean>`(g.taken_back_at is null
  and g.suggested_at > cairn_now() - ${sql.lit(suggestionDays)} * interval '1 day'
  and not exists (select 1 from tag_answer q where q.suggestion_id = g.id)
  and not exists (select 1 from tag y where y.piece_id = g.piece_id and y.competency_id = g.competency_id and y.removed_at is null))`

/** A row of tag_suggestion `g` on piece `p`. */
export const suggestionJson = (me: RawBuilder<string>) => sql`json_build_object('id', g.id,
  'competency', ${pointedJson(sql<string>`g.competency_id`)}, 'words', g.words,
  'by', ${personJson(sql<string>`g.suggested_by`)}, 'suggestedAt', g.suggested_at,
  'piece', json_build_object('id', p.id, 'title', p.title), 'may', ${may(suggestionActs(me))})`

export function readPieceTags(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListPieceTags>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'tags', coalesce((select json_agg(json_build_object('id', y.id, 'competency', ${pointedJson(sql<string>`y.competency_id`)},
            'taggedAt', y.tagged_at, 'may', ${may({ remove: tagActs(me).tag })}) order by y.tagged_at, y.id)
          from tag y where y.piece_id = p.id and y.removed_at is null), '[]'),
        'suggestions', coalesce((select json_agg(${suggestionJson(me)} order by g.suggested_at, g.id)
          from tag_suggestion g where g.piece_id = p.id and ${seesSuggestion(me)} and ${isWaiting}), '[]'),
        'may', ${may(tagActs(me))})::text as json
      from piece p where p.id = ${pieceId} and ${seesTags(me)}`,
  )
}

type TagAct = keyof ReturnType<typeof tagActs>

/** The piece, for an act of tagging: undefined when it cannot be seen. */
export async function taggableFor(
  { db, viewer }: Context,
  pieceId: string,
  act: TagAct,
): Promise<{ allowed: boolean; learnerId: string } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; learnerId: string }>`
    select ${tagActs(me)[act]} as allowed, p.learner_id as "learnerId" from piece p
    where p.id = ${pieceId} and ${seesPiece(me)}`.execute(db)
  return found.rows[0]
}

export async function mayBePointedAt({ db }: Context, competencyId: string): Promise<boolean> {
  const found = await sql<{ may: boolean }>`
    select ${isInForce} as may from competency c where c.id = ${competencyId}`.execute(db)
  return found.rows[0]?.may ?? false
}

/** Kept once for a piece and competency: tagged twice, from two devices, it is one tag. */
export async function insertTag(
  { db, viewer, made }: Context,
  tag: InputOf<typeof TagPiece>,
): Promise<boolean> {
  const result = await sql`
    insert into tag (id, district_id, piece_id, learner_id, competency_id, tagged_by, tagged_at)
    values (${tag.id}::uuid, ${viewer.districtId}::uuid, ${tag.pieceId}::uuid, ${viewer.personId}::uuid,
      ${tag.competencyId}::uuid, ${viewer.personId}::uuid, ${made.at}::timestamptz)
    on conflict do nothing`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

/** Whether the tag stands already, under this id or another; or did, and was taken off again. */
export async function isTagged({ db, viewer }: Context, tag: InputOf<typeof TagPiece>): Promise<boolean> {
  const found = await sql<{ tagged: boolean }>`
    select exists (select 1 from tag y where y.learner_id = ${viewer.personId} and y.piece_id = ${tag.pieceId}
      and y.competency_id = ${tag.competencyId} and (y.id = ${tag.id} or y.removed_at is null))
      and not exists (select 1 from tag y where y.id = ${tag.id}
        and (y.piece_id, y.competency_id, y.learner_id) is distinct from
          (${tag.pieceId}::uuid, ${tag.competencyId}::uuid, ${viewer.personId}::uuid)) as tagged`.execute(db)
  return found.rows[0]?.tagged ?? false
}

/** A tag whose piece the viewer sees; `allowed` for its learner alone. */
export async function tagFor({ db, viewer }: Context, id: string): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${isLearner(me, sql<string>`p.learner_id`)} as allowed
    from tag y join piece p on p.id = y.piece_id where y.id = ${id} and ${seesTags(me)}`.execute(db)
  return found.rows[0]
}

export async function markRemoved({ db, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('tag')
    .set({ removed_at: now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute()
}

/** False when the id is taken already. */
export async function insertSuggestion(
  { db, viewer, now }: Context,
  suggestion: InputOf<typeof SuggestTag> & { learnerId: string },
): Promise<boolean> {
  const result = await db
    .insertInto('tag_suggestion')
    .values({
      id: suggestion.id,
      district_id: viewer.districtId,
      piece_id: suggestion.pieceId,
      learner_id: suggestion.learnerId,
      competency_id: suggestion.competencyId,
      words: suggestion.words,
      suggested_by: viewer.personId,
      suggested_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSameSuggestion(
  { db, viewer }: Context,
  sent: InputOf<typeof SuggestTag>,
): Promise<boolean> {
  const kept = await db
    .selectFrom('tag_suggestion')
    .select(['piece_id', 'competency_id', 'words'])
    .where('id', '=', sent.id)
    .where('suggested_by', '=', viewer.personId)
    .executeTakeFirst()
  return (
    kept?.piece_id === sent.pieceId && kept.competency_id === sent.competencyId && kept.words === sent.words
  )
}

type SuggestionAct = keyof ReturnType<typeof suggestionActs>

export type FoundSuggestion = { allowed: boolean; pieceId: string; competencyId: string }

export async function suggestionFor(
  { db, viewer }: Context,
  id: string,
  act: SuggestionAct,
): Promise<FoundSuggestion | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundSuggestion>`
    select ${suggestionActs(me)[act]} as allowed, g.piece_id as "pieceId", g.competency_id as "competencyId"
    from tag_suggestion g join piece p on p.id = g.piece_id
    where g.id = ${id} and ${seesSuggestion(me)} and ${seesPiece(me)} and not ${isDeleted}`.execute(db)
  return found.rows[0]
}

export async function markTakenBack({ db, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('tag_suggestion')
    .set({ taken_back_at: now })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .execute()
}

/** The answer that stands: this one, unless there was one before. */
export async function insertAnswer(
  { db, viewer, made }: Context,
  id: string,
  answer: Answer,
): Promise<Answer> {
  const row = { suggestion_id: id, district_id: viewer.districtId, learner_id: viewer.personId }
  await db
    .insertInto('tag_answer')
    .values({ ...row, answer, answered_by: viewer.personId, answered_at: made.at })
    .onConflict((conflict) => conflict.column('suggestion_id').doNothing())
    .execute()
  const kept = await db
    .selectFrom('tag_answer')
    .select('answer')
    .where('suggestion_id', '=', id)
    .executeTakeFirstOrThrow()
  return kept.answer as Answer
}
