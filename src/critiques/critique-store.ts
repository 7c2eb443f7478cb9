import { may } from '../access/may.ts'
import { person, type Someone } from '../access/relations.ts'
import type { ReplyKind } from '../feedback/feedback.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListPieceCritiques } from './contract.ts'
import { critiqueActs, readsPieceCritique, runsRound, seesCritique } from './policy.ts'
import type { Said } from './protocol.ts'

/** A row of critique, aliased `q` beside `g` and `o`, as this viewer may read it. */
export const critiqueJson = (me: Someone): RawBuilder<string> => sql<string>`json_build_object(
  'id', q.id, 'bringingId', q.bringing_id, 'givenBy', ${personJson(sql<string>`q.given_by`)}, 'givenAt', q.given_at,
  'revision', q.revision,
  'words', coalesce((select json_agg(json_build_object('step', w.step, 'text', w.body,
      'media', (select ${mediaJson} from media m where m.id = w.media_id)))
    from critique_word w where w.critique_id = q.id and w.revision = q.revision), '[]'),
  'replies', coalesce((select json_agg(json_build_object('step', y.step, 'leave', y.leave, 'text', y.body, 'repliedAt', y.replied_at))
    from (select distinct on (r.step) r.* from critique_reply r where r.critique_id = q.id
      order by r.step, r.replied_at desc, r.id desc) y), '[]'),
  'answers', coalesce((select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'why', a.why, 'answeredAt', a.answered_at)
      order by a.answered_at desc, a.id desc) from critique_answer a where a.critique_id = q.id), '[]'),
  'hidden', (select json_build_object('by', ${personJson(sql<string>`h.decided_by`)}, 'at', h.decided_at)
    from hidden_critique h where h.critique_id = q.id),
  'reports', case when ${runsRound(me)} then coalesce((select json_agg(json_build_object('by', ${personJson(sql<string>`r.reported_by`)},
      'why', r.why, 'at', r.reported_at) order by r.reported_at desc) from critique_report r where r.critique_id = q.id), '[]')
    else '[]' end,
  'reportedByMe', exists (select 1 from critique_report r where r.critique_id = q.id and r.reported_by = ${me}),
  'may', ${may(critiqueActs(me))})`

/** False when the id is taken, or when this learner has given their words on it already. */
export async function insertCritique(
  context: Context,
  critique: { id: string; bringingId: string; words: readonly Said[] },
): Promise<boolean> {
  const { db, viewer, now } = context
  const result = await db
    .insertInto('critique')
    .values({
      id: critique.id,
      district_id: viewer.districtId,
      bringing_id: critique.bringingId,
      given_by: viewer.personId,
      given_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await insertWords(context, critique.id, 1, critique.words)
  return true
}

async function insertWords(
  { db, viewer, now }: Context,
  id: string,
  revision: number,
  words: readonly Said[],
) {
  const ids = { critique_id: id, district_id: viewer.districtId, revision }
  await db
    .insertInto('critique_revision')
    .values({ ...ids, written_at: now })
    .execute()
  await db
    .insertInto('critique_word')
    .values(words.map(({ step, text, mediaId }) => ({ ...ids, step, body: text, media_id: mediaId ?? null })))
    .execute()
}

/** Whether a revision that is kept holds the very words that are sent again. */
export async function hasSameWords({ db }: Context, id: string, revision: number, words: readonly Said[]) {
  const kept = await db
    .selectFrom('critique_word')
    .select(['step', 'body', 'media_id'])
    .where('critique_id', '=', id)
    .where('revision', '=', revision)
    .execute()
  const legible = (step: string, body: string, media: string | null) => JSON.stringify([step, body, media])
  const found = kept.map((word) => legible(word.step, word.body, word.media_id))
  return (
    kept.length === words.length &&
    words.every(({ step, text, mediaId }) => found.includes(legible(step, text, mediaId ?? null)))
  )
}

/** Moves on to further words, if the critique still stands where its giver saw it. */
export async function advanceCritique(
  context: Context,
  revision: { id: string; revision: number; words: readonly Said[] },
): Promise<boolean> {
  const result = await context.db
    .updateTable('critique')
    .set({ revision: revision.revision })
    .where('id', '=', revision.id)
    .where('revision', '=', revision.revision - 1)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  await insertWords(context, revision.id, revision.revision, revision.words)
  return true
}

/** Finds a critique for an act, with what decides which steps are open in it. */
export async function critiqueFor(
  { db, viewer }: Context,
  id: string,
  act: keyof ReturnType<typeof critiqueActs>,
) {
  const me = person(viewer.personId)
  const found = await sql<{
    allowed: boolean
    bringingId: string
    givenBy: string
    revision: number
    question: string
    protocol: string
    protocolVersion: string
    leaves: string[]
  }>`
    select ${critiqueActs(me)[act]} as allowed, q.bringing_id as "bringingId", q.given_by as "givenBy", q.revision,
      g.question, o.protocol, o.protocol_version as "protocolVersion", coalesce((
        select array_agg(y.step) from (select distinct on (r.step) r.step, r.leave from critique_reply r
          where r.critique_id = q.id order by r.step, r.replied_at desc, r.id desc) y where y.leave), '{}') as leaves
    from critique q join bringing g on g.id = q.bringing_id join critique_round o on o.id = g.round_id
      join iteration i on i.id = g.iteration_id join piece p on p.id = i.piece_id
    where q.id = ${id} and ${seesCritique(me)}`.execute(db)
  return found.rows[0]
}

/** How many of these files are the viewer's own, or already in their words. */
export async function countOwnMedia({ db, viewer }: Context, ids: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m where m.id = any(${[...ids]}::uuid[]) and m.uploaded_by = ${viewer.personId}::uuid`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}

/** What classmates said about the attempts of a piece. */
export function readPieceCritiques(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof ListPieceCritiques>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('iterationId', i.id, 'iterationNumber', i.number, 'question', g.question,
        'round', json_build_object('id', o.id, 'title', o.title, 'protocol', o.protocol, 'protocolVersion', o.protocol_version),
        'critique', ${critiqueJson(me)}) order by q.given_at), '[]')::text as json
      from piece p join iteration i on i.piece_id = p.id join bringing g on g.iteration_id = i.id
        join critique_round o on o.id = g.round_id join critique q on q.bringing_id = g.id
      where p.id = ${pieceId} and ${readsPieceCritique(me)}`,
  )
}

export type NewAnswer = { id: string; critiqueId: string; kind: ReplyKind; why: string }

export async function insertAnswer({ db, viewer, now }: Context, answer: NewAnswer): Promise<boolean> {
  const result = await db
    .insertInto('critique_answer')
    .values({
      id: answer.id,
      district_id: viewer.districtId,
      critique_id: answer.critiqueId,
      kind: answer.kind,
      why: answer.why,
      answered_by: viewer.personId,
      answered_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptAnswer({ db }: Context, id: string) {
  return db
    .selectFrom('critique_answer')
    .select(['critique_id as critiqueId', 'kind', 'why', 'answered_by as by'])
    .where('id', '=', id)
    .executeTakeFirst()
}
